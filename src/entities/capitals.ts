import { lemmaAt } from '../model/index.ts';
import { capitalOf } from './gazetteer/index.ts';
import type { NameMention } from './names.ts';
import type { Base } from './phrases.ts';
import { caseOf, headOf, headWithin, isSubject } from './syntax.ts';
import { GOVERNING_VERBS } from './words.ts';

/**
 * Capitals that stand for their governments: the city does what governments do, never says where something is, and its country is
 * named in the article. Folded names, country first.
 */
export function governingCapitals(
  document: Base,
  names: readonly NameMention[],
): (readonly [country: string, capital: string])[] {
  const capitals = new Map<string, NameMention[]>();
  for (const name of names) {
    const country = name.known?.kind === 'city' ? capitalOf(name.folded, name.name) : null;
    if (country !== null) capitals.set(name.folded, [...(capitals.get(name.folded) ?? []), name]);
  }
  return [...capitals].flatMap(([folded, mentions]) => {
    const country = names.find(({ known }) => known?.name === capitalOf(folded, mentions[0]?.name));
    const heads = mentions.map(({ firstToken, endToken }) => headWithin(document, firstToken, endToken));
    const governs = heads.some((head) => isGoverning(document, head));
    const lies = heads.some((head) => !isGoverning(document, head) && !isDealtWith(document, head));
    return country && governs && !lies ? [[country.folded, folded] as const] : [];
  });
}

const isGoverning = (document: Base, head: number): boolean =>
  isSubject(document, head) &&
  GOVERNING_VERBS.has(lemmaAt(document.tokens, document.tags, headOf(document, head)));

/** "Talks with Paris", "between London and Dublin": dealing with it as with a government. */
const isDealtWith = (document: Base, head: number): boolean =>
  /^(?:with|against|by|between)$/u.test(caseOf(document, head));
