import { formAt, lemmaAt, lowerAt } from '../model/index.ts';
import { datesOf } from './dates.ts';
import { besideOf, placeByVerb, placeOf, struckBy, struckByVerb, victimsOf } from './event-arguments.ts';
import { complementsOf, isModifiedBehind } from './event-complements.ts';
import { formsOf, modifiersOf } from './event-labels.ts';
import { timesOf } from './event-times.ts';
import { isHappening } from './happenings.ts';
import { isPolicyNoun } from './lexicon/index.ts';
import { isNoun, isPlural, nounLemma, phraseStart, textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { isStanceObject } from './stance-objects.ts';
import { caseOf, headOf, relationOf } from './syntax.ts';
import { CONTAINERS, FAMILY_OF, POLICY_FAMILY_OF, SITE_NOUNS } from './words.ts';

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
  /** Lower-case words for when it was: "saturday", "sept. 1". */
  readonly when: readonly string[];
  /** When it was, as far as that can be resolved: ISO 8601. */
  readonly dates: readonly string[];
  /** Keys of the entities that the phrase or its complements name: what tells two attacks apart. */
  readonly names: ReadonlySet<string>;
}

const IDIOMATIC: ReadonlySet<string> = new Set(['fire', 'strike', 'vote', 'trial', 'talk']);

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

/** "Overturned [a ruling]", "upheld [a decision]": the phrase, unless it is definite, tells of what went before. */
function isOverturned(document: Base, head: number): boolean {
  const verb = headOf(document, head);
  if (verb < 0 || !/^(?:obj|nsubj:pass)$/u.test(relationOf(document, head))) return false;
  return /^(?:overturn|reverse|annul|quash|void|overrule|vacate|uphold|affirm|review|reconsider|undo|nullify)$/u.test(
    lemmaAt(document.tokens, document.tags, verb),
  );
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
    overturned: kind === 'policy' && isOverturned(document, head),
    victims: victimsOf(document, noun, nameAt),
    struck: new Set([
      ...struckBy(document, lemma, complements, nameAt),
      ...struckByVerb(document, head, nameAt),
    ]),
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
