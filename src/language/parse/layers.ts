import type { Weights } from '../weights.ts';
import { type Kernel, STAGING } from './kernel/kernel.ts';

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

/** A matrix as it is stored: row-major int16 times one scale. */
export interface StoredMatrix {
  readonly values: Int16Array;
  readonly scale: number;
  readonly width: number;
}

export function storedMatrix(weights: Weights, name: string, width: number): StoredMatrix {
  return {
    values: weights.array(name, 'i16'),
    scale: weights.array(`${name}.scale`, 'f32')[0]!,
    width,
  };
}

/** The first layer of a network that sees its neighbours: the word's own gates, the next word's, those of the word before: three matrices side by side. */
export const firstGates = (weights: Weights, dim: number): StoredMatrix[] =>
  ['sru0_w', 'near_left', 'near_right'].map((name) => storedMatrix(weights, name, 3 * dim));

const pad8 = (width: number): number => (width + 7) & ~7;

/** Matrices of one depth side by side as one layer, each filled up with zeros to a multiple of 8 columns, as is the bias. */
export function shortLayer(
  kernel: Kernel,
  matrices: readonly StoredMatrix[],
  bias: Float32Array,
): ShortDense {
  const depth = matrices[0]!.values.length / matrices[0]!.width;
  const width = matrices.reduce((sum, one) => sum + pad8(one.width), 0);
  const weight = kernel.reserve(2 * depth * width);
  const scale = kernel.reserve(4 * width);
  let column = 0;
  for (const one of matrices) {
    if (one.values.byteLength > STAGING) throw new Error('a matrix is larger than the kernel can pass on');
    kernel.shorts.set(one.values, kernel.staging / 2);
    kernel.packShort(
      depth,
      one.width,
      kernel.staging,
      one.scale,
      weightLimit(depth),
      ACTIVATION_STEPS,
      weight + 2 * depth * column,
      scale + 4 * column,
    );
    column += pad8(one.width);
  }
  const padded = new Float32Array(width);
  padded.set(bias);
  return { weight, scale, bias: floatVector(kernel, padded) };
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
