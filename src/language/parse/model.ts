import type { Vectors } from '../vectors.ts';
import { readWeights } from '../weights.ts';
import { instantiate, type Kernel } from './kernel/kernel.ts';
import { floatVector, shortLayer, type ShortDense, type Sizes, storedMatrix } from './layers.ts';
import { createWordCache, wordCacheBytes, type WordCache } from './words.ts';

export const MODEL_NAME = 'parser';
export const MODEL_VERSION = 4;

/** The trained parser in the kernel's memory. */
export interface ParserModel {
  readonly kernel: Kernel;
  readonly sizes: Sizes;
  /** The first recurrent layer's gates, per word and pair of tags. */
  readonly words: WordCache;
  /** Gates of the recurrent layers after the first, and peepholes of all. */
  readonly gates: readonly ShortDense[];
  readonly peepholes: readonly number[];
  readonly arcDependent: ShortDense;
  readonly arcHead: ShortDense;
  readonly arcBilinear: ShortDense;
  readonly labelDependent: ShortDense;
  readonly labelHead: ShortDense;
  readonly labelOut: ShortDense;
}

/** Bytes of the dense layers, with room for alignment. */
function layerBytes({ dim, layers, arc, label, labels }: Sizes): number {
  const matrices = layers * dim * 3 * dim + 2 * dim * (arc + label) + arc * arc + label * labels;
  return 4 * (matrices + layers * 12 * dim + 4 * (arc + label + labels)) + 64 * 64;
}

/**
 * Reads the parser's weights and lays them out in the kernel's memory. `scratch` is how many bytes more the caller will reserve.
 * @throws UserError when the file is missing, damaged, or of another version.
 */
export function loadParser(
  path: string | URL,
  vectors: Vectors,
  scratch: (sizes: Sizes) => number,
): ParserModel {
  const weights = readWeights(path, MODEL_NAME, MODEL_VERSION);
  const sizes = JSON.parse(weights.text('sizes')) as Sizes;
  const kernel = instantiate(layerBytes(sizes) + wordCacheBytes(sizes, weights) + scratch(sizes));
  const { dim, arc, label, labels } = sizes;
  const vector = (name: string): Float32Array => weights.array(name, 'f32');
  const short = (name: string, width: number, bias: Float32Array): ShortDense =>
    shortLayer(kernel, [storedMatrix(weights, name, width)], bias);
  const layers = Array.from({ length: sizes.layers }, (_, n) => n);
  return {
    kernel,
    sizes,
    words: createWordCache(kernel, sizes, weights, vectors),
    gates: layers.slice(1).map((n) => short(`sru${n}_w`, 3 * dim, vector(`sru${n}_b`))),
    peepholes: layers.map((n) => floatVector(kernel, vector(`sru${n}_v`))),
    arcDependent: short('arc_dep', arc, vector('arc_dep_bias')),
    arcHead: short('arc_head', arc, vector('arc_head_bias')),
    arcBilinear: short('arc_u', arc, vector('arc_prior')),
    labelDependent: short('label_dep', label, vector('label_bias')),
    labelHead: short('label_head', label, new Float32Array(label)),
    labelOut: short('label_out', labels, vector('label_out_bias')),
  };
}
