import { lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import { isPersonNoun } from './lexicon/index.ts';
import type { NameMention } from './names.ts';
import { isPlural, nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, headOf, headWithin, relationOf } from './syntax.ts';
import { isTownByCountry } from './towns.ts';
import { ORGANIZATION_TAILS, PLACE_NOUNS, TITLES } from './words.ts';

export type TypeVote = readonly [type: NameMention['type'], weight: number];

/** Nouns for bodies that stand before or behind the name of one: "airline [Name]", "[Name], a gas producer". */
const BODY_BESIDE =
  /^(?:airline|company|firm|group|newspaper|daily|weekly|magazine|broadcaster|network|channel|website|site|agency|party|movement|organi[sz]ation|charity|foundation|union|bank|manufacturer|maker|producer|supplier|retailer|operator|carrier|giant|startup|start-up|developer|publisher|outlet|band|club|team|militia|think|tank|watchdog|university|college|school|institute|ministry|coalition|alliance|faction|association|federation|conglomerate|supermarket|chain|lender|insurer|brand|subsidiary|enterprise|platform)$/u;

const BODY_WEIGHT = 3;
const PERSON_WEIGHT = 2;
const PLACE_WEIGHT = 2;
const INSIDE_WEIGHT = 1;
/** More than one reading of a long name, less than two. */
const SETTLED_WEIGHT = 2;

/** Makers of things and programmes: behind the name of a body what it does, before a name as often somebody's trade. */
const TRADE = /^(?:producer|publisher|developer|operator|maker|carrier|manufacturer|supplier|owner)$/u;

/** Verbs whose object is where troops go or shells fall. */
const ON_PLACES =
  /^(?:enter|besiege|occupy|overrun|retake|recapture|liberate|bombard|shell|storm|evacuate|encircle|seize)$/u;

/**
 * What the words beside a name say that it is: the common noun before it ("airline [Name]", "journalist [Name]", "the town of [Name]"), a
 * title, or an apposition behind it ("[Name], a gas producer").
 */
export function typeVotes(document: Base, { firstToken, endToken, type }: NameMention): TypeVote[] {
  const { tokens } = document;
  const head = headWithin(document, firstToken, endToken);
  const before = firstToken - 1;
  const same = tokens.sentence[before] === tokens.sentence[firstToken];
  const nouns: number[] = [
    ...(same && isCommonNoun(document, before) && belongs(document, before, head) ? [before] : []),
    ...(same &&
    lowerAt(tokens, before) === 'of' &&
    isCommonNoun(document, before - 1) &&
    isPlaceNoun(document, before - 1)
      ? [before - 1]
      : []),
    ...childrenOf(document, head).filter(
      (child) =>
        child >= endToken &&
        relationOf(document, child) === 'appos' &&
        isCommonNoun(document, child) &&
        !isOfAnother(document, endToken, child),
    ),
  ];
  // "In [Sarn] and [Name]": what is joined stands as the first does.
  const first = relationOf(document, head) === 'conj' ? headOf(document, head) : head;
  if (first !== head) nouns.push(...sharedNouns(document, first));
  const inside =
    /^(?:in|near|outside|inside|around)$/u.test(caseOf(document, first)) &&
    /^(?:obl|nmod)$/u.test(relationOf(document, first));
  // "The creditor [Norwegian Trade Bank]": its last word says what it is.
  const clear = type === 'organization' && ORGANIZATION_TAILS.has(lowerAt(tokens, endToken - 1));
  const votes: TypeVote[] = [
    ...nouns.flatMap((noun) => {
      const [vote] = voteOf(document, noun);
      const told = noun < firstToken && (isTrade(document, noun, type) || (vote?.[0] === 'person' && clear));
      return vote === undefined || told ? [] : [vote];
    }),
    ...apposedVotes(document, firstToken, endToken),
    ...(isTownByCountry(document, firstToken, endToken) || isTakenPlace(document, firstToken, head)
      ? [['location', SETTLED_WEIGHT] as const]
      : []),
    ...(inside && endToken - firstToken <= 4
      ? [
          [
            'location',
            type === 'person' && isWhere(document, first) ? SETTLED_WEIGHT : INSIDE_WEIGHT,
          ] as const,
        ]
      : []),
  ];
  const title =
    same &&
    /^\p{Lu}/u.test(formOf(document, before)) &&
    TITLES.has(lowerAt(tokens, before).replace(/\.$/u, ''));
  return title && isSingleTitle(document, before) ? [...votes, ['person', PERSON_WEIGHT]] : votes;
}

/** "[Ada Holm] of the Youth Agenda, a lobby group": the noun behind the comma may be said of the name between. */
function isOfAnother(document: Base, endToken: number, noun: number): boolean {
  if (!/^(?:of|from|at|with)$/u.test(lowerAt(document.tokens, endToken))) return false;
  for (let i = endToken + 1; i < noun; i++) {
    if (lowerAt(document.tokens, i) === ',') return false;
    if (/^\p{Lu}/u.test(formOf(document, i))) return true;
  }
  return false;
}

/** Words of an apposition read from its surface, at most. */
const MAX_APPOSITION = 6;

/**
 * "[Name], a deputy prime minister and …", "[Name], who …": what stands behind the comma, where a parser hung it elsewhere. Behind a
 * preposition the comma closes what says where ("In [Name], a farmer said").
 */
function apposedVotes(document: Base, firstToken: number, endToken: number): TypeVote[] {
  const { tokens, tags } = document;
  const sentence = tokens.sentence[firstToken];
  const inside = (i: number): boolean => tokens.sentence[i] === sentence;
  if (lowerAt(tokens, endToken) !== ',' || !inside(endToken + 1)) return [];
  const first = lowerAt(tokens, endToken + 1);
  if (first === 'who' && endToken - firstToken > 1 && !isPlural(document, endToken - 1))
    return [['person', PERSON_WEIGHT]];
  if (!/^(?:an?|the)$/u.test(first) || uposAt(tags, firstToken - 1) === 'ADP') return [];
  let at = endToken + 2;
  while (inside(at) && at < endToken + MAX_APPOSITION && /^(?:NOUN|ADJ|NUM|ADV)$/u.test(uposAt(tags, at)))
    at++;
  const noun = at - 1;
  const closed = /^(?:,|of|and|for|in|from|who|at|with)$/u.test(lowerAt(tokens, at));
  if (!closed || !isCommonNoun(document, noun) || isPlural(document, noun)) return [];
  const person = isPersonNoun(nounLemma(document, noun)) || TITLES.has(nounLemma(document, noun));
  return person ? [['person', PERSON_WEIGHT]] : [];
}

const formOf = ({ article, tokens }: Base, i: number): string =>
  article.reading.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0);

