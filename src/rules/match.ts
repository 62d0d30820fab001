import type { Span, Status } from '../model/index.ts';
import { argumentReader, tokenSpan } from './arguments.ts';
import { conditionFinder, covers } from './covered.ts';
import type { ConditionFinder } from './covered.ts';
import { applyExceptions } from './exceptions.ts';
import { bestPerPair, orient } from './overlap.ts';
import { candidateFinder, treeFinder } from './prefilter.ts';
import type { CompiledPattern, CompiledRule, IndexedPattern, RuleSet } from './ruleset.ts';
import { matchesIn, sceneOf } from './scene.ts';
import type { Scene } from './scene.ts';
import { speakersFromElsewhere } from './speakers.ts';
import { unsuppressed } from './suppress.ts';
import type { ProgramMatch } from './tokens/match.ts';
import type { Argument, Candidate, MatchTrace, TokenRange } from './trace.ts';
import { matchTree } from './tree/match.ts';
import type { TreeMatch } from './tree/match.ts';
import { viewDocument } from './view.ts';
import type { DocumentView, MatchableDocument } from './view.ts';

export interface ArgumentMatch {
  /** Index into the mentions. */
  readonly mention: number;
  /** What was read over between the mention and its verb: `from` is the mention, `to` what was read over. */
  readonly steps: readonly { readonly method: string; readonly from: Span; readonly to: Span }[];
}

/** A relation that one rule reads in one sentence. */
export interface RuleMatch {
  readonly rule: string;
  readonly relation: string;
  readonly confidence: number;
  /** Fixed by the rule, or null where the engine decides. */
  readonly status: Status | null;
  readonly sentence: number;
  readonly source: ArgumentMatch;
  readonly target: ArgumentMatch;
  readonly trigger: readonly TokenRange[];
}

function ranges(tokens: readonly number[]): TokenRange[] {
  const found: { firstToken: number; endToken: number }[] = [];
  for (const token of tokens) {
    const last = found.at(-1);
    if (last?.endToken === token) last.endToken++;
    else found.push({ firstToken: token, endToken: token + 1 });
  }
  return found;
}

/** Reads the relations of a document's title and prose. Sorted by position; the order of rules plays no part, nor does a trace. */
export function matchRules(rules: RuleSet, document: MatchableDocument, trace?: MatchTrace): RuleMatch[] {
  return countedMatches(rules, document, trace).matches;
}

/** As `matchRules`, with the number of machine instructions it took. */
export function countedMatches(
  rules: RuleSet,
  document: MatchableDocument,
  trace?: MatchTrace,
): { matches: RuleMatch[]; steps: number } {
  const view = viewDocument(document);
  const shared = { readings: argumentReader(view), counter: { steps: 0 } };
  const candidates = candidateFinder(rules.index, document);
  const treesAt = treeFinder(rules.index, document);
  const { sentences, passages } = document;
  const found: Candidate[] = [];
  const mentions = mentionsBySentence(document, view);
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const kind = passages[sentences.passage[sentence]!]!.kind;
    const present = mentions.get(sentence);
    if (!present || (kind !== 'title' && kind !== 'prose')) {
      trace?.skipped(sentence, present ? 'passage' : 'mentions');
      continue;
    }
    const scene = sceneOf(view, sentence, present, shared);
    const find = conditionFinder(scene);
    const types = [...new Set(present.map((index) => typeOf(document, index)))];
    const own: Candidate[] = [];
    for (const entry of candidates(scene.firstToken, scene.endToken))
      if (typed(entry.rule, types, sentence, trace)) own.push(...patternMatches(entry, scene, trace));
    own.push(...treeMatches(scene, treesAt, types, trace));
    const standing = own
      .filter((candidate) => stands(candidate, find, trace))
      .flatMap((candidate) => applyExceptions(candidate, scene, find, trace))
      .filter((candidate) => isNamedEnough(candidate, document, trace));
    found.push(...unsuppressed(standing, rules, scene, find, trace));
  }
  const best = bestPerPair(found, trace);
  return { matches: best.map((candidate) => describe(view, candidate)), steps: shared.counter.steps };
}

/** Whether mentions of types that a rule takes at its ends are there at all. */
function typed(
  rule: CompiledRule,
  present: readonly string[],
  sentence: number,
  trace: MatchTrace | undefined,
): boolean {
  const lacking = (['source', 'target'] as const).find(
    (end) => !present.some((type) => rule.types[end].has(type)),
  );
  if (lacking) trace?.untyped(rule, sentence, lacking);
  return lacking === undefined;
}

/** Indices of the resolved mentions of each sentence, and of those who speak in it from elsewhere; of sentences with at least two. */
function mentionsBySentence(document: MatchableDocument, view: DocumentView): Map<number, number[]> {
  const { mentions } = document;
  const bySentence = new Map<number, number[]>();
  mentions.forEach(({ entity, sentence }, index) => {
    if (entity === null) return;
    const list = bySentence.get(sentence);
    if (list) list.push(index);
    else bySentence.set(sentence, [index]);
  });
  for (const [sentence, speakers] of speakersFromElsewhere(document, view.quotations()))
    bySentence.get(sentence)?.push(...speakers);
  for (const [sentence, list] of bySentence) if (list.length < 2) bySentence.delete(sentence);
  return bySentence;
}

const typeOf = ({ mentions, entities }: MatchableDocument, mention: number): string =>
  entities[mentions[mention]!.entity!]!.type;

