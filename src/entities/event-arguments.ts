import { lowerAt } from '../model/index.ts';
import { verbOf } from './dates.ts';
import { placeOfVerb } from './named-arguments.ts';
import type { Base } from './phrases.ts';
import { childrenOf, headOf, relationOf } from './syntax.ts';

/** Key of the place that a complement gives, or null. */
export function placeOf(
  { tokens }: Base,
  complements: readonly (readonly [from: number, end: number])[],
  nameAt: ReadonlyMap<number, string>,
): number | null {
  for (const [from, end] of complements) {
    if (!/^(?:in|at|near|outside)$/u.test(lowerAt(tokens, from))) continue;
    for (let i = end - 1; i > from; i--) {
      const key = nameAt.get(i);
      if (key !== undefined) return Number(key);
    }
  }
  return null;
}

/** Where it was by the verb that says that it happened: "protests took place in [Sarn]". */
export function placeByVerb(
  document: Base,
  head: number,
  nameAt: ReadonlyMap<number, string>,
): number | null {
  const verb = verbOf(document, head);
  const place = verb === null ? null : placeOfVerb(document, verb, nameAt);
  return place && Number(place.key);
}

/** Keys of the names that the verb takes beside the phrase. */
export function besideOf(document: Base, head: number, nameAt: ReadonlyMap<number, string>): Set<string> {
  const verb = headOf(document, head);
  if (verb < 0 || !/^(?:nsubj|obj|obl)/u.test(relationOf(document, head))) return new Set();
  return new Set(childrenOf(document, verb).flatMap((child) => nameAt.get(child) ?? []));
}

/** Keys of what the verb strikes: "killed [Vance] in a raid". */
export function victimsOf(document: Base, noun: number, nameAt: ReadonlyMap<number, string>): Set<string> {
  const verb = headOf(document, noun);
  if (verb < 0 || relationOf(document, noun) !== 'obl') return new Set();
  return new Set(
    childrenOf(document, verb).flatMap((child) => {
      const hit = /^(?:obj|nsubj:pass)$/u.test(relationOf(document, child)) ? nameAt.get(child) : undefined;
      return hit === undefined ? [] : [hit];
    }),
  );
}
