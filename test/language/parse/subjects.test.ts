import { describe, expect, it } from 'vitest';
import { settleSubjects } from '../../../src/language/parse/subjects.ts';
import { settledBy } from '../../support/settled.ts';

const settled = (...lines: string[]): string[] => settledBy(settleSubjects, lines);

describe('settleSubjects', () => {
  it('gives the noun between a conjunction and its verb to the verb', () => {
    const tree = settled(
      'Oslo 2 nsubj NNP',
      'opposed 0 root VBD',
      'it 2 obj PRP',
      'and 6 cc CC',
      'Lyon 1 conj NNP',
      'hinted 2 conj VBD',
    );
    expect(tree[4]).toBe('Lyon 6 nsubj');
  });

  it('leaves a noun that the conjunction joins, and a verb with a subject of its own', () => {
    expect(
      settled(
        'Oslo 2 nsubj NNP',
        'met 0 root VBD',
        'Lyon 2 obj NNP',
        'and 5 cc CC',
        'Bern 3 conj NNP',
        'left 2 conj VBD',
      )[4],
    ).toBe('Bern 3 conj');
    expect(
      settled(
        'Oslo 2 nsubj NNP',
        'met 0 root VBD',
        'Lyon 2 obj NNP',
        'and 7 cc CC',
        'Bern 3 conj NNP',
        'he 7 nsubj PRP',
        'left 2 conj VBD',
      )[4],
    ).toBe('Bern 3 conj');
  });
});
