import { describe, expect, it } from 'vitest';
import { edgesOf } from '../support/edges.ts';

const edges = (text: string): string[] =>
  edgesOf(text).map(({ source, relation, target, status }) => `${source} ${relation} ${target} ${status}`);

describe('what a sentence names to say that it is not so', () => {
  it.each([
    ['The rebels, not Hamas, had killed Maria Silva.', 'Hamas attacked Maria Silva negated'],
    ['The coup was condemned by Chad, but not by Mali.', 'Mali opposes coup negated'],
    ['A court acquitted Peter Brown of murdering Maria Silva.', 'Peter Brown attacked Maria Silva negated'],
    ['The jury cleared Peter Brown of killing Maria Silva.', 'Peter Brown attacked Maria Silva negated'],
  ])('is denied: %s', (text, edge) => {
    expect(edges(text)).toContain(edge);
  });

  it('is left open where it is what somebody is accused of', () => {
    expect(edges('Israel was accused by Lebanon of killing Maria Silva.')).toContain(
      'Israel attacked Maria Silva uncertain',
    );
    expect(edges('Norway holds Hamas responsible for the attack on Lyon.')).toContain(
      'Hamas attacked Lyon uncertain',
    );
  });

  it('is left open where it would have come to it', () => {
    expect(edges('If Norway had kept the law, Greenpeace would have opposed Norway.')).toContain(
      'Greenpeace opposes Norway uncertain',
    );
  });

  it('does not reach what one says beside denying', () => {
    expect(edges('Norway denied it had bombed Lyon and blamed Hamas.')).toContain(
      'Norway opposes Hamas asserted',
    );
  });
});

describe('who is no member and no source', () => {
  it.each([
    ["Spain's Labour Minister Maria Silva resigned.", 'member-of'],
    ["Brazil's opposition leader condemned the army.", 'Brazil opposes'],
    ['Russia intervened in the Syrian civil war.', 'located-in Russia'],
    ['Troops in the Donbas region of eastern Ukraine left.', 'Ukraine located-in'],
  ])('%s', (text, wrong) => {
    expect(edges(text).filter((edge) => edge.includes(wrong))).toEqual([]);
  });
});

describe('what stands beside a place or a name', () => {
  it('leaves a country out of what rebels in it do', () => {
    expect(edges('Chad rebels condemned France.')).toEqual(['Chad rebels opposes France asserted']);
    expect(edges('Somalia gunmen killed Maria Silva.')).toEqual([
      'Somalia gunmen attacked Maria Silva asserted',
    ]);
    expect(edges('Nigeria soldiers killed Maria Silva.')).toEqual(['Nigeria attacked Maria Silva asserted']);
  });

  it('gives a clause behind an inserted name to that name', () => {
    expect(edges('Anna Holt, head of the Red Front, which is based in Lyon, condemned Spain.')).not.toContain(
      'Anna Holt located-in Lyon asserted',
    );
  });

  it('is one place with the last word of its name', () => {
    expect(
      edges(
        'The Abu Sayyaf has been blamed for the bombing of a passenger ferry in Manila Bay in February 2004.',
      ),
    ).not.toContain('Abu Sayyaf attacked Bay uncertain');
  });
});
