import { instantiate, type Kernel } from './kernel/kernel.ts';
import { AFFIX_SLOTS, lexicalRows, type LexicalRows } from './lexicon.ts';
import { XPOS } from './xpos.ts';
import { UPOS } from '../../model/index.ts';
import { readWeights, type Weights } from '../weights.ts';

export const MODEL_NAME = 'parser';
export const MODEL_VERSION = 1;

/** Rows of the scratch matrices: the longest sentence parsed at once, and the root before it. */
export const MAX_ROWS = 256;
const CACHED_WORDS = 8192;
const MISSES = 64;

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
interface Dense {
  readonly weight: number;
  readonly bias: number;
}

/** A dense layer over int16, with one scale per column. */
interface ShortDense extends Dense {
  readonly scale: number;
}

/** Activations between layers are stored as int16 in steps of 1 / ACTIVATION_STEPS, within ±16. */
export const ACTIVATION_STEPS = 512;
const SHORT_WEIGHT_LIMIT = 2047;

/**
 * The trained parser in the kernel's memory. The network's first layer is linear in its inputs (word, affixes, vector, tags), so
 * what each word and each tag adds to it is computed once and kept: the first of the recurrent layers costs a few additions.
 */
export interface ParserModel {
  readonly kernel: Kernel;
  readonly sizes: Sizes;
  /** Gates of the first recurrent layer, computed per word and per tag; the other layers'. */
  readonly firstGates: Dense;
  readonly gates: readonly ShortDense[];
  /** Peepholes of each recurrent layer. */
  readonly peepholes: readonly number[];
  readonly arcDependent: ShortDense;
  readonly arcHead: ShortDense;
  readonly arcBilinear: Dense;
  readonly labelDependent: ShortDense;
  readonly labelHead: ShortDense;
  readonly labelOut: Dense;
  readonly tables: Tables;
  readonly cache: WordCache;
}

/** Embedding rows as int8 with one scale per row; row 0 of `word` and `vector` stands for the unknown. */
interface Tables {
  readonly vectorHashes: Uint32Array;
  readonly vectors: Int8Array;
  readonly wordHashes: Uint32Array;
  readonly word: ScaledRows;
  readonly affix: ScaledRows;
  readonly shape: ScaledRows;
  readonly project: Dense;
}
interface ScaledRows {
  readonly rows: Int8Array;
  readonly scales: Float32Array;
}

/** What words and tags add to the first layer: rows of `dim` (its input) and of `3 * dim` (its gates). */
export interface WordCache {
  readonly slots: Map<string, number>;
  readonly input: number;
  readonly gates: number;
  /** Per pair of tags, `upos * XPOS.length + xpos`; the root's row is the last. */
  readonly tagInput: number;
  readonly tagGates: number;
  readonly missInput: number;
  readonly missVector: number;
}
export const TAG_PAIRS = UPOS.length * XPOS.length;

const floats = (count: number): number => count * 4;

function sizesOf(weights: Weights): Sizes {
  return JSON.parse(weights.text('sizes')) as Sizes;
}

/** Bytes the network, its cache and its scratch need, with room for alignment. */
function memoryBytes(sizes: Sizes, scratch: number): number {
  const { dim, layers, arc, label, labels, vector } = sizes;
  const dense =
    layers * (dim * 3 * dim + 5 * dim) +
    2 * dim * arc +
    arc * arc +
    2 * dim * label +
    label * labels +
    vector * dim;
  const cache = (CACHED_WORDS + TAG_PAIRS + 1 + MISSES) * 4 * dim + MISSES * vector;
  return floats(dense + cache + 8 * dim + labels * 4 + arc * 4) + scratch + 65_536;
}

/**
 * Reads the parser's weights and lays them out in the kernel's memory. `scratch` is how many bytes more the caller will reserve.
 * @throws UserError when the file is missing, damaged, or of another version.
 */
