import { describe, expect, it } from 'vitest';
import { DEPREL, deprelCode, type Deprel } from '../../../src/language/parse/index.ts';
import { settleComplements, settleLists } from '../../../src/language/parse/lists.ts';
import { UPOS } from '../../../src/model/index.ts';

/** Words and tree written `form head label`, a line per word; capitals are names. */
function treeOf(...lines: string[]) {
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
    upos: (i: number) => UPOS.indexOf(/^\p{Lu}/u.test(rows[i]![0]) ? 'PROPN' : 'NOUN'),
    xpos: () => 0,
  };
  return { words, tree };
}

/** Labels after settling. */
function settled(...lines: string[]): string[] {
  const { words, tree } = treeOf(...lines);
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

describe('settleComplements', () => {
  const complements = (...lines: string[]): string[] => {
    const { words, tree } = treeOf(...lines);
    settleComplements(words, tree);
    return [...tree.head].map((head, i) => `${words.form(i)} ${head + 1} ${DEPREL[tree.label[i]!]}`);
  };
  const OPENING = ['ministers 7 nsubj', 'of 3 case', 'Egypt 1 nmod'];

  it('joins names to the name behind the noun, not to the noun', () => {
    const found = complements(...OPENING, 'and 5 cc', 'Greece 1 conj', ', 7 punct', 'met 0 root');
    expect(found[4]).toBe('Greece 3 conj');
  });
  it('takes a list that no comma closes for no apposition', () => {
    const found = complements(
      ...OPENING,
      ', 5 punct',
      'Cyprus 1 appos',
      'and 7 cc',
      'Greece 5 conj',
      'met 0 root',
    );
    expect([found[4], found[6]]).toEqual(['Cyprus 3 conj', 'Greece 3 conj']);
  });
  it('leaves a name in apposition', () => {
    const found = complements(...OPENING, ', 5 punct', 'Shoukry 1 appos', ', 5 punct', 'met 0 root');
    expect(found[4]).toBe('Shoukry 1 appos');
  });
});
