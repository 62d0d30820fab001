import type { Base } from './phrases.ts';
import { caseOf, childrenOf, relationOf } from './syntax.ts';

const NAMING = /^(?:appos|flat|compound|nmod:desc)$/u;

/** Key of the entity that a noun is named by: by itself, or by the name beside it ("minister [Vance]", "the capital, [Sarn]"). */
export function nameKeyOf(document: Base, token: number, nameAt: ReadonlyMap<number, string>): string | null {
  const beside = childrenOf(document, token).filter((child) => NAMING.test(relationOf(document, child)));
  return [token, ...beside].flatMap((each) => nameAt.get(each) ?? [])[0] ?? null;
}

export interface PlaceArgument {
  readonly key: string;
  readonly preposition: string;
}

/** Where something was, by what hangs on its verb: "in [Sarn]", "at the port of [Sarn]". Whether the name is a place's is not asked. */
export function placeOfVerb(
  document: Base,
  verb: number,
  nameAt: ReadonlyMap<number, string>,
): PlaceArgument | null {
  for (const child of childrenOf(document, verb)) {
    const preposition = caseOf(document, child);
    if (relationOf(document, child) !== 'obl' || !/^(?:in|at|near|outside)$/u.test(preposition)) continue;
    const key = nameKeyOf(document, child, nameAt);
    if (key !== null) return { key, preposition };
  }
  return null;
}
