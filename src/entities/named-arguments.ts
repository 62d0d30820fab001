import { lowerAt } from '../model/index.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, relationOf } from './syntax.ts';
import { PLACE_NOUNS, TIME_NOUNS } from './words.ts';

const NAMING = /^(?:appos|flat|compound|nmod:desc)$/u;

/** Key of the entity that a noun is named by: by itself, or by the name beside it ("minister [Vance]", "the capital, [Sarn]"). */
export function nameKeyOf(document: Base, token: number, nameAt: ReadonlyMap<number, string>): string | null {
  const placed = PLACE_NOUNS.has(nounLemma(document, token));
  const beside = childrenOf(document, token).filter((child) => {
    const label = relationOf(document, child);
    // "The village of [Sarn]".
    return NAMING.test(label) || (placed && label === 'nmod' && caseOf(document, child) === 'of');
  });
  return [token, ...beside].flatMap((each) => nameAt.get(each) ?? [])[0] ?? null;
}

/** What the names of an article are called, by the key of the entity. */
export interface Called {
  readonly nameAt: ReadonlyMap<number, string>;
  readonly nameOf: (key: string) => string;
  readonly isPlace: (key: string) => boolean;
}

export interface PlaceArgument {
  readonly key: string;
  /** What stands before the name in a label: "in", "near the". */
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
    if (relationOf(document, child) !== 'obl') continue;
    const key = WHERE.test(preposition) ? nameKeyOf(document, child, nameAt) : null;
    if (key !== null) return { key, preposition: withArticle(document, child, preposition, nameAt) };
    // "On Monday near [Sarn]": what says when has taken the place to itself.
    const held = INTO.test(preposition) || TIME_NOUNS.has(lowerAt(document.tokens, child));
    const within = held ? placeWithin(document, child, nameAt) : null;
    if (within) return within;
  }
  return null;
}

const WHERE = /^(?:in|at|near|outside)$/u;
/** The same, where the phrase itself names nothing: "crashed into houses in [Sarn]". */
const INTO = /^(?:in|at|near|outside|inside|into|onto|on|with|against|between|from)$/u;

/** "A school in [Sarn]": the place that a phrase says it is in. */
export function placeWithin(
  document: Base,
  token: number,
  nameAt: ReadonlyMap<number, string>,
): PlaceArgument | null {
  for (const child of childrenOf(document, token)) {
    if (relationOf(document, child) !== 'nmod' || !WHERE.test(caseOf(document, child))) continue;
    const key = nameKeyOf(document, child, nameAt);
    if (key !== null) return { key, preposition: withArticle(document, child, 'in', nameAt) };
  }
  return null;
}

/** "In the Hague", but "in the city of Gao": the article counts where it is the name's. */
const withArticle = (
  document: Base,
  token: number,
  preposition: string,
  nameAt: ReadonlyMap<number, string>,
): string =>
  nameAt.has(token) && childrenOf(document, token).some((child) => lowerAt(document.tokens, child) === 'the')
    ? `${preposition} the`
    : preposition;
