import { describe, expect, it } from 'vitest';
import { DEPREL, deprelCode, type Deprel } from '../../../src/language/parse/index.ts';
import { settleLists } from '../../../src/language/parse/lists.ts';

/** Labels after settling a tree written `form head label`, a line per word. */
function settled(...lines: string[]): string[] {
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
    upos: () => 0,
    xpos: () => 0,
  };
  settleLists(words, tree);
  return [...tree.label].map((label) => DEPREL[label]!);
}

const LAST = ['and 7 cc', 'Hezbollah 1 conj'];

describe('settleLists', () => {
  it('takes what stands between commas and "and" for one of the list', () => {
    expect(
      settled('Hamas 0 root', ', 3 punct', 'Fatah 1 appos', ', 5 punct', 'Hezb 1 appos', ...LAST),
    ).toEqual(['root', 'punct', 'conj', 'punct', 'conj', 'cc', 'conj']);
  });
  it('leaves an apposition that a comma closes', () => {
    const labels = settled('Hamas 0 root', ', 4 punct', 'the 4 det', 'group 1 appos', ', 4 punct', ...LAST);
    expect(labels[3]).toBe('appos');
  });
  it('leaves an apposition without a list', () => {
    expect(settled('Hamas 0 root', ', 3 punct', 'group 1 appos')[2]).toBe('appos');
  });
});
