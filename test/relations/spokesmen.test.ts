import { describe, expect, it } from 'vitest';
import { pairsOf } from '../support/edges.ts';

const edges = (text: string): string[] => pairsOf(text, 'opposes');

describe('what a spokesman says against somebody', () => {
  it.each([
    'Hamas spokesman Peter Brown condemned Israel.',
    'A spokesman for Hamas, Peter Brown, condemned Israel.',
    'Peter Brown, a spokesman for Hamas, condemned Israel.',
    'Peter Brown, the chief spokesman of Hamas, condemned Israel.',
    '“We condemn Israel,” Hamas spokesman Peter Brown said.',
    'Hamas spokesman Peter Brown arrived. Later Brown condemned Israel.',
  ])('is said by the body he speaks for: %s', (text) => {
    expect(edges(text)).toEqual(['Hamas > Israel']);
  });

  it('is said by the body that another owns', () => {
    const text =
      "Peter Brown, spokesman for the Silva administration's Ministry of Justice, condemned Israel.";
    expect(edges(text)).toEqual(['Ministry of Justice > Israel']);
  });

  it.each([
    'Peter Brown, who met a spokesman of Hamas, condemned Israel.',
    'Hamas praised the report. Peter Brown condemned Israel.',
  ])('is his own word where he is none: %s', (text) => {
    expect(edges(text)).toEqual(['Peter Brown > Israel']);
  });
});

describe('whose word a quotation is', () => {
  it('is carried from one sentence of a quotation to the next', () => {
    expect(edges('“We met in Lyon,” said Maria Silva. “Germany has betrayed its allies.”')).toEqual([
      'Maria Silva > Germany',
    ]);
  });

  it('ends with the paragraph', () => {
    expect(edges('“We met in Lyon,” said Maria Silva.\n\n“Germany has betrayed its allies.”')).toEqual([]);
  });

  it('is not about the body itself where "it" goes on', () => {
    expect(
      edges('“We will strike Hamas before it poses a threat,” said Peter Brown, the Red Cross spokesman.'),
    ).not.toContain('Peter Brown > Red Cross');
  });

  it('is not said by a name that ends the sentence before', () => {
    expect(edges('Hamas attacked Haifa. Group spokesman Peter Brown condemned Israel.')).toEqual([
      'Peter Brown > Israel',
    ]);
  });
});
