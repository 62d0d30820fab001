import type { TokenTable } from '../model/index.ts';
import type { Clusters } from './clusters.ts';
import type { Hints } from './hints.ts';
import { byteRows, rowBytes, unscaled } from './parse/embeddings.ts';
import { instantiate, type Kernel } from './parse/kernel/kernel.ts';
import {
  ACTIVATION_STEPS,
  denseLayer,
  firstGates,
  floatVector,
  type ShortDense,
  shortLayer,
  storedMatrix,
} from './parse/layers.ts';
import { createReaderForms, type FormModel, formBytes, type Stretch } from './reader-forms.ts';
import type { Vectors } from './vectors.ts';
import type { Weights } from './weights.ts';

/**
 * The reader: a small bidirectional recurrent network (SRU; Lei et al. 2018) that reads sentences and scores the tags and the
 * name labels of their words. Its first layer is linear in what a word form gives it, so that is worked out once per form and
 * kept (cf. Chen & Manning 2014), and reading a known word costs a few additions and one matrix less.
 */
export interface Reader {
  /** Floats from one word's name scores to the next word's. */
  readonly stride: number;
  /**
   * Reads stretches of at most `MAX_WORDS` words together, so that each matrix is gone through once for all of them.
   * @returns the index of the best tag of each word, one stretch after the other, and the scores of its name labels,
   * `names[word * stride + label]`. Both are views, good until the next call.
   */
  readonly read: (
    tokens: Pick<TokenTable, 'form' | 'strings'>,
    stretches: readonly Stretch[],
    hints: Hints,
  ) => { tags: Int32Array; names: Float32Array };
}

/** The most words read at once; a longer sentence is read in stretches. */
export const MAX_WORDS = 256;

interface Sizes {
  readonly dim: number;
  readonly layers: number;
  readonly tags: number;
  readonly names: number;
}

interface Model {
  readonly sizes: Sizes;
  readonly forms: FormModel;
  readonly gates: readonly ShortDense[];
  readonly peepholes: readonly number[];
  readonly head: ShortDense;
}

const pad8 = (width: number): number => (width + 7) & ~7;
/** Columns of the head: tags, then names, each padded. */
const headWidth = ({ tags, names }: Sizes): number => pad8(tags) + pad8(names);

export function createReader(weights: Weights, vectors: Vectors, clusters: Clusters): Reader {
  const sizes = JSON.parse(weights.text('sizes')) as Sizes;
  const { dim } = sizes;
  const width = headWidth(sizes);
  const kernel = instantiate(
    formBytes(dim) +
      TABLES.reduce((sum, name) => sum + rowBytes(weights, name, 'i8'), 0) +
      4 * MAX_WORDS * (6 * dim + width + 2) +
      4 * (sizes.layers + 3) * 9 * dim * dim +
      4 * (dim * width + 64 * dim),
  );
  const model = layOut(kernel, sizes, weights);
  const forms = createReaderForms(kernel, model.forms, vectors, clusters);
  const floats = (count: number): number => kernel.reserve(4 * count);
  const scratch = {
    short: floats(MAX_WORDS * dim),
    gates: floats(MAX_WORDS * 3 * dim),
    first: floats(MAX_WORDS * dim),
    second: floats(MAX_WORDS * dim),
    out: floats(MAX_WORDS * width),
    forms: floats(MAX_WORDS),
    tags: floats(MAX_WORDS),
  };

  const encode = (stretches: readonly Stretch[], rows: number): void => {
    let [from, to] = [scratch.first, scratch.second];
    const { gates, short } = scratch;
    let row = 0;
    for (const { count } of stretches) {
      forms.gather(count, scratch.forms + 4 * row, from + 4 * row * dim, gates + 12 * row * dim);
      row += count;
    }
    model.peepholes.forEach((peephole, layer) => {
      if (layer > 0) {
        const { weight, scale, bias } = model.gates[layer - 1]!;
        kernel.multiplyShort(rows, dim, 3 * dim, short, weight, scale, bias, gates, 0);
      }
      row = 0;
      for (const { count } of stretches) {
        const at = 4 * row * dim;
        kernel.recur(
          count,
          dim / 2,
          gates + 3 * at,
          peephole,
          from + at,
          to + at,
          ACTIVATION_STEPS,
          short + at / 2,
        );
        row += count;
      }
      [from, to] = [to, from];
    });
    const { weight, scale, bias } = model.head;
    kernel.multiplyShort(rows, dim, width, short, weight, scale, bias, scratch.out, 0);
    kernel.largest(rows, width, sizes.tags, scratch.out, scratch.tags);
  };

  const names = kernel.floats.subarray(
    scratch.out / 4 + pad8(sizes.tags),
    scratch.out / 4 + MAX_WORDS * width,
  );
  const tags = kernel.integers.subarray(scratch.tags / 4, scratch.tags / 4 + MAX_WORDS);
  const rowNumbers = kernel.integers.subarray(scratch.forms / 4, scratch.forms / 4 + MAX_WORDS);
  return {
    stride: width,
    read: (tokens, stretches, hints) => {
      encode(stretches, forms.find(tokens, stretches, hints, rowNumbers));
      return { tags, names };
    },
  };
}

/** Tables of embeddings. */
const FORM_TABLES = ['cluster', 'word', 'shape', 'affix'];
const TABLES = [...FORM_TABLES, 'hint'];

function layOut(kernel: Kernel, sizes: Sizes, weights: Weights): Model {
  const { dim, layers, tags, names } = sizes;
  const vector = (name: string): Float32Array => weights.array(name, 'f32');
  const upper = Array.from({ length: layers - 1 }, (_, n) => n + 1);
  const headBias = new Float32Array(headWidth(sizes));
  headBias.set(vector('tag_bias'));
  headBias.set(vector('name_bias'), pad8(tags));
  return {
    sizes,
    forms: {
      dim,
      tables: FORM_TABLES.map((name) => byteRows(kernel, weights, name, dim)),
      hints: byteRows(kernel, weights, 'hint', dim),
      project: denseLayer(kernel, unscaled(weights, 'project'), dim, new Float32Array(dim)),
      gates: shortLayer(kernel, firstGates(weights, dim), vector('sru0_b')),
    },
    gates: upper.map((n) =>
      shortLayer(kernel, [storedMatrix(weights, `sru${n}_w`, 3 * dim)], vector(`sru${n}_b`)),
    ),
    peepholes: Array.from({ length: layers }, (_, n) => floatVector(kernel, vector(`sru${n}_v`))),
    head: shortLayer(
      kernel,
      [storedMatrix(weights, 'tag', tags), storedMatrix(weights, 'name', names)],
      headBias,
    ),
  };
}
