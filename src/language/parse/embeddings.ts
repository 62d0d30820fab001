import type { Weights } from '../weights.ts';

/** Embedding rows as int8 with one scale per row. */
export interface ScaledRows {
  readonly rows: Int8Array;
  readonly scales: Float32Array;
}

/** As `ScaledRows`, two values to a byte, the lower four bits first, 8 standing for zero. */
export interface PackedRows {
  readonly rows: Uint8Array;
  readonly scales: Float32Array;
}

export const scaledRows = (weights: Weights, name: string): ScaledRows => ({
  rows: weights.array(name, 'i8'),
  scales: weights.array(`${name}.scale`, 'f32'),
});

export const packedRows = (weights: Weights, name: string): PackedRows => ({
  rows: weights.array(name, 'u8'),
  scales: weights.array(`${name}.scale`, 'f32'),
});

/** A matrix stored as int16 with one scale. */
export function unscaled(weights: Weights, name: string): Float32Array {
  const scale = weights.array(`${name}.scale`, 'f32')[0]!;
  const stored = weights.array(name, 'i16');
  const values = new Float32Array(stored.length);
  for (let i = 0; i < stored.length; i++) values[i] = stored[i]! * scale;
  return values;
}

/** Adds a row of a table to `width` floats from `at`. */
export function addScaled(
  out: Float32Array,
  at: number,
  table: ScaledRows,
  row: number,
  width: number,
): void {
  const scale = table.scales[row]!;
  const from = row * width;
  for (let j = 0; j < width; j++) out[at + j] = out[at + j]! + table.rows[from + j]! * scale;
}

/** As `addScaled`; `width` is even. */
export function addPacked(
  out: Float32Array,
  at: number,
  table: PackedRows,
  row: number,
  width: number,
): void {
  const scale = table.scales[row]!;
  const from = (row * width) >> 1;
  for (let j = 0; j < width; j += 2) {
    const pair = table.rows[from + (j >> 1)]!;
    out[at + j] = out[at + j]! + ((pair & 15) - 8) * scale;
    out[at + j + 1] = out[at + j + 1]! + ((pair >> 4) - 8) * scale;
  }
}
