import { formAt, lowerAt, uposAt } from '../model/index.ts';
import { demonymAt } from './bodies.ts';
import { saysKind } from './callings.ts';
import { isArmedForces, isCountedPlace, isCrowd, isVoting, membersEnd } from './counted.ts';
import { isInserted, isListed } from './inserted.ts';
import { isBodyNoun, isPersonNoun, isPolicyNoun } from './lexicon/index.ts';
import { isNoun, isPlural, nounLemma, phraseStart } from './phrases.ts';
import type { Base } from './phrases.ts';
import { nameOver } from './name-ranges.ts';
import type { NameRange } from './name-ranges.ts';
import type { Nominal } from './nominal.ts';
import {
  besideName,
  HOURS,
  isApposition,
  isBeforeName,
  isOpposed,
  isRoleOf,
  namedBody,
  SINGLE,
} from './named-nouns.ts';
import { isDemonstrative, isPleonastic } from './pleonastic.ts';
import { pronounClass } from './pronouns.ts';
import { representedBy } from './represented.ts';
import { complementOf, sideOfAct } from './sides.ts';
import { FAMILY_OF } from './event-words.ts';
import { isVictim } from './victims.ts';
import {
  BODIES_TOGETHER,
  GENERIC_ACTORS,
  GENERIC_BODIES,
  HUMAN_NOUNS,
  OFFICES,
  OFTEN_BODIES,
  ORGANIZATION_NOUNS,
  PLACE_NOUNS,
  REPRESENTATIVES,
  TITLES,
} from './words.ts';

/** Noun phrases of actors and pronouns, in text order. Names themselves are not among them. */
export function findNominals(document: Base, names: readonly NameRange[]): Nominal[] {
  const covered = new Set<number>();
  for (const { firstToken, endToken } of names) for (let i = firstToken; i < endToken; i++) covered.add(i);
  const found: Nominal[] = [];
  for (let i = 0; i < document.tokens.length; i++) {
    if (covered.has(i)) continue;
    const isPronoun =
      uposAt(document.tags, i) === 'PRON' &&
      (pronounClass(lowerAt(document.tokens, i)) !== null || isDemonstrative(document, i)) &&
      !isPleonastic(document, i);
    const nominal = isPronoun
      ? pronoun(document, i)
      : (personOfAge(document, i) ?? nounPhrase(document, i, names));
    if (!nominal) continue;
    found.push(nominal);
    // "Members of opposition parties": the bodies within are not told of besides.
    for (let k = i + 1; k < nominal.endToken; k++) covered.add(k);
  }
  return found;
}

/** The lemma that "the 29-year-old" gets here: it is no noun. */
export const OF_AGE = 'year-old';

/** "The 29-year-old", by its last token. */
function personOfAge({ tokens, sentences }: Base, i: number): Nominal | null {
  const firstToken = i - 5;
  if (firstToken < (sentences.firstToken[tokens.sentence[i] ?? 0] ?? 0)) return null;
  const words = Array.from({ length: 6 }, (_, k) => lowerAt(tokens, firstToken + k)).join(' ');
  if (!/^the \d{1,3} - year - old$/u.test(words)) return null;
  return { firstToken, endToken: i + 1, head: i, lemma: OF_AGE, plural: false, kind: 'person', of: null };
}

const pronoun = (document: Base, i: number): Nominal => ({
  firstToken: i,
  endToken: i + 1,
  head: i,
  lemma: lowerAt(document.tokens, i),
  plural: lowerAt(document.tokens, i) === 'they',
  kind: 'pronoun',
  of: null,
});

