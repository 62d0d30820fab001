import { byCodeUnit } from '../model/index.ts';
import type { Argument, Candidate, MatchTrace } from './trace.ts';
import type { MatchableDocument } from './view.ts';

const stepCount = (candidate: Candidate): number =>
  candidate.source.steps.length + candidate.target.steps.length;

/**
 * The overlap policy: of several matches of one relation with the same mentions the best stays. Better is: higher priority; then
 * higher confidence; then a status fixed by the rule; then fewer steps; then the longer trigger, and the one that starts first;
 * then the rule whose id comes first.
 */
export const byMerit = (a: Candidate, b: Candidate): number =>
  b.rule.priority - a.rule.priority ||
  b.confidence - a.confidence ||
  Number(b.status !== null) - Number(a.status !== null) ||
  byCodeUnit(a.status ?? '', b.status ?? '') ||
  stepCount(a) - stepCount(b) ||
  b.trigger.length - a.trigger.length ||
  byCodeUnit(a.trigger.map(inOrder).join(), b.trigger.map(inOrder).join()) ||
  byCodeUnit(a.rule.id, b.rule.id) ||
  byCodeUnit(stepsOf(a), stepsOf(b));

/** A token index so written that text order is number order. */
const inOrder = (token: number): string => String(token).padStart(10, '0');

/** Of two equal matches of one rule nothing but the way to their arguments can differ. */
const stepsOf = ({ source, target }: Candidate): string => JSON.stringify([source.steps, target.steps]);

const byPosition = (a: Candidate, b: Candidate): number =>
  a.sentence - b.sentence ||
  a.source.mention - b.source.mention ||
  a.target.mention - b.target.mention ||
  byCodeUnit(a.relation.name, b.relation.name);

/** One match of each relation for each pair of mentions, by position. */
export function bestPerPair(candidates: readonly Candidate[], trace: MatchTrace | undefined): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { relation, sentence, source, target } = candidate;
    const key = `${sentence} ${source.mention} ${target.mention} ${relation.name}`;
    const known = best.get(key);
    const better = !known || byMerit(candidate, known) < 0;
    if (better) best.set(key, candidate);
    if (known) trace?.beaten(better ? known : candidate, better ? candidate : known);
  }
  return [...best.values()].sort(byPosition);
}

/** Of a symmetric relation, the end that stands first in the text is the source. */
export function orient(candidate: Candidate, document: MatchableDocument): Candidate {
  const { relation, source, target } = candidate;
  if (!relation.symmetric || source.mention < target.mention) return candidate;
  const typeOf = (reading: Argument): string =>
    document.entities[document.mentions[reading.mention]!.entity!]!.type;
  if (!relation.source.has(typeOf(target)) || !relation.target.has(typeOf(source))) return candidate;
  return { ...candidate, source: target, target: source };
}
