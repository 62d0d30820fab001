import type { Clusters } from './clusters.ts';
import { instantiate, type Kernel } from './parse/kernel/kernel.ts';
import {
  ACTIVATION_STEPS,
  type Dense,
  denseLayer,
  floatVector,
  type ShortDense,
  shortLayer,
} from './parse/layers.ts';
import { AFFIXES, formRows } from './reader-features.ts';
import type { Vectors } from './vectors.ts';
import type { Weights } from './weights.ts';

/**
 * The reader: a small bidirectional recurrent network (SRU; Lei et al. 2018) that reads a sentence and scores the tags and the
 * name labels of its words. Its first layer is linear in what a word form gives it, so that is worked out once per form and
 * kept (cf. Chen & Manning 2014), and reading a known word costs a few additions and one matrix less.
 */
export interface Reader {
  /** Label scores of the last sentence read: `tags[word * tagStride + label]`, `names[word * tagStride + label]`. */
  readonly stride: number;
  /** Reads up to `MAX_WORDS` words. The views it returns are good until the next call. */
  readonly read: (forms: readonly string[], caseless: boolean) => { tags: Float32Array; names: Float32Array };
}

/** Longest stretch read at once; a longer sentence is read in stretches. */
export const MAX_WORDS = 256;
const CACHED_FORMS = 6000;
const MISSES = 32;
const VECTOR = 64;

interface Sizes {
  readonly dim: number;
  readonly layers: number;
  readonly tags: number;
  readonly names: number;
}

interface Model {
  readonly kernel: Kernel;
  readonly sizes: Sizes;
  readonly tables: readonly { rows: Int8Array; scales: Float32Array }[];
  readonly project: Dense;
  readonly firstGates: ShortDense;
  readonly gates: readonly ShortDense[];
  readonly peepholes: readonly number[];
  readonly head: ShortDense;
  readonly firstBias: Float32Array;
}

const pad8 = (width: number): number => (width + 7) & ~7;
/** Columns of the head: tags, then names, each padded. */
const headWidth = ({ tags, names }: Sizes): number => pad8(tags) + pad8(names);

export function createReader(weights: Weights, vectors: Vectors, clusters: Clusters): Reader {
  const sizes = JSON.parse(weights.text('sizes')) as Sizes;
  const { dim } = sizes;
  const width = headWidth(sizes);
  const kernel = instantiate(
    4 * (CACHED_FORMS + 8) * 10 * dim +
      4 * MAX_WORDS * (6 * dim + width + 2) +
      4 * (sizes.layers + 3) * 9 * dim * dim +
      4 * MISSES * (2 * dim + VECTOR) +
      4 * (dim * (width + VECTOR) + 64 * dim),
  );
  const model = layOut(kernel, sizes, weights);
  const floats = (count: number): number => kernel.reserve(4 * count);
  const formInput = floats((CACHED_FORMS + 4) * dim);
  const formGates = floats((CACHED_FORMS + 4) * 9 * dim);
  // Every row of tags is this one: nothing but the first layer's bias.
  const noInput = floats(dim);
  const noGates = floats(9 * dim);
  kernel.floats.set(model.firstBias, noGates / 4);
  const scratch = {
    input: floats(MISSES * dim),
    vector: floats(MISSES * VECTOR),
    short: floats(MAX_WORDS * dim),
    gates: floats(MAX_WORDS * 3 * dim),
    first: floats(MAX_WORDS * dim),
    second: floats(MAX_WORDS * dim),
    out: floats(MAX_WORDS * width),
    forms: floats(MAX_WORDS),
    tags: floats(MAX_WORDS),
  };
  const known = [new Map<string, number>(), new Map<string, number>()] as const;
  let used = 0;

  const finish = (first: number, count: number): void => {
    const input = formInput + 4 * first * dim;
    kernel.multiply(count, VECTOR, dim, scratch.vector, model.project.weight, model.project.bias, input, 0);
    kernel.addRows(count * dim, input, scratch.input, input);
    kernel.shorten(((count + 3) & ~3) * dim, input, ACTIVATION_STEPS, scratch.short);
    const { weight, scale, bias } = model.firstGates;
    kernel.multiplyShort(
      count,
      dim,
      9 * dim,
      scratch.short,
      weight,
      scale,
      bias,
      formGates + 4 * first * 9 * dim,
      0,
    );
  };

  const addForm = (form: string, caseless: boolean, index: number): void => {
    const memory = kernel.floats;
    const rows = formRows(form, caseless, clusters, vectors.hashes);
    const at = scratch.input / 4 + index * dim;
    memory.fill(0, at, at + dim);
    for (let column = 1; column < 4 + AFFIXES; column++) {
      const { rows: table, scales } = model.tables[Math.min(column - 1, 3)]!;
      const scale = scales[rows[column]!]!;
      const from = rows[column]! * dim;
      for (let j = 0; j < dim; j++) memory[at + j]! += table[from + j]! * scale;
    }
    const to = scratch.vector / 4 + index * VECTOR;
    const from = (rows[0]! - 1) * VECTOR;
    for (let j = 0; j < VECTOR; j++) memory[to + j] = rows[0] === 0 ? 0 : vectors.rows[from + j]! / 32;
  };

  const findForms = (forms: readonly string[], caseless: boolean): void => {
    const map = known[caseless ? 1 : 0];
    if (used + forms.length >= CACHED_FORMS) {
      for (const one of known) one.clear();
      used = 0;
    }
    let first = used;
    forms.forEach((form, index) => {
      let slot = map.get(form);
      if (slot === undefined) {
        slot = used++;
        map.set(form, slot);
        addForm(form, caseless, slot - first);
        if (used - first === MISSES) {
          finish(first, MISSES);
          first = used;
        }
      }
      kernel.integers[scratch.forms / 4 + index] = slot;
    });
    if (used > first) finish(first, used - first);
  };

  const encode = (count: number): void => {
    let [from, to] = [scratch.first, scratch.second];
    const { forms, tags, gates, short } = scratch;
    kernel.gather(count, dim, forms, tags, formInput, formGates, noInput, noGates, from, gates);
    model.peepholes.forEach((peephole, layer) => {
      if (layer > 0) {
        const { weight, scale, bias } = model.gates[layer - 1]!;
        kernel.multiplyShort(count, dim, 3 * dim, short, weight, scale, bias, gates, 0);
      }
      kernel.recur(count, dim / 2, gates, peephole, from, to);
      kernel.shorten(((count + 3) & ~3) * dim, to, ACTIVATION_STEPS, short);
      [from, to] = [to, from];
    });
    const { weight, scale, bias } = model.head;
    kernel.multiplyShort(count, dim, width, short, weight, scale, bias, scratch.out, 0);
  };

  const out = kernel.floats.subarray(scratch.out / 4, scratch.out / 4 + MAX_WORDS * width);
  const names = out.subarray(pad8(sizes.tags));
  return {
    stride: width,
    read: (forms, caseless) => {
      findForms(forms, caseless);
      encode(forms.length);
      return { tags: out, names };
    },
  };
}

