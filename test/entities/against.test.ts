import { describe, expect, it } from 'vitest';
import { extract } from '../../src/library.ts';

const edgesOf = (text: string): string[] => {
  const { nodes, edges } = extract([{ text: `${text}\n`, source: 'article.txt' }]);
  const label = new Map(nodes.map(({ key, attributes }) => [key, attributes.label]));
  return edges.map(
    ({ source, target, attributes }) => `${label.get(source)} ${attributes.relation} ${label.get(target)}`,
  );
};

describe('an adjective of opposition', () => {
  it.each([
    [
      'The Iraqi government resigned. Anti-government rebels took the town.',
      'Anti-government rebels opposes Iraqi government',
    ],
    ['Anti-Silva protesters met in Lyon. Maria Silva was away.', 'Anti-Silva protesters opposes Maria Silva'],
  ])('names whom the noun behind it is against: %s', (text, edge) => {
    expect(edgesOf(text)).toContain(edge);
  });

  it('makes no fighters of those whom they are against', () => {
    expect(edgesOf('Hamas left. An anti-Hamas militia attacked Norway.')).not.toContain(
      'Hamas attacked Norway',
    );
  });
});

describe('the campaign of a candidate', () => {
  it('is a body that speaks for itself', () => {
    expect(edgesOf('Maria Silva stayed at home. The Silva campaign accused Peter Brown of fraud.')).toContain(
      'Silva campaign opposes Peter Brown',
    );
  });
});
