import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserErrors } from '../../src/model/index.ts';
import { compileRules } from '../../src/rules/index.ts';
import type { RuleSource } from '../../src/rules/index.ts';
import { importFault } from '../../src/rules/imports.ts';
import { countedMatches, matchRules } from '../../src/rules/match.ts';
import { documentOf } from '../rules/document.ts';
import { treeDocument } from '../rules/tree-document.ts';

const TEXT = treeDocument(
  '[RFB|organization] openly/RB condemned/VBD:condemn sanctions/NNS:sanction against/IN [Oslo|location] and/CC [Lyon|location]',
  'nsubj<3 advmod<3 root obj<3 case<6 nmod<4 cc<8 conj<6',
);
const HEAD = {
  extract: 1,
  relations: {
    opposes: { source: ['actor'], target: ['actor'] },
    supports: { source: ['actor'], target: ['actor'], symmetric: true },
  },
};

/** Compiles; what a person can't have caused is thrown on. */
function attempt(sources: readonly RuleSource[]): ReturnType<typeof compileRules> | null {
  try {
    return compileRules(sources);
  } catch (error) {
    if (!(error instanceof UserErrors)) throw error;
    for (const fault of error.errors) expect(fault.hint, fault.message).toBeTruthy();
    return null;
  }
}

const sign = fc.constantFrom(
  ...'@source @target #actor #[ [lemma= [word=/ (a*)* /] ] $v $w %vg %aux ... ..{0,20} {20} {9,1} * + ? | ( ) !( ^( < > " , _ claimed \\ ☃ /'.split(
    ' ',
  ),
);
const pattern = fc.array(sign, { maxLength: 24 }).map((parts) => parts.join(' '));
const path = fc
  .array(fc.constantFrom(...'subject object prep:for obj nmod _ . ^ > | ? ( ) ^obj nmod:'.split(' ')), {
    maxLength: 14,
  })
  .map((parts) => parts.join(' '));
