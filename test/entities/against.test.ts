import { describe, expect, it } from 'vitest';
import { edgesOf } from '../support/edges.ts';

const told = (text: string): string[] =>
  edgesOf(text).map(({ source, relation, target }) => `${source} ${relation} ${target}`);

describe('an adjective of opposition', () => {
  it.each([
    [
      'The Iraqi government resigned. Anti-government rebels took the town.',
      'Anti-government rebels opposes Iraqi government',
    ],
    ['Anti-Silva protesters met in Lyon. Maria Silva was away.', 'Anti-Silva protesters opposes Maria Silva'],
  ])('names whom the noun behind it is against: %s', (text, edge) => {
    expect(told(text)).toContain(edge);
  });

  it('makes no fighters of those whom they are against', () => {
    expect(told('Hamas left. An anti-Hamas militia attacked Norway.')).not.toContain('Hamas attacked Norway');
  });
});

describe('the campaign of a candidate', () => {
  it('is a body that speaks for itself', () => {
    expect(told('Maria Silva stayed at home. The Silva campaign accused Peter Brown of fraud.')).toContain(
      'Silva campaign opposes Peter Brown',
    );
  });
});
