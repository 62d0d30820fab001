import { UPOS } from '../../model/index.ts';
import type { Vectors } from '../vectors.ts';
import type { Weights } from '../weights.ts';
import { addRow, byteRows, nibbleRows, rowBytes, type Rows, unscaled } from './embeddings.ts';
import type { Kernel } from './kernel/kernel.ts';
import { AFFIX_SLOTS, lexicalRows, type LexicalRows } from './lexicon.ts';
import {
  ACTIVATION_STEPS,
  denseLayer,
  firstGates,
  shortLayer,
  type Dense,
  type ShortDense,
  type Sizes,
} from './layers.ts';
import { XPOS } from './xpos.ts';

/** Words with their tags kept at once (about 3 KB each; memory is taken as they come), and how many new ones are computed together. */
const CACHED_WORDS = 24_000;
const MISSES = 64;
const TAG_PAIRS = UPOS.length * XPOS.length;

/** The cache's row for the root, and the tag table's. */
export const ROOT_WORD = 0;
const ROOT_TAG = TAG_PAIRS;

/**
 * What words and tags add to the network's first layer. That layer is linear in its inputs (word, affixes, vector, tags, and those of
 * the neighbours), so the share of each word with its pair of tags is computed once and kept, and the layer costs a few additions
 * per word (the precomputation of Chen & Manning 2014). A row of `…Input` has `dim` numbers, one of `…Gates` three parts of
 * `3 * dim`: for the word's own gates, the next word's, and those of the word before. Words' are int16, in steps of 1 / ACTIVATION_STEPS: half
 * as much to fetch from memory; those of tags and of words being worked out are floats.
 */
export interface WordCache {
  readonly kernel: Kernel;
  readonly sizes: Sizes;
  /** Rows of `wordInput` and `wordGates` by pair of tags, then by form. */
  readonly rows: (Map<string, number> | undefined)[];
  /** Rows in use, and how often all of them were given up. */
  used: number;
  generation: number;
  readonly wordInput: number;
  readonly wordGates: number;
  readonly tagInput: number;
  readonly tagGates: number;
  /** 1 for the rows of `tagInput` and `tagGates` that are filled. */
  readonly tagKnown: Uint8Array;
  /** Of words being worked out: what is summed up, the projected vector, the gates. */
  readonly missInput: number;
  readonly missVector: number;
  readonly projected: number;
  readonly missGates: number;
  readonly short: number;
  /** The first layer's three matrices side by side, and the projection of word vectors. */
  readonly gates: ShortDense;
  readonly project: Dense;
  readonly vectors: Vectors;
  readonly wordHashes: Uint32Array;
  /** Row 0 is the unknown word. */
  readonly word: Rows;
  readonly affix: Rows;
  readonly shape: Rows;
  readonly xpos: Rows;
  readonly upos: Rows;
  /** The first layer's bias, which the tags' rows hold. */
  readonly bias: Float32Array;
}

const floats = (count: number): number => count * 4;

/** Bytes of the kernel's memory that `createWordCache` reserves. */
export const wordCacheBytes = ({ dim, vector }: Sizes, weights: Weights): number =>
  rowBytes(weights, 'word', 'u8') +
  rowBytes(weights, 'affix', 'u8') +
  ['shape', 'tag', 'upos'].reduce((sum, name) => sum + rowBytes(weights, name, 'i8'), 0) +
  2 * CACHED_WORDS * 10 * dim +
  floats(
    (TAG_PAIRS + 1) * 10 * dim + MISSES * (12 * dim + vector) + 9 * dim * dim + vector * dim + 20 * dim,
  ) +
  16 * 64;

