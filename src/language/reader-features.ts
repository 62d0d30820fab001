import type { Clusters } from './clusters.ts';
import { CASELESS_SHAPE, shape, straighten } from './forms.ts';
import { hashText } from './hash.ts';
import { hashText as vectorHash, rowOf, withoutDigits } from './parse/lexicon.ts';

export const AFFIXES = 6;
export const AFFIX_ROWS = 8192;
export const WORD_ROWS = 8192;
export const SHAPE_ROWS = 256;
/** Rows a word form gives the reader: vector and cluster (0 for none), word, shape, then affixes. */
export const FORM_COLUMNS = 4 + AFFIXES;

/** @param vectors hashes of the words that have vectors, ascending (the parser's table). */
export function formRows(
  form: string,
  caseless: boolean,
  clusters: Clusters,
  vectors: Uint32Array,
): Int32Array {
  const lower = straighten(form.toLowerCase());
  const plain = withoutDigits(lower);
  const rows = new Int32Array(FORM_COLUMNS);
  rows[0] = rowOf(vectors, vectorHash(lower)) || rowOf(vectors, vectorHash(plain));
  rows[1] = clusters.leafOf(lower) + 1;
  rows[2] = (hashText(plain) >>> 0) % WORD_ROWS;
  rows[3] = (hashText(caseless ? CASELESS_SHAPE : shape(form)) >>> 0) % SHAPE_ROWS;
  const { length } = plain;
  const affix = (slot: number, start: number, end: number): void => {
    const hash = hashText(plain, Math.max(start, 0), Math.min(end, length));
    rows[4 + slot] = ((Math.imul(hash, 0x9e3779b1) + Math.imul(slot + 1, 0x85ebca6b)) >>> 0) % AFFIX_ROWS;
  };
  affix(0, length - 1, length);
  affix(1, length - 2, length);
  affix(2, length - 3, length);
  affix(3, length - 4, length);
  affix(4, 0, 2);
  affix(5, 0, 3);
  return rows;
}
