import { byCodeUnit } from '../../model/index.ts';
import type { Location, Span } from '../../model/index.ts';
import { tokenSpan } from '../arguments.ts';
import { matchRules } from '../match.ts';
import type { RuleMatch } from '../rule-match.ts';
import { advantage } from '../overlap.ts';
import type { CompiledPattern, CompiledRule, RuleSet } from '../ruleset.ts';
import type { TokenStop, TokenTrace } from '../tokens/trace.ts';
import type { OnStall } from '../meter.ts';
import type { Candidate, MatchTrace } from '../trace.ts';
import type { SentenceGraph } from '../tree/graph.ts';
import type { TreePattern } from '../tree/syntax.ts';
import type { Refused, TreeTrace } from '../tree/trace.ts';
import { viewDocument } from '../view.ts';
import type { DocumentView, MatchableDocument } from '../view.ts';
import { rankOf, tokenStopText } from './token-stop.ts';
import { treeRank, treeStopText } from './tree-stop.ts';
import { listed, wordTestText } from './words.ts';

/** What became of a rule in a sentence, best first: of several patterns or matches the best counts. */
export const VERDICTS = ['matched', 'beaten', 'vetoed', 'stalled', 'stopped', 'untyped'] as const;
export type RuleVerdict = (typeof VERDICTS)[number];

/** A pattern that was tried and did not match, and how far it came. */
export interface Attempt {
  readonly kind: 'tokens' | 'tree';
  /** The token pattern as written, or what the trigger of the tree pattern asks for. */
  readonly pattern: string;
  /** What it had read when it stopped, as offsets into the text. */
  readonly read: Span | null;
  /** Mentions it had taken for its arguments. */
  readonly source: number | null;
  readonly target: number | null;
  /** The first condition that failed, in words. */
  readonly why: string;
}

/** A match that did not stand: an exclusion, an exception or a suppression took it, or another match is better. */
export interface LostMatch {
  readonly source: number;
  readonly target: number;
  readonly trigger: readonly number[];
  readonly why: string;
}

/** What became of one rule in one sentence where its words stand. */
export interface RuleReport {
  readonly rule: string;
  readonly relation: string;
  /** All that it may state, exceptions that redirect included. */
  readonly relations: readonly string[];
  readonly at: Location;
  readonly sentence: number;
  readonly verdict: RuleVerdict;
  readonly matches: readonly RuleMatch[];
  readonly lost: readonly LostMatch[];
  /** One for each pattern that found nothing, the one that came furthest first. */
  readonly attempts: readonly Attempt[];
  /** Where no mention of a fitting type is in the sentence. */
  readonly untyped: string | null;
}

/** Which entities a reader asks about; an attempt with one of them at its end comes before one with another. */
export interface Focus {
  readonly source?: ReadonlySet<number>;
  readonly target?: ReadonlySet<number>;
}

interface Furthest {
  /** Smaller is further. */
  readonly rank: readonly number[];
  readonly attempt: () => Attempt;
}

interface Loss {
  readonly to: 'rule' | 'match';
  readonly why: string;
}

/** What is known of a rule in a sentence while the matcher runs. */
interface Sighting {
  readonly rule: CompiledRule;
  readonly sentence: number;
  /** By pattern. */
  readonly furthest: Map<object, Furthest>;
  readonly finders: Set<object>;
  readonly lost: Map<Candidate, Loss>;
  readonly matches: RuleMatch[];
  untyped: string | null;
  /** It took all its steps, so nothing that it found counts. */
  stalled: boolean;
}

export interface Watched {
  /** In order of the sentences, then of what became of the rules, then of their ids. */
  readonly reports: readonly RuleReport[];
  /** Sentences in which no rule is tried. */
  readonly skipped: ReadonlyMap<number, 'passage' | 'mentions'>;
}

/** Runs the matcher over a document and reports what became of every rule whose words stand in a sentence. */
export function watchRules(rules: RuleSet, document: MatchableDocument, focus: Focus = {}): Watched {
  const view = viewDocument(document);
  const skipped = new Map<number, 'passage' | 'mentions'>();
  const sightings = new Map<string, Sighting>();
  const sightingOf = (rule: CompiledRule, sentence: number): Sighting => {
    const key = `${sentence} ${rule.id}`;
    let sighting = sightings.get(key);
    if (!sighting) sightings.set(key, (sighting = sightingIn(rule, sentence)));
    return sighting;
  };
  const trace: MatchTrace = {
    skipped: (sentence, why) => skipped.set(sentence, why),
    untyped: (rule, sentence, end) => {
      const types = listed(rule.types[end]);
      sightingOf(rule, sentence).untyped =
        `no entity of a type that its ${end} takes (${types}) is mentioned in the sentence`;
    },
    tokens: ({ rule, pattern }, sentence) => followTokens(sightingOf(rule, sentence), pattern, view, focus),
    tree: ({ rule, tree }, graph, token) =>
      followTree(sightingOf(rule, document.tokens.sentence[token]!), tree, graph, token),
    found: ({ rule, sentence }, pattern) => sightingOf(rule, sentence).finders.add(pattern),
    vetoed: (match, exclude) => {
      const text = match.rule.exclude[exclude]?.text ?? '';
      sightingOf(match.rule, match.sentence).lost.set(match, { to: 'rule', why: `excluded by: ${text}` });
    },
    unconfirmed: (match) => {
      const why = 'none of its token patterns confirms what its tree found (combine: both)';
      sightingOf(match.rule, match.sentence).lost.set(match, { to: 'rule', why });
    },
    unnamed: (match) => {
      const why = `${match.relation.name} asks for a source with a name of its own`;
      sightingOf(match.rule, match.sentence).lost.set(match, { to: 'rule', why });
    },
    excepted: (match, exception, instead) => {
      if (instead.length > 0) return;
      const why = `its exception ${exception + 1} leaves no match`;
      sightingOf(match.rule, match.sentence).lost.set(match, { to: 'rule', why });
    },
    suppressed: (match, { id }) => {
      sightingOf(match.rule, match.sentence).lost.set(match, { to: 'rule', why: `suppressed by ${id}` });
    },
    beaten: (match, by) => {
      const winner = by.rule === match.rule ? 'another match of this rule' : `rule ${by.rule.id}`;
      const why = `${winner} wins with ${advantage(by, match)}`;
      sightingOf(match.rule, match.sentence).lost.set(match, { to: 'match', why });
    },
  };
  const byId = new Map(rules.rules.map((rule) => [rule.id, rule]));
  const onStall: OnStall = ({ rule: { id }, sentence }) => {
    const rule = byId.get(id);
    if (rule) sightingOf(rule, sentence).stalled = true;
  };
  const matches = matchRules(rules, document, { trace, onStall });
  for (const match of matches) sightings.get(`${match.sentence} ${match.rule}`)?.matches.push(match);
  const reports = [...sightings.values()].map(reportOf);
  return { reports: reports.sort(byOutcome), skipped };
}

