import type { StringTable, TokenTable } from '../model/index.ts';
import type { Clusters } from './clusters.ts';
import { bitsOf, haveSameHints, type Hints, setsOfHints } from './hints.ts';
import { addRow, type Rows } from './parse/embeddings.ts';
import type { Kernel } from './parse/kernel/kernel.ts';
import { ACTIVATION_STEPS, type Dense, paddedRows, type ShortDense } from './parse/layers.ts';
import { AFFIXES, formRows } from './reader-features.ts';
import type { Vectors } from './vectors.ts';

/** A sentence, or part of a long one: tokens `first` up to `first + count`. */
export interface Stretch {
  readonly first: number;
  readonly count: number;
  /** Whether the sentence gives no case to go by. */
  readonly caseless: boolean;
}

/** What the reader's first layer makes of a form. */
export interface FormModel {
  readonly dim: number;
  /** Embeddings of clusters, words, shapes, affixes. */
  readonly tables: readonly Rows[];
  /** Embeddings of single hints. */
  readonly hints: Rows;
  readonly project: Dense;
  /** Gates of the word itself, with the layer's bias, of the next word, of the word before, side by side. */
  readonly gates: ShortDense;
}

/** Forms kept at once (2.5 KB each; memory is taken as they come), and how many new ones are computed together. */
const CACHED_FORMS = 24_000;
const MISSES = 32;
const VECTOR = 64;

/** Bytes of the kernel's memory that `createReaderForms` reserves. */
export const formBytes = (dim: number): number =>
  2 * CACHED_FORMS * 10 * dim + 4 * (MISSES * (12 * dim + VECTOR) + VECTOR * dim) + 16 * 64;

/** The forms met so far, each with the hints it was met with, as rows of the first layer. */
export interface ReaderForms {
  /** Writes the row number of every word of the stretches to `rows`, and returns how many words there are. */
  readonly find: (
    tokens: Pick<TokenTable, 'form' | 'strings'>,
    stretches: readonly Stretch[],
    hints: Hints,
    rows: Int32Array,
  ) => number;
  /** Input and gates of the first layer for `count` words whose row numbers lie at `rows`. */
  readonly gather: (count: number, rows: number, input: number, gates: number) => void;
}

export function createReaderForms(
  kernel: Kernel,
  model: FormModel,
  vectors: Vectors,
  clusters: Clusters,
): ReaderForms {
  const { dim } = model;
  const floats = (count: number): number => kernel.reserve(4 * count);
  const inputs = kernel.reserve(2 * CACHED_FORMS * dim);
  const gates = kernel.reserve(2 * CACHED_FORMS * 9 * dim);
  const scratch = {
    input: floats(MISSES * dim),
    projected: floats(MISSES * dim),
    gates: floats(MISSES * 9 * dim),
    vector: floats(MISSES * VECTOR),
    short: floats(MISSES * dim),
  };
  /** Rows by form, for each set of hints with and without case: `2 * set + caseless`. */
  const known = new Map<number, Map<string, number>>();
  const numberOf = setsOfHints();
  let used = 0;
  /**
   * Of the document read last, with and without case: the token that each form was looked up for last, by the ids of its strings, and the
   * row found. -1 where there is none. Most words have the hints they had before, which spares looking their texts up.
   */
  let document: Hints | undefined;
  let seen: readonly { readonly token: Int32Array; readonly row: Int32Array }[] = [];

  const open = (hints: Hints, { size }: StringTable): void => {
    document = hints;
    seen = [0, 1].map(() => ({ token: new Int32Array(size).fill(-1), row: new Int32Array(size) }));
  };

  const finish = (first: number, count: number): void => {
    const { project, gates: layer } = model;
    const { input, projected, vector, short } = scratch;
    kernel.multiply(count, VECTOR, dim, vector, project.weight, project.bias, projected, 0);
    kernel.addRows(count * dim, projected, input, input);
    kernel.shorten(count * dim, input, ACTIVATION_STEPS, inputs + 2 * first * dim);
    kernel.shorten(paddedRows(count) * dim, input, ACTIVATION_STEPS, short);
    kernel.multiplyShort(count, dim, 9 * dim, short, layer.weight, layer.scale, layer.bias, scratch.gates, 0);
    kernel.shorten(count * 9 * dim, scratch.gates, ACTIVATION_STEPS, gates + 2 * first * 9 * dim);
  };

  const add = (form: string, caseless: boolean, hints: readonly number[], index: number): void => {
    const memory = kernel.floats;
    const rows = formRows(form, caseless, clusters, vectors.hashes);
    const input = scratch.input + 4 * index * dim;
    memory.fill(0, input / 4, input / 4 + dim);
    for (let column = 1; column < 4 + AFFIXES; column++) {
      addRow(model.tables[Math.min(column - 1, 3)]!, rows[column]!, dim, input);
    }
    for (const hint of hints) addRow(model.hints, hint, dim, input);
    const to = scratch.vector / 4 + index * VECTOR;
    const from = (rows[0]! - 1) * VECTOR;
    for (let j = 0; j < VECTOR; j++) memory[to + j] = rows[0] === 0 ? 0 : vectors.rows[from + j]! / 32;
  };

  /** Forgets everything where `count` more might not find room. */
  const makeRoom = (count: number): void => {
    if (used + count < CACHED_FORMS) return;
    known.clear();
    for (const { token } of seen) token.fill(-1);
    used = 0;
  };

  const rowsFor = (which: number): Map<string, number> => {
    const rows = known.get(which) ?? new Map<string, number>();
    known.set(which, rows);
    return rows;
  };

  return {
    find: ({ form, strings }, stretches, hints, rows) => {
      if (document !== hints) open(hints, strings);
      makeRoom(rows.length);
      let first = used;
      let at = 0;
      const rowOf = (token: number, set: number, caseless: boolean): number => {
        const text = strings.text(form[token]!);
        const map = rowsFor(2 * set + (caseless ? 1 : 0));
        const before = map.get(text);
        if (before !== undefined) return before;
        const row = used++;
        map.set(text, row);
        add(text, caseless, set === 0 ? [] : bitsOf(hints, token), row - first);
        if (used - first === MISSES) {
          finish(first, MISSES);
          first = used;
        }
        return row;
      };
      for (const { first: start, count, caseless } of stretches) {
        const { token: lookedUp, row: found } = seen[caseless ? 1 : 0]!;
        for (let token = start; token < start + count; token++) {
          const id = form[token]!;
          const before = lookedUp[id]!;
          if (before < 0 || !haveSameHints(hints, before, token)) {
            found[id] = rowOf(token, numberOf(hints, token), caseless);
            lookedUp[id] = token;
          }
          rows[at++] = found[id]!;
        }
      }
      if (used > first) finish(first, used - first);
      return at;
    },
    gather: (count, rows, input, to) => {
      kernel.gather(count, dim, rows, inputs, gates, kernel.zeros, 1 / ACTIVATION_STEPS, input, to);
    },
  };
}
