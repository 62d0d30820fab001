import type { Weights } from '../weights.ts';
import type { Kernel } from './kernel/kernel.ts';

/** Embedding rows in the kernel's memory, with one scale per row. */
export interface Rows {
  /** Byte offset of the first row, and from one row to the next. */
  readonly at: number;
  readonly stride: number;
  readonly scales: Float32Array;
  /** Adds a row to `width` floats at a byte offset. */
  readonly add: (width: number, row: number, scale: number, out: number) => void;
}

/** Rows stored as int8. */
export const byteRows = (kernel: Kernel, weights: Weights, name: string, width: number): Rows =>
  rows(kernel, weights.array(name, 'i8'), weights.array(`${name}.scale`, 'f32'), width, kernel.addBytes);

/** Rows stored in four bits, two values to a byte, the lower four bits first, 8 standing for zero. `width` is a multiple of 16. */
export const nibbleRows = (kernel: Kernel, weights: Weights, name: string, width: number): Rows =>
  rows(
    kernel,
    weights.array(name, 'u8'),
    weights.array(`${name}.scale`, 'f32'),
    width / 2,
    kernel.addNibbles,
  );

function rows(
  kernel: Kernel,
  stored: Uint8Array | Int8Array,
  scales: Float32Array,
  stride: number,
  add: Rows['add'],
): Rows {
  const at = kernel.reserve(stored.length);
  kernel.bytes.set(new Uint8Array(stored.buffer, stored.byteOffset, stored.length), at);
  return { at, stride, scales, add };
}

/** Adds a row of a table to `width` floats at a byte offset. */
export function addRow({ at, stride, scales, add }: Rows, row: number, width: number, out: number): void {
  add(width, at + row * stride, scales[row]!, out);
}

/** Bytes of the kernel's memory that a table takes. */
export const rowBytes = (weights: Weights, name: string, type: 'i8' | 'u8'): number =>
  weights.array(name, type).length + 64;

/** A matrix stored as int16 with one scale. */
export function unscaled(weights: Weights, name: string): Float32Array {
  const scale = weights.array(`${name}.scale`, 'f32')[0]!;
  const stored = weights.array(name, 'i16');
  const values = new Float32Array(stored.length);
  for (let i = 0; i < stored.length; i++) values[i] = stored[i]! * scale;
  return values;
}
