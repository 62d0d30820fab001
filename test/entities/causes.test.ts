import { describe, expect, it } from 'vitest';
import { edgesOf, pairsOf } from '../support/edges.ts';

describe('bodies named after what they join for', () => {
  it.each([
    ['People for the American Way condemned Iran.', 'People for the American Way'],
    ['The Coalition for a Fair Judiciary condemned Iran.', 'Coalition for a Fair Judiciary'],
    ['On Friday Mothers Against Drunk Driving condemned Iran.', 'Mothers Against Drunk Driving'],
    ['The Friends of the Earth condemned Iran.', 'Friends of the Earth'],
    ['The N.A.A.C.P. condemned Iran.', 'N.A.A.C.P.'],
  ])('keep their whole name: %s', (text, name) => {
    expect(pairsOf(text, 'opposes')).toEqual([`${name} > Iran`]);
  });

  it('end where another body follows', () => {
    expect(
      pairsOf('The Movement for Democratic Change and ZANU-PF condemned Iran.', 'opposes').sort(),
    ).toEqual(['Movement for Democratic Change > Iran', 'ZANU-PF > Iran']);
  });

  it('do not swallow where somebody went', () => {
    expect(pairsOf('Students left for Paris. Students condemned Iran.', 'opposes')).toEqual([
      'Students > Iran',
    ]);
  });
});

describe('bodies named after several fields', () => {
  it.each([
    ['The Rail, Maritime and Transport union condemned Iran.', 'Rail, Maritime and Transport union'],
    [
      'The Health, Education, Labor and Pensions Committee condemned Iran.',
      'Health, Education, Labor and Pensions Committee',
    ],
  ])('keep their whole name: %s', (text, name) => {
    expect(pairsOf(text, 'opposes')).toEqual([`${name} > Iran`]);
  });

  it('are none where names are listed', () => {
    expect(pairsOf('Hamas, Fatah and the Electricians Union condemned Iran.', 'opposes')).toHaveLength(3);
  });
});

describe('descriptions between commas', () => {
  it('are nobody besides the person they describe', () => {
    expect(pairsOf('Peter Brown, a lawyer and a friend of the mayor, condemned Iran.', 'opposes')).toEqual([
      'Peter Brown > Iran',
    ]);
  });

  it('are not a party either', () => {
    expect(
      edgesOf('Maria Silva, a Democrat who opposed the treaty, left.').map(
        ({ source, relation, target }) => `${source} ${relation} ${target}`,
      ),
    ).toEqual(['Maria Silva member-of Democrat', 'Maria Silva opposes treaty']);
  });
});

describe('a plural whose members are listed behind it', () => {
  it('stands for them alone', () => {
    expect(
      pairsOf(
        'Two unions, the Red Front and the General Confederation of Labour, condemned Iran.',
        'opposes',
      ).sort(),
    ).toEqual(['General Confederation of Labour > Iran', 'Red Front > Iran']);
  });

  it('is one of a list that has no comma behind', () => {
    expect(pairsOf('Lawyers, Peter Brown and Karl Otto condemned Iran.', 'opposes')).toContain(
      'Lawyers > Iran',
    );
  });
});
