import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../../src/pipeline/index.ts';
import { readArticle } from '../../../src/read/index.ts';
import { compileRules, findRuleNames, watchRules } from '../../../src/rules/index.ts';
import { countedMatches } from '../../../src/rules/match.ts';
import { MAX_STEPS } from '../../../src/rules/meter.ts';
import { file } from './language.ts';

const HEAD = { relations: { says: { source: ['actor'], target: ['actor'] } } };
const rulesOf = (...rules: readonly Record<string, unknown>[]) =>
  compileRules([
    file('f.yaml', { ...HEAD, rules: rules.map((rule, n) => ({ id: `r${n}`, relation: 'says', ...rule })) }),
  ]);

const PLACES = ['France', 'Israel', 'Egypt', 'Syria', 'Germany', 'Lebanon', 'Turkey', 'Spain'];
const VERBS = ['attacked', 'and', 'told', 'with'];
/** One sentence with as many names as said, about four words each. */
const long = (names: number): string =>
  `${Array.from({ length: names }, (_, n) => `${PLACES[n % 8]} ${VERBS[n % 4]} the port`).join(' ')}.`;
const documentOf = (text: string) =>
  analyzeArticle(readArticle('-', new TextEncoder().encode(text)), {
    rules: compileRules([]),
    assumeEnglish: true,
  });
const LONG = documentOf(long(45));
const SHORT = documentOf('France attacked Israel.');
const TWO = documentOf(`${long(45)}\n\nFrance attacked Israel.`);

const stallsIn = (rules: ReturnType<typeof rulesOf>, document: typeof LONG) => {
  const stalls: string[] = [];
  const { matches, steps } = countedMatches(rules, document, {
    onStall: ({ rule, sentence }) => stalls.push(`${rule.id} ${sentence}`),
  });
  return { matches, steps, stalls };
};

const NESTED = '@source ((_{0,4} _{0,4}){0,10}){0,10} @target ((_{0,4} _{0,4}){0,10}){0,10}';
const PLAIN = '@source attacked @target';
/** From every word to every word, over and over. */
const roam = (turns: number): string =>
  turns === 0 ? '(subject|object|_|^_)?' : `(subject|object|_|^_)? > (${roam(turns - 1)})`;
const TREE = { trigger: { lemma: 'attack' }, source: { path: 'subject' }, target: { path: 'object' } };

