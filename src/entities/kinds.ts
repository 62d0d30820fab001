import { formAt, lowerAt, uposAt } from '../model/index.ts';
import { demonymAt } from './bodies.ts';
import { foldName } from './fold.ts';
import { demonym, knownName, peopleOf } from './gazetteer/index.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import type { AnyName } from './tails.ts';
import { BODY_HEADS, TIME_NOUNS, TITLES } from './words.ts';

/** Nouns right before the name of a body that say what it is: "radio [Marn Um]", "rebel group [Tide]". */
const BEFORE =
  /^(?:radio|station|channel|network|broadcaster|agency|newspaper|daily|weekly|magazine|group|party|movement|militia|faction|airline|company|firm|carrier|retailer|bank|charity|union|outfit|sect|conglomerate|newswire|consultancy|think-tank)$/u;
/** The same right behind it: "the [Tide] human rights group", "the [Free Marn] party". */
const BEHIND =
  /^(?:group|party|movement|militia|faction|organi[sz]ation|sect|cult|gang|cartel|airline|newspaper|agency|network|alliance|coalition|consortium|syndicate|daily|charity)$/u;
/** Words in lower case between a name and such a noun, at most: "human rights", "news". */
const MAX_BETWEEN = 2;
/** Words of a view, a faith or a people: in "the Maoist group" the word is no name. */
const ADJECTIVE = /(?:ist|ish|ese|ic|ian|ean|al|ar|ary|ive|ani|aqi)$/u;

interface Run {
  readonly firstToken: number;
  readonly endToken: number;
}

/**
 * Bodies that were not read as names and that a noun in lower case beside them tells, and those named after whose they are ("the Miners'
 * Union").
 *
 * @param names Sorted; so is the result.
 */
export function withKinds(document: Base, names: readonly AnyName[]): AnyName[] {
  const { tokens, passages, sentences } = document;
  const covered = new Set<number>();
  for (const { firstToken, endToken } of names) for (let i = firstToken; i < endToken; i++) covered.add(i);
  const found: AnyName[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const kind = passages[sentences.passage[tokens.sentence[i] ?? 0] ?? 0]?.kind;
    if (kind !== 'prose' && kind !== 'caption') continue;
    if (covered.has(i) || !/^\p{Lu}/u.test(formAt(tokens, i))) continue;
    const owned = ownedEnd(document, i, covered);
    const run = runFrom(document, i, covered);
    const told =
      owned === null && isNamed(document, run) && (isBefore(document, i) || isBehind(document, run));
    if (owned !== null) found.push({ firstToken: i, endToken: owned, type: 'organization' });
    else if (told) found.push({ ...run, type: 'organization' });
    i = Math.max(run.endToken, owned ?? 0) - 1;
  }
  return found.length === 0
    ? [...names]
    : [...names, ...found].sort((a, b) => a.firstToken - b.firstToken || a.endToken - b.endToken);
}

/** The capitals from a token on that no name holds. */
function runFrom({ tokens }: Base, firstToken: number, covered: ReadonlySet<number>): Run {
  const sentence = tokens.sentence[firstToken];
  let endToken = firstToken + 1;
  while (
    tokens.sentence[endToken] === sentence &&
    !covered.has(endToken) &&
    /^\p{Lu}/u.test(formAt(tokens, endToken))
  )
    endToken++;
  return { firstToken, endToken };
}

/** A name, not an adjective, a title, a day or a people. */
function isNamed(document: Base, { firstToken, endToken }: Run): boolean {
  const { tokens, tags } = document;
  const last = lowerAt(tokens, endToken - 1);
  const text = textOf(document, firstToken, endToken);
  const word = formAt(tokens, endToken - 1);
  if (uposAt(tags, endToken - 1) !== 'PROPN' || /^(?:TV|US|UK|EU|UN|U\.S\.|U\.N\.)$/u.test(word))
    return false;
  if (TITLES.has(lowerAt(tokens, firstToken)) || TIME_NOUNS.has(lowerAt(tokens, firstToken))) return false;
  if (TITLES.has(last) || TIME_NOUNS.has(last) || ADJECTIVE.test(last)) return false;
  if (demonymAt(document, endToken - 1) !== null || demonym(word)?.people || peopleOf(word) !== null)
    return false;
  const known = knownName(foldName(text), text);
  return known === null || known.type === 'organization';
}

/** "Portuguese radio [Marn Um]": the noun before, in lower case. */
const isBefore = ({ tokens }: Base, first: number): boolean =>
  tokens.sentence[first - 1] === tokens.sentence[first] && BEFORE.test(formAt(tokens, first - 1));

/** "The [Tide] human rights group": behind an article or owner, with nothing but words in lower case up to the noun. */
function isBehind(document: Base, { firstToken, endToken }: Run): boolean {
  const { tokens, tags } = document;
  const sentence = tokens.sentence[firstToken];
  const before = lowerAt(tokens, firstToken - 1);
  const determined =
    /^(?:the|its|his|her|their|['’]s)$/u.test(before) ||
    (uposAt(tags, firstToken - 1) === 'ADJ' && lowerAt(tokens, firstToken - 2) === 'the');
  if (!determined || tokens.sentence[firstToken - 1] !== sentence) return false;
  if (lowerAt(tokens, endToken) === ',' && /^(?:an?|the)$/u.test(lowerAt(tokens, endToken + 1)))
    return isKindBehind(document, endToken + 2);
  for (let at = endToken; at <= endToken + MAX_BETWEEN && tokens.sentence[at] === sentence; at++) {
    const form = formAt(tokens, at);
    if (BEHIND.test(form)) return !/^(?:NOUN|PROPN)$/u.test(uposAt(tags, at + 1));
    if (!/^\p{Ll}/u.test(form) || !/^(?:NOUN|ADJ)$/u.test(uposAt(tags, at))) return false;
  }
  return false;
}

/** Words of an apposition before its noun, at most. */
const MAX_APPOSITION = 5;

/** "[Youth Agenda], a Marn lobby group": from the word behind the article on. */
function isKindBehind({ tokens, tags }: Base, from: number): boolean {
  for (let at = from; at < from + MAX_APPOSITION && tokens.sentence[at] === tokens.sentence[from]; at++) {
    const last = !/^(?:NOUN|PROPN)$/u.test(uposAt(tags, at + 1));
    if (last) return BEHIND.test(formAt(tokens, at));
    if (!/^(?:NOUN|ADJ|PROPN|PUNCT|VERB)$/u.test(uposAt(tags, at)) || lowerAt(tokens, at) === ',')
      return false;
  }
  return false;
}

/** "[National] Miners' Union": end of the body that bears its members in its name, exclusive, or null. */
function ownedEnd({ tokens }: Base, first: number, covered: ReadonlySet<number>): number | null {
  const sentence = tokens.sentence[first];
  const capital = (i: number): boolean =>
    tokens.sentence[i] === sentence && !covered.has(i) && /^\p{Lu}\p{Ll}/u.test(formAt(tokens, i));
  let at = first;
  while (capital(at) && !/^['’]$/u.test(formAt(tokens, at + 1))) at++;
  if (!capital(at) || !/s$/u.test(formAt(tokens, at))) return null;
  let end = at + 2;
  while (capital(end)) end++;
  return end > at + 2 && BODY_HEADS.has(lowerAt(tokens, end - 1)) ? end : null;
}
