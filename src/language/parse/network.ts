import { isTree, spanningTree } from './decode.ts';
import { deprelCode } from './labels.ts';
import { ACTIVATION_STEPS, type ShortDense, type Sizes } from './layers.ts';
import type { ParserModel } from './model.ts';
import { cacheWords, ROOT_WORD, type Words } from './words.ts';

/** Rows of the scratch matrices: the longest stretch parsed at once, and the root before it. */
const MAX_ROWS = 256;

/** The longest stretch of words parsed at once. */
export const MAX_WORDS = MAX_ROWS - 1;

const ROOT = deprelCode('root');

/** Byte offsets of the matrices that one sentence after another is worked out in, one row per word, the root's first. */
export interface Scratch {
  readonly gates: number;
  readonly inputs: readonly [number, number];
  readonly short: number;
  readonly dependent: number;
  readonly head: number;
  readonly query: number;
  readonly keys: number;
  readonly scores: number;
  readonly labelDependent: number;
  readonly labelHead: number;
  readonly paired: number;
  readonly logits: number;
  /** Int32 columns: rows of the words in the cache, heads, labels. */
  readonly words: number;
  readonly heads: number;
  readonly labels: number;
  readonly mark: Int32Array;
}

/** Bytes of the kernel's memory that `reserveScratch` reserves. */
export const scratchBytes = ({ dim, arc, label, labels }: Sizes): number =>
  4 * MAX_ROWS * (6 * dim + 4 * arc + 3 * label + labels + MAX_ROWS + 4) + 32 * 64;

export function reserveScratch({ kernel, sizes }: ParserModel): Scratch {
  const { dim, arc, label, labels } = sizes;
  const matrix = (width: number): number => kernel.reserve(4 * MAX_ROWS * width);
  return {
    gates: matrix(3 * dim),
    inputs: [matrix(dim), matrix(dim)],
    short: matrix(dim),
    dependent: matrix(arc),
    head: matrix(arc),
    query: matrix(arc),
    keys: matrix(arc),
    scores: matrix(MAX_ROWS),
    labelDependent: matrix(label),
    labelHead: matrix(label),
    paired: matrix(label),
    logits: matrix(labels),
    words: matrix(1),
    heads: matrix(1),
    labels: matrix(1),
    mark: new Int32Array(MAX_ROWS),
  };
}

/** Leaves heads (0 the root) and labels of words `first` up to `first + count` in `scratch`, from row 1. */
export function parseStretch(
  model: ParserModel,
  scratch: Scratch,
  words: Words,
  first: number,
  count: number,
): void {
  gatherInputs(model, scratch, words, first, count);
  encode(model, scratch, count + 1);
  chooseHeads(model, scratch, count);
  chooseLabels(model, scratch, count);
}

/** The first layer's input and gates, the root in row 0. */
function gatherInputs(
  model: ParserModel,
  scratch: Scratch,
  words: Words,
  first: number,
  count: number,
): void {
  const { kernel, sizes, words: cache } = model;
  const rows = kernel.integers.subarray(scratch.words / 4, scratch.words / 4 + count + 1);
  rows[0] = ROOT_WORD;
  cacheWords(cache, words, first, count, rows.subarray(1));
  kernel.gather(
    count + 1,
    sizes.dim,
    scratch.words,
    cache.wordInput,
    cache.wordGates,
    kernel.zeros,
    1 / ACTIVATION_STEPS,
    scratch.inputs[0],
    scratch.gates,
  );
}

/** Runs the recurrent layers over `rows` rows; their output is left in `scratch.short`. */
function encode(
  { kernel, sizes: { dim }, gates, peepholes }: ParserModel,
  scratch: Scratch,
  rows: number,
): void {
  let [from, to] = scratch.inputs;
  peepholes.forEach((peephole, layer) => {
    if (layer > 0) {
      const { weight, scale, bias } = gates[layer - 1]!;
      kernel.multiplyShort(rows, dim, 3 * dim, scratch.short, weight, scale, bias, scratch.gates, 0);
    }
    kernel.recur(rows, dim / 2, scratch.gates, peephole, from, to, ACTIVATION_STEPS, scratch.short);
    [from, to] = [to, from];
  });
}

function chooseHeads(model: ParserModel, scratch: Scratch, count: number): void {
  const { kernel, sizes, arcDependent, arcHead, arcBilinear } = model;
  const rows = count + 1;
  const width = (rows + 7) & ~7;
  project(model, scratch, rows, sizes.arc, arcDependent, scratch.dependent, 1);
  project(model, scratch, rows, sizes.arc, arcHead, scratch.head, 1);
  kernel.shorten(rows * sizes.arc, scratch.dependent, ACTIVATION_STEPS, scratch.paired);
  multiplyShort(model, scratch.paired, rows, sizes.arc, sizes.arc, arcBilinear, scratch.query);
  kernel.pack(rows, sizes.arc, scratch.head, scratch.keys);
  kernel.multiply(rows, sizes.arc, width, scratch.query, scratch.keys, kernel.zeros, scratch.scores, 0);
  const scores = kernel.floats;
  const base = scratch.scores / 4;
  for (let i = 0; i < rows; i++) scores[base + i * width + i] = -1e9;
  kernel.largest(rows, width, rows, scratch.scores, scratch.heads);
  const heads = kernel.integers.subarray(scratch.heads / 4, scratch.heads / 4 + rows);
  heads[0] = 0;
  if (!isTree(heads, count, scratch.mark)) spanningTree(scores, base, width, count, heads);
}

/** One dense layer over `rows` rows of int16 at `from`. */
function multiplyShort(
  { kernel }: ParserModel,
  from: number,
  rows: number,
  depth: number,
  width: number,
  { weight, scale, bias }: ShortDense,
  out: number,
  relu: 0 | 1 = 0,
): void {
  kernel.multiplyShort(rows, depth, width, from, weight, scale, bias, out, relu);
}

/** One dense layer over the encoder's output. */
function project(
  model: ParserModel,
  { short }: Scratch,
  rows: number,
  width: number,
  layer: ShortDense,
  out: number,
  relu: 0 | 1,
): void {
  multiplyShort(model, short, rows, model.sizes.dim, width, layer, out, relu);
}

function chooseLabels(model: ParserModel, scratch: Scratch, count: number): void {
  const { kernel, sizes, labelDependent, labelHead, labelOut } = model;
  const { label, labels } = sizes;
  const rows = count + 1;
  project(model, scratch, rows, label, labelDependent, scratch.labelDependent, 0);
  project(model, scratch, rows, label, labelHead, scratch.labelHead, 0);
  kernel.pair(rows, label, scratch.labelDependent, scratch.labelHead, scratch.heads, scratch.paired);
  kernel.shorten(rows * label, scratch.paired, ACTIVATION_STEPS, scratch.labelDependent);
  multiplyShort(model, scratch.labelDependent, rows, label, labels, labelOut, scratch.logits);
  // A word under another is never the root.
  for (let i = 0; i < rows; i++) kernel.floats[scratch.logits / 4 + i * labels + ROOT] = -1e9;
  kernel.largest(rows, labels, labels, scratch.logits, scratch.labels);
}
