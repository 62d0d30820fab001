import type { Kernel } from './kernel/kernel.ts';

/** The shape of the trained network; part of the weights. */
export interface Sizes {
  readonly dim: number;
  readonly layers: number;
  readonly arc: number;
  readonly label: number;
  /** Output labels, rounded up to a multiple of 8. */
  readonly labels: number;
  readonly vector: number;
}

/** A dense layer: byte offsets of its packed float32 matrix and its bias in the kernel's memory. */
export interface Dense {
  readonly weight: number;
  readonly bias: number;
}

/** A dense layer over int16, with one scale per column. */
export interface ShortDense extends Dense {
  readonly scale: number;
}

/** Activations between layers are stored as int16 in steps of 1 / ACTIVATION_STEPS, within ±16. */
export const ACTIVATION_STEPS = 512;
/** The largest activation `shorten` writes; the sum of a column's products must stay within int32. */
const LARGEST_ACTIVATION = 8191;
const weightLimit = (depth: number): number =>
  Math.min(2047, Math.floor((2 ** 31 - 1) / (LARGEST_ACTIVATION * depth)));

/** Products are worked out four rows at a time; so many rows does one of `rows` rows read and write. */
export const paddedRows = (rows: number): number => (rows + 3) & ~3;

export function denseLayer(kernel: Kernel, values: Float32Array, width: number, bias: Float32Array): Dense {
  const weight = kernel.reserve(4 * values.length);
  packPanels(values, width, kernel.floats.subarray(weight / 4));
  return { weight, bias: floatVector(kernel, bias) };
}

export function shortLayer(
  kernel: Kernel,
  values: Float32Array,
  width: number,
  bias: Float32Array,
): ShortDense {
  const weight = kernel.reserve(2 * values.length);
  const scale = kernel.reserve(4 * width);
  packShortPanels(values, width, kernel.shorts.subarray(weight / 2), kernel.floats.subarray(scale / 4));
  return { weight, scale, bias: floatVector(kernel, bias) };
}

/** Byte offset of a copy of `values`. */
export function floatVector(kernel: Kernel, values: Float32Array): number {
  const at = kernel.reserve(4 * values.length);
  kernel.floats.set(values, at / 4);
  return at;
}

/** Lays a row-major matrix out as the kernel's `multiply` reads it: panels of eight columns, each panel row after row. */
function packPanels(values: Float32Array, width: number, out: Float32Array): void {
  const depth = values.length / width;
  for (let k = 0; k < depth; k++) {
    for (let j = 0; j < width; j++) out[(j >> 3) * depth * 8 + k * 8 + (j & 7)] = values[k * width + j]!;
  }
}

/** As `packPanels`, rounded to int16 with a scale per column, two rows of a column side by side (`multiplyShort`). */
function packShortPanels(values: Float32Array, width: number, out: Int16Array, scales: Float32Array): void {
  const depth = values.length / width;
  const limit = weightLimit(depth);
  for (let j = 0; j < width; j++) {
    let most = 1e-9;
    for (let k = 0; k < depth; k++) most = Math.max(most, Math.abs(values[k * width + j]!));
    const step = most / limit;
    scales[j] = step / ACTIVATION_STEPS;
    for (let k = 0; k < depth; k++) {
      const at = (j >> 3) * depth * 8 + (k >> 1) * 16 + (j & 7) * 2 + (k & 1);
      out[at] = Math.round(values[k * width + j]! / step);
    }
  }
}
