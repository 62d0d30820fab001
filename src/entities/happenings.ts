import { lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, headOf, relationOf } from './syntax.ts';
import { isNobody } from './stance-objects.ts';
import { SITE_NOUNS } from './words.ts';

/** Verbs whose subject is an event, whatever its noun. */
const HAPPENING: ReadonlySet<string> = new Set(['happen', 'occur', 'erupt']);

/** What is said to happen without being one: "a change occurred", "the death occurred". */
const VAGUE =
  /^(?:thing|change|mistake|error|something|anything|nothing|event|that|this|case|situation|problem|process|volcano|row|debate|moment|delay|increase|decrease|shift|difference|contact|transmission|spread|damage|loss|symptom|infection|money|fund|asset|cash|stake|share|seat|title|office|record|data|view|belief|body)$/u;

/**
 * Whether a noun that by itself means no event is said to have happened somewhere: "a wreck occurred near the river", "the regatta took
 * place in [Sarn]", "the gala was held at the port".
 */
export function isHappening(document: Base, noun: number): boolean {
  const lemma = nounLemma(document, noun);
  if (VAGUE.test(lemma) || SITE_NOUNS.has(lemma) || !isNobody(lemma) || !/^\p{L}/u.test(lemma)) return false;
  const { tokens, tags } = document;
  const verb = headOf(document, noun);
  const relation = relationOf(document, noun);
  if (verb < 0 || uposAt(tags, verb) !== 'VERB' || !isPlaced(document, verb)) return false;
  const word = lemmaAt(tokens, tags, verb);
  if (relation === 'nsubj')
    return HAPPENING.has(word) || (word === 'take' && lowerAt(tokens, verb + 1) === 'place');
  return relation === 'nsubj:pass' && word === 'hold';
}

/** Where or on what day it was stands with the verb. */
const isPlaced = (document: Base, verb: number): boolean =>
  childrenOf(document, verb).some(
    (child) =>
      relationOf(document, child).startsWith('obl') &&
      /^(?:in|at|near|outside|on)$/u.test(caseOf(document, child)),
  );

const WEAPONS = /^(?:rocket|missile|mortar|shell|grenade|projectile|drone|torpedo|explosive|device|mine)$/u;
const AIRCRAFT = /^(?:helicopter|plane|aircraft|airliner|jet|warplane|airplane|drone|jetliner|chopper)$/u;

/**
 * What is done with a weapon or to an aircraft, told by its noun: "fired [rockets] at Sarn", "[rockets] hit Sarn", "responsibility for the [rockets]", "shot
 * down a [helicopter]". The words that say so before the noun, empty where it says it by itself; null for any other noun.
 */
export function armedAct(document: Base, noun: number): string | null {
  const { tokens, tags } = document;
  const lemma = nounLemma(document, noun);
  const head = headOf(document, noun);
  if (head < 0 || !(WEAPONS.test(lemma) || AIRCRAFT.test(lemma))) return null;
  if (caseOf(document, noun) === 'for' && /^(?:responsibility|credit|blame)$/u.test(lowerAt(tokens, head)))
    return '';
  const verb = lemmaAt(tokens, tags, head);
  const strikes = /^(?:hit|strike|land|slam|explode|rain|pound)$/u.test(verb);
  if (relationOf(document, noun) === 'nsubj' && strikes) return WEAPONS.test(lemma) ? '' : null;
  if (!/^(?:obj|nsubj:pass)$/u.test(relationOf(document, noun))) return null;
  if (WEAPONS.test(lemma) && /^(?:fire|launch|lob|hurl)$/u.test(verb)) return 'firing of';
  if (WEAPONS.test(lemma) && /^(?:plant|detonate|explode)$/u.test(verb)) return '';
  const down =
    verb === 'down' ||
    (/^(?:shoot|bring|gun)$/u.test(verb) &&
      childrenOf(document, head).some((child) => lowerAt(tokens, child) === 'down'));
  return AIRCRAFT.test(lemma) && down ? 'downing of' : null;
}