export function createWordCache(kernel: Kernel, sizes: Sizes, weights: Weights, vectors: Vectors): WordCache {
  const { dim, vector } = sizes;
  const cache: WordCache = {
    kernel,
    sizes,
    rows: [],
    used: 1,
    generation: 0,
    wordInput: kernel.reserve(2 * CACHED_WORDS * dim),
    wordGates: kernel.reserve(2 * CACHED_WORDS * 9 * dim),
    tagInput: kernel.reserve(floats((TAG_PAIRS + 1) * dim)),
    tagGates: kernel.reserve(floats((TAG_PAIRS + 1) * 9 * dim)),
    tagKnown: new Uint8Array(TAG_PAIRS + 1),
    missInput: kernel.reserve(floats(MISSES * dim)),
    missVector: kernel.reserve(floats(MISSES * vector)),
    projected: kernel.reserve(floats(MISSES * dim)),
    missGates: kernel.reserve(floats(MISSES * 9 * dim)),
    short: kernel.reserve(floats(MISSES * dim)),
    gates: shortLayer(kernel, firstGates(weights, dim), new Float32Array(9 * dim)),
    project: denseLayer(kernel, unscaled(weights, 'project'), dim, new Float32Array(dim)),
    vectors,
    wordHashes: weights.array('word.hash', 'u32'),
    word: nibbleRows(kernel, weights, 'word', dim),
    affix: nibbleRows(kernel, weights, 'affix', dim),
    shape: byteRows(kernel, weights, 'shape', dim),
    xpos: byteRows(kernel, weights, 'tag', dim),
    upos: byteRows(kernel, weights, 'upos', dim),
    bias: weights.array('sru0_b', 'f32'),
  };
  kernel.floats.set(weights.array('root', 'f32'), cache.missInput / 4);
  addTagRow(cache, ROOT_TAG);
  const [input, gates] = [
    cache.tagInput + floats(ROOT_TAG * dim),
    cache.tagGates + floats(ROOT_TAG * 9 * dim),
  ];
  store(cache, input, gates, ROOT_WORD, 1);
  return cache;
}

/** Fills the row of a pair of tags where it is not filled. `missInput` must be free. */
function fillTagRow(cache: WordCache, row: number): void {
  if (cache.tagKnown[row] === 1) return;
  const { dim } = cache.sizes;
  const input = cache.missInput;
  cache.kernel.floats.fill(0, input / 4, input / 4 + dim);
  addRow(cache.xpos, row % XPOS.length, dim, input);
  addRow(cache.upos, Math.floor(row / XPOS.length), dim, input);
  addTagRow(cache, row);
}

