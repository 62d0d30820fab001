import { UPOS } from '../../model/index.ts';
import type { Vectors } from '../vectors.ts';
import type { Weights } from '../weights.ts';
import {
  addPacked,
  addScaled,
  packedRows,
  scaledRows,
  unscaled,
  type PackedRows,
  type ScaledRows,
} from './embeddings.ts';
import type { Kernel } from './kernel/kernel.ts';
import { AFFIX_SLOTS, lexicalRows, type LexicalRows } from './lexicon.ts';
import {
  ACTIVATION_STEPS,
  denseLayer,
  shortLayer,
  type Dense,
  type ShortDense,
  type Sizes,
} from './layers.ts';
import { XPOS } from './xpos.ts';

/** Words kept at once (about 6 KB each), and how many new ones are computed together. */
const CACHED_WORDS = 8192;
const MISSES = 64;
const TAG_PAIRS = UPOS.length * XPOS.length;

/** The cache's row for no word, and the tag table's row for the root. */
export const NO_WORD = 0;
export const ROOT_TAG = TAG_PAIRS;

/**
 * What words and tags add to the network's first layer. That layer is linear in its inputs (word, affixes, vector, tags, and those of
 * the neighbours), so each word's and each pair of tags' share is computed once and kept, and the layer costs a few additions
 * per word (the precomputation of Chen & Manning 2014). A row of `…Input` has `dim` floats, one of `…Gates` three parts of
 * `3 * dim`: for the word's own gates, the next word's, and those of the word before.
 */
export interface WordCache {
  readonly kernel: Kernel;
  readonly sizes: Sizes;
  readonly slots: Map<string, number>;
  readonly wordInput: number;
  readonly wordGates: number;
  readonly tagInput: number;
  readonly tagGates: number;
  /** 1 for the rows of `tagInput` and `tagGates` that are filled. */
  readonly tagKnown: Uint8Array;
  readonly missInput: number;
  readonly missVector: number;
  readonly short: number;
  /** The first layer's three matrices side by side, and the projection of word vectors. */
  readonly gates: ShortDense;
  readonly project: Dense;
  readonly vectors: Vectors;
  readonly wordHashes: Uint32Array;
  /** Row 0 is the unknown word. */
  readonly word: PackedRows;
  readonly affix: PackedRows;
  readonly shape: ScaledRows;
  readonly xpos: ScaledRows;
  readonly upos: ScaledRows;
  /** The first layer's bias, which the tags' rows hold. */
  readonly bias: Float32Array;
}

const floats = (count: number): number => count * 4;

/** Bytes of the kernel's memory that `createWordCache` reserves. */
export const wordCacheBytes = ({ dim, vector }: Sizes): number =>
  floats(
    (CACHED_WORDS + TAG_PAIRS + 8) * 10 * dim +
      MISSES * (2 * dim + vector) +
      9 * dim * dim +
      vector * dim +
      20 * dim,
  ) +
  16 * 64;

export function createWordCache(kernel: Kernel, sizes: Sizes, weights: Weights, vectors: Vectors): WordCache {
  const { dim, vector } = sizes;
  const cache: WordCache = {
    kernel,
    sizes,
    slots: new Map(),
    wordInput: kernel.reserve(floats((CACHED_WORDS + 4) * dim)),
    wordGates: kernel.reserve(floats((CACHED_WORDS + 4) * 9 * dim)),
    tagInput: kernel.reserve(floats((TAG_PAIRS + 4) * dim)),
    tagGates: kernel.reserve(floats((TAG_PAIRS + 4) * 9 * dim)),
    tagKnown: new Uint8Array(TAG_PAIRS + 1),
    missInput: kernel.reserve(floats(MISSES * dim)),
    missVector: kernel.reserve(floats(MISSES * vector)),
    short: kernel.reserve(floats(MISSES * dim)),
    gates: shortLayer(kernel, firstGates(weights, dim), 9 * dim, new Float32Array(9 * dim)),
    project: denseLayer(kernel, unscaled(weights, 'project'), dim, new Float32Array(dim)),
    vectors,
    wordHashes: weights.array('word.hash', 'u32'),
    word: packedRows(weights, 'word'),
    affix: packedRows(weights, 'affix'),
    shape: scaledRows(weights, 'shape'),
    xpos: scaledRows(weights, 'tag'),
    upos: scaledRows(weights, 'upos'),
    bias: weights.array('sru0_b', 'f32'),
  };
  kernel.floats.set(weights.array('root', 'f32'), cache.missInput / 4);
  addTagRow(cache, ROOT_TAG);
  return cache;
}

