import { describe, expect, it } from 'vitest';
import { settleClauses } from '../../../src/language/parse/clauses.ts';
import { settledBy } from '../../support/settled.ts';

const settled = (...lines: string[]): string[] => settledBy(settleClauses, lines);

describe('settleClauses', () => {
  it('takes a participle with an object of its own for the verb of the sentence', () => {
    expect(
      settled('A 2 det DT', 'raid 0 root NN', 'killed 2 acl VBN', 'nine 3 obj CD', '. 2 punct .'),
    ).toEqual(['A 2 det', 'raid 3 nsubj', 'killed 0 root', 'nine 3 obj', '. 3 punct']);
  });
  it('takes it for what was said', () => {
    expect(
      settled('Oslo 2 nsubj NNP', 'said 0 root VBD', 'troops 2 obj NNS', 'killed 3 acl VBD', 'two 4 obj CD'),
    ).toEqual(['Oslo 2 nsubj', 'said 0 root', 'troops 4 nsubj', 'killed 2 ccomp', 'two 4 obj']);
  });
  it('takes it for the clause of "after"', () => {
    expect(
      settled(
        'fled 0 root VBD',
        'after 3 case IN',
        'troops 1 obl NNS',
        'ousted 3 acl VBD',
        'Vance 4 obj NNP',
      ),
    ).toEqual(['fled 0 root', 'after 4 mark', 'troops 4 nsubj', 'ousted 1 advcl', 'Vance 4 obj']);
  });
  it('finds the subject in front of its complement', () => {
    expect(
      settled('heads 0 root NNS', 'of 3 case IN', 'states 1 nmod NNS', 'signed 3 acl VBD', 'it 4 obj PRP')[3],
    ).toBe('signed 0 root');
  });
  it.each([
    ['without an object', ['raid 0 root NN', 'planned 1 acl VBN', 'here 2 advmod RB']],
    ['of a verb with two objects', ['group 0 root NN', 'called 1 acl VBN', 'Hamas 2 obj NNP']],
    ['with an agent', ['town 0 root NN', 'taken 1 acl VBN', 'him 2 obj PRP', 'rebels 2 obl:agent NNS']],
    ['that only a participle looks like', ['men 0 root NNS', 'driven 1 acl VBN', 'it 2 obj PRP']],
    [
      'of a noun that another verb has',
      ['saw 0 root VBD', 'men 1 obj NNS', 'killed 2 acl VBN', 'it 3 obj PRP'],
    ],
  ])('leaves a participle %s', (_, lines) => {
    expect(settled(...lines).find((line) => line.endsWith('acl'))).toBeDefined();
  });
});
