import type { DecidedThing, MergeDecision } from '../../model/index.ts';
import { byJson, canonicalJson } from '../record.ts';

/** In one order, each once. */
export const canonicalThings = (things: readonly DecidedThing[]): DecidedThing[] => {
  const plain = things.map(({ type, name, document }) => ({
    type,
    name,
    ...(document !== undefined && { document }),
  }));
  return plain.sort(byJson);
};

/** The set of decisions in one order. */
export function uniteDecisions(decisions: readonly MergeDecision[]): MergeDecision[] {
  const plain = decisions.map(({ answer, things }) => ({ answer, things: canonicalThings(things) }));
  return [...new Map(plain.map((one) => [canonicalJson(one), one])).values()].sort(byJson);
}
