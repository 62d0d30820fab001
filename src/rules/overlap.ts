import { byCodeUnit } from '../model/index.ts';
import type { Argument, Candidate, MatchTrace } from './trace.ts';
import type { MatchableDocument } from './view.ts';

const stepCount = (candidate: Candidate): number =>
  candidate.source.steps.length + candidate.target.steps.length;

/**
 * The overlap policy: of several matches of one relation with the same mentions the best stays. Which is better is told by the first
 * of these that differs.
 */
const MERITS: readonly (readonly [name: string, compare: (a: Candidate, b: Candidate) => number])[] = [
  ['a higher priority', (a, b) => b.rule.priority - a.rule.priority],
  ['a higher confidence', (a, b) => b.confidence - a.confidence],
  ['a status fixed by the rule', (a, b) => Number(b.status !== null) - Number(a.status !== null)],
  ['a status that comes first', (a, b) => byCodeUnit(a.status ?? '', b.status ?? '')],
  ['fewer steps', (a, b) => stepCount(a) - stepCount(b)],
  ['a longer trigger', (a, b) => b.trigger.length - a.trigger.length],
  [
    'a trigger that starts first',
    (a, b) => byCodeUnit(a.trigger.map(inOrder).join(), b.trigger.map(inOrder).join()),
  ],
  ['an id that comes first', (a, b) => byCodeUnit(a.rule.id, b.rule.id)],
  ['another way to its arguments', (a, b) => byCodeUnit(stepsOf(a), stepsOf(b))],
];

/** Order of merit as `sort` takes it, the better first. */
export const byMerit = (a: Candidate, b: Candidate): number => {
  for (const [, compare] of MERITS) {
    const order = compare(a, b);
    if (order !== 0) return order;
  }
  return 0;
};

/** By what one match is better than another. */
export const advantage = (better: Candidate, worse: Candidate): string =>
  MERITS.find(([, compare]) => compare(better, worse) !== 0)?.[0] ?? 'nothing';

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
