import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTree, spanningTree } from '../../../src/language/parse/decode.ts';

/** Heads of the best tree over a table of scores: one row per dependent from 1, one column per head from the root. */
function best(rows: number[][]): number[] {
  const n = rows.length;
  const scores = new Float32Array((n + 1) * (n + 1));
  rows.forEach((row, i) => scores.set(row, (i + 1) * (n + 1)));
  const heads = new Int32Array(n + 1);
  spanningTree(scores, 0, n + 1, n, heads);
  return [...heads.slice(1)];
}
const treelike = (...heads: number[]): boolean =>
  isTree(Int32Array.of(0, ...heads), heads.length, new Int32Array(heads.length + 1));

describe('isTree', () => {
  it('accepts one root above all', () => expect(treelike(2, 0, 2)).toBe(true));
  it('refuses two roots', () => expect(treelike(0, 0, 2)).toBe(false));
  it('refuses no root', () => expect(treelike(2, 3, 1)).toBe(false));
  it('refuses a cycle beside the root', () => expect(treelike(0, 3, 2)).toBe(false));
});

describe('spanningTree', () => {
  it('takes the best head of each word where that is a tree', () => {
    expect(
      best([
        [1, -9, 5],
        [7, 2, -9],
      ]),
    ).toEqual([2, 0]);
  });
  it('opens a cycle where it costs least', () => {
    // 1 and 2 prefer each other; hanging 2 under the root costs 1, hanging 1 there costs 8.
    expect(
      best([
        [0, -9, 8],
        [6, 7, -9],
      ]),
    ).toEqual([2, 0]);
  });
  it('keeps one word under the root though two would score more', () => {
    expect(
      best([
        [10, -9, 1],
        [9, 2, -9],
      ]),
    ).toEqual([0, 1]);
  });
  it('opens a cycle within a contracted cycle', () => {
    const heads = best([
      [0, -9, 9, 8, 1],
      [1, 9, -9, 8, 1],
      [0, 9, 9, -9, 2],
      [3, 1, 1, 1, -9],
    ]);
    expect(isTree(Int32Array.of(0, ...heads), 4, new Int32Array(5))).toBe(true);
  });
  it('parses one word', () => expect(best([[-3, -9]])).toEqual([0]));

  it('finds what trying every tree finds', () => {
    const table = fc.integer({ min: 1, max: 5 }).chain((n) => {
      const row = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n + 1, maxLength: n + 1 });
      return fc.array(row, { minLength: n, maxLength: n });
    });
    fc.assert(
      fc.property(table, (rows) => {
        const heads = best(rows);
        expect(treelike(...heads)).toBe(true);
        expect(worth(rows, heads)).toBe(Math.max(...everyTree(rows.length).map((tree) => worth(rows, tree))));
      }),
      { numRuns: 500 },
    );
  });
});

const worth = (rows: number[][], heads: number[]): number =>
  heads.reduce((sum, head, i) => sum + rows[i]![head]!, 0);

/** Every tree over n words with one word under the root. */
function everyTree(n: number): number[][] {
  let all: number[][] = [[]];
  for (let i = 0; i < n; i++) {
    all = all.flatMap((heads) => Array.from({ length: n + 1 }, (_, head) => [...heads, head]));
  }
  return all.filter((heads) => treelike(...heads));
}
