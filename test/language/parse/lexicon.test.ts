import { describe, expect, it } from 'vitest';
import {
  AFFIX_ROWS,
  hashText,
  lexicalRows,
  rowOf,
  SHAPES,
  type LexicalRows,
} from '../../../src/language/parse/lexicon.ts';

const table = (...words: string[]): Uint32Array => Uint32Array.from(words, (word) => hashText(word)).sort();
function rowsOf(form: string, words = table(), vectors = table()): LexicalRows {
  const rows: LexicalRows = { vector: 0, word: 0, shape: 0, affixes: new Int32Array(6) };
  lexicalRows(form, form.toLowerCase(), vectors, words, rows);
  return rows;
}

describe('rowOf', () => {
  it('finds every entry of a table, counted from 1', () => {
    const hashes = table('a', 'b', 'c', 'd');
    expect([...hashes].map((hash) => rowOf(hashes, hash))).toEqual([1, 2, 3, 4]);
  });
  it('gives 0 for what is not there', () => expect(rowOf(table('a', 'b'), hashText('z'))).toBe(0));
});

describe('lexicalRows', () => {
  it('reads a word without regard to capitals', () => {
    const words = table('army');
    expect(rowsOf('ARMY', words).word).toBe(rowsOf('army', words).word);
  });
  it('takes years of one length for one word', () => {
    expect(rowsOf('2019', table('0000')).word).toBe(1);
    expect(rowsOf('2019').affixes).toEqual(rowsOf('1987').affixes);
  });
  it('prefers the vector of the very number', () => {
    const vectors = table('2019', '0000');
    expect(rowsOf('2019', table(), vectors).vector).toBe(rowOf(vectors, hashText('2019')));
    expect(rowsOf('1987', table(), vectors).vector).toBe(rowOf(vectors, hashText('0000')));
  });
  it('tells capitals, digits and hyphens apart by shape', () => {
    const shapes = ['army', 'Army', 'ARMY', 'A', 'iPad', '2019', 'G20', 'Al-Qaeda', 'anti-war', ','].map(
      (form) => rowsOf(form).shape,
    );
    expect(new Set(shapes).size).toBe(shapes.length);
    for (const shape of shapes) expect(shape).toBeLessThan(SHAPES);
  });
  it('keeps affixes in their table for any text', () => {
    for (const form of ['a', 'é', '😀', '\u0000', 'x'.repeat(1000)]) {
      for (const row of rowsOf(form).affixes) {
        expect(row).toBeGreaterThanOrEqual(0);
        expect(row).toBeLessThan(AFFIX_ROWS);
      }
    }
  });
});
