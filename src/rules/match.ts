import { byCodeUnit } from '../model/index.ts';
import type { Span, Status } from '../model/index.ts';
import { argumentReader, tokenSpan } from './arguments.ts';
import { candidateFinder, treeFinder } from './prefilter.ts';
import type { CompiledRule, IndexedPattern, RuleSet } from './ruleset.ts';
import { runProgram } from './tokens/match.ts';
import type { MatchContext, ProgramMatch } from './tokens/match.ts';
import { sentenceGraph } from './tree/graph.ts';
import type { SentenceGraph } from './tree/graph.ts';
import { matchTree } from './tree/match.ts';
import type { TreeMatch } from './tree/match.ts';
import { mentionFinder } from './tree/reach.ts';
import type { Argument, Candidate, MatchTrace } from './trace.ts';
import { viewDocument } from './view.ts';
import type { DocumentView, MatchableDocument } from './view.ts';

/** A range of tokens, `endToken` exclusive. */
export interface TokenRange {
  readonly firstToken: number;
  readonly endToken: number;
}

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

const stepCount = (candidate: Candidate): number =>
  candidate.source.steps.length + candidate.target.steps.length;

/**
 * The overlap policy: of two matches of one relation with the same mentions the better one stays. Better is: higher
 * confidence; then a status fixed by the rule; then fewer steps; then the longer trigger, and the one that starts first; then
 * the rule whose id comes first.
 */
const byMerit = (a: Candidate, b: Candidate): number =>
  b.rule.confidence - a.rule.confidence ||
  Number(b.rule.status !== null) - Number(a.rule.status !== null) ||
  byCodeUnit(a.rule.status ?? '', b.rule.status ?? '') ||
  stepCount(a) - stepCount(b) ||
  b.trigger.length - a.trigger.length ||
  (a.trigger[0] ?? 0) - (b.trigger[0] ?? 0) ||
  byCodeUnit(a.rule.id, b.rule.id);

const byPosition = (a: Candidate, b: Candidate): number =>
  a.sentence - b.sentence ||
  a.source.mention - b.source.mention ||
  a.target.mention - b.target.mention ||
  byCodeUnit(a.rule.relation, b.rule.relation);

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
  const readings = argumentReader(view);
  const candidates = candidateFinder(rules.index, document);
  const counter = { steps: 0 };
  const { sentences, passages } = document;
  const found: Candidate[] = [];
  const treesAt = treeFinder(rules.index, document);
  const mentionTypes = typesBySentence(document);
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const kind = passages[sentences.passage[sentence]!]!.kind;
    const types = mentionTypes.get(sentence);
    if (!types || (kind !== 'title' && kind !== 'prose')) {
      trace?.skipped(sentence, types ? 'passage' : 'mentions');
      continue;
    }
    for (const entry of candidates(sentences.firstToken[sentence]!, sentences.endToken[sentence]!)) {
      if (!typed(entry.rule, types, sentence, trace)) continue;
      const context = { view, readings, types: entry.rule.types, counter };
      found.push(...patternMatches(entry, sentence, context, trace));
    }
    if (document.trees) found.push(...treeMatches(view, treesAt, types, sentence, readings, counter, trace));
  }
  const best = bestPerPair(found, trace);
  return { matches: best.map((candidate) => describe(view, candidate)), steps: counter.steps };
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

/** Entity types of the resolved mentions of each sentence that has at least two of them. */
function typesBySentence(document: MatchableDocument): Map<number, string[]> {
  const types = new Map<number, string[]>();
  for (const mention of document.mentions) {
    if (mention.entity === null) continue;
    const type = document.entities[mention.entity]!.type;
    const list = types.get(mention.sentence);
    if (list) list.push(type);
    else types.set(mention.sentence, [type]);
  }
  for (const [sentence, list] of types) if (list.length < 2) types.delete(sentence);
  return types;
}

function patternMatches(
  entry: IndexedPattern,
  sentence: number,
  context: MatchContext,
  trace: MatchTrace | undefined,
): Candidate[] {
  const { rule, pattern } = entry;
  const { sentences } = context.view.document;
  const first = sentences.firstToken[sentence]!;
  const end = sentences.endToken[sentence]!;
  const found: ProgramMatch[] = [];
  const traced = trace ? { ...context, trace: trace.tokens(entry, sentence) } : context;
  runProgram(pattern.program(), traced, first, end, false, (match) => found.push(match));
  if (found.length === 0) return [];
  const vetoes = vetoesIn(rule, sentence, context);
  return found.flatMap((match) => {
    const { source, target } = match;
    if (!source || !target) return [];
    const trigger = triggerTokens(match, context.view);
    const candidate = orient({ rule, sentence, source, target, trigger }, context.view.document);
    return stands(candidate, vetoes, (veto) => vetoed(match, veto), trace) ? [candidate] : [];
  });
}

