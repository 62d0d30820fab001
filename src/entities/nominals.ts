import { formAt, lowerAt, uposAt } from '../model/index.ts';
import { demonymAt } from './bodies.ts';
import { saysKind } from './callings.ts';
import { isArmedForces, isCountedPlace, isCrowd, isVoting, membersEnd } from './counted.ts';
import { isInserted, isListed } from './inserted.ts';
import { isBodyNoun, isPersonNoun, isPolicyNoun } from './lexicon/index.ts';
import { isNoun, isPlural, nounLemma, phraseStart } from './phrases.ts';
import type { Base } from './phrases.ts';
import { pronounClass } from './pronouns.ts';
import { childrenOf, headOf, relationOf } from './syntax.ts';
import { FAMILY_OF } from './event-words.ts';
import { isVictim } from './victims.ts';
import {
  BODIES_TOGETHER,
  COLLECTIVES,
  GENERIC_ACTORS,
  GENERIC_BODIES,
  HUMAN_NOUNS,
  OFFICES,
  OFTEN_BODIES,
  ORGANIZATION_NOUNS,
  PLACE_NOUNS,
  REPRESENTATIVES,
  TITLES,
  TIME_NOUNS,
} from './words.ts';

/** A common noun phrase or pronoun that may stand for an actor. */
export interface Nominal {
  readonly firstToken: number;
  readonly endToken: number;
  readonly head: number;
  readonly lemma: string;
  readonly plural: boolean;
  readonly kind: 'representative' | 'description' | 'body' | 'person' | 'generic' | 'pronoun';
  /** For a representative: index of the name it speaks for. */
  readonly of: number | null;
}

interface NameRange {
  readonly firstToken: number;
  readonly endToken: number;
  readonly type: string;
  readonly known: { readonly name: string } | null;
}

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

/** "This is a disgrace", "called that a lie"; not "the plan that failed". */
const isDemonstrative = (document: Base, i: number): boolean =>
  /^(?:this|that)$/u.test(lowerAt(document.tokens, i)) &&
  /^(?:nsubj|obj)$/u.test(relationOf(document, i)) &&
  !relationOf(document, headOf(document, i)).startsWith('acl');

/** Words of a predicate that may be all that "it" stands with. */
const LONGEST_PREDICATE = 7;

/**
 * "It is likely that …", "it seems": the pronoun stands for nothing (Lappin & Leass 1994). Taken widely: a copula behind "it"
 * makes it doubtful, and a doubtful pronoun stays unresolved.
 */
