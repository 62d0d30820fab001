import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UPOS } from '../../src/model/index.ts';
import { compileRules, matchRules, watchRules } from '../../src/rules/index.ts';
import type { RuleMatch, RuleSet } from '../../src/rules/index.ts';
import type { MatchableDocument } from '../../src/rules/view.ts';
import { documentOf } from '../rules/document.ts';
import { treeDocument } from '../rules/tree-document.ts';

const WORD = fc.constantFrom(
  'the',
  'claimed/VBD:claim',
  'praised/VBD:praise',
  'was',
  'not',
  'by',
  'in',
  'raid',
  'and',
  ',',
  "'s",
  'which',
);
const MENTION = fc.constantFrom(
  '[RFB|organization]',
  '[Oslo|location]',
  '[Ann|person#ann]',
  '[she|person#ann~pronoun]',
  '[the summit|event]',
  '[the [Red Front|organization] raid|event]',
);
const PIECE = fc.oneof({ weight: 3, arbitrary: WORD }, { weight: 2, arbitrary: MENTION });
const SENTENCE = fc.array(PIECE, { minLength: 2, maxLength: 12 }).map((pieces) => pieces.join(' '));

/** With a verb and two mentions at least, since most trees over random words relate nothing. */
const CLAUSE = fc
  .tuple(
    MENTION,
    fc.constantFrom('claimed/VBD:claim', 'praised/VBD:praise'),
    MENTION,
    fc.array(PIECE, { maxLength: 6 }),
  )
  .map(([a, verb, b, more]) => [a, verb, b, ...more].join(' '));

const ATOM = fc.constantFrom(
  'claimed',
  '[lemma=claim pos=VERB]',
  '[lemma=claim|praise]',
  '[pos=VERB]',
  '_',
  'by',
  'the',
  '%aux',
  '%vg',
  '#location',
  '"," ',
  '[word!=not]',
);
const PART = fc.oneof(
  ATOM,
  ATOM.map((atom) => `(${atom})?`),
  fc.tuple(ATOM, ATOM).map(([a, b]) => `( ${a} | ${b} by )`),
  ATOM.map((atom) => `!( ${atom} )`),
  ATOM.map((atom) => `^( ${atom} )`),
  fc.constantFrom('...', '..{0,2}', 'the{1,2}'),
);
const PARTS = fc.array(PART, { maxLength: 3 }).map((parts) => parts.join(' '));
const CONDITION = fc.constantFrom(
  '',
  '',
  '[role=subject]',
  '[kind=name]',
  '[type=organization|location]',
  '[lead=none]',
  '[pos=NOUN]',
);
const TOKENS = fc
  .record({ before: PARTS, a: CONDITION, between: PARTS, b: CONDITION, after: PARTS, swap: fc.boolean() })
  .map(({ before, a, between, b, after, swap }) => {
    const [first, second] = swap ? ['@target', '@source'] : ['@source', '@target'];
    return `${before} ${first}${a} ${between} ${second}${b} ${after}`.trim();
  });

const VERB = UPOS.indexOf('VERB');
const LABELS = [
  'nsubj',
  'obj',

  'nsubj',
  'obj',
  'obl',
  'nmod',
  'conj',
  'case',
  'nsubj:pass',
  'obl:agent',
  'acl',
  'xcomp',
  'appos',
  'aux:pass',
];
const PATH = fc.constantFrom(
  'subject',
  'object',
  'prep:by',
  'obj > nmod',
  '_',
  '.',
  '^nsubj',
  '_ > _',
  'obj|obl',
  'nsubj?',
  '_ > subject',
  ...Array<string>(3).fill('subject'),
  ...Array<string>(3).fill('object'),
  ...Array<string>(3).fill('_'),
);
const WORD_TEST = fc.constantFrom({}, { lemma: 'raid' }, { pos: 'NOUN' }, { word: ['the', 'raid'] });
const CONDITIONS = fc.option(
  fc.tuple(PATH, WORD_TEST).map(([path, test]) => ({ path, ...test })),
  { nil: undefined, freq: 1 },
);
const END = fc
  .record({
    path: PATH,
    type: fc.constantFrom(undefined, undefined, undefined, undefined, 'organization', 'event'),
    kind: fc.constantFrom(undefined, undefined, undefined, 'name'),
  })
  .map((end) => JSON.parse(JSON.stringify(end)) as object);