const words = fc.oneof(
  fc.constantFrom('condemn', '$v', '$nowhere', 'a|b', '/x+/', ''),
  fc.string({ maxLength: 6 }),
);
const end = fc.record(
  { path, lemma: words, type: fc.constantFrom('actor', 'persn', 'location') },
  { requiredKeys: ['path'] },
);
const tree = fc.record(
  {
    trigger: fc.record({ lemma: words }),
    with: fc.array(end, { maxLength: 2 }),
    unless: end,
    source: end,
    target: end,
  },
  { requiredKeys: ['trigger', 'source', 'target'] },
);
const rule = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', '__proto__', 'A b'),
    relation: fc.constantFrom('opposes', 'supports', 'constructor', 'nothing'),
    tokens: fc.oneof(pattern, fc.array(pattern, { maxLength: 3 })),
    tree,
    exclude: pattern,
    combine: fc.constantFrom('both', 'either', 'none'),
    priority: fc.oneof(fc.integer(), fc.double()),
    except: fc.array(
      fc.record({
        when: fc.record({ with: end, tokens: pattern }, { requiredKeys: [] }),
        then: fc.constantFrom('exclude', 'swap', 'x'),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['id', 'relation'] },
);
const anything = fc.anything({
  maxDepth: 3,
  values: [pattern, path, words, fc.constantFrom('a', 1, null)],
  key: fc.constantFrom('tokens', 'tree', 'id', '__proto__', 'is', 'x'),
});
const fileValue = fc.record(
  {
    vocabulary: fc.oneof(anything, fc.constant({ v: ['condemn', '$w'], w: ['$v', 'take on'] })),
    types: fc.oneof(anything, fc.constant({ militia: { is: 'militia' } })),
    import: fc.array(fc.string({ maxLength: 9 }), { maxLength: 2 }),
    entities: anything,
    'entity-rules': fc.oneof(
      anything,
      fc.array(fc.record({ id: fc.constant('e'), type: fc.constant('person'), tokens: pattern }), {
        maxLength: 2,
      }),
    ),
    suppress: fc.oneof(
      anything,
      fc.array(
        fc.record(
          { id: fc.constant('s'), relations: fc.constant('all'), tokens: pattern, tree },
          { requiredKeys: ['id', 'relations'] },
        ),
        { maxLength: 2 },
      ),
    ),
    rules: fc.oneof(anything, fc.array(rule, { maxLength: 3 })),
  },
  { requiredKeys: [] },
);

describe('a rule file can not run code, read other files, or stall the program', () => {
  it('whatever it holds, it is compiled or refused, and matching ends', () => {
    fc.assert(
      fc.property(fileValue, (value) => {
        const rules = attempt([{ name: 'f.yaml', text: JSON.stringify({ ...HEAD, ...value }) }]);
        if (rules) expect(countedMatches(rules, TEXT).steps).toBeLessThan(2_000_000);
      }),
      { numRuns: 150 },
    );
    expect(({} as Record<string, unknown>)['tokens']).toBeUndefined();
  });

  it('whatever its text is, it is compiled or refused', () => {
    const line = fc.constantFrom(
      'extract: 1',
      'rules:',
      '  - id: a',
      '- [',
      '&a',
      '*a',
      '<<: *a',
      '!!js/function x',
      '? ',
      ': ',
      '{',
      '}',
      '"',
      "'",
      '|',
      '>-',
      '\t',
      '---',
      '...',
      '%YAML 1.1',
      '\u0000',
      '\ufeff',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string({ maxLength: 5 })), { maxLength: 20 }), (lines) => {
        attempt([{ name: 'f.yaml', text: lines.join('\n') }]);
        attempt([{ name: 'f.yaml', text: `extract: 1\n${lines.join(' ')}` }]);
      }),
      { numRuns: 300 },
    );
  });

  it('an import that is allowed stays in its folder', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      'a',
      'b.yaml',
      '...',
      '~',
      'C:',
      '\\',
      '..\\',
      '%2e%2e',
      'http:',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const imported = parts.join('/');
        if (importFault(imported) === null)
          expect(posix.join('home/rules', imported)).toMatch(/^home\/rules\//u);
      }),
    );
  });

  it('names of things every object has are names like others', () => {
    const text =
      '{"extract": 1, "vocabulary": {"constructor": ["condemn"]}, "rules": [{"id": "a", "relation": "constructor", "tokens": "@source $constructor $valueof @target"}]}';
    expect(() => compileRules([{ name: 'f.yaml', text }])).toThrow(
      /relation "constructor" is not declared[^]*"\$valueof" is not declared/u,
    );
  });

  it.each([
    ['repeats in repeats', `"@source ${'('.repeat(19)}a${'{20})'.repeat(19)} @target"`],
    ['alternatives in repeats', `"@source ${'(a|b|'.repeat(19)}c${'){1,20}'.repeat(19)} @target"`],
    ['gaps in a row', `"@source ${'... '.repeat(180)} @target"`],
    ['look-aheads in look-aheads', `"@source ${'!( a '.repeat(19)}${') '.repeat(19)} @target"`],
  ])('%s are bounded', (_, tokens) => {
    const text = `extract: 1\nrelations: { says: { source: [actor], target: [actor] } }\nid: a\nrelation: says\ntokens: ${tokens}\n`;
    const rules = attempt([{ name: 'f.yaml', text }]);
    const long = documentOf(`[RFB|organization] ${'a '.repeat(300)}[Oslo|location]`);
    expect(rules ? countedMatches(rules, long).steps : 0).toBeLessThan(5_000_000);
  });
});