/** Files the first row of `missInput` as the input of a pair of tags, and its gates. */
function addTagRow(cache: WordCache, row: number): void {
  const { kernel, sizes, tagKnown } = cache;
  const { dim } = sizes;
  tagKnown[row] = 1;
  const memory = kernel.floats;
  const input = cache.missInput / 4;
  memory.copyWithin(cache.tagInput / 4 + row * dim, input, input + dim);
  const gates = cache.tagGates + floats(row * 9 * dim);
  gatesOf(cache, cache.missInput, 1, gates);
  for (let j = 0; j < 3 * dim; j++) memory[gates / 4 + j]! += cache.bias[j]!;
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

/** Adds the row of a pair of tags to the inputs and gates of a word being worked out. */
function addTags({ kernel, sizes: { dim }, ...cache }: WordCache, index: number, tag: number): void {
  const input = cache.projected + floats(index * dim);
  kernel.addRows(dim, input, cache.tagInput + floats(tag * dim), input);
  const gates = cache.missGates + floats(index * 9 * dim);
  kernel.addRows(9 * dim, gates, cache.tagGates + floats(tag * 9 * dim), gates);
}

/** Stores inputs and gates as rows `first` up to `first + count`. */
function store(
  { kernel, sizes: { dim }, wordInput, wordGates }: WordCache,
  input: number,
  gates: number,
  first: number,
  count: number,
): void {
  kernel.shorten(count * dim, input, ACTIVATION_STEPS, wordInput + 2 * first * dim);
  kernel.shorten(count * 9 * dim, gates, ACTIVATION_STEPS, wordGates + 2 * first * 9 * dim);
}

/** One sentence as the parser reads it. */
export interface Words {
  readonly length: number;
  readonly form: (index: number) => string;
  /** Lower case with straight quotes. */
  readonly lower: (index: number) => string;
  /** Index into UPOS, and code of the Penn tag. */
  readonly upos: (index: number) => number;
  readonly xpos: (index: number) => number;
  /** The number of a word's form in its document, and what was found for such numbers before. */
  readonly id?: (index: number) => number;
  readonly found?: FoundRows;
}

/** By the number of a form: the pair of tags it was seen with last, and the row of both. Spares looking texts up again and again. */
export interface FoundRows {
  generation: number;
  readonly tags: Int16Array;
  readonly rows: Int32Array;
}

export const noRows = (forms: number): FoundRows => ({
  generation: -1,
  tags: new Int16Array(forms),
  rows: new Int32Array(forms),
});

/**
 * Writes to `out` which rows of the cache are those of words `first` up to `first + count`, computing those not there yet. A full cache is
 * emptied first: what a word adds never depends on the words before it. `count` may not exceed the cache.
 */
export function cacheWords(
  cache: WordCache,
  words: Words,
  first: number,
  count: number,
  out: Int32Array,
): void {
  if (cache.used + count >= CACHED_WORDS) {
    cache.rows.length = 0;
    cache.used = 1;
    cache.generation++;
  }
  const { id, found } = words;
  if (found && found.generation !== cache.generation) {
    found.tags.fill(-1);
    found.generation = cache.generation;
  }
  const fresh: Fresh = { first: cache.used, tags: [] };
  for (let i = 0; i < count; i++) {
    const tag = words.upos(first + i) * XPOS.length + words.xpos(first + i);
    if (!id || !found) out[i] = rowOfWord(cache, words, first + i, tag, fresh);
    else {
      const form = id(first + i);
      if (found.tags[form] !== tag) {
        found.rows[form] = rowOfWord(cache, words, first + i, tag, fresh);
        found.tags[form] = tag;
      }
      out[i] = found.rows[form]!;
    }
  }
  finishWords(cache, fresh);
}

/** Words whose rows, from `first` on, are not worked out yet: the pair of tags of each. */
interface Fresh {
  first: number;
  tags: number[];
}

function rowOfWord(cache: WordCache, words: Words, index: number, tag: number, fresh: Fresh): number {
  const known = (cache.rows[tag] ??= new Map<string, number>());
  const form = words.form(index);
  const before = known.get(form);
  if (before !== undefined) return before;
  const row = cache.used++;
  known.set(form, row);
  addWord(cache, form, words.lower(index), row - fresh.first);
  fresh.tags.push(tag);
  if (fresh.tags.length === MISSES) finishWords(cache, fresh);
  return row;
}

const rows: LexicalRows = { vector: 0, word: 0, shape: 0, affixes: new Int32Array(AFFIX_SLOTS) };

function addWord(cache: WordCache, form: string, lower: string, index: number): void {
  const { kernel, sizes } = cache;
  const { dim, vector } = sizes;
  const memory = kernel.floats;
  lexicalRows(form, lower, cache.vectors.hashes, cache.wordHashes, rows);
  const input = cache.missInput + floats(index * dim);
  memory.fill(0, input / 4, input / 4 + dim);
  addRow(cache.word, rows.word, dim, input);
  addRow(cache.shape, rows.shape, dim, input);
  for (const affix of rows.affixes) addRow(cache.affix, affix, dim, input);
  const to = cache.missVector / 4 + index * vector;
  const from = (rows.vector - 1) * vector;
  for (let j = 0; j < vector; j++)
    memory[to + j] = rows.vector === 0 ? 0 : cache.vectors.rows[from + j]! / 32;
}

/** Works out the rows of `fresh` and empties it. */
function finishWords(cache: WordCache, fresh: Fresh): void {
  const { kernel, sizes, project, projected } = cache;
  const { dim, vector } = sizes;
  const count = fresh.tags.length;
  if (count === 0) return;
  kernel.multiply(count, vector, dim, cache.missVector, project.weight, project.bias, projected, 0);
  kernel.addRows(count * dim, projected, cache.missInput, projected);
  gatesOf(cache, projected, count, cache.missGates);
  fresh.tags.forEach((tag, index) => {
    fillTagRow(cache, tag);
    addTags(cache, index, tag);
  });
  store(cache, projected, cache.missGates, fresh.first, count);
  fresh.first += count;
  fresh.tags.length = 0;
}
