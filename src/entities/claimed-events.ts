import { lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import { blankDescription } from './blank-description.ts';
import type { Description } from './events.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, headOf, relationOf } from './syntax.ts';

const TAKING = /^(?:claim|take|accept|assume|admit|acknowledge|deny|disclaim|reject)$/u;
const BLAME = /^(?:responsibility|credit)$/u;
/** Prepositions that say for what: then the event has a phrase of its own. */
const WHAT = /^(?:for|over|of)$/u;

/**
 * "The Red Front claimed responsibility": nothing says for what, so that the attack told of before is meant. The noun stands for it as
 * "the attack" would; where none was told, it is no event.
 */
export function claimedEvents(document: Base): Description[] {
  const { tokens, tags } = document;
  const found: Description[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!BLAME.test(nounLemma(document, i)) || uposAt(tags, i) !== 'NOUN') continue;
    const verb = headOf(document, i);
    const taken = verb >= 0 && /^(?:obj|nsubj:pass)$/u.test(relationOf(document, i));
    if (!taken || !TAKING.test(lemmaAt(tokens, tags, verb))) continue;
    if (lowerAt(tokens, i + 1) === 'for' || [i, verb].some((head) => saysWhat(document, head, verb, i)))
      continue;
    found.push(described(document, i));
  }
  return found;
}

/** Where the words stand, not for what they are. */
const MEDIA =
  /^(?:video|statement|message|recording|post|audio|tape|tweet|call|letter|interview|broadcast|communique|communiqué|email|phone|channel|newspaper|leaflet|magazine|note)$/u;

/** A phrase behind the noun or the verb says for what; "in the bombing" says that only behind the noun. */
const saysWhat = (document: Base, head: number, verb: number, noun: number): boolean =>
  childrenOf(document, head).some(
    (child) =>
      child > Math.min(verb, noun) &&
      /^(?:nmod|obl|advcl|acl)/u.test(relationOf(document, child)) &&
      (WHAT.test(caseOf(document, child)) ||
        (head === noun && caseOf(document, child) === 'in' && !MEDIA.test(nounLemma(document, child)))),
  );

const described = (document: Base, i: number): Description => ({
  ...blankDescription(document, i),
  type: 'event',
  anaphoric: true,
  lemma: 'attack',
  family: 'general',
  label: '',
  forms: [],
  definite: true,
  bare: true,
});