function nounPhrase(document: Base, head: number, names: readonly NameRange[]): Nominal | null {
  const { tokens } = document;
  const general = isAttorneyGeneral(document, head);
  const force = isForceOfOfficer(document, head, names);
  const side = sideOfAct(document, head);
  if (side) return side;
  if (
    !isNoun(document, head) ||
    (!general && !force && isNoun(document, head + 1) && tokens.sentence[head] === tokens.sentence[head + 1])
  )
    return null;
  const lemma = general ? 'attorney general' : nounLemma(document, head);
  const start = phraseStart(document, head);
  // "Within hours militants fired": a time of its own, where no comma parts them.
  const firstToken = start < head && HOURS.test(lowerAt(tokens, start)) ? start + 1 : start;
  const endToken = general ? head + 2 : head + 1;
  const base = { firstToken, endToken, head, lemma, plural: isPlural(document, head) };
  if (force) return firstToken === head ? { ...base, kind: 'generic', of: null } : null;
  // "No group has claimed": nobody is meant.
  const nobody = /^(?:no|any|every|each|neither|either)$/u.test(lowerAt(tokens, firstToken));
  if (nobody && !(lowerAt(tokens, firstToken) === 'every' && isVoting(document, head))) return null;
  // "A group of survivors": they are told by what they are.
  if (
    lemma === 'group' &&
    lowerAt(tokens, head + 1) === 'of' &&
    isPlural(document, complementOf(document, head))
  )
    return null;
  // "[Name]'s armed wing, the [Name]": the wing has a name of its own.
  const wing = /^(?:wing|army)$/u.test(lemma) ? besideName(document, base, names) : null;
  if (wing !== null) return { ...base, kind: 'representative', of: wing };
  if (REPRESENTATIVES.has(lemma) && !isRoleOf(document, base, names)) {
    const of = representedBy(document, base, names);
    // "Killed a commander of [Name]": who is struck is the one who speaks for a body, not the body.
    if (of && SINGLE.test(lemma) && !base.plural && isVictim(document, head))
      return { ...base, kind: 'generic', of: null };
    if (of)
      return {
        ...base,
        endToken: Math.max(base.endToken, of.endToken),
        kind: 'representative',
        of: of.index,
      };
  }
  const opening = lowerAt(tokens, firstToken);
  // "His leadership": how he leads, and nobody.
  if (lemma === 'leadership' && /^(?:his|her)$/u.test(opening)) return null;
  const definite = /^(?:the|this|that|these|those|both)$/u.test(opening);
  const body = isBodyNoun(lemma) || GENERIC_BODIES.has(lemma);
  // "The group, also known as [Name]".
  const called =
    definite && body && lowerAt(tokens, head + 1) === ',' ? besideName(document, base, names) : null;
  if (called !== null) return { ...base, kind: 'representative', of: called };
  if (definite && head - firstToken <= 2 && (ORGANIZATION_NOUNS.has(lemma) || PLACE_NOUNS.has(lemma)))
    return { ...base, kind: 'description', of: null };
  if (definite && head - firstToken === 1 && !base.plural && (body || OFTEN_BODIES.has(lemma)))
    return { ...base, kind: body ? 'body' : 'description', of: null };
  // "The [Sarn]-led group", "the civil liberties group" may be one named before, or else stands for itself.
  if (opening === 'the' && !base.plural && body && (isCompound(document, base) || isOfKind(document, base)))
    return { ...base, kind: 'body', of: null };
  // "The prosecutor, [Name], said", "his challenger, [Name]": he is named.
  const holder = base.plural ? -1 : nameBehind(document, base, names);
  if (
    holder >= 0 &&
    (HUMAN_NOUNS.has(lemma) || OFFICES.has(lemma) || isPersonNoun(lemma)) &&
    /^(?:the|its|his|her|their)$/u.test(opening)
  )
    return { ...base, kind: 'representative', of: holder };
  if ((HUMAN_NOUNS.has(lemma) || OFFICES.has(lemma)) && opening === 'the' && !base.plural)
    return { ...base, kind: 'person', of: null };
  // "The surgeon": one who was told of as a surgeon, or somebody besides.
  if (
    isPersonNoun(lemma) &&
    opening === 'the' &&
    !base.plural &&
    head - firstToken === 1 &&
    !isTitle(document, head)
  )
    return { ...base, kind: 'body', of: null };
  if (isTitle(document, head)) return null;
  // An act is nobody, whoever stands beside it.
  const act = FAMILY_OF.has(lemma) || (isPolicyNoun(lemma) && !body && !isPersonNoun(lemma));
  const named = act ? null : (besideName(document, base, names) ?? namedBody(document, base, names));
  if (named !== null) return { ...base, kind: 'representative', of: named };
  // "Seven security personnel": strangers who are only counted.
  if (isArmedForces(document, head)) {
    // "[Norway] military forces" are its own; "[Norway]-backed forces" are not.
    const owner = names.findIndex(
      (name) =>
        name.firstToken >= firstToken &&
        name.endToken <= head &&
        name.type !== 'person' &&
        lowerAt(tokens, name.endToken) !== '-' &&
        !isOpposed(document, name.firstToken),
    );
    return owner < 0
      ? { ...base, kind: 'generic', of: null }
      : { ...base, kind: 'representative', of: owner };
  }
  if (isCountedPlace(document, head)) return { ...base, kind: 'generic', of: null };
  if (isCrowd(document, head)) return { ...base, kind: 'generic', of: null };
  const members = membersEnd(document, head);
  if (members !== null) return { ...base, endToken: members, kind: 'generic', of: null };
  const counted = uposAt(document.tags, firstToken) === 'NUM';
  if (counted && (!base.plural || !hasCapital(document, firstToken, head))) return null;
  const personEndsAt = (token: number): boolean => nameOver(names, token - 1)?.type === 'person';
  if (isApposition(document, head, names) || isInserted(document, head, personEndsAt)) return null;
  if (isBeforeName(document, head, names)) return null;
  const nameEnd = (token: number): number | null => {
    const name = nameOver(names, token);
    return name?.firstToken === token && name.type !== 'location' ? name.endToken : null;
  };
  if (base.plural && isListed(document, head, nameEnd)) return null;
  // "Group claims attack" in a headline: the story names the group.
  if (!base.plural && firstToken === head && inTitle(document, head)) return null;
  const kin = base.plural && /.(?:worker|maker|men|women|folk)$/u.test(lemma);
  const together = kin || (base.plural && BODIES_TOGETHER.has(lemma));
  return GENERIC_ACTORS.has(lemma) || isPersonNoun(lemma) || body || together || isStateForce(document, base)
    ? { ...base, kind: 'generic', of: null }
    : null;
}

