import { describe, expect, it } from 'vitest';
import { settleReports } from '../../../src/language/parse/reports.ts';
import { settledBy } from '../../support/settled.ts';

const settled = (...lines: string[]): string[] => settledBy(settleReports, lines);

const denial = [
  'He 2 nsubj PRP',
  'denied 0 root VBD',
  'rebels 5 nsubj NNS',
  'had 5 aux VBD',
  'come 2 ccomp VBN',
];

describe('settleReports', () => {
  it('joins what somebody says to what he has said', () => {
    const tree = settled(...denial, 'and 7 cc CC', 'accused 5 conj VBD', 'Oslo 7 obj NNP');
    expect(tree.slice(5)).toEqual(['and 7 cc', 'accused 2 conj', 'Oslo 7 obj']);
  });

  it('does so in the present, and behind a demand', () => {
    const present = settled(
      'He 2 nsubj PRP',
      'says 0 root VBZ',
      'rebels 5 nsubj NNS',
      'did 5 aux VBD',
      'come 2 ccomp VB',
      'and 7 cc CC',
      'accuses 5 conj VBZ',
      'Oslo 7 obj NNP',
    );
    expect(present[6]).toBe('accuses 2 conj');
    const demand = settled(
      'He 2 nsubj PRP',
      'demanded 0 root VBD',
      'Oslo 4 nsubj NNP',
      'leave 2 ccomp VBP',
      'and 6 cc CC',
      'condemned 4 conj VBD',
      'rebels 6 obj NNS',
    );
    expect(demand[5]).toBe('condemned 2 conj');
  });

  it('leaves another tense with what was said', () => {
    const tree = settled(...denial, 'and 7 cc CC', 'accuses 5 conj VBZ', 'Oslo 7 obj NNP');
    expect(tree[6]).toBe('accuses 5 conj');
  });

  it('does so where a list was read', () => {
    const tree = settled(...denial, 'Lyon 5 obj NNP', 'and 8 cc CC', 'blamed 6 conj VBN', 'Oslo 6 conj NNP');
    expect(tree.slice(5)).toEqual(['Lyon 5 obj', 'and 8 cc', 'blamed 2 conj', 'Oslo 8 obj']);
  });

  it.each([
    [
      'in the same form',
      [
        'He 2 nsubj PRP',
        'said 0 root VBD',
        'men 4 nsubj NNS',
        'came 2 ccomp VBD',
        'and 6 cc CC',
        'accused 4 conj VBD',
      ],
    ],
    ['with a subject of its own', [...denial, 'and 8 cc CC', 'Oslo 8 nsubj NNP', 'accused 5 conj VBD']],
    ['that is no word of speech', [...denial, 'and 7 cc CC', 'killed 5 conj VBD']],
    [
      'suffered by the same',
      [
        'He 2 nsubj PRP',
        'said 0 root VBD',
        'men 5 nsubj:pass NNS',
        'were 5 aux:pass VBD',
        'held 2 ccomp VBN',
        'and 7 cc CC',
        'accused 5 conj VBN',
      ],
    ],
  ])('leaves a verb %s', (_, lines) => {
    expect(settled(...lines)).toEqual(lines.map((line) => line.split(' ').slice(0, 3).join(' ')));
  });
});
