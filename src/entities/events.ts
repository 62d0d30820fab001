import { formAt, lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import { displayName } from './fold.ts';
import { placeOfVerb } from './named-arguments.ts';
import { isNoun, isPlural, nounLemma, phraseStart, textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { datesOf, verbOf } from './dates.ts';
import { caseOf, childrenOf, headOf, relationOf } from './syntax.ts';
import { isPersonNoun, isPolicyNoun } from './lexicon/index.ts';
import { isHappening } from './happenings.ts';
import { isStanceObject } from './stance-objects.ts';
import {
  CONTAINERS,
  FAMILY_OF,
  HUMAN_NOUNS,
  POLICY_FAMILY_OF,
  SITE_NOUNS,
  TIME_NOUNS,
  TITLES,
} from './words.ts';

/** A noun phrase that describes an event or a policy. */
export interface Description {
  readonly type: 'event' | 'policy';
  /** Told by a verb: no mention of its own. */
  readonly verbal?: boolean;
  readonly firstToken: number;
  readonly endToken: number;
  readonly head: number;
  readonly lemma: string;
  readonly family: string;
  readonly definite: boolean;
  readonly plural: boolean;
  /** Words of the phrase and its complements, without article: "attack on the port". */
  readonly label: string;
  /** The same without complements, with one, with all: the ways an article may name it again. */
  readonly forms: readonly string[];
  /** Stands behind a form of "be": says what an earlier event was ("was the worst attack in years"). */
  readonly predicate: boolean;
  /** Names of the object of the verb that the phrase belongs to: "killed Vance in a raid". */
  readonly victims: ReadonlySet<string>;
  /** Names that the verb takes beside the phrase: "[Vance] survived the attack". */
  readonly beside: ReadonlySet<string>;
  readonly sentence: number;
  readonly inTitle: boolean;
  /** Nothing behind the noun says which one is meant. */
  readonly bare: boolean;
  /** Lemmas of what stands before the noun and tells which or what kind of one is meant: "suicide", "border". */
  readonly modifiers: ReadonlySet<string>;
  /** Key of what stands behind "in", "at" or "near", or null. */
  readonly place: number | null;
  /** Lower-case words for when it was: "saturday", "sept. 1". */
  readonly when: readonly string[];
  /** When it was, as far as that can be resolved: ISO 8601. */
  readonly dates: readonly string[];
  /** Keys of the entities that the phrase or its complements name: what tells two attacks apart. */
  readonly names: ReadonlySet<string>;
}

const IDIOMATIC: ReadonlySet<string> = new Set(['fire', 'strike', 'vote', 'trial', 'talk']);

const COMPLEMENT = /^(?:of|on|in|at|against|near|outside|between|with|for|over|to|from|by|under)$/u;

/** The same where the tree hangs the phrase elsewhere: what goes "to" somebody, or is done "by" him, is the verb's. */
const BESIDE = /^(?:of|on|in|at|against|near|outside|between|with|for|over|from|under)$/u;

/** Every event and policy description, in text order. `nameAt` gives, by token, a key of the entity named there. */
export function findDescriptions(document: Base, nameAt: ReadonlyMap<number, string>): Description[] {
  const found: Description[] = [];
  for (let i = 0; i < document.tokens.length; i++) {
    if (!isNoun(document, i) || nameAt.has(i)) continue;
    const lemma = nounLemma(document, i);
    const family = FAMILY_OF.get(lemma) ?? (isHappening(document, i) ? 'happening' : undefined);
    // "State of emergency": the noun behind "of" says what it is.
    const declared =
      lemma === 'state' &&
      /^of (?:emergency|siege|alert)/u.test(textOf(document, i + 1, i + 3).toLowerCase());
    if (declared) {
      found.push(
        describe(
          document,
          i,
          { lemma: 'state of emergency', kind: 'policy', family: 'emergency', end: i + 3 },
          nameAt,
        ),
      );
      continue;
    }
    // A base is where something is, whatever else the noun may mean.
    const decided = isPolicyNoun(lemma) && !SITE_NOUNS.has(lemma);
    const stance = family === undefined && !decided && isStanceObject(document, i);
    const policy = decided || stance;
    if ((family === undefined && !policy) || modifies(document, i) || looksLikeName(document, i)) continue;
    const kind = family === undefined ? 'policy' : 'event';
    const description = describe(
      document,
      i,
      { lemma, kind, family: family ?? POLICY_FAMILY_OF.get(lemma) ?? lemma, end: i + 1 },
      nameAt,
    );
    // "No deal": nothing is meant.
    if (/^(?:no|any|every|each|enough|fewer)$/u.test(lowerAt(document.tokens, description.firstToken)))
      continue;
    const single = !/\s/u.test(textOf(document, description.firstToken, i + 1)) && !description.plural;
    // "opened fire", "on strike": without any word before it, the noun is part of an idiom more often than an event.
    if (single && (IDIOMATIC.has(lemma) || (kind === 'policy' && description.bare))) continue;
    // "Opposes racism": no law and no act, unless a word says which.
    if (stance && !description.definite && !description.plural && !/\s/u.test(description.label)) continue;
    found.push(description);
  }
  return found;
}

/** "March", "Battle Creek": capitals inside a sentence that is not a headline name something else. */
function looksLikeName({ tokens, sentences, passages }: Base, i: number): boolean {
  const sentence = tokens.sentence[i] ?? 0;
  if (!/^\p{Lu}/u.test(formAt(tokens, i)) || i === sentences.firstToken[sentence]) return false;
  return passages[sentences.passage[sentence] ?? 0]?.kind !== 'title';
}

/** "attack helicopter": the noun is not the head. */
const modifies = (document: Base, i: number): boolean =>
  document.tokens.sentence[i + 1] === document.tokens.sentence[i] &&
  (isNoun(document, i + 1) || lowerAt(document.tokens, i + 1) === '-');

function describe(
  document: Base,
  noun: number,
  {
    lemma,
    kind,
    family,
    end: nounEnd,
  }: {
    readonly lemma: string;
    readonly kind: Description['type'];
    readonly family: string;
    /** End of the words that say what it is, exclusive. */
    readonly end: number;
  },
  nameAt: ReadonlyMap<number, string>,
): Description {
  const { tokens } = document;
  const head = containerOf(document, noun);
  const firstToken = startOf(document, phraseStart(document, head), nameAt);
  const complements = nounEnd > noun + 1 ? [] : complementsOf(document, noun, nameAt);
  const names = new Set<string>();
  for (const [from, end] of [[firstToken, noun + 1] as const, ...complements])
    for (let i = from; i < end; i++) {
      const name = nameAt.get(i);
      if (name !== undefined) names.add(name);
    }
  const possessed = [...Array(head - firstToken).keys()].some((k) =>
    /^(?:'s|its|his|her|their)$/u.test(lowerAt(tokens, firstToken + k)),
  );
  const forms = formsOf(document, firstToken, nounEnd, complements);
  return {
    type: kind,
    firstToken,
    endToken: nounEnd,
    head,
    lemma,
    family,
    definite: possessed || /^(?:the|this|that|these|those)$/u.test(lowerAt(tokens, firstToken)),
    plural: isPlural(document, noun),
    predicate: lemmaAt(tokens, document.tags, firstToken - 1) === 'be',
    label: forms.at(-1) ?? '',
    forms,
    names,
    when: timesOf(document, firstToken, noun),
    dates: datesOf(document, { firstToken, head, sentence: tokens.sentence[noun] ?? 0 }),
    bare: complements.length === 0 && !isModifiedBehind(document, noun),
    modifiers: modifiersOf(
      document,
      firstToken,
      noun,
      kind === 'policy' || family === 'vote' ? /^(?:NOUN|PROPN|ADJ)$/u : /^(?:NOUN|PROPN)$/u,
      nameAt,
    ),
    place: placeOf(document, complements, nameAt) ?? placeByVerb(document, head, nameAt),
    victims: victimsOf(document, noun, nameAt),
    beside: besideOf(document, head, nameAt),
    sentence: tokens.sentence[noun] ?? 0,
    inTitle: document.passages[document.sentences.passage[tokens.sentence[noun] ?? 0] ?? 0]?.kind === 'title',
  };
}

/** A phrase begins no later than the name it begins with: "[United States] election". */
function startOf(document: Base, first: number, nameAt: ReadonlyMap<number, string>): number {
  const key = nameAt.get(first);
  let start = first;
  while (key !== undefined && nameAt.get(start - 1) === key) start--;
  return start < first ? phraseStart(document, start) : first;
}

/** "Wave" in "a wave of attacks": the phrase begins with it. */
function containerOf(document: Base, noun: number): number {
  const above = headOf(document, noun);
  const held =
    above >= 0 && above < noun && relationOf(document, noun) === 'nmod' && caseOf(document, noun) === 'of';
  return held && CONTAINERS.has(nounLemma(document, above)) && noun - above <= 4 ? above : noun;
}

/** The phrase without, with one, and with all of its complements; what says when, between them, is left out of all but the text's own. */
function formsOf(
  document: Base,
  first: number,
  end: number,
  complements: readonly (readonly [from: number, end: number])[],
): string[] {
  const bare = labelOf(textOf(document, first, end));
  const parts = complements.map(([from, to]) => textOf(document, from, to));
  const last = complements.at(-1);
  const forms = [
    bare.replace(/^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twin|several) /u, ''),
    bare,
    ...(last ? [labelOf(textOf(document, first, last[1]))] : []),
    ...parts.map((part) => `${bare} ${part}`),
    [bare, ...parts].join(' '),
  ];
  return [...new Set(forms.reverse())].reverse();
}

const labelOf = (text: string): string =>
  displayName(text)
    .replace(/^(?:at least|least|all|both|another|some|such) /iu, '')
    .replace(/^(?:the|this|that|these|those|its|his|her|their|our|my|your) /iu, '');

/** Words that say nothing of which one is meant. */
const PLAIN =
  /^(?:new|old|recent|latest|last|first|second|third|next|same|other|proposed|planned|draft|controversial|deadly|brutal|bloody|major|massive|huge|large|big|small|great|alleged|so-called|current|former|ongoing|entire|whole|such|own|above|previous|earlier|later|possible|potential|final|more|general|further|additional)$/u;

function modifiersOf(
  document: Base,
  first: number,
  noun: number,
  tags: RegExp,
  nameAt: ReadonlyMap<number, string>,
): Set<string> {
  const { tokens } = document;
  const lemmas = Array.from({ length: noun - first }, (_, k) => first + k)
    .filter((i) => tags.test(uposAt(document.tags, i)) && !isTime(document, i) && !nameAt.has(i))
    .map((i) => lowerAt(tokens, i));
  return new Set(lemmas.filter((word) => !PLAIN.test(word)));
}

/** A phrase or clause hangs on the noun, whatever it says; one behind a comma adds to what is known and tells no other apart. */
const isModifiedBehind = (document: Base, noun: number): boolean =>
  lowerAt(document.tokens, noun + 1) !== ',' &&
  childrenOf(document, noun).some(
    (child) =>
      child > noun && /^(?:nmod$|acl)/u.test(relationOf(document, child)) && !isTime(document, child),
  );

/** At most two phrases behind the noun that say what, whom or where: "on the port", "in Lyon". */
function complementsOf(
  document: Base,
  noun: number,
  nameAt: ReadonlyMap<number, string>,
): (readonly [from: number, end: number])[] {
  const clause = clauseOf(document, noun);
  if (clause) return [clause];
  const hanging = hangingOn(document, noun);
  // Where the tree hangs "at the port" on the verb, it still stands right behind the noun.
  const behind = timeEnd(document, noun + 1);
  const next = BESIDE.test(lowerAt(document.tokens, behind)) ? headOf(document, behind) : -1;
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

/** "Murder of journalist [Name]": the name that a person's role runs into belongs to the phrase. */
function withName(document: Base, end: number, nameAt: ReadonlyMap<number, string>): number {
  const { tokens } = document;
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

/** End of the words for when that begin at a token, or the token itself: "last year", "on Saturday", "Sept. 1". */
function timeEnd(document: Base, from: number): number {
  const { tokens } = document;
  const at = /^(?:on|in|last|this|next|earlier|late|early)$/u.test(lowerAt(tokens, from)) ? from + 1 : from;
  let end = at;
  while (
    tokens.sentence[end] === tokens.sentence[from - 1] &&
    (isTime(document, end) ||
      MONTH.test(lowerAt(tokens, end)) ||
      (end > at && /^\d{1,2}$/u.test(lowerAt(tokens, end))))
  )
    end++;
  return end > at ? end : from;
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
      if (preposition === undefined || !COMPLEMENT.test(lowerAt(document.tokens, preposition))) return [];
      const end = phraseEnd(document, child);
      const inside = hangingOn(document, child).filter(([from]) => from === end);
      return [[preposition, end] as const, ...inside];
    });
}

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

const isTime = (document: Base, token: number): boolean =>
  TIME_NOUNS.has(nounLemma(document, token)) || /^\d{4}$/u.test(lowerAt(document.tokens, token));

function placeOf(
  { tokens }: Base,
  complements: readonly (readonly [from: number, end: number])[],
  nameAt: ReadonlyMap<number, string>,
): number | null {
  for (const [from, end] of complements) {
    if (!/^(?:in|at|near|outside)$/u.test(lowerAt(tokens, from))) continue;
    for (let i = end - 1; i > from; i--) {
      const key = nameAt.get(i);
      if (key !== undefined) return Number(key);
    }
  }
  return null;
}

/** Where it was by the verb that says that it happened: "protests took place in [Sarn]". */
function placeByVerb(document: Base, head: number, nameAt: ReadonlyMap<number, string>): number | null {
  const verb = verbOf(document, head);
  const place = verb === null ? null : placeOfVerb(document, verb, nameAt);
  return place && Number(place.key);
}

function besideOf(document: Base, head: number, nameAt: ReadonlyMap<number, string>): Set<string> {
  const verb = headOf(document, head);
  if (verb < 0 || !/^(?:nsubj|obj|obl)/u.test(relationOf(document, head))) return new Set();
  return new Set(childrenOf(document, verb).flatMap((child) => nameAt.get(child) ?? []));
}

function victimsOf(document: Base, noun: number, nameAt: ReadonlyMap<number, string>): Set<string> {
  const verb = headOf(document, noun);
  if (verb < 0 || relationOf(document, noun) !== 'obl') return new Set();
  return new Set(
    childrenOf(document, verb).flatMap((child) => {
      const hit = /^(?:obj|nsubj:pass)$/u.test(relationOf(document, child)) ? nameAt.get(child) : undefined;
      return hit === undefined ? [] : [hit];
    }),
  );
}

/** Days, months and years that the phrase itself or a time beside it gives: "Saturday's", "last year". */
function timesOf(document: Base, first: number, noun: number): string[] {
  const { tokens } = document;
  const inside = Array.from({ length: noun - first }, (_, k) => first + k);
  const beside = childrenOf(document, noun).filter(
    (child) =>
      child > noun &&
      (relationOf(document, child).startsWith('nmod') || relationOf(document, child) === 'obl:unmarked'),
  );
  const behind = timeEnd(document, noun + 1);
  const adjacent = Array.from({ length: behind - noun - 1 }, (_, k) => noun + 1 + k);
  return (
    [...new Set([...inside, ...adjacent, ...beside])]
      .filter((i) => isTime(document, i) || MONTH.test(lowerAt(tokens, i)))
      // "The deadliest since 2019": no time of its own.
      .filter((i) => !/^(?:since|until|till|before|after|than)$/u.test(lowerAt(tokens, i - 1)))
      .map((i) => {
        const next = lowerAt(tokens, i + 1);
        const before = lowerAt(tokens, i - 1);
        if (/^\d{1,2}$/u.test(next)) return `${lowerAt(tokens, i)} ${next}`;
        return /^(?:last|this|next)$/u.test(before) ? `${before} ${lowerAt(tokens, i)}` : lowerAt(tokens, i);
      })
  );
}

const MONTH = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/u;