/** "Foreign [Name]" is no title, "Minister [Name]" is. */
const isSingleTitle = (document: Base, token: number): boolean =>
  !/^(?:foreign|interior|defen[cs]e|prime|deputy|former|first|crown|democrat|republican|ex|special)$/u.test(
    lowerAt(document.tokens, token),
  );

/** "Store chains [Name] and [Name]": the plural before the first name of a list is said of all. */
function sharedNouns(document: Base, first: number): number[] {
  const above = headOf(document, first);
  const beside = childrenOf(document, first).filter((child) => child < first);
  if (above < first && /^(?:appos|flat|nmod:desc)$/u.test(relationOf(document, first))) beside.push(above);
  return beside.filter((noun) => isCommonNoun(document, noun) && isPlural(document, noun));
}

/** "Was found in [Name]"; not "believes in [Name]". */
const isWhere = (document: Base, head: number): boolean =>
  relationOf(document, head) === 'obl' &&
  !/^(?:believe|trust|interest|confide|invest|involve|rest|see|result)$/u.test(
    lemmaAt(document.tokens, document.tags, headOf(document, head)),
  );

/** "Sky producer [Name]" of a person. */
const isTrade = (document: Base, noun: number, type: NameMention['type']): boolean =>
  type === 'person' && TRADE.test(nounLemma(document, noun));

/** "Entered [Name] and [Name]", "shelled [Name]". */
function isTakenPlace(document: Base, firstToken: number, head: number): boolean {
  const { tokens, tags } = document;
  const before = firstToken - 1;
  if (uposAt(tags, before) === 'VERB' && ON_PLACES.test(lemmaAt(tokens, tags, before))) return true;
  const first = relationOf(document, head) === 'conj' ? headOf(document, head) : head;
  const verb = headOf(document, first);
  return (
    verb >= 0 &&
    /^(?:obj|nsubj:pass)$/u.test(relationOf(document, first)) &&
    ON_PLACES.test(lemmaAt(tokens, tags, verb))
  );
}

const isCommonNoun = (document: Base, token: number): boolean =>
  (uposAt(document.tags, token) === 'NOUN' && /^\p{Ll}/u.test(formOf(document, token))) ||
  // "The daily [Name]": an adjective by its form.
  /^(?:daily|weekly)$/u.test(lowerAt(document.tokens, token));

/** The noun and the name are one phrase, not neighbours by chance. */
const belongs = (document: Base, noun: number, head: number): boolean =>
  headOf(document, noun) === head ||
  headOf(document, head) === noun ||
  headOf(document, noun) === headOf(document, head);

const isPlaceNoun = (document: Base, token: number): boolean => PLACE_NOUNS.has(nounLemma(document, token));

function voteOf(document: Base, noun: number): TypeVote[] {
  const lemma = nounLemma(document, noun);
  if (BODY_BESIDE.test(lemma)) return [['organization', BODY_WEIGHT]];
  if (PLACE_NOUNS.has(lemma)) return [['location', PLACE_WEIGHT]];
  return isPersonNoun(lemma) ? [['person', PERSON_WEIGHT]] : [];
}
