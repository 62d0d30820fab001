import { formAt, lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import { monthNumber } from './calendar.ts';
import { datesOf } from './dates.ts';
import { besideOf, placeByVerb, placeOf, struckBy, struckByVerb, victimsOf } from './event-arguments.ts';
import { complementsOf, isModifiedBehind } from './event-complements.ts';
import { formsOf, modifiersOf } from './event-labels.ts';
import { timesOf } from './event-times.ts';
import { armedAct, isHappening } from './happenings.ts';
import { isPolicyNoun } from './lexicon/index.ts';
import { isNoun, isPlural, nounLemma, phraseStart, textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import type { Called } from './named-arguments.ts';
import { emergencyEnd, isSuit } from './policy-nouns.ts';
import { isOpposedAtAll, isStanceObject } from './stance-objects.ts';
import { caseOf, headOf, relationOf } from './syntax.ts';
import { isLabourStrike } from './labour.ts';
import { CONTAINERS, FAMILY_OF, POLICY_FAMILY_OF, VIOLENT } from './event-words.ts';
import { SITE_NOUNS, TIME_NOUNS } from './words.ts';

/** A noun phrase that describes an event or a policy. */
export interface Description {
  readonly type: 'event' | 'policy';
  /** Told by a verb: no mention of its own. */
  readonly verbal?: boolean;
  /** Says nothing of the event but that one told of before is meant: a group of such alone is no event. */
  readonly anaphoric?: boolean;
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
  /** Keys of what the phrase says that it was against: "attack on [Sarn]", "murder of [Vance]". */
  readonly struck: ReadonlySet<string>;
  /** What its verb undoes or looks at again: "overturned [a decision]". */
  readonly overturned: boolean;
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
  /** The place is the verb's: "protests broke out in [Sarn]". */
  readonly placedByVerb?: boolean;
  /** Lower-case words for when it was: "saturday", "sept. 1". */
  readonly when: readonly string[];
  /** When it was, as far as that can be resolved: ISO 8601. */
  readonly dates: readonly string[];
  /** Keys of the entities that the phrase or its complements name: what tells two attacks apart. */
  readonly names: ReadonlySet<string>;
}

/** "Downing of" before what was downed, in every wording. */
const withPrefix = (description: Description, prefix: string): Description => ({
  ...description,
  label: `${prefix} ${description.label}`,
  forms: description.forms.map((form) => `${prefix} ${form}`),
});

const IDIOMATIC: ReadonlySet<string> = new Set(['fire', 'strike', 'vote', 'trial', 'talk']);

/** Every event and policy description, in text order. */
export function findDescriptions(document: Base, called: Called): Description[] {
  const { nameAt } = called;
  const found: Description[] = [];
  for (let i = 0; i < document.tokens.length; i++) {
    const fighting = isFighting(document, i);
    if ((!fighting && !isNoun(document, i)) || nameAt.has(i) || isDate(document, i)) continue;
    const lemma = fighting ? 'fighting' : nounLemma(document, i);
    const armed = armedAct(document, i);
    const family =
      (lemma === 'strike' && isLabourStrike(document, i) ? 'protest' : undefined) ??
      FAMILY_OF.get(lemma) ??
      (armed !== null
        ? /^(?:device|explosive|mine)$/u.test(lemma)
          ? 'bombing'
          : 'raid'
        : isHappening(document, i)
          ? 'happening'
          : undefined);
    const emergency = emergencyEnd(document, i);
    if (emergency !== null) {
      const what = {
        lemma: 'state of emergency',
        kind: 'policy',
        family: 'emergency',
        end: emergency,
      } as const;
      found.push(describe(document, i, what, called));
      i = emergency - 1;
      continue;
    }
    // "Free speech", "hate speech": no event.
    if (family === 'speech' && phraseStart(document, i) === i) continue;
    // A base is where something is, whatever else the noun may mean.
    const decided = (isPolicyNoun(lemma) && !SITE_NOUNS.has(lemma)) || isSuit(document, i);
    const stance = family === undefined && !decided && isStanceObject(document, i);
    const policy = decided || stance;
    if ((family === undefined && !policy) || modifies(document, i) || looksLikeName(document, i)) continue;
    if (isHeadlineVerb(document, i)) continue;
    const kind = family === undefined ? 'policy' : 'event';
    const description = describe(
      document,
      i,
      { lemma, kind, family: family ?? POLICY_FAMILY_OF.get(lemma) ?? lemma, end: i + 1 },
      called,
    );
    if (armed) {
      found.push(withPrefix(description, armed));
      continue;
    }
    // "No deal": nothing is meant.
    const opening = lowerAt(document.tokens, description.firstToken);
    const opposed = isOpposedAtAll(document, i);
    // "Opposes any softening": whatever it may be.
    if (/^(?:no|any|every|each|enough|fewer)$/u.test(opening) && !(opposed && opening === 'any')) continue;
    const single = !/\s/u.test(textOf(document, description.firstToken, i + 1)) && !description.plural;
    // "opened fire", "on strike": without any word before it, the noun is part of an idiom more often than an event.
    if (single && (IDIOMATIC.has(lemma) || (kind === 'policy' && description.bare && !opposed))) continue;
    // "Opposes racism": no law and no act, unless a word says which.
    if (stance && !opposed && !description.definite && !description.plural && !/\s/u.test(description.label))
      continue;
    found.push(description);
  }
  return found;
}

/** "Injured in fighting in [Sarn]": a noun that a tagger takes for a verb behind its preposition. */
const isFighting = ({ tokens, tags }: Base, i: number): boolean =>
  lowerAt(tokens, i) === 'fighting' &&
  uposAt(tags, i) === 'VERB' &&
  /^(?:in|during|after|amid|of|by|from|despite|since)$/u.test(lowerAt(tokens, i - 1)) &&
  !/^(?:NOUN|PROPN|DET|PRON|ADJ)$/u.test(uposAt(tags, i + 1));

/** "Overturned [a ruling]", "upheld [a decision]": the phrase, unless it is definite, tells of what went before. */
function isOverturned(document: Base, head: number): boolean {
  const verb = headOf(document, head);
  if (verb < 0 || !/^(?:obj|nsubj:pass)$/u.test(relationOf(document, head))) return false;
  return /^(?:overturn|reverse|annul|quash|void|overrule|vacate|uphold|affirm|review|reconsider|undo|nullify)$/u.test(
    lemmaAt(document.tokens, document.tags, verb),
  );
}

/** "March 3": the month. */
const isDate = ({ tokens }: Base, i: number): boolean =>
  lowerAt(tokens, i) === 'march' && /^\d/u.test(lowerAt(tokens, i + 1));

/** "March", "Battle Creek": capitals inside a sentence that is not a headline name something else. */
function looksLikeName({ tokens, sentences, passages }: Base, i: number): boolean {
  const sentence = tokens.sentence[i] ?? 0;
  if (!/^\p{Lu}/u.test(formAt(tokens, i)) || i === sentences.firstToken[sentence]) return false;
  return passages[sentences.passage[sentence] ?? 0]?.kind !== 'title';
}

/** "Senate votes to block …", "Norway plans to …": in a headline an s behind a subject that goes on with "to" is a verb's. */
function isHeadlineVerb({ tokens, tags, sentences, passages }: Base, i: number): boolean {
  const sentence = tokens.sentence[i] ?? 0;
  const first = sentences.firstToken[sentence] ?? 0;
  return (
    passages[sentences.passage[sentence] ?? 0]?.kind === 'title' &&
    /s$/u.test(lowerAt(tokens, i)) &&
    i > first &&
    lowerAt(tokens, i + 1) === 'to' &&
    uposAt(tags, i + 2) === 'VERB' &&
    !/^(?:the|new|more|for|on|of|in|over|against|['’]s?|and|its|his|her|their)$/u.test(lowerAt(tokens, i - 1))
  );
}

/** "attack helicopter": the noun is not the head. */
const modifies = (document: Base, i: number): boolean =>
  document.tokens.sentence[i + 1] === document.tokens.sentence[i] &&
  // "The law hours before it was due".
  !(
    TIME_NOUNS.has(nounLemma(document, i + 1)) &&
    /^(?:before|after|later|ago|earlier)$/u.test(lowerAt(document.tokens, i + 2))
  ) &&
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
  called: Called,
): Description {
  const { tokens } = document;
  const { nameAt, nameOf } = called;
  const head = containerOf(document, noun);
  const firstToken = withDay(document, startOf(document, phraseStart(document, head), nameAt));
  const inTitle =
    document.passages[document.sentences.passage[tokens.sentence[noun] ?? 0] ?? 0]?.kind === 'title';
  // "Thousands protest pension reform in [Sarn]": in a headline the place is where the rest happens.
  const complements = (nounEnd > noun + 1 ? [] : complementsOf(document, noun, nameAt)).filter(
    ([from]) => !(inTitle && kind === 'policy' && /^(?:in|at|near)$/u.test(lowerAt(tokens, from))),
  );
  const names = new Set<string>();
  for (const [from, end] of [[firstToken, noun + 1] as const, ...complements])
    for (let i = from; i < end; i++) {
      const name = nameAt.get(i);
      if (name !== undefined) names.add(name);
    }
  const possessed = [...Array(head - firstToken).keys()].some((k) =>
    /^(?:'s|its|his|her|their)$/u.test(lowerAt(tokens, firstToken + k)),
  );
  const inside = placeOf(document, complements, nameAt);
  const byVerb = kind === 'event' && inside === null ? placeByVerb(document, head, called) : null;
  if (byVerb) names.add(byVerb.key);
  const forms = formsOf(document, firstToken, nounEnd, complements);
  // "Protests broke out in [Sarn]": the label says where, as if the phrase had.
  if (byVerb && names.size === 1 && complements.length === 0)
    forms.push(`${forms.at(-1) ?? ''} ${byVerb.preposition} ${nameOf(byVerb.key)}`);
  return {
    type: kind,
    firstToken,
    endToken: nounEnd,
    head,
    lemma,
    family,
    definite: possessed || /^(?:the|this|that|these|those)$/u.test(lowerAt(tokens, firstToken)),
    plural: isPlural(document, noun),
    predicate:
      lemmaAt(tokens, document.tags, firstToken - 1) === 'be' ||
      isCalled(document, firstToken, head, family) ||
      isAfterthought(document, firstToken),
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
    overturned: kind === 'policy' && isOverturned(document, head),

    place: inside ?? (byVerb && Number(byVerb.key)),
    placedByVerb: byVerb !== null,
    victims: victimsOf(document, noun, nameAt),
    struck: new Set([
      ...struckBy(document, lemma, complements, nameAt),
      ...struckByVerb(document, head, nameAt),
    ]),
    beside: besideOf(document, head, nameAt),
    sentence: tokens.sentence[noun] ?? 0,
    inTitle,
  };
}

const CALLING = /^(?:call|label|describe|brand|deem|dub)$/u;

/** "Called it an attack", "declared an attack": what something told of is said to have been. A state may declare a war or an emergency. */
function isCalled(document: Base, first: number, head: number, family: string): boolean {
  const verb = headOf(document, head);
  if (verb < 0 || relationOf(document, head) !== 'obj' || !/^an?$/u.test(lowerAt(document.tokens, first)))
    return false;
  const lemma = lemmaAt(document.tokens, document.tags, verb);
  return CALLING.test(lemma) || (lemma === 'declare' && VIOLENT.has(family));
}

/** "…, another attack blamed on [Name]": says more of what the clause before the comma told. */
const isAfterthought = ({ tokens }: Base, first: number): boolean =>
  lowerAt(tokens, first - 1) === ',' && lowerAt(tokens, first) === 'another';

/** A phrase begins no later than the name it begins with: "[United States] election". */
function startOf(document: Base, first: number, nameAt: ReadonlyMap<number, string>): number {
  const key = nameAt.get(first);
  let start = first;
  while (key !== undefined && nameAt.get(start - 1) === key) start--;
  return start < first ? phraseStart(document, start) : first;
}

/** "The September 11, 2022 raid": the day before the year with which the rest of the phrase begins, and the article. */
function withDay(document: Base, first: number): number {
  const { tokens } = document;
  const dated =
    /^\d{4}$/u.test(lowerAt(tokens, first)) &&
    lowerAt(tokens, first - 1) === ',' &&
    /^\d{1,2}$/u.test(lowerAt(tokens, first - 2)) &&
    monthNumber(formAt(tokens, first - 3)) > 0 &&
    tokens.sentence[first - 3] === tokens.sentence[first];
  return dated ? phraseStart(document, first - 3) : first;
}

/** "Wave" in "a wave of attacks": the phrase begins with it. */
function containerOf(document: Base, noun: number): number {
  const above = headOf(document, noun);
  const held =
    above >= 0 && above < noun && relationOf(document, noun) === 'nmod' && caseOf(document, noun) === 'of';
  return held && CONTAINERS.has(nounLemma(document, above)) && noun - above <= 4 ? above : noun;
}
