import type { Reading } from './reading.ts';
import type { DocumentView } from './view.ts';

const MAX_LEAD_IN = 7;
const MAX_WALK = 40;

/** Prepositions after which a noun phrase is no subject. Subordinators ("after", "while") are none. */
const PREPOSITIONS = new Set(
  (
    'of in on at by from to for with against near into onto over through between inside outside across under among amid about ' +
    'around toward towards within without upon during despite via per like unlike including behind beyond beside besides ' +
    'alongside along off'
  ).split(' '),
);

const CLAUSE_WORDS = new Set('which who whom whose that where when while what how why'.split(' '));
const POSSESSIVES = new Set("'s ' its his her their our my your".split(' '));

/** "'s" and possessive pronouns. */
export const isPossessive = (view: DocumentView, token: number): boolean => POSSESSIVES.has(view.word(token));

/** Whether a token can stand before the name in one noun phrase: "the", "the militant group", "two deadly". */
export function isLeadIn(view: DocumentView, token: number, first: boolean): boolean {
  if (isPossessive(view, token)) return !first || view.pos(token) !== 'PART';
  if (CLAUSE_WORDS.has(view.word(token)) || PREPOSITIONS.has(view.word(token))) return false;
  switch (view.pos(token)) {
    case 'DET':
    case 'ADJ':
    case 'NUM':
    case 'NOUN':
    case 'PROPN':
      return true;
    case 'VERB':
      return !first && /^VB[NG]$/u.test(view.tag(token));
    case 'ADV':
      return !first;
    case 'PUNCT':
      return (view.word(token) === '-' && !first) || /^["“‘`]{1,2}$/u.test(view.word(token));
    default:
      return false;
  }
}

/** The last token at which the mention of an argument may start, when the argument starts at `token`. */
export function leadInEnd(view: DocumentView, token: number, sentenceEnd: number): number {
  let last = token;
  while (last < sentenceEnd - 1 && last - token < MAX_LEAD_IN && isLeadIn(view, last, last === token)) last++;
  return last;
}

/** Whether a mention can have words before it in its noun phrase: a pronoun can't, and "the" in a mention ends the phrase. */
export function startsAfterLeadIn(view: DocumentView, token: number, mention: number): boolean {
  const { firstToken, kind } = view.document.mentions[mention]!;
  if (firstToken === token) return true;
  if (kind === 'pronoun') return false;
  const before = view.pos(firstToken - 1);
  return view.pos(firstToken) !== 'DET' || before === 'DET' || before === 'PUNCT';
}

/** Whether a preposition governs the noun phrase that holds `token`: "Kabul" in "fighters in Kabul", or in "of Herat and Kabul". */
export function isGoverned(view: DocumentView, token: number, sentenceStart: number): boolean {
  let at = token - 1;
  for (let walked = 0; at >= sentenceStart && walked < MAX_WALK; walked++) {
    const listed = isListLink(view, at) ? view.mentionsUntil(at)[0] : undefined;
    if (listed !== undefined) at = view.document.mentions[listed]!.firstToken - 1;
    else if (isLeadIn(view, at, false) && !endsName(view, at)) at--;
    else if (isExampleLink(view, at)) at--;
    else return PREPOSITIONS.has(view.word(at));
  }
  return false;
}

const isListLink = (view: DocumentView, token: number): boolean => {
  const word = view.word(token);
  return word === 'and' || word === 'or' || word === '&';
};

/** "groups like X", "parties such as X", "rebels including X": X stands where the group stands. */
const isExampleLink = (view: DocumentView, token: number): boolean => {
  const word = view.word(token);
  if (word === 'such') return view.word(token + 1) === 'as';
  if (token === 0) return false;
  const group = word === 'as' ? view.word(token - 1) === 'such' : view.pos(token - 1) === 'NOUN';
  return group && ['as', 'like', 'including'].includes(word);
};

/** A name right before another phrase is a phrase of its own: "In Iraq ISIS claimed". */
const endsName = (view: DocumentView, token: number): boolean =>
  view.mentionsUntil(token + 1).some((mention) => view.document.mentions[mention]!.kind === 'name');

/** Whether words that follow the mention show it to be only a part of a phrase: "Hamas" in "Hamas's leader", "Kabul airport". */
export function isOpen(view: DocumentView, reading: Reading, sentenceEnd: number): boolean {
  const next = reading.endToken;
  const listed = reading.steps.every(({ method }) => method === 'coordination');
  if (!listed || next >= sentenceEnd) return false;
  if (view.word(next) === "'s" || (view.word(next) === "'" && view.tag(next) !== "''")) return true;
  const pos = view.pos(next);
  return (pos === 'NOUN' || pos === 'PROPN') && !TIME_WORDS.has(view.word(next));
}

/** Words of time that follow a noun phrase without belonging to it. */
export const TIME_WORDS: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december today yesterday tomorrow tonight earlier later overnight'
  ).split(' '),
);