export function loadParser(path: string | URL, scratch: (sizes: Sizes) => number): ParserModel {
  const weights = readWeights(path, MODEL_NAME, MODEL_VERSION);
  const sizes = sizesOf(weights);
  const kernel = instantiate(memoryBytes(sizes, scratch(sizes)));
  const vector = (name: string, size: number): number => {
    const at = kernel.reserve(floats(size));
    const values = weights.array(name, 'f32');
    kernel.floats.set(values, at / 4);
    return at;
  };
  const matrix = (name: string, width: number): { values: Float32Array; depth: number } => {
    const scale = weights.array(`${name}.scale`, 'f32')[0]!;
    const values = Float32Array.from(weights.array(name, 'i16'), (value) => value * scale);
    return { values, depth: values.length / width };
  };
  const biasOf = (name: string | undefined, width: number): number =>
    name ? vector(name, width) : kernel.reserve(floats(width));
  const dense = (name: string, width: number, bias?: string): Dense => {
    const { values, depth } = matrix(name, width);
    const weight = kernel.reserve(floats(values.length));
    packPanels(values, depth, width, kernel.floats, weight / 4);
    return { weight, bias: biasOf(bias, width) };
  };
  const short = (name: string, width: number, bias?: string): ShortDense => {
    const { values, depth } = matrix(name, width);
    const weight = kernel.reserve(2 * values.length);
    const scale = kernel.reserve(floats(width));
    packShortPanels(
      values,
      depth,
      width,
      kernel.shorts.subarray(weight / 2),
      kernel.floats.subarray(scale / 4),
    );
    return { weight, scale, bias: biasOf(bias, width) };
  };
  const { dim, arc, label, labels } = sizes;
  const layers = Array.from({ length: sizes.layers }, (_, n) => n);
  const scaled = (name: string): ScaledRows => ({
    rows: weights.array(name, 'i8'),
    scales: weights.array(`${name}.scale`, 'f32'),
  });
  const tables: Tables = {
    vectorHashes: weights.array('vector.hash', 'u32'),
    vectors: weights.array('vector', 'i8'),
    wordHashes: weights.array('word.hash', 'u32'),
    word: scaled('word'),
    affix: scaled('affix'),
    shape: scaled('shape'),
    project: dense('project', dim),
  };
  const model: ParserModel = {
    kernel,
    sizes,
    firstGates: dense('sru0_w', 3 * dim, 'sru0_b'),
    gates: layers.slice(1).map((n) => short(`sru${n}_w`, 3 * dim, `sru${n}_b`)),
    peepholes: layers.map((n) => vector(`sru${n}_v`, 2 * dim)),
    arcDependent: short('arc_dep', arc, 'arc_dep_bias'),
    arcHead: short('arc_head', arc, 'arc_head_bias'),
    arcBilinear: dense('arc_u', arc, 'arc_prior'),
    labelDependent: short('label_dep', label, 'label_bias'),
    labelHead: short('label_head', label),
    labelOut: dense('label_out', labels, 'label_out_bias'),
    tables,
    cache: reserveCache(kernel, sizes),
  };
  fillTags(model, scaled('tag'), scaled('upos'), weights.array('root', 'f32'));
  return model;
}

/** Lays a row-major matrix out as the kernel's `multiply` reads it: panels of eight columns, each panel row after row. */
function packPanels(values: Float32Array, depth: number, width: number, out: Float32Array, at: number): void {
  for (let k = 0; k < depth; k++) {
    for (let j = 0; j < width; j++) out[at + (j >> 3) * depth * 8 + k * 8 + (j & 7)] = values[k * width + j]!;
  }
}

/** As `packPanels`, rounded to int16 with a scale per column, two rows of a column side by side (`multiplyShort`). */
function packShortPanels(
  values: Float32Array,
  depth: number,
  width: number,
  out: Int16Array,
  scales: Float32Array,
): void {
  for (let j = 0; j < width; j++) {
    let most = 1e-9;
    for (let k = 0; k < depth; k++) most = Math.max(most, Math.abs(values[k * width + j]!));
    const step = most / SHORT_WEIGHT_LIMIT;
    scales[j] = step / ACTIVATION_STEPS;
    for (let k = 0; k < depth; k++) {
      out[(j >> 3) * depth * 8 + (k >> 1) * 16 + (j & 7) * 2 + (k & 1)] = Math.round(
        values[k * width + j]! / step,
      );
    }
  }
}

