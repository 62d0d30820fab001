import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRules } from '../../src/rules/index.ts';
import { matchRules } from '../../src/rules/match.ts';
import { documentOf } from './document.ts';
import { onlyMatch, pairs, ruleOf } from './helpers.ts';

const DECLARATION = 'relations: { says: { source: [actor], target: [event, actor] } }\n';
const TEXT =
  '[RFB|organization] has claimed/VBN:claim full responsibility for the [raid|event] on [Oslo|location]';

interface Written {
  readonly id: string;
  readonly tokens: string;
  readonly confidence?: number;
  readonly status?: string;
}

const file = (name: string, rules: readonly Written[]) => ({
  name,
  text: `extract: 1\n${DECLARATION}rules: ${JSON.stringify(rules.map((rule) => ({ ...rule, relation: 'says' })))}\n`,
});

const winner = (...rules: Written[]): string => onlyMatch(compileRules([file('a.yaml', rules)]), TEXT).rule;

describe('the overlap policy', () => {
  const short = '@source %vg [lemma=claim] ..{0,9} for @target[type=event]';
  const long = '@source %vg [lemma=claim] full responsibility for @target[type=event]';

  it('keeps the higher confidence', () => {
    expect(
      winner({ id: 'a', tokens: long, confidence: 0.5 }, { id: 'b', tokens: short, confidence: 0.6 }),
    ).toBe('b');
  });

  it('then a fixed status, then the longer trigger, then the id', () => {
    expect(winner({ id: 'a', tokens: long }, { id: 'b', tokens: short, status: 'uncertain' })).toBe('b');
    expect(winner({ id: 'a', tokens: short }, { id: 'b', tokens: long })).toBe('b');
    expect(winner({ id: 'b', tokens: long }, { id: 'a', tokens: long })).toBe('a');
  });

  it('keeps matches of other mentions', () => {
    const rules = ruleOf(['@source %vg claimed ..{0,9} for @target', '@target on @source']);
    expect(pairs(rules, TEXT)).toEqual(['RFB -> raid', 'Oslo -> raid']);
  });
});

describe('a symmetric relation', () => {
  it('has the end that stands first as its source', () => {
    const rules = compileRules([
      {
        name: 'a.yaml',
        text: 'extract: 1\nrelations: { borders: { source: [location], target: [location], symmetric: true } }\nid: b\nrelation: borders\ntokens: ["@target borders @source", "@source borders @target"]\n',
      },
    ]);
    expect(pairs(rules, '[Chad|location] borders/VBZ [Niger|location]')).toEqual(['Chad -> Niger']);
  });
});

describe('order', () => {
  const written: readonly Written[] = [
    { id: 'a', tokens: '@source %vg [lemma=claim] ..{0,9} for @target' },
    { id: 'b', tokens: '@source %vg [lemma=claim] full responsibility for @target' },
    { id: 'c', tokens: '@source ... @target', confidence: 0.3 },
    { id: 'd', tokens: '@target on @source' },
    { id: 'e', tokens: '@source ... responsibility ... @target', confidence: 0.8 },
  ];

  it('of rules and of files plays no part', () => {
    const document = documentOf(TEXT);
    const expected = matchRules(compileRules([file('x.yaml', written)]), document);
    expect(expected.length).toBeGreaterThan(1);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...written], { minLength: written.length }),
        fc.integer({ min: 0, max: written.length }),
        fc.boolean(),
        (shuffled, cut, swap) => {
          const files = [file('x.yaml', shuffled.slice(0, cut)), file('y.yaml', shuffled.slice(cut))];
          const rules = compileRules(swap ? files.reverse() : files);
          expect(matchRules(rules, document)).toEqual(expected);
        },
      ),
    );
  });
});

describe('where relations are read', () => {
  it('is the title and prose, not captions', () => {
    const document = documentOf(TEXT);
    const rules = ruleOf('@source %vg claimed ..{0,9} for @target');
    expect(matchRules(rules, document)).toHaveLength(1);
    const caption = { ...document, passages: [{ ...document.passages[0]!, kind: 'caption' as const }] };
    expect(matchRules(rules, caption)).toEqual([]);
  });
});