function layOut(kernel: Kernel, sizes: Sizes, weights: Weights): Model {
  const { dim, layers, tags, names } = sizes;
  const vector = (name: string): Float32Array => weights.array(name, 'f32');
  const matrix = (name: string): Float32Array => {
    const scale = weights.array(`${name}.scale`, 'f32')[0]!;
    const stored = weights.array(name, 'i16');
    const values = new Float32Array(stored.length);
    for (let i = 0; i < stored.length; i++) values[i] = stored[i]! * scale;
    return values;
  };
  const upper = Array.from({ length: layers - 1 }, (_, n) => n + 1);
  const width = headWidth(sizes);
  const head = new Float32Array(dim * width);
  const headBias = new Float32Array(width);
  const place = (name: string, count: number, offset: number): void => {
    const values = matrix(name);
    for (let k = 0; k < dim; k++) head.set(values.subarray(k * count, (k + 1) * count), k * width + offset);
    headBias.set(vector(`${name}_bias`), offset);
  };
  place('tag', tags, 0);
  place('name', names, pad8(tags));
  const near = ['sru0_w', 'near_left', 'near_right'].map(matrix);
  const first = new Float32Array(9 * dim * dim);
  near.forEach((part, p) => {
    for (let k = 0; k < dim; k++)
      first.set(part.subarray(k * 3 * dim, (k + 1) * 3 * dim), k * 9 * dim + p * 3 * dim);
  });
  return {
    kernel,
    sizes,
    tables: ['cluster', 'word', 'shape', 'affix'].map((name) => ({
      rows: weights.array(name, 'i8'),
      scales: weights.array(`${name}.scale`, 'f32'),
    })),
    project: denseLayer(kernel, matrix('project'), dim, new Float32Array(dim)),
    firstGates: shortLayer(kernel, first, 9 * dim, new Float32Array(9 * dim)),
    gates: upper.map((n) => shortLayer(kernel, matrix(`sru${n}_w`), 3 * dim, vector(`sru${n}_b`))),
    peepholes: Array.from({ length: layers }, (_, n) => floatVector(kernel, vector(`sru${n}_v`))),
    head: shortLayer(kernel, head, width, headBias),
    firstBias: vector('sru0_b'),
  };
}