function patternMatches(entry: IndexedPattern, scene: Scene, trace: MatchTrace | undefined): Candidate[] {
  const { rule, pattern } = entry;
  const { view, sentence } = scene;
  return matchesIn(pattern, scene, rule.types, trace?.tokens(entry, sentence)).flatMap((match) => {
    const { source, target } = match;
    if (!source || !target) return [];
    const ends = { source, target, trigger: triggerTokens(match, view) };
    const words = [stretchOf(ends, view)];
    const candidate = orient({ ...stated(rule), sentence, ...ends, anchor: null, words }, view.document);
    trace?.found(candidate, pattern);
    return [candidate];
  });
}

/** What tree patterns match in one sentence. Its tree is asked for only where a trigger stands. */
function treeMatches(
  scene: Scene,
  treesAt: ReturnType<typeof treeFinder>,
  present: readonly string[],
  trace: MatchTrace | undefined,
): Candidate[] {
  const { view, sentence, counter } = scene;
  if (!view.document.trees) return [];
  const found: Candidate[] = [];
  for (let token = scene.firstToken; token < scene.endToken; token++) {
    for (const entry of treesAt(token)) {
      const { rule, tree } = entry;
      if (!typed(rule, present, sentence, trace)) continue;
      counter.steps++;
      const graph = scene.graph()!;
      const follow = trace?.tree(entry, graph, token);
      for (const match of matchTree(tree, graph, scene.finder(graph), rule.types, token, follow)) {
        const words = wordsOfTree(match, view);
        const candidate = orient(
          { ...stated(rule), sentence, ...match, anchor: token, words },
          view.document,
        );
        trace?.found(candidate, tree);
        found.push(candidate);
      }
    }
  }
  return found;
}

/** From the first to the last word of a token match, without what is read over before and behind its arguments. */
function stretchOf(
  { source, target, trigger }: Pick<Candidate, 'source' | 'target' | 'trigger'>,
  { document }: DocumentView,
): TokenRange {
  const ends = [source, target].map(({ mention }) => document.mentions[mention]!);
  return {
    firstToken: Math.min(...trigger, ...ends.map(({ firstToken }) => firstToken)),
    endToken: Math.max(...trigger.map((token) => token + 1), ...ends.map(({ endToken }) => endToken)),
  };
}

const stated = (rule: CompiledRule): Pick<Candidate, 'rule' | 'relation' | 'status' | 'confidence'> => ({
  rule,
  relation: rule.declaration,
  status: rule.status,
  confidence: rule.confidence,
});

const wordsOfTree = ({ trigger, source, target }: TreeMatch, { document }: DocumentView): TokenRange[] => [
  ...trigger.map((token) => ({ firstToken: token, endToken: token + 1 })),
  ...[source, target].map(({ mention }) => {
    const { firstToken, endToken } = document.mentions[mention]!;
    return { firstToken, endToken };
  }),
];

/** Whether a match is confirmed where its rule asks for that, and no excluding pattern takes it away. */
function stands(candidate: Candidate, find: ConditionFinder, trace: MatchTrace | undefined): boolean {
  const { rule } = candidate;
  const isCovered = (pattern: CompiledPattern): boolean =>
    find(pattern, rule.types).some((found) => covers(found, candidate));
  if (rule.combine === 'both' && !rule.patterns.some(isCovered)) {
    trace?.unconfirmed(candidate);
    return false;
  }
  const veto = rule.exclude.findIndex(isCovered);
  if (veto >= 0) trace?.vetoed(candidate, veto);
  return veto < 0;
}

/** Whether the source has a name of its own, where the relation asks for that. */
function isNamedEnough(
  candidate: Candidate,
  { mentions, entities }: MatchableDocument,
  trace: MatchTrace | undefined,
): boolean {
  const { type, named } = entities[mentions[candidate.source.mention]!.entity!]!;
  if (named || !candidate.relation.named.has(type)) return true;
  trace?.unnamed(candidate);
  return false;
}

/** The trigger; of a pattern without words of its own ("Lyon, France") what stands between the arguments. */
function triggerTokens({ trigger, source, target }: ProgramMatch, view: DocumentView): readonly number[] {
  if (trigger.length > 0) return trigger;
  const { mentions } = view.document;
  const [a, b] = [mentions[source!.mention]!, mentions[target!.mention]!].sort(
    (x, y) => x.firstToken - y.firstToken,
  );
  const between: number[] = [];
  for (let token = a!.endToken; token < b!.firstToken; token++) between.push(token);
  return between;
}

function describe(view: DocumentView, candidate: Candidate): RuleMatch {
  const { rule, relation, confidence, status, sentence, source, target, trigger } = candidate;
  const argument = ({ mention, steps }: Argument): ArgumentMatch => {
    const { start, end } = view.document.mentions[mention]!;
    return {
      mention,
      steps: steps.map(({ method, firstToken, endToken }) => ({
        method,
        from: { start, end },
        to: tokenSpan(view, firstToken, endToken),
      })),
    };
  };
  return {
    rule: rule.id,
    relation: relation.name,
    // What an exception states with a confidence of its own was not measured.
    confidence: confidence === rule.confidence ? (rule.measured ?? confidence) : confidence,
    status,
    sentence,
    source: argument(source),
    target: argument(target),
    trigger: ranges(trigger),
  };
}
