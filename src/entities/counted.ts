import { formAt, lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import { isBodyNoun, isPersonNoun } from './lexicon/index.ts';
import { isPlural, nounLemma, phraseStart } from './phrases.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, headOf, isSubject, relationOf } from './syntax.ts';
import { GENERIC_ACTORS, GENERIC_BODIES, ORGANIZATION_NOUNS } from './words.ts';

/** Places that act together: "twelve states sued". */
const ACTING_PLACES = /^(?:state|country|nation|city|province|town|county|government)$/u;

const COUNTING = /^(?:several|many|some|most|various|numerous|other|all|dozens|both)$/u;

/** A plural that acts: subject of a verb, or who does it in the passive. */
function acts(document: Base, token: number): boolean {
  const first = relationOf(document, token) === 'conj' ? headOf(document, token) : token;
  return (
    isSubject(document, first) ||
    (relationOf(document, first).startsWith('obl') && caseOf(document, first) === 'by')
  );
}

/** "Twelve states", "several countries", where they do something. What they are and how many is all that the text says of them. */
export function isCountedPlace(document: Base, head: number): boolean {
  if (!isPlural(document, head) || !ACTING_PLACES.test(nounLemma(document, head)) || !acts(document, head))
    return false;
  const first = phraseStart(document, head);
  if (
    first === head ||
    childrenOf(document, head).some((child) => child > head && relationOf(document, child).startsWith('acl'))
  )
    return false;
  return Array.from({ length: head - first }, (_, k) => first + k).some(
    (i) => uposAt(document.tags, i) === 'NUM' || COUNTING.test(lowerAt(document.tokens, i)),
  );
}

/** What many people do together who have no name: they stand up for or against something. */
const STANDING_UP = new Set(
  `protest demonstrate rally march gather assemble vote strike sign petition riot boycott picket join oppose reject condemn denounce
   criticise criticize accuse demand sue chant burn blockade resign dissent defect clash walk urge
   pour throng flood occupy jeer boo heckle stage complain object refuse resist file bring organise organize launch`.split(
    /\s+/u,
  ),
);

const COUNTS = /^(?:thousand|hundred|ten|dozen|score|crowd|million)$/u;

/** "About 10,000 people marched", "thousands rallied", "an estimated 300 lawyers signed": those who are only counted, where they take a stand. */
export function isCrowd(document: Base, head: number): boolean {
  const { tokens, tags } = document;
  const lemma = nounLemma(document, head);
  const bare = COUNTS.test(lemma);
  if (!isPlural(document, head) || !(bare || isPersonNoun(lemma) || GENERIC_ACTORS.has(lemma))) return false;
  // "Thousands of farmers" are told by what they are.
  if (bare && lowerAt(tokens, head + 1) === 'of') return false;
  const above = headOf(document, head);
  // "Tens of thousands", joined crowds: what they do is said of the first.
  const tens = bare && above >= 0 && COUNTS.test(nounLemma(document, above));
  const first = tens || relationOf(document, head) === 'conj' ? above : head;
  return (
    (/^nsubj/u.test(relationOf(document, first)) ||
      (/^obl/u.test(relationOf(document, first)) && caseOf(document, first) === 'by')) &&
    STANDING_UP.has(lemmaAt(tokens, tags, headOf(document, first)))
  );
}

/** "Every senator voted": all of them. */
export const isVoting = (document: Base, head: number): boolean =>
  isSubject(document, head) &&
  /^(?:vote|oppose|reject)$/u.test(lemmaAt(document.tokens, document.tags, headOf(document, head)));

/** Words before "forces" by which they are soldiers or police: not market forces, nor the forces of nature. */
const ARMED =
  /^(?:security|government|opposition|coalition|ground|rebel|armed|enemy|police|special|allied|regime|loyalist|backed|led|loyal|occupation|occupying|foreign|joint|peacekeeping|paramilitary|naval|local|resistance|federal|state|border|military|militia|friendly|partner|partnered|international|pro-government|anti-government)$/u;

/** "Security forces", "rebel-backed forces": bodies by the word before their noun. */
export function isArmedForces(document: Base, head: number): boolean {
  if (nounLemma(document, head) !== 'force' || !isPlural(document, head)) return false;
  const first = phraseStart(document, head);
  return Array.from({ length: head - first }, (_, k) => lowerAt(document.tokens, first + k)).some((word) =>
    ARMED.test(word),
  );
}

/**
 * "Members of opposition parties", "Republican members": end of the phrase, exclusive, or null where nothing says whose they are. Members
 * of what has a name stand for it and are told elsewhere.
 */
export function membersEnd(document: Base, head: number): number | null {
  if (nounLemma(document, head) !== 'member' || !isPlural(document, head) || !acts(document, head))
    return null;
  const body = childrenOf(document, head).find(
    (child) => child > head && relationOf(document, child) === 'nmod' && caseOf(document, child) === 'of',
  );
  if (body !== undefined) {
    const lemma = nounLemma(document, body);
    const known = isBodyNoun(lemma) || GENERIC_BODIES.has(lemma) || ORGANIZATION_NOUNS.has(lemma);
    // "Members of the group" are those of a group told of before.
    if (!isPlural(document, body) && lemma !== 'opposition') return null;
    return known && body - head <= 5 && uposAt(document.tags, body) === 'NOUN' ? body + 1 : null;
  }
  const before = head - 1;
  const party =
    before >= phraseStart(document, head) &&
    /^\p{Lu}/u.test(formAt(document.tokens, before)) &&
    /^(?:ADJ|PROPN|NOUN)$/u.test(uposAt(document.tags, before));
  return party ? head + 1 : null;
}
