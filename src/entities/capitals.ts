import { lemmaAt, lowerAt } from '../model/index.ts';
import { capitalOf } from './gazetteer/index.ts';
import { isPolicyNoun } from './lexicon/index.ts';
import type { NameMention } from './names.ts';
import type { Base } from './phrases.ts';
import { nounLemma } from './phrases.ts';
import { caseOf, childrenOf, headOf, headWithin, isSubject, relationOf } from './syntax.ts';
import { GOVERNING_VERBS, PLACE_NOUNS, REGION_NOUNS, SITE_NOUNS } from './words.ts';

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
    const lies = heads.some((head) => !isGoverning(document, head) && isPlace(document, head));
    return country && governs && !lies ? [[country.folded, folded] as const] : [];
  });
}

/** Does what governments do, has it done to it by one ("accused Paris"), or owns what they decide ("Washington's tariffs"). */
function isGoverning(document: Base, head: number): boolean {
  const above = headOf(document, head);
  const label = relationOf(document, head);
  if (label === 'nmod:poss') return isPolicyNoun(nounLemma(document, above));
  const verb = lemmaAt(document.tokens, document.tags, above);
  if (isSubject(document, head))
    return GOVERNING_VERBS.has(verb) || MINDED.test(lowerAt(document.tokens, above));
  // "Backed by [Tehran]".
  if (label.startsWith('obl') && caseOf(document, head) === 'by') return true;
  // "Ankara accused Damascus": a past tense with an object that the parser took for a participle.
  const clause = childrenOf(document, head).find((child) => relationOf(document, child) === 'acl');
  const active =
    clause !== undefined &&
    childrenOf(document, clause).some((child) => relationOf(document, child) === 'obj');
  if (active) return GOVERNING_VERBS.has(lemmaAt(document.tokens, document.tags, clause));
  return label === 'obj' && BLAMING_VERBS.has(verb);
}

/** What only somebody can be: "[Washington] was troubled". */
const MINDED =
  /^(?:concerned|troubled|worried|alarmed|outraged|disappointed|ready|willing|unwilling|prepared|committed|determined|opposed|confident|reluctant|eager|keen|angry|furious|adamant|hopeful|wary)$/u;

const BLAMING_VERBS: ReadonlySet<string> = new Set(
  'accuse blame condemn criticise criticize denounce urge warn threaten sanction pressure press slam rebuke oppose defy'.split(
    ' ',
  ),
);

/** Says where something is or goes: "in Paris", "flew to Paris", "the Paris suburbs", "Paris, France". Else it may be a government: "accused Paris". */
export function isPlace(document: Base, head: number): boolean {
  const preposition = caseOf(document, head);
  const label = relationOf(document, head);
  if (WHERE.test(preposition)) return true;
  if (/^(?:from|to)$/u.test(preposition)) return label === 'obl';
  if (/^(?:appos|flat|nmod:desc)$/u.test(label)) return true;
  if (childrenOf(document, head).some((child) => relationOf(document, child) === 'appos')) return true;
  const above = nounLemma(document, headOf(document, head));
  return (
    /^(?:compound|nmod:poss|amod)$/u.test(label) &&
    (SITE_NOUNS.has(above) ||
      PLACE_NOUNS.has(above) ||
      REGION_NOUNS.has(above) ||
      /^(?:street|outskirt|police|resident|mayor|suburb)$/u.test(above))
  );
}

const WHERE =
  /^(?:in|at|near|outside|inside|around|across|into|through|within|throughout|toward|towards|above|below|of)$/u;