const byOutcome = (a: RuleReport, b: RuleReport): number =>
  a.sentence - b.sentence ||
  VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
  byCodeUnit(a.rule, b.rule);

const sightingIn = (rule: CompiledRule, sentence: number): Sighting => ({
  rule,
  sentence,
  furthest: new Map(),
  finders: new Set(),
  lost: new Map(),
  matches: [],
  untyped: null,
  stalled: false,
});

function followTokens(
  sighting: Sighting,
  pattern: CompiledPattern,
  view: DocumentView,
  focus: Focus,
): TokenTrace {
  const program = pattern.program();
  return {
    stopped: (stop) => {
      const rank = [offFocus(stop, view, focus), ...rankOf(program, stop)];
      note(sighting, pattern, rank, () => ({
        kind: 'tokens',
        pattern: pattern.text,
        read: stop.token > stop.firstToken ? tokenSpan(view, stop.firstToken, stop.token) : null,
        source: stop.source?.mention ?? null,
        target: stop.target?.mention ?? null,
        why: tokenStopText(program, sighting.rule, stop, view),
      }));
    },
  };
}

/** How many arguments a pattern took that the reader did not ask about. */
function offFocus({ source, target }: TokenStop, view: DocumentView, focus: Focus): number {
  const { mentions } = view.document;
  const off = (taken: TokenStop['source'], wanted: ReadonlySet<number> | undefined): number =>
    taken && wanted && !wanted.has(mentions[taken.mention]!.entity!) ? 1 : 0;
  return off(source, focus.source) + off(target, focus.target);
}

function followTree(sighting: Sighting, tree: TreePattern, graph: SentenceGraph, token: number): TreeTrace {
  const refused: { end: 'source' | 'target'; refused: Refused }[] = [];
  return {
    refused: (end, each) => refused.push({ end, refused: each }),
    stopped: (stop) => {
      note(sighting, tree, [0, treeRank(stop), token], () => ({
        kind: 'tree',
        pattern: `trigger ${wordTestText(tree.trigger)}`,
        read: tokenSpan(graph.view, token, token + 1),
        source: null,
        target: null,
        why: treeStopText({ stop, refused }, tree, sighting.rule, graph, token),
      }));
    },
  };
}

/** Keeps what came furthest; of two alike, the first. */
function note(
  { furthest }: Sighting,
  pattern: object,
  rank: readonly number[],
  attempt: () => Attempt,
): void {
  const before = furthest.get(pattern);
  if (!before || compareRanks(rank, before.rank) < 0) furthest.set(pattern, { rank, attempt });
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function reportOf(sighting: Sighting): RuleReport {
  const { rule, sentence, matches, untyped } = sighting;
  const lost = [...sighting.lost].map(([{ source, target, trigger }, { why }]) => ({
    source: source.mention,
    target: target.mention,
    trigger,
    why,
  }));
  const attempts = [...sighting.furthest]
    .filter(([pattern]) => !sighting.finders.has(pattern))
    .sort(([, a], [, b]) => compareRanks(a.rank, b.rank))
    .map(([, { attempt }]) => attempt());
  const { id, relation, at, exceptions } = rule;
  const redirected = exceptions.flatMap(({ then }) =>
    then === 'exclude' ? [] : [then.relation?.name ?? relation],
  );
  const relations = [...new Set([relation, ...redirected])];
  return {
    rule: id,
    relation,
    relations,
    at,
    sentence,
    verdict: verdictOf(sighting),
    matches,
    lost,
    attempts,
    untyped,
  };
}

function verdictOf({ matches, lost, untyped, stalled }: Sighting): RuleVerdict {
  if (stalled) return 'stalled';
  if (matches.length > 0) return 'matched';
  const losses = [...lost.values()];
  if (losses.length > 0) return losses.every(({ to }) => to === 'rule') ? 'vetoed' : 'beaten';
  return untyped === null ? 'stopped' : 'untyped';
}
