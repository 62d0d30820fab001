/**
 * What a word's spelling tells the parser: its rows in the table of word vectors, in the table of words seen in training,
 * in the hashed table of affixes (the hashing trick of Weinberger et al. 2009), and its shape.
 */
export interface LexicalRows {
  vector: number;
  word: number;
  shape: number;
  readonly affixes: Int32Array;
}

export const AFFIX_SLOTS = 6;
export const AFFIX_ROWS = 8192;
export const SHAPES = 24;

/** FNV-1a over the UTF-16 code units from `start` to `end`, begun from `seed`. */
export function hashText(text: string, seed = 0, start = 0, end = text.length): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 255), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Row of `hash` in an ascending table, counted from 1; 0 when it is not there. */
export function rowOf(table: Uint32Array, hash: number): number {
  let low = 0;
  let high = table.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = table[middle]!;
    if (found === hash) return middle + 1;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** The word as the tables know it: all digits are `0`, so that years and sums of one length are one word. */
export const withoutDigits = (lower: string): string => lower.replace(/[0-9]/g, '0');

/** Fills `rows` for a word given as written and in lower case with straight quotes. */
export function lexicalRows(
  form: string,
  lower: string,
  vectors: Uint32Array,
  words: Uint32Array,
  rows: LexicalRows,
): void {
  const plain = withoutDigits(lower);
  rows.vector = rowOf(vectors, hashText(lower));
  if (rows.vector === 0 && plain !== lower) rows.vector = rowOf(vectors, hashText(plain));
  rows.word = rowOf(words, hashText(plain));
  rows.shape = shapeOf(form);
  const { length } = plain;
  const affix = (slot: number, start: number, end: number): void => {
    rows.affixes[slot] = hashText(plain, slot + 1, Math.max(start, 0), Math.min(end, length)) % AFFIX_ROWS;
  };
  affix(0, length - 1, length);
  affix(1, length - 2, length);
  affix(2, length - 3, length);
  affix(3, length - 4, length);
  affix(4, 0, 2);
  affix(5, 0, 3);
}

/** Capitals, digits and hyphens of a word in one number below `SHAPES`. */
function shapeOf(form: string): number {
  let upper = 0;
  let lower = 0;
  let digits = 0;
  let other = 0;
  let hyphen = 0;
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i);
    if (unit >= 97 && unit <= 122) lower++;
    else if (unit >= 65 && unit <= 90) upper++;
    else if (unit >= 48 && unit <= 57) digits++;
    else if (unit === 45 || unit === 0x2010) hyphen++;
    else if (unit > 127) lower++;
    else other++;
  }
  const first = form.charCodeAt(0);
  const capital = first >= 65 && first <= 90;
  const letters = upper + lower;
  const casing = letters === 0 ? 0 : lower === 0 ? (upper === 1 ? 4 : 1) : capital ? 2 : upper > 0 ? 5 : 3;
  const extra = digits > 0 ? 1 : hyphen > 0 ? 2 : other > 0 ? 3 : 0;
  return casing * 4 + extra;
}
