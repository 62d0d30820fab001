import { describe, expect, it } from 'vitest';
import { deprelCode, type Deprel } from '../../../src/language/parse/index.ts';
import { settlePunctuation } from '../../../src/language/parse/punctuation.ts';
import { UPOS } from '../../../src/model/index.ts';

/** Heads (by number, 0 the root) after settling a tree written `form head label`, a line per word; marks are what has label punct. */
function settled(...lines: string[]): number[] {
  const rows = lines.map((line) => line.split(' ') as [string, string, Deprel]);
  const tree = {
    length: rows.length,
    head: Int32Array.from(rows, ([, head]) => Number(head) - 1),
    label: Uint8Array.from(rows, ([, , label]) => deprelCode(label)),
  };
  const words = {
    length: rows.length,
    form: (i: number) => rows[i]![0],
    lower: (i: number) => rows[i]![0].toLowerCase(),
    upos: (i: number) => UPOS.indexOf(rows[i]![2] === 'punct' ? 'PUNCT' : 'NOUN'),
    xpos: () => 0,
  };
  settlePunctuation(words, tree);
  return [...tree.head].map((head) => head + 1);
}

describe('settlePunctuation', () => {
  it('hangs the comma of a list under the conjunct after it', () => {
    expect(settled('A 0 root', ', 1 punct', 'B 1 conj')).toEqual([0, 3, 1]);
  });
  it('hangs the comma after a clause under that clause', () => {
    expect(
      settled('When 3 mark', 'he 3 nsubj', 'came 6 advcl', ', 6 punct', 'she 6 nsubj', 'left 0 root')[3],
    ).toBe(3);
  });
  it('hangs a pair of marks under the head of what they enclose', () => {
    const heads = settled('He 2 nsubj', 'said 0 root', '“ 2 punct', 'I 5 nsubj', 'go 2 ccomp', '” 2 punct');
    expect([heads[2], heads[5]]).toEqual([5, 5]);
  });
  it('leaves a pair around two phrases alone', () => {
    expect(settled('( 2 punct', 'A 0 root', ') 4 punct', 'B 2 dep')).toEqual([2, 0, 2, 2]);
    expect(settled('C 0 root', '( 1 punct', 'A 1 dep', 'B 1 dep', ') 1 punct')).toEqual([0, 1, 1, 1, 1]);
  });
  it('leaves the mark that ends the sentence alone', () => {
    expect(settled('He 2 nsubj', 'said 0 root', 'so 2 obj', '. 3 punct')[3]).toBe(3);
  });
  it('leaves a mark with dependents alone', () => {
    expect(settled('A 0 root', ', 1 punct', 'B 2 conj')).toEqual([0, 1, 2]);
  });
  it('leaves a lone mark alone', () => expect(settled(', 0 punct')).toEqual([0]));
});
