import { argumentReader, tokenSpan } from './arguments.ts';
import { candidatesIn } from './candidates.ts';
import { conditionFinder, covers } from './covered.ts';
import type { ConditionFinder } from './covered.ts';
import { applyExceptions } from './exceptions.ts';
import type { OnStall } from './meter.ts';
import { bestPerPair } from './overlap.ts';
import { patternTries, treeTries } from './prefilter.ts';
import type { CompiledPattern, RuleSet } from './ruleset.ts';
import type { ArgumentMatch, RuleMatch } from './rule-match.ts';
import { sceneOf } from './scene.ts';
import type { Scene } from './scene.ts';
import { speakersFromElsewhere } from './speakers.ts';
import { unsuppressed } from './suppress.ts';
import { throughEvent } from './through-event.ts';
import type { Argument, Candidate, MatchTrace, TokenRange } from './trace.ts';
import { viewDocument } from './view.ts';
import type { DocumentView, MatchableDocument } from './view.ts';

function ranges(tokens: readonly number[]): TokenRange[] {
  const found: { firstToken: number; endToken: number }[] = [];
  for (const token of tokens) {
    const last = found.at(-1);
    if (last?.endToken === token) last.endToken++;
    else found.push({ firstToken: token, endToken: token + 1 });
  }
  return found;
}

export interface MatchOptions {
  /** Follows the matcher at work; changes nothing. */
  readonly trace?: MatchTrace | undefined;
  /** Told of each rule that took all its steps in a sentence, and so gives nothing from it. */
  readonly onStall?: OnStall | undefined;
}

/** Reads the relations of a document's title and prose. Sorted by position; the order of rules plays no part. */
export function matchRules(
  rules: RuleSet,
  document: MatchableDocument,
  options: MatchOptions = {},
): RuleMatch[] {
  return countedMatches(rules, document, options).matches;
}

/** As `matchRules`, with the number of steps it took. */
export function countedMatches(
  rules: RuleSet,
  document: MatchableDocument,
  { trace, onStall }: MatchOptions = {},
): { matches: RuleMatch[]; steps: number } {
  const view = viewDocument(document);
  const readings = argumentReader(view);
  const patternsIn = patternTries(rules.index, document);
  const treesAt = treeTries(rules.index, document);
  const { sentences, passages } = document;
  const found: Candidate[] = [];
  let steps = 0;
  const mentions = mentionsBySentence(document, view);
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const kind = passages[sentences.passage[sentence]!]!.kind;
    const present = mentions.get(sentence);
    if (!present || (kind !== 'title' && kind !== 'prose')) {
      trace?.skipped(sentence, present ? 'passage' : 'mentions');
      continue;
    }
    const scene = sceneOf(view, sentence, present, readings);
    const find = conditionFinder(scene);
    const standing = candidatesIn(scene, patternsIn, treesAt, present, trace)
      .filter((candidate) => stands(candidate, scene, find, trace))
      .flatMap((candidate) => applyExceptions(candidate, scene, find, trace))
      .filter((candidate) => isNamedEnough(candidate, document, trace))
      .filter(({ rule }) => !scene.meters.isSpent(rule));
    found.push(...unsuppressed(standing, rules, scene, find, trace));
    steps += scene.meters.steps();
    for (const rule of scene.meters.spent()) onStall?.({ rule, sentence });
  }
  const best = bestPerPair(found, trace);
  const matches = best.flatMap((candidate) => {
    const match = describe(view, candidate);
    return candidate.rule.throughEvent ? throughEvent(match, candidate.relation.target, document) : [match];
  });
  return { matches, steps };
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

/** Whether a match is confirmed where its rule asks for that, and no excluding pattern takes it away. */
function stands(
  candidate: Candidate,
  { meters }: Scene,
  find: ConditionFinder,
  trace: MatchTrace | undefined,
): boolean {
  const { rule } = candidate;
  const isCovered = (pattern: CompiledPattern): boolean =>
    find(pattern, rule.types, meters.of(rule)).some((found) => covers(found, candidate));
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