/** The word's own gates, the next word's, those of the word before: three matrices side by side. */
function firstGates(weights: Weights, dim: number): Float32Array {
  const parts = ['sru0_w', 'near_left', 'near_right'].map((name) => unscaled(weights, name));
  const all = new Float32Array(9 * dim * dim);
  parts.forEach((part, p) => {
    for (let k = 0; k < dim; k++) {
      all.set(part.subarray(k * 3 * dim, (k + 1) * 3 * dim), k * 9 * dim + p * 3 * dim);
    }
  });
  return all;
}

/** Row of a pair of tags, given by their codes; filled when it is first asked for. */
export function tagRow(cache: WordCache, upos: number, xpos: number): number {
  const row = upos * XPOS.length + xpos;
  if (cache.tagKnown[row] === 0) {
    const { dim } = cache.sizes;
    const at = cache.missInput / 4;
    cache.kernel.floats.fill(0, at, at + dim);
    addScaled(cache.kernel.floats, at, cache.xpos, xpos, dim);
    addScaled(cache.kernel.floats, at, cache.upos, upos, dim);
    addTagRow(cache, row);
  }
  return row;
}

/** Files the first row of `missInput` as the input of a pair of tags, and its gates. */
function addTagRow(cache: WordCache, row: number): void {
  const { kernel, sizes, tagKnown } = cache;
  const { dim } = sizes;
  tagKnown[row] = 1;
  const memory = kernel.floats;
  const input = cache.missInput / 4;
  memory.copyWithin(cache.tagInput / 4 + row * dim, input, input + dim);
  // The kernel writes four rows at a time; the cache's spare rows take them.
  const spare = cache.wordGates + floats(CACHED_WORDS * 9 * dim);
  gatesOf(cache, cache.missInput, 1, spare);
  memory.copyWithin(cache.tagGates / 4 + row * 9 * dim, spare / 4, spare / 4 + 9 * dim);
  const at = cache.tagGates / 4 + row * 9 * dim;
  for (let j = 0; j < 3 * dim; j++) memory[at + j] = memory[at + j]! + cache.bias[j]!;
}

function gatesOf(
  { kernel, sizes: { dim }, gates, short }: WordCache,
  input: number,
  count: number,
  out: number,
): void {
  kernel.shorten(((count + 3) & ~3) * dim, input, ACTIVATION_STEPS, short);
  kernel.multiplyShort(count, dim, 9 * dim, short, gates.weight, gates.scale, gates.bias, out, 0);
}

const rows: LexicalRows = { vector: 0, word: 0, shape: 0, affixes: new Int32Array(AFFIX_SLOTS) };

/**
 * Writes to `slots` which rows of the cache are each word's, computing those not there yet. A full cache is emptied first: what a
 * word adds never depends on the words before it. `count` may not exceed the cache.
 */
export function cacheWords(
  cache: WordCache,
  count: number,
  form: (index: number) => string,
  lower: (index: number) => string,
  slots: Int32Array,
): void {
  const known = cache.slots;
  if (known.size + count >= CACHED_WORDS) known.clear();
  let first = known.size + 1;
  for (let i = 0; i < count; i++) {
    const text = form(i);
    let slot = known.get(text);
    if (slot === undefined) {
      slot = known.size + 1;
      known.set(text, slot);
      addWord(cache, text, lower(i), slot - first);
      if (slot - first + 1 === MISSES) {
        finishWords(cache, first, MISSES);
        first = slot + 1;
      }
    }
    slots[i] = slot;
  }
  if (known.size >= first) finishWords(cache, first, known.size + 1 - first);
}

function addWord(cache: WordCache, form: string, lower: string, index: number): void {
  const { kernel, sizes } = cache;
  const { dim, vector } = sizes;
  const memory = kernel.floats;
  lexicalRows(form, lower, cache.vectors.hashes, cache.wordHashes, rows);
  const at = cache.missInput / 4 + index * dim;
  memory.fill(0, at, at + dim);
  addPacked(memory, at, cache.word, rows.word, dim);
  addScaled(memory, at, cache.shape, rows.shape, dim);
  for (const affix of rows.affixes) addPacked(memory, at, cache.affix, affix, dim);
  const to = cache.missVector / 4 + index * vector;
  const from = (rows.vector - 1) * vector;
  for (let j = 0; j < vector; j++)
    memory[to + j] = rows.vector === 0 ? 0 : cache.vectors.rows[from + j]! / 32;
}

function finishWords(cache: WordCache, first: number, count: number): void {
  const { kernel, sizes } = cache;
  const { dim, vector } = sizes;
  const input = cache.wordInput + floats(first * dim);
  // The kernel works on four rows at a time; what it writes behind the last is overwritten by the next call.
  kernel.multiply(count, vector, dim, cache.missVector, cache.project.weight, cache.project.bias, input, 0);
  kernel.addRows(count * dim, input, cache.missInput, input);
  gatesOf(cache, input, count, cache.wordGates + floats(first * 9 * dim));
}
