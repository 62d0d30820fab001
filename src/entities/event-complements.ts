import { formAt, lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import { isTime, timeEnd } from './event-times.ts';
import { isPersonNoun } from './lexicon/index.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, headOf, relationOf } from './syntax.ts';
import { HUMAN_NOUNS, TITLES } from './words.ts';

const COMPLEMENT = /^(?:of|on|in|at|against|near|outside|between|with|for|over|to|from|by|under)$/u;

/** The same where the tree hangs the phrase elsewhere: what goes "to" somebody, or is done "by" him, is the verb's. */
const BESIDE = /^(?:of|on|in|at|against|near|outside|between|with|for|over|from|under)$/u;

/** A phrase or clause hangs on the noun, whatever it says; one behind a comma adds to what is known and tells no other apart. */
export const isModifiedBehind = (document: Base, noun: number): boolean =>
  lowerAt(document.tokens, noun + 1) !== ',' &&
  childrenOf(document, noun).some(
    (child) =>
      child > noun &&
      /^(?:nmod$|acl)/u.test(relationOf(document, child)) &&
      !isTime(document, child) &&
      !childrenOf(document, child).some((each) => isVerbs(document, noun, each)),
  );

/** Verbs that say whose doing something is. */
const ATTRIBUTING = /^(?:attribute|ascribe|link|tie|connect|trace|credit|pin|blame)$/u;
/** Those that put it "on" somebody; with the others what follows "on" was struck: "attributed the attack on [Name]". */
const PUTTING_ON = /^(?:pin|blame)$/u;

/** "Attributed the attack to [Name]". */
const isAttribution = (document: Base, noun: number, preposition: number): boolean =>
  relationOf(document, noun) === 'obj' &&
  (PUTTING_ON.test(lemmaAt(document.tokens, document.tags, headOf(document, noun)))
    ? /^on$/u
    : /^(?:to|with)$/u
  ).test(lowerAt(document.tokens, preposition)) &&
  ATTRIBUTING.test(lemmaAt(document.tokens, document.tags, headOf(document, noun)));

/** "Protested against the bill in [Sarn]": where one protests is no place of the bill. */
const isPlaceOfProtest = (document: Base, noun: number, preposition: number): boolean =>
  /^(?:against|over)$/u.test(caseOf(document, noun)) &&
  relationOf(document, noun) === 'obl' &&
  /^(?:in|at|near|outside|across)$/u.test(lowerAt(document.tokens, preposition));

/** The phrase that a preposition opens is the verb's, though the tree hangs it on the noun. */
const isVerbs = (document: Base, noun: number, preposition: number): boolean =>
  isAttribution(document, noun, preposition) || isPlaceOfProtest(document, noun, preposition);

/** At most two phrases behind the noun that say what, whom or where: "on the port", "in Lyon". */
export function complementsOf(
  document: Base,
  noun: number,
  nameAt: ReadonlyMap<number, string>,
): (readonly [from: number, end: number])[] {
  const clause = clauseOf(document, noun);
  if (clause) return [clause];
  const hanging = hangingOn(document, noun).filter(([from]) => !isVerbs(document, noun, from));
  // Where the tree hangs "at the port" on the verb, it still stands right behind the noun.
  const behind = timeEnd(document, noun + 1);
  const open = BESIDE.test(lowerAt(document.tokens, behind)) && !isVerbs(document, noun, behind);
  const next = open ? headOf(document, behind) : -1;
  const beside = next > noun && hanging.length === 0 ? [[behind, phraseEnd(document, next)] as const] : [];
  return [...hanging, ...beside]
    .map(([from, end]) => [from, withName(document, end, nameAt)] as const)
    .filter(([from, end]) => {
      const inside = Array.from({ length: end - from }, (_, k) => from + k);
      if (!COMPLEMENT.test(lowerAt(document.tokens, from)) || inside.some((i) => isTime(document, i)))
        return false;
      const close =
        /^(?:of|on|against|between|for|over)$/u.test(lowerAt(document.tokens, from)) && beside.length === 0;
      return inside.some((i) => nameAt.has(i)) || (close && end - from <= 5);
    })
    .slice(0, 2);
}

/** "Murder of journalist [Name]": the name that a person's role runs into belongs to the phrase; no name is cut. */
function withName(document: Base, end: number, nameAt: ReadonlyMap<number, string>): number {
  const { tokens } = document;
  const open = nameAt.get(end - 1);
  if (open !== undefined && nameAt.get(end) === open && tokens.sentence[end] === tokens.sentence[end - 1]) {
    let whole = end;
    while (nameAt.get(whole) === open && tokens.sentence[whole] === tokens.sentence[end]) whole++;
    return whole;
  }
  const key = nameAt.get(end);
  const role = nounLemma(document, end - 1);
  const titled = HUMAN_NOUNS.has(role) || TITLES.has(role) || isPersonNoun(role);
  if (
    key === undefined ||
    nameAt.has(end - 1) ||
    !titled ||
    tokens.sentence[end] !== tokens.sentence[end - 1]
  )
    return end;
  let at = end;
  while (nameAt.get(at) === key && tokens.sentence[at] === tokens.sentence[end]) at++;
  return at;
}

/** "To cut pensions", "banning veils": the clause behind a noun that says what is planned, to the end of its object. */
function clauseOf(document: Base, noun: number): readonly [from: number, end: number] | null {
  const verb = noun + (lowerAt(document.tokens, noun + 1) === 'to' ? 2 : 1);
  const verbal = uposAt(document.tags, verb) === 'VERB' && headOf(document, verb) === noun;
  if (!verbal || (verb === noun + 1 && !/ing$/u.test(lowerAt(document.tokens, verb)))) return null;
  const object = childrenOf(document, verb).find((child) => relationOf(document, child) === 'obj');
  if (object === undefined || object < verb) return null;
  const end = phraseEnd(document, object);
  return end - noun <= MAX_CLAUSE ? [noun + 1, end] : null;
}

/** Longest clause of a label, in tokens. */
const MAX_CLAUSE = 8;

/** Prepositional phrases behind a noun, each followed by one that says where its own noun is: "of a mill", "in Lyon". */
function hangingOn(document: Base, noun: number): (readonly [from: number, end: number])[] {
  return childrenOf(document, noun)
    .filter((child) => child > noun && relationOf(document, child) === 'nmod')
    .flatMap((child) => {
      const preposition = childrenOf(document, child).find(
        (each) => each < child && relationOf(document, each) === 'case',
      );
      // What hangs on a phrase that is left out is left out with it: "after vandalism against a synagogue".
      if (preposition === undefined || isOfVerb(document, noun, preposition)) return [];
      if (!COMPLEMENT.test(lowerAt(document.tokens, preposition))) return [];
      const end = phraseEnd(document, child);
      const inside = hangingOn(document, child).filter(([from]) => from === end);
      return [[preposition, end] as const, ...inside];
    });
}

/** "Attributed the bombing to [Name]": what goes to somebody is the verb's, wherever the tree hangs it. */
const isOfVerb = (document: Base, noun: number, preposition: number): boolean =>
  lowerAt(document.tokens, preposition) === 'to' &&
  /^(?:obj|nsubj:pass)$/u.test(relationOf(document, noun)) &&
  /^(?:attribute|ascribe|link|tie|connect|compare|report|refer|present|submit|attach|relate|add|liken|pin)$/u.test(
    lemmaAt(document.tokens, document.tags, headOf(document, noun)),
  );

const isLower = ({ tokens }: Base, i: number): boolean => /^\p{Ll}/u.test(formAt(tokens, i));

/** End of a noun phrase with what is one name with its head and what "of" adds. */
function phraseEnd(document: Base, head: number): number {
  return childrenOf(document, head).reduce((end, child) => {
    if (child < head) return end;
    const label = relationOf(document, child);
    const part =
      (label === 'flat' && isLower(document, head) === isLower(document, child)) ||
      (label === 'conj' && caseOf(document, head) === 'between' && child - head <= 6) ||
      (label === 'nmod' && caseOf(document, child) === 'of' && child - head <= 4);
    return part ? Math.max(end, phraseEnd(document, child)) : end;
  }, head + 1);
}