function isPleonastic(document: Base, i: number): boolean {
  const { tokens, tags } = document;
  if (lowerAt(tokens, i) !== 'it') return false;
  const next = [1, 2, 3].map((k) => lowerAt(tokens, i + k));
  if (/^(?:seem|seems|seemed|appears|appeared|turns|turned|emerged|remains|takes|took)$/u.test(next[0] ?? ''))
    return true;
  const copula = next.findIndex((word) => /^(?:is|was|'s|be|been)$/u.test(word));
  // "It was a disgrace.": with nothing behind the predicate, the predicate is said of something.
  if (copula >= 0 && isWholePredicate(document, i + copula + 2)) return false;
  return (
    copula >= 0 &&
    next
      .slice(0, copula)
      .every((word) => /^(?:may|might|could|would|will|has|had|should|not)$/u.test(word)) &&
    /^(?:ADJ|ADV|DET|PART|NOUN)$/u.test(uposAt(tags, i + copula + 2))
  );
}

/** "A disgrace", "deeply dangerous": a phrase up to the next mark, with nothing in it that could be what "it" announces, and no time. */
function isWholePredicate({ tokens, tags }: Base, from: number): boolean {
  for (let at = from; at < from + LONGEST_PREDICATE; at++) {
    if (/^[.,!;"”’']$/u.test(lowerAt(tokens, at)))
      return at > from && /^(?:NOUN|ADJ)$/u.test(uposAt(tags, at - 1));
    if (!/^(?:DET|ADJ|ADV|NOUN)$/u.test(uposAt(tags, at)) || TIME_NOUNS.has(lowerAt(tokens, at)))
      return false;
    if (
      /^(?:time|clear|unclear|possible|true|late|early|over|likely|unlikely|far|ago|years?|raining|cold|hot|dark)$/u.test(
        lowerAt(tokens, at),
      )
    )
      return false;
  }
  return false;
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
  const nobody = /^(?:no|any|every|each)$/u.test(lowerAt(tokens, firstToken));
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

/** The noun behind "of", or the noun itself. */
const complementOf = (document: Base, head: number): number =>
  childrenOf(document, head).find((child) => child > head && relationOf(document, child) === 'nmod') ?? head;

/** Who does what is told by a noun behind: fighters, who are several in the singular, and bodies. */
const SIDES =
  /^(?:rebel|guerrilla|insurgent|militant|separatist|army|military|coalition|militia|regime|police|navy)$/u;
const DEEDS =
  /^(?:attack|raid|airstrike|shelling|offensive|bombardment|gunfire|assault|ambush|bombing|onslaught|massacre|incursion|counterattack|counteroffensive|crackdown|rocket|missile|mortar|shell|artillery|bullet|drone)$/u;
/** What a side has: it hits with it, and is hit when it is hit. */
const HELD =
  /^(?:position|base|camp|stronghold|hideout|outpost|convoy|checkpoint|bunker|target|trench|column|headquarters|compound|line|patrol|barracks|unit|aircraft|helicopter|jet|warplane|plane|gunship|bomber|tank|gunner|gunboat|boat)$/u;

/** "A rebel attack", "army positions": the side before an act of war or what it has, which is one told of elsewhere, or stands for itself. */
function sideOfAct(document: Base, head: number): Nominal | null {
  const lemma = nounLemma(document, head);
  if (!SIDES.test(lemma) || !/^(?:compound|amod|nmod:desc)$/u.test(relationOf(document, head))) return null;
  const act = headOf(document, head);
  if (act <= head || act > head + 2) return null;
  const deed = nounLemma(document, act);
  const struck = deed === 'strike' && /^(?:air|missile|drone)$/u.test(lowerAt(document.tokens, act - 1));
  if (!struck && !DEEDS.test(deed) && !HELD.test(deed)) return null;
  const several = !/^(?:army|military|coalition|militia|regime|police|navy)$/u.test(lemma);
  return {
    firstToken: head,
    endToken: head + 1,
    head,
    lemma,
    plural: several,
    kind: 'description',
    of: null,
  };
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

/** A person's name, or the place that he is told with: "[Name] of Utah". */
const isPersonOrHis = (
  names: readonly NameRange[],
  name: NameRange,
  { tokens }: Pick<Base, 'tokens'>,
): boolean =>
  name.type === 'person' ||
  (lowerAt(tokens, name.firstToken - 1) === 'of' && nameOver(names, name.firstToken - 2)?.type === 'person');

const HOURS = /^(?:hours|minutes|days|weeks|months|years)$/u;
const SINGLE = /^(?:commander|leader|official|diplomat|negotiator|spokesman|spokeswoman|spokesperson)$/u;

/** "[Name], the leader of [Place], said": a role of the person named before, who speaks for himself. */
function isRoleOf(
  document: Base,
  { firstToken, head, plural }: { firstToken: number; head: number; plural: boolean },
  names: readonly NameRange[],
): boolean {
  const before = nameOver(names, firstToken - 2);
  return (
    !plural &&
    before?.type === 'person' &&
    lowerAt(document.tokens, firstToken - 1) === ',' &&
    relationOf(document, head) === 'appos'
  );
}

/** "[Name], a senator from [Place]": the noun says what the name's bearer is, and is nobody besides. */
function isApposition(document: Base, head: number, names: readonly NameRange[]): boolean {
  const { tokens } = document;
  const first = phraseStart(document, head);
  const before = nameOver(names, first - 2);
  // "[Name], a critic of the plan, has": however the tree joins it.
  if (
    before !== undefined &&
    /^(?:an?|the)$/u.test(lowerAt(tokens, first)) &&
    lowerAt(tokens, first - 1) === ',' &&
    tokens.sentence[first - 2] === tokens.sentence[head] &&
    (/^(?:critic|opponent|supporter|rival|ally)$/u.test(nounLemma(document, head)) ||
      (isPersonOrHis(names, before, document) && /^(?:,|who)$/u.test(lowerAt(tokens, head + 1))))
  )
    return true;
  if (relationOf(document, head) !== 'appos') return false;
  const above = headOf(document, head);
  return above < head && nameOver(names, above) !== undefined;
}

const namesByToken = new WeakMap<readonly NameRange[], ReadonlyMap<number, NameRange>>();

/** The name that holds a token; looked up, since every noun of an article asks. */
function nameOver(names: readonly NameRange[], token: number): NameRange | undefined {
  let byToken = namesByToken.get(names);
  if (!byToken) {
    const found = new Map<number, NameRange>();
    for (const name of names)
      for (let i = name.firstToken; i < name.endToken; i++) if (!found.has(i)) found.set(i, name);
    namesByToken.set(names, (byToken = found));
  }
  return byToken.get(token);
}

/**
 * "The main opposition [Name] party", "a government spokesman, [Name], said", "human rights group the [Name] said": a noun that says
 * what the name behind it is.
 */
function isBeforeName(document: Base, head: number, names: readonly NameRange[]): boolean {
  const { tokens } = document;
  const label = relationOf(document, head);
  const behind = head + (/^(?:,|the)$/u.test(lowerAt(tokens, head + 1)) ? 2 : 1);
  const name = nameOver(names, behind);
  if (name?.firstToken !== behind || tokens.sentence[behind] !== tokens.sentence[head]) return false;
  const tied =
    behind === head + 1 && (!isPlural(document, head) || /^(?:compound|nmod:desc|flat)$/u.test(label));
  const closed = lowerAt(tokens, head + 1) === ',' && lowerAt(tokens, name.endToken) === ',';
  const top = Array.from({ length: name.endToken - behind }, (_, k) => behind + k);
  const doubled =
    label.startsWith('nsubj') &&
    behind > head + 1 &&
    top.some((i) => headOf(document, i) === headOf(document, head) && relationOf(document, i) === label);
  return tied || doubled || (closed && /^(?:nmod:desc|compound)$/u.test(label));
}

const NAMING = /^(?:known|called|named|dubbed|calling|styling)$/u;

/** The words that hang on a noun as another name for it: in apposition, or behind "known as". */
const otherNamesOf = (document: Base, head: number): number[] =>
  childrenOf(document, head).flatMap((child) => {
    if (child < head) return [];
    if (relationOf(document, child) === 'appos') return [child];
    if (relationOf(document, child) !== 'acl' || !NAMING.test(lowerAt(document.tokens, child))) return [];
    return childrenOf(document, child).filter((name) => name > child);
  });

/** "A third group, the River Guard", "its affiliate, known as the River Guard": the name given to the noun. */
function besideName(
  document: Base,
  { head, plural }: { head: number; plural: boolean },
  names: readonly NameRange[],
): number | null {
  if (plural) return null;
  const beside = otherNamesOf(document, head);
  if (beside.length === 0) return null;
  const index = names.findIndex(
    ({ firstToken, endToken, type }) =>
      /^(?:organization|person|group)$/u.test(type) &&
      beside.some((child) => firstToken <= child && child < endToken),
  );
  return index < 0 ? null : index;
}

/** "The state-run Herald newspaper", "Xinhua news agency". */
const MEDIA = /^(?:newspaper|daily|tabloid|weekly|magazine|broadcaster|newswire)$/u;

/** "The al-Tide insurgent group": the body that the words before the noun name. */
function namedBody(
  document: Base,
  { firstToken, head, lemma }: { firstToken: number; head: number; lemma: string },
  names: readonly NameRange[],
): number | null {
  const isMedium = MEDIA.test(lemma) || (lemma === 'agency' && lowerAt(document.tokens, head - 1) === 'news');
  // "The Broad Front coalition" is the front; "the EU coalition" is another body.
  const joined = /^(?:alliance|coalition)$/u.test(lemma);
  const ofAnother = joined
    ? uposAt(document.tags, head - 2) !== 'PROPN' || uposAt(document.tags, head - 1) !== 'PROPN'
    : /^(?:union|company|firm|agency|bank|ministry)$/u.test(lemma);
  if (!isMedium && (!ORGANIZATION_NOUNS.has(lemma) || ofAnother)) return null;
  const index = names.findIndex(
    (name) =>
      name.endToken > firstToken &&
      name.endToken <= head &&
      name.type === 'organization' &&
      !isOpposed(document, name.firstToken),
  );
  const name = names[index];
  if (!name || isPlural(document, head)) return null;
  const between = Array.from({ length: head - name.endToken }, (_, k) => name.endToken + k);
  return between.every((i) => /^(?:ADJ|NOUN)$/u.test(uposAt(document.tags, i))) ? index : null;
}

/** "An anti-[Taliban] militia": not theirs. */
const isOpposed = ({ tokens }: Base, first: number): boolean =>
  lowerAt(tokens, first - 1) === '-' && lowerAt(tokens, first - 2) === 'anti';

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

const REBELS = /^(?:rebel|insurgent|guerrilla|militant|separatist|jihadist|dissident|extremist)$/u;

/** The body that "X fighters", "X's forces", "members of X" stand for. */
function representedBy(
  document: Base,
  { firstToken, head, lemma }: { firstToken: number; head: number; lemma: string },
  names: readonly NameRange[],
): { index: number; endToken: number } | null {
  const { tokens } = document;
  const next = lowerAt(tokens, head + 1);
  // "[Name], leader of the [Party], opposed": he is named, and speaks for himself.
  const before = lowerAt(tokens, firstToken - 1) === ',' ? nameOver(names, firstToken - 2) : undefined;
  if (before?.type === 'person' && /^(?:leader|commander)$/u.test(lemma) && !isPlural(document, head))
    return null;
  if (/^(?:of|from|for)$/u.test(next)) {
    const at = lowerAt(tokens, head + 2) === 'the' ? head + 3 : head + 2;
    const types = next === 'from' ? ['organization'] : ['organization', 'location'];
    const index = names.findIndex((name) => name.firstToken === at && types.includes(name.type));
    const end = names[index]?.endToken ?? 0;
    // "The leader of the [Party], [Name], said": the person speaks for himself.
    const person = lowerAt(tokens, end) === ',' ? nameOver(names, end + 1) : undefined;
    const own =
      !/^(?:spokes|official|member)/u.test(lemma) &&
      !isPlural(document, head) &&
      person?.type === 'person' &&
      lowerAt(tokens, person.endToken) === ',';
    if (index >= 0 && !own) return { index, endToken: end };
  }
  // "Taliban spokesman [Name]", "the group's leader, [Name]": the person is named, and speaks for himself.
  const beside = [head + 1, ...otherNamesOf(document, head)];
  const named = (token: number): boolean =>
    names.some((name) => name.type === 'person' && name.firstToken <= token && token < name.endToken);
  if (beside.some(named)) return null;
  const index = names.findIndex(
    (name) =>
      name.firstToken >= firstToken &&
      name.type !== 'person' &&
      !isOpposed(document, name.firstToken) &&
      (name.endToken === head ||
        (name.endToken === head - 1 && /^(?:suicide|death)$/u.test(lowerAt(tokens, name.endToken))) ||
        (name.endToken < head && lowerAt(tokens, name.endToken) === "'s" && name.endToken + 3 >= head)),
  );
  const name = names[index];
  if (!name) return stateBehind(document, firstToken, head, names);
  // "Colombia's rebels" fight the country that they are of.
  if (name.type === 'location' && REBELS.test(lemma)) return null;
  // The country of "Nigeria soldiers" acts through them; of a place it says only where they are.
  return name.type === 'organization' ||
    COLLECTIVES.has(lemma) ||
    /^(?:official|authority|spokesman|spokeswoman)$/u.test(lemma)
    ? { index, endToken: head + 1 }
    : null;
}

/** "Turkish forces": the country of the adjective, where the article names it. */
function stateBehind(
  document: Base,
  firstToken: number,
  head: number,
  names: readonly NameRange[],
): { index: number; endToken: number } | null {
  for (let i = firstToken; i < head; i++) {
    const country = demonymAt(document, i)?.country;
    const index = country === undefined ? -1 : names.findIndex(({ known }) => known?.name === country);
    if (index >= 0) return { index, endToken: head + 1 };
  }
  return null;
}