/** Whether no excluding match takes a match away. */
function stands(
  candidate: Candidate,
  vetoes: readonly Veto[],
  takesAway: (veto: ProgramMatch) => boolean,
  trace: MatchTrace | undefined,
): boolean {
  trace?.found(candidate);
  const veto = vetoes.find(({ match }) => takesAway(match));
  if (veto) trace?.vetoed(candidate, veto.exclude);
  return veto === undefined;
}

/** What tree patterns match in one sentence. Its tree is asked for only where a trigger stands. */
function treeMatches(
  view: DocumentView,
  treesAt: ReturnType<typeof treeFinder>,
  present: readonly string[],
  sentence: number,
  readings: MatchContext['readings'],
  counter: MatchContext['counter'],
  trace: MatchTrace | undefined,
): Candidate[] {
  const { sentences, mentions } = view.document;
  const end = sentences.endToken[sentence]!;
  const found: Candidate[] = [];
  let graph: SentenceGraph | null = null;
  let finder: ReturnType<typeof mentionFinder> | null = null;
  const vetoes = new Map<CompiledRule, readonly Veto[]>();
  for (let token = sentences.firstToken[sentence]!; token < end; token++) {
    for (const entry of treesAt(token)) {
      const { rule, tree } = entry;
      if (!typed(rule, present, sentence, trace)) continue;
      counter.steps++;
      graph ??= sentenceGraph(view, sentence)!;
      finder ??= mentionFinder(
        graph,
        [...mentions.keys()].filter(
          (index) => mentions[index]!.sentence === sentence && mentions[index]!.entity !== null,
        ),
      );
      const follow = trace?.tree(entry, graph, token);
      for (const match of matchTree(tree, graph, finder, rule.types, token, follow)) {
        let own = vetoes.get(rule);
        if (!own)
          vetoes.set(rule, (own = vetoesIn(rule, sentence, { view, readings, types: rule.types, counter })));
        const candidate = orient({ rule, sentence, ...match }, view.document);
        if (stands(candidate, own, (veto) => vetoedTree(match, veto, view), trace)) found.push(candidate);
      }
    }
  }
  return found;
}

interface Veto {
  readonly match: ProgramMatch;
  /** Index of the excluding pattern in its rule. */
  readonly exclude: number;
}

function vetoesIn(rule: CompiledRule, sentence: number, context: MatchContext): Veto[] {
  const { sentences } = context.view.document;
  const vetoes: Veto[] = [];
  rule.exclude.forEach((pattern, exclude) => {
    const [first, end] = [sentences.firstToken[sentence]!, sentences.endToken[sentence]!];
    runProgram(pattern.program(), context, first, end, false, (match) => vetoes.push({ match, exclude }));
  });
  return vetoes;
}

/** As `vetoed`; the words of a tree match are its trigger and its arguments. */
function vetoedTree({ trigger, source, target }: TreeMatch, veto: ProgramMatch, view: DocumentView): boolean {
  if (veto.source !== null && veto.source.mention !== source.mention) return false;
  if (veto.target !== null && veto.target.mention !== target.mention) return false;
  if (trigger.some((token) => token >= veto.firstToken && token < veto.endToken)) return true;
  return [source, target].some(({ mention }) => {
    const { firstToken, endToken } = view.document.mentions[mention]!;
    return veto.firstToken < endToken && firstToken < veto.endToken;
  });
}

/** An excluding match counts where it shares a word with the match and means the same arguments. */
const vetoed = (match: ProgramMatch, veto: ProgramMatch): boolean =>
  veto.firstToken < match.endToken &&
  match.firstToken < veto.endToken &&
  (veto.source === null || veto.source.mention === match.source?.mention) &&
  (veto.target === null || veto.target.mention === match.target?.mention);

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

/** Of a symmetric relation, the end that stands first in the text is the source. */
function orient(candidate: Candidate, document: MatchableDocument): Candidate {
  const { rule, source, target } = candidate;
  if (!rule.symmetric || source.mention < target.mention) return candidate;
  const typeOf = (reading: Argument): string =>
    document.entities[document.mentions[reading.mention]!.entity!]!.type;
  if (!rule.types.source.has(typeOf(target)) || !rule.types.target.has(typeOf(source))) return candidate;
  return { ...candidate, source: target, target: source };
}

function bestPerPair(candidates: readonly Candidate[], trace: MatchTrace | undefined): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { rule, sentence, source, target } = candidate;
    const key = `${sentence} ${source.mention} ${target.mention} ${rule.relation}`;
    const known = best.get(key);
    const better = !known || byMerit(candidate, known) < 0;
    if (better) best.set(key, candidate);
    if (known) trace?.beaten(better ? known : candidate, better ? candidate : known);
  }
  return [...best.values()].sort(byPosition);
}

function describe(view: DocumentView, { rule, sentence, source, target, trigger }: Candidate): RuleMatch {
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
    relation: rule.relation,
    confidence: rule.confidence,
    status: rule.status,
    sentence,
    source: argument(source),
    target: argument(target),
    trigger: ranges(trigger),
  };
}