describe('Nothing in a rule file stalls the program: a rule has so many steps in a sentence', () => {
  it('gives nothing from a sentence in which a rule takes more, says so, and leaves other rules alone', () => {
    const { matches, stalls } = stallsIn(rulesOf({ tokens: NESTED }, { tokens: PLAIN }), LONG);
    expect(stalls).toEqual(['r0 0']);
    expect(new Set(matches.map(({ rule }) => rule))).toEqual(new Set(['r1']));
  });

  it('still reads the other sentences with that rule', () => {
    const { matches, stalls } = stallsIn(rulesOf({ tokens: NESTED }), TWO);
    expect(stalls).toEqual(['r0 0']);
    expect(matches.map(({ sentence }) => sentence)).toEqual([1]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['an exclusion', { tokens: PLAIN, exclude: NESTED }],
    ['an exception', { tokens: PLAIN, except: [{ when: { tokens: NESTED }, then: 'swap' }] }],
    ['a confirmation', { tree: TREE, tokens: NESTED, combine: 'both' }],
  ])('leaves a rule out for %s that takes too many', (_, rule) => {
    expect(stallsIn(rulesOf(rule), LONG)).toMatchObject({ matches: [], stalls: ['r0 0'] });
    expect(stallsIn(rulesOf(rule), SHORT).stalls).toEqual([]);
  });

  it('leaves a suppression out', () => {
    const suppress = [{ id: 's', relations: 'all', tokens: NESTED }];
    const rules = compileRules([
      file('f.yaml', { ...HEAD, suppress, rules: [{ id: 'r', relation: 'says', tokens: PLAIN }] }),
    ]);
    const { matches, stalls } = stallsIn(rules, LONG);
    expect(stalls).toEqual(['s 0']);
    expect(matches).not.toEqual([]);
    expect(stallsIn(rules, SHORT)).toMatchObject({ matches: [], stalls: [] });
  });

  it('leaves a rule for names out', () => {
    const rules = compileRules([
      file('f.yaml', {
        'entity-rules': [
          { id: 'e', type: 'group', tokens: '((_{0,9}){0,9}){0,9} zebra' },
          { id: 'f', type: 'group', tokens: '[word=france]' },
        ],
      }),
    ]);
    const document = documentOf(`Zebra ${long(300)}`);
    const stalls: string[] = [];
    const found = findRuleNames(rules.entityRules, document, [], ({ rule }) => stalls.push(rule.id));
    expect(new Set(stalls)).toEqual(new Set(['e']));
    const first = found.filter(({ firstToken }) => firstToken < document.sentences.endToken[0]!);
    expect(new Set(first.map(({ rule }) => rule.id))).toEqual(new Set(['f']));
  });

  it('takes as many steps each time, and so gives the same edges', () => {
    const rules = rulesOf(
      { tokens: NESTED },
      { tokens: PLAIN },
      { tree: { ...TREE, source: { path: roam(6) } } },
    );
    expect(stallsIn(rules, LONG)).toEqual(stallsIn(rules, LONG));
  });

  it('is told by explain', () => {
    const { reports } = watchRules(rulesOf({ tokens: NESTED }), LONG);
    expect(reports).toMatchObject([{ rule: 'r0', verdict: 'stalled', matches: [] }]);
  });

  it.each([
    [
      'look-aheads in look-aheads',
      { tokens: `@source ${'!( ... '.repeat(12)}zebra${' )'.repeat(12)} port @target` },
    ],
    ['gaps', { tokens: '@source ... attacked ... @target ... (port|city)' }],
  ])('is enough for %s over a sentence of 180 words', (_, rule) => {
    expect(stallsIn(rulesOf(rule), LONG).stalls).toEqual([]);
  });

  it('grows no faster than the length of paths that nest', () => {
    const cost = (turns: number) =>
      stallsIn(rulesOf({ tree: { ...TREE, target: { path: roam(turns) } } }), LONG).steps;
    expect(cost(16)).toBeLessThan(cost(8) * 3);
  });

  it('bounds whatever a pattern is made of', () => {
    const atom = fc.constantFrom(
      '_',
      '[word!=zebra]',
      '(the|port)',
      '...',
      '!( ... zebra )',
      '[lemma=attack]',
      '#actor',
    );
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        atom,
        tie('pattern').map((inner) => `(${inner}){0,9}`),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(${a} | ${b})`),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `${a} ${b}`),
      ),
    }));
    const path = fc
      .array(fc.constantFrom('subject', 'object', '(_|^_)?', '(prep:in|_)', '^_', '_?'), {
        minLength: 1,
        maxLength: 60,
      })
      .map((hops) => hops.join(' > '));
    const SLACK = 400_000;
    fc.assert(
      fc.property(pattern, pattern, pattern, path, path, (a, b, c, up, down) => {
        const written = {
          tokens: `${a} @source ${b} @target ${c}`.replaceAll('!( ... zebra )){0,9}', '_){0,9}'),
          tree: { ...TREE, source: { path: up }, target: { path: down } },
        };
        let rules;
        try {
          rules = rulesOf(written);
        } catch {
          return;
        }
        const { steps, matches, stalls } = stallsIn(rules, LONG);
        expect(steps).toBeLessThan(MAX_STEPS + SLACK);
        expect(steps > MAX_STEPS).toBe(stalls.length > 0);
        if (stalls.length > 0) expect(matches).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});