function reserveCache(kernel: Kernel, { dim, vector }: Sizes): WordCache {
  return {
    slots: new Map(),
    input: kernel.reserve(floats(CACHED_WORDS * dim)),
    gates: kernel.reserve(floats(CACHED_WORDS * 3 * dim)),
    tagInput: kernel.reserve(floats((TAG_PAIRS + 4) * dim)),
    tagGates: kernel.reserve(floats((TAG_PAIRS + 4) * 3 * dim)),
    missInput: kernel.reserve(floats(MISSES * dim)),
    missVector: kernel.reserve(floats(MISSES * vector)),
  };
}

function addScaled(out: Float32Array, at: number, table: ScaledRows, row: number, width: number): void {
  const scale = table.scales[row]!;
  const from = row * width;
  for (let j = 0; j < width; j++) out[at + j] = out[at + j]! + table.rows[from + j]! * scale;
}

function fillTags(
  { kernel, sizes: { dim }, cache, firstGates }: ParserModel,
  xpos: ScaledRows,
  upos: ScaledRows,
  root: Float32Array,
): void {
  const { floats: memory } = kernel;
  for (let pair = 0; pair < TAG_PAIRS; pair++) {
    const at = cache.tagInput / 4 + pair * dim;
    addScaled(memory, at, xpos, pair % XPOS.length, dim);
    addScaled(memory, at, upos, Math.floor(pair / XPOS.length), dim);
  }
  memory.set(root, cache.tagInput / 4 + TAG_PAIRS * dim);
  kernel.multiply(
    TAG_PAIRS + 1,
    dim,
    3 * dim,
    cache.tagInput,
    firstGates.weight,
    firstGates.bias,
    cache.tagGates,
    0,
  );
}

const rows: LexicalRows = { vector: 0, word: 0, shape: 0, affixes: new Int32Array(AFFIX_SLOTS) };

/**
 * Writes to `slots` where in the cache each word's rows are, computing those not there yet. A full cache is emptied first: what
 * a word adds never depends on the words before it.
 */
export function cacheWords(
  model: ParserModel,
  count: number,
  form: (index: number) => string,
  lower: (index: number) => string,
  slots: Int32Array,
): void {
  const { cache } = model;
  if (cache.slots.size + count > CACHED_WORDS) cache.slots.clear();
  let first = cache.slots.size;
  for (let i = 0; i < count; i++) {
    const text = form(i);
    let slot = cache.slots.get(text);
    if (slot === undefined) {
      slot = cache.slots.size;
      cache.slots.set(text, slot);
      addWord(model, text, lower(i), slot - first);
      if (slot - first + 1 === MISSES) {
        finishWords(model, first, MISSES);
        first = slot + 1;
      }
    }
    slots[i] = slot;
  }
  if (cache.slots.size > first) finishWords(model, first, cache.slots.size - first);
}

function addWord(
  { kernel, sizes: { dim, vector }, cache, tables }: ParserModel,
  form: string,
  lower: string,
  index: number,
): void {
  const memory = kernel.floats;
  lexicalRows(form, lower, tables.vectorHashes, tables.wordHashes, rows);
  const at = cache.missInput / 4 + index * dim;
  memory.fill(0, at, at + dim);
  addScaled(memory, at, tables.word, rows.word, dim);
  addScaled(memory, at, tables.shape, rows.shape, dim);
  for (const affix of rows.affixes) addScaled(memory, at, tables.affix, affix, dim);
  const to = cache.missVector / 4 + index * vector;
  const from = rows.vector * vector;
  for (let j = 0; j < vector; j++)
    memory[to + j] = rows.vector === 0 ? 0 : tables.vectors[from - vector + j]! / 32;
}

function finishWords(
  { kernel, sizes: { dim, vector }, cache, tables, firstGates }: ParserModel,
  first: number,
  count: number,
): void {
  const padded = (count + 3) & ~3;
  const input = cache.input + floats(first * dim);
  const { project } = tables;
  // Rows of the last, partly filled four spill over unused slots behind, which a later call overwrites.
  kernel.multiply(padded, vector, dim, cache.missVector, project.weight, project.bias, input, 0);
  for (let row = 0; row < count; row++) {
    kernel.addRows(
      dim,
      input + floats(row * dim),
      cache.missInput + floats(row * dim),
      input + floats(row * dim),
    );
  }
  kernel.multiply(
    padded,
    dim,
    3 * dim,
    input,
    firstGates.weight,
    kernel.zeros,
    cache.gates + floats(first * 3 * dim),
    0,
  );
}