describe('One documented overlap policy: the outcome never depends on file order', () => {
  const arc = {
    trigger: { lemma: 'condemn' },
    source: { path: 'subject' },
    target: { path: 'object > nmod' },
  };
  const when = { with: { path: 'object', lemma: 'sanction' } };
  /** Rules that find the same pairs in many ways: every key of the policy decides somewhere. */
  const pool = fc.record({
    relation: fc.constantFrom('opposes', 'supports'),
    body: fc.constantFrom<Record<string, unknown>>(
      { tokens: '@source ... @target' },
      { tokens: '@source ... against @target' },
      { tokens: '@target ... @source' },
      { tree: arc },
      { tree: { ...arc, with: when.with } },
      { tree: arc, tokens: 'openly', combine: 'both' },
      { tree: arc, tokens: '@source ... condemned', combine: 'both' },
    ),
    confidence: fc.constantFrom(0.5, 0.8, 0.9),
    priority: fc.constantFrom(0, 0, 1, -1),
    status: fc.constantFrom(undefined, undefined, 'negated', 'uncertain'),
    except: fc.constantFrom<unknown>(
      undefined,
      undefined,
      [{ when, then: { relation: 'supports' } }],
      [{ when, then: 'swap' }],
      [{ when, then: 'exclude' }],
    ),
  });
  const suppression = fc.record({
    relations: fc.constantFrom<unknown>('all', ['opposes'], ['supports']),
    tokens: fc.constantFrom('@target and', 'openly', 'nowhere', 'sanctions against @target'),
    reach: fc.constantFrom('match', 'sentence'),
    priority: fc.constantFrom(-1, 0, 1),
  });

  it('for any order of rules in files and of files', () => {
    fc.assert(
      fc.property(
        fc.array(pool, { minLength: 2, maxLength: 6 }),
        fc.array(suppression, { maxLength: 2 }),
        fc.infiniteStream(fc.nat()),
        (drawn, drawnSuppressions, random) => {
          const rules = drawn.map(({ body, ...more }, n) => ({ id: `r${n}`, ...body, ...more }));
          const suppress = drawnSuppressions.map((each, n) => ({ id: `s${n}`, ...each }));
          const shuffled = <T>(list: readonly T[]): T[] =>
            list
              .map((item) => ({ item, key: random.next().value as number }))
              .sort((a, b) => a.key - b.key)
              .map(({ item }) => item);
          const files = (): RuleSource[] => {
            const [order, sorted] = [shuffled(rules), shuffled(suppress)];
            const cut = (random.next().value as number) % (order.length + 1);
            const parts = [
              { ...HEAD, rules: order.slice(0, cut), suppress: sorted },
              { ...HEAD, rules: order.slice(cut) },
            ];
            return shuffled(parts).map((part, n) => ({
              name: `${shuffled(['x', 'y', 'z']).join('')}${n}.yaml`,
              text: JSON.stringify(part),
            }));
          };
          const expected = matchRules(compileRules(files()), TEXT);
          for (let turn = 0; turn < 3; turn++)
            expect(matchRules(compileRules(files()), TEXT)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('the higher priority wins, then the higher confidence, then a fixed status', () => {
    fc.assert(
      fc.property(fc.array(pool, { minLength: 2, maxLength: 6 }), (drawn) => {
        const rules = drawn.map(({ body, confidence, priority, status }, n) => ({
          id: `r${n}`,
          relation: 'opposes',
          ...body,
          confidence,
          priority,
          status,
        }));
        const alone = rules.map((each) =>
          matchRules(
            compileRules([{ name: 'f.yaml', text: JSON.stringify({ ...HEAD, rules: [each] }) }]),
            TEXT,
          ),
        );
        const together = matchRules(
          compileRules([{ name: 'f.yaml', text: JSON.stringify({ ...HEAD, rules }) }]),
          TEXT,
        );
        const rank = (id: string): readonly number[] => {
          const found = rules.find((each) => each.id === id)!;
          return [found.priority, found.confidence, found.status === undefined ? 0 : 1];
        };
        const pairOf = ({ source, target }: (typeof together)[number]): string =>
          `${source.mention} ${target.mention}`;
        for (const winner of together) {
          const rivals = alone.flat().filter((match) => pairOf(match) === pairOf(winner));
          for (const rival of rivals) {
            const [a, b] = [rank(winner.rule), rank(rival.rule)];
            const first = a.findIndex((value, index) => value !== b[index]);
            if (first >= 0) expect(a[first]).toBeGreaterThan(b[first]!);
          }
        }
        expect(new Set(together.map(pairOf))).toEqual(new Set(alone.flat().map(pairOf)));
      }),
      { numRuns: 50 },
    );
  });
});