const TREE = fc
  .record({
    lemma: fc.constantFrom('claim', 'claim|praise', 'raid'),
    pos: fc.constantFrom('VERB', undefined, undefined),
    with: CONDITIONS,
    unless: CONDITIONS,
    source: END,
    target: END,
  })
  .map(
    ({ lemma, pos, ...rest }) => JSON.parse(JSON.stringify({ trigger: { lemma, pos }, ...rest })) as object,
  );

const MORE = fc.record(
  {
    confidence: fc.constantFrom(0.5, 0.8, 0.9),
    exclude: fc.constantFrom('not', '@source by', 'the raid'),
    without: fc.constantFrom(['coordination'], ['relative-clause'], ['passive']),
    status: fc.constantFrom('negated', 'uncertain'),
    priority: fc.constantFrom(-1, 1),
    relation: fc.constantFrom('says', 'backs'),
    except: fc.array(
      fc.record({
        when: fc.constantFrom<object>(
          { target: { type: 'event' } },
          { source: { kind: 'pronoun' } },
          { tokens: 'the raid' },
          { tokens: '@source by' },
          { with: { path: '_', lemma: 'raid' } },
          { unless: { path: 'object', pos: 'NOUN' } },
        ),
        then: fc.constantFrom<unknown>(
          'exclude',
          'swap',
          { relation: 'backs' },
          { status: 'uncertain', confidence: 0.4 },
          { target: { path: '_' } },
        ),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

const SUPPRESS = fc.array(
  fc.record({
    relations: fc.constantFrom<unknown>('all', ['says'], ['backs']),
    tokens: fc.constantFrom('the raid', 'not', '@source by', 'claimed @target'),
    reach: fc.constantFrom('match', 'sentence'),
    priority: fc.constantFrom(-1, 0, 1),
  }),
  { maxLength: 2 },
);

/** The rules of a file, or null where generated patterns are too strange to load. */
function compiled(written: readonly object[], suppressions: readonly object[]): RuleSet | null {
  const rules = written.map((rule, index) => ({ id: `rule-${index}`, relation: 'says', ...rule }));
  const suppress = suppressions.map((each, index) => ({ id: `not-${index}`, ...each }));
  const ends = { source: ['actor'], target: ['event', 'actor'] };
  const relations = { says: ends, backs: { ...ends, symmetric: true } };
  // Declarations and suppressions in a file that the rules import.
  const shared = { extract: 1, relations, suppress };
  const own = { extract: 1, import: ['shared.yaml'], rules };
  try {
    return compileRules([
      { name: 'rules.yaml', text: JSON.stringify(own) },
      { name: 'shared.yaml', text: JSON.stringify(shared) },
    ]);
  } catch {
    return null;
  }
}

const keyOf = ({ rule, sentence, source, target, trigger }: RuleMatch): string =>
  JSON.stringify([rule, sentence, source, target, trigger]);

/** Explain's verdicts are the engine's, and a rule that was tried and did not match has a reason. */
function agrees(rules: RuleSet, document: MatchableDocument, seen: Seen): void {
  const matches = matchRules(rules, document);
  const { reports } = watchRules(rules, document);
  expect(
    reports
      .flatMap((report) => report.matches)
      .map(keyOf)
      .sort(),
  ).toEqual(matches.map(keyOf).sort());
  for (const report of reports) {
    const has = matches.some(({ rule, sentence }) => rule === report.rule && sentence === report.sentence);
    expect(report.verdict === 'matched').toBe(has);
    const reasons = [...report.attempts, ...report.lost].map(({ why }) => why);
    if (!has) expect([...reasons, ...(report.untyped === null ? [] : [report.untyped])]).not.toEqual([]);
    expect(reasons.filter((why) => why.trim() === '')).toEqual([]);
  }
  seen.tried += reports.length;
  seen.matched += matches.length;
  for (const { why } of reports.flatMap(({ lost }) => lost))
    for (const reason of [...REASONS, UNCONFIRMED]) if (why.includes(reason)) seen.lost.add(reason);
}

interface Seen {
  tried: number;
  matched: number;
  readonly lost: Set<string>;
}
const UNCONFIRMED = 'none of its token patterns confirms';
const newSeen = (): Seen => ({ tried: 0, matched: 0, lost: new Set() });
/** Every way to lose a match comes up. */
const REASONS = ['excluded by', 'its exception', 'suppressed by', 'a higher priority', 'a higher confidence'];

describe("explain's verdict is the engine's", () => {
  it('for token rules', () => {
    const seen = newSeen();
    const each = fc.array(
      fc.tuple(TOKENS, MORE).map(([tokens, more]) => ({ tokens, ...more })),
      { minLength: 1, maxLength: 4 },
    );
    // Two patterns drawn apart seldom find the same pair; the same one twice always does.
    const written = fc
      .tuple(each, fc.option(MORE))
      .map(([own, more]) => (more === null ? own : [...own, { tokens: own[0]!.tokens, ...more }]));
    fc.assert(
      fc.property(written, SUPPRESS, SENTENCE, (own, suppress, sentence) => {
        const rules = compiled(own, suppress);
        fc.pre(rules !== null);
        agrees(rules, documentOf(sentence), seen);
      }),
      { numRuns: 2_000, maxSkipsPerRun: 1_000 },
    );
    expect(seen.tried).toBeGreaterThan(1_000);
    expect(seen.matched).toBeGreaterThan(100);
    expect([...seen.lost]).toEqual(expect.arrayContaining(REASONS));
  });

  it('for tree rules', () => {
    const seen = newSeen();
    const confirmed = fc.constantFrom<object>(
      {},
      {},
      { tokens: '@source ..{0,5} @target' },
      { tokens: '[pos=VERB]', combine: 'both' },
      { tokens: '@source the', combine: 'both' },
    );
    const written = fc.array(
      fc.tuple(TREE, MORE, confirmed).map(([tree, more, tokens]) => ({ tree, ...more, ...tokens })),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(
        written,
        SUPPRESS,
        CLAUSE,
        fc.noBias(fc.infiniteStream(fc.nat(10_000))),
        (own, suppress, sentence, random) => {
          const rules = compiled(own, suppress);
          fc.pre(rules !== null);
          agrees(rules, treeDocument(sentence, arcsOf(sentence, random)), seen);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(seen.tried).toBeGreaterThan(1_000);
    expect([...seen.lost]).toEqual(expect.arrayContaining([...REASONS, UNCONFIRMED]));
    expect(seen.matched).toBeGreaterThan(100);
  });
});

/** A random tree over the words of a sentence, as `treeDocument` takes it; a verb is its root where there is one. */
function arcsOf(sentence: string, random: Iterator<number>): string {
  const { tokens, tags } = documentOf(sentence);
  const next = (below: number): number => (random.next().value as number) % below;
  const rank = (word: number): number => (tags.upos[word] === VERB ? 0 : 1_000) + next(1_000);
  const order = [...Array(tokens.length).keys()]
    .map((word) => [rank(word), word] as const)
    .sort(([a, x], [b, y]) => a - b || x - y)
    .map(([, word]) => word);
  const arcs: string[] = [];
  order.forEach((word, place) => {
    const above = next(2) === 0 ? order[0]! : order[next(Math.max(place, 1))]!;
    arcs[word] = place === 0 ? 'root' : `${LABELS[next(LABELS.length)]!}<${above + 1}`;
  });
  return arcs.join(' ');
}