/** "Police spokesman [Name]", "police violence": the force that the officer is of or that does it. */
const isForceOfOfficer = ({ tokens, tags }: Base, head: number, names: readonly NameRange[]): boolean =>
  lowerAt(tokens, head) === 'police' &&
  (/^(?:violence|brutality|repression)$/u.test(lowerAt(tokens, head + 1)) ||
    [head + 2, head + 3].some(
      (at) =>
        nameOver(names, at)?.firstToken === at &&
        nameOver(names, at)?.type === 'person' &&
        tokens.sentence[at] === tokens.sentence[head] &&
        /^(?:NOUN|PROPN)$/u.test(uposAt(tags, at - 1)),
    ));

/** Index of the person's name between commas right behind a noun, or -1. */
function nameBehind({ tokens }: Base, { head }: { head: number }, names: readonly NameRange[]): number {
  const name = lowerAt(tokens, head + 1) === ',' ? nameOver(names, head + 2) : undefined;
  if (
    name?.firstToken !== head + 2 ||
    name.type !== 'person' ||
    tokens.sentence[head + 2] !== tokens.sentence[head]
  )
    return -1;
  return /^[,.]$/u.test(lowerAt(tokens, name.endToken)) ? names.indexOf(name) : -1;
}

/** The one office of two nouns whose head stands first. */
const isAttorneyGeneral = ({ tokens }: Base, head: number): boolean =>
  lowerAt(tokens, head) === 'attorney' && lowerAt(tokens, head + 1) === 'general';

/** Whose planes and guns are told by a common word: "government jets". */
const ARMED_SIDE = /^(?:allied|government|loyalist|peacekeeping)$/u;

/** "Russian forces", "Turkish warplanes" of a country that the article names nowhere, "government jets". */
const isStateForce = (
  document: Base,
  { firstToken, head, lemma }: { firstToken: number; head: number; lemma: string },
): boolean =>
  /^(?:force|jet|warplane|plane|aircraft|helicopter|gunship|bomber|artillery|tank|drone|gunner|gunboat)$/u.test(
    lemma,
  ) &&
  Array.from({ length: head - firstToken }, (_, k) => firstToken + k).some(
    (i) => demonymAt(document, i) !== null || ARMED_SIDE.test(lowerAt(document.tokens, i)),
  );

/** "The rebel-held", "the far-right": words tied by hyphens stand before the noun, and nothing else but adjectives. */
const isCompound = (
  { tokens, tags }: Base,
  { firstToken, head }: { firstToken: number; head: number },
): boolean => {
  const between = Array.from({ length: head - firstToken - 1 }, (_, k) => firstToken + 1 + k);
  return (
    lowerAt(tokens, head - 2) === '-' &&
    between.every((i) => lowerAt(tokens, i) !== "'s" && (i > head - 4 || uposAt(tags, i) === 'ADJ'))
  );
};

/** "The civil liberties group": the words before the noun say what kind of body it is. */
const isOfKind = ({ tokens }: Base, { firstToken, head }: { firstToken: number; head: number }): boolean => {
  for (let i = firstToken + 1; i < head; i++) if (!saysKind(lowerAt(tokens, i))) return false;
  return head - firstToken > 1;
};

const inTitle = ({ passages, sentences, tokens }: Base, token: number): boolean =>
  passages[sentences.passage[tokens.sentence[token] ?? 0] ?? 0]?.kind === 'title';

const hasCapital = (document: Base, first: number, end: number): boolean =>
  Array.from({ length: end - first }, (_, k) => formAt(document.tokens, first + k)).some((form) =>
    /^\p{Lu}/u.test(form),
  );

/** "Prime minister" in a headline, "spokesman [Name]": a title is no actor besides the one who bears it. */
function isTitle(document: Base, head: number): boolean {
  const { tokens, tags } = document;
  if (isPlural(document, head)) return false;
  const next = head + 1;
  if (uposAt(tags, next) === 'PROPN' && tokens.sentence[next] === tokens.sentence[head]) return true;
  const compound =
    uposAt(tags, head) === 'PROPN' || /^(?:prime|vice|deputy)$/u.test(lowerAt(tokens, head - 1));
  return compound && (TITLES.has(lowerAt(tokens, head)) || HUMAN_NOUNS.has(nounLemma(document, head)));
}
