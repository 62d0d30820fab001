import { byCodeUnit } from '../../model/index.ts';
import type { DecidedThing, MergeDecision } from '../../model/index.ts';
import { nameKey } from '../join/names.ts';
import { byJson, canonicalJson } from '../record.ts';

const sortedIds = (ids: readonly string[]): string[] => [...new Set(ids)].sort(byCodeUnit);

/** In one order, each once. */
export const canonicalThings = (things: readonly DecidedThing[]): DecidedThing[] => {
  const plain = things.map(({ type, name, documents }) => ({
    type,
    name,
    ...(documents !== undefined && { documents: sortedIds(documents) }),
  }));
  return plain.sort(byJson);
};

/** The set of decisions in one order. */
export function uniteDecisions(decisions: readonly MergeDecision[]): MergeDecision[] {
  const plain = decisions.map(({ answer, things }) => ({ answer, things: canonicalThings(things) }));
  return [...new Map(plain.map((one) => [canonicalJson(one), one])).values()].sort(byJson);
}

/** What a thing means, however its name is spelled. */
export const meaning = ({ type, name, documents }: DecidedThing): string =>
  JSON.stringify([type, nameKey(type, name), documents ? sortedIds(documents) : null]);

/** Equal for the same question. */
export const caseKey = (things: readonly DecidedThing[]): string =>
  JSON.stringify(things.map(meaning).sort(byCodeUnit));

/** The decisions of `earlier` on questions that `later` doesn't answer itself. */
export function notOverruled<T extends { readonly things: readonly DecidedThing[] }>(
  earlier: readonly T[],
  later: readonly { readonly things: readonly DecidedThing[] }[],
): T[] {
  const answered = new Set(later.map(({ things }) => caseKey(things)));
  return earlier.filter(({ things }) => !answered.has(caseKey(things)));
}

/** Both, where they answer the same question the later one alone. */
export const outweigh = (
  later: readonly MergeDecision[],
  earlier: readonly MergeDecision[],
): MergeDecision[] => [...later, ...notOverruled(earlier, later)];
