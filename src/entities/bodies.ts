import { formAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { foldName } from './fold.ts';
import { demonym, knownName, peopleOf } from './gazetteer/index.ts';
import { nounLemma, textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import type { AnyName } from './tails.ts';
import { isPersonNoun } from './lexicon/index.ts';
import { STATE_BODIES, TITLES } from './words.ts';

interface Adjective {
  readonly firstToken: number;
  readonly endToken: number;
  readonly country: string;
}

/** The adjective of a country at a token: of one word or two ("Sri Lankan"). */
export function demonymAt(document: Base, token: number): Adjective | null {
  for (const length of [2, 1]) {
    const endToken = token + length;
    if (document.tokens.sentence[endToken - 1] !== document.tokens.sentence[token]) continue;
    const found = demonym(textOf(document, token, endToken));
    if (found && !found.people && !found.person)
      return { firstToken: token, endToken, country: found.country };
  }
  return null;
}

/** Words that may stand between the adjective and the body: "Turkish air force", "Iraqi federal police". */
const MAX_BETWEEN = 2;

/**
 * Bodies of a state by the adjective of its country: "Turkish military", "Sri Lankan army". Names that were found inside such a phrase
 * give way to it.
 */
export function withBodies(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const bodies: NameSpan[] = [];
  for (let i = 0; i < document.tokens.length; i++) {
    const owner = demonymAt(document, i)?.endToken ?? countryEnd(document, i);
    const endToken = owner === null ? agencyEnd(document, i) : bodyEnd(document, owner);
    if (endToken) bodies.push({ firstToken: i, endToken, type: 'organization' });
  }
  const free = names.filter(
    (name) => !bodies.some((body) => name.firstToken < body.endToken && body.firstToken < name.endToken),
  );
  const fuller = bodies.filter((body) => !names.some((name) => covers(name, body)));
  const kept = names.filter((name) => bodies.some((body) => covers(name, body)));
  return [...new Set([...free, ...kept, ...fuller])].sort((a, b) => a.firstToken - b.firstToken);
}

/** "U.S." in "U.S. special operations forces": end of a country's name that stands as a modifier. */
function countryEnd(document: Base, token: number): number | null {
  for (const endToken of [token + 2, token + 1]) {
    if (document.tokens.sentence[endToken - 1] !== document.tokens.sentence[token]) continue;
    const text = textOf(document, token, endToken);
    if (/^\p{Lu}/u.test(text) && knownName(foldName(text), text)?.kind === 'country') return endToken;
  }
  return null;
}

const AGENCY =
  /^(?:agency|tribunal|court|mission|watchdog|commission|committee|panel|force|programme|program|secretariat|inspectorate)$/u;
const DETERMINED = /^(?:the|its|this|of|for|by|with|and)$/u;

/** "The U.N. refugee agency", "the EU police mission": end of a body of one that states make up, exclusive, or null. */
function agencyEnd(document: Base, token: number): number | null {
  const { tokens, tags } = document;
  const text = textOf(document, token, token + 1);
  if (
    !DETERMINED.test(lowerAt(tokens, token - 1)) ||
    knownName(foldName(text), text)?.kind !== 'international'
  )
    return null;
  for (let i = token + 1; i <= token + 1 + MAX_BETWEEN; i++) {
    if (tokens.sentence[i] !== tokens.sentence[token] || !/^\p{Ll}/u.test(formAt(tokens, i))) return null;
    const agency = AGENCY.test(lowerAt(tokens, i)) && !/^(?:NOUN|PROPN)$/u.test(uposAt(tags, i + 1));
    if (agency) return i > token + 1 ? i + 1 : null;
    if (!/^(?:NOUN|ADJ|VERB)$/u.test(uposAt(tags, i))) return null;
  }
  return null;
}

const covers = (outer: AnyName, inner: AnyName): boolean =>
  outer.firstToken <= inner.firstToken && inner.endToken <= outer.endToken;

function bodyEnd(document: Base, from: number): number | null {
  const { tokens, tags } = document;
  for (let i = from; i <= from + MAX_BETWEEN; i++) {
    if (tokens.sentence[i] !== tokens.sentence[from - 1]) return null;
    // "The Turkish military chief": the tagger takes the noun for an adjective there.
    const military = lowerAt(tokens, i) === 'military' && isNounOf(document, i + 1);
    const noun = military || /^(?:NOUN|PROPN)$/u.test(uposAt(tags, i));
    if (noun && isBody(document, i, from) && !isModifier(document, i)) return i + 1;
    if (!noun && uposAt(tags, i) !== 'ADJ') return null;
  }
  return null;
}

/** What follows belongs to the phrase, and is nobody of the body: "army operation", but "army chief". */
function isModifier(document: Base, i: number): boolean {
  if (!/^(?:NOUN|PROPN)$/u.test(uposAt(document.tags, i + 1))) return false;
  return !isNounOf(document, i + 1);
}

/** Nouns for those who are of a body. */
function isNounOf(document: Base, i: number): boolean {
  const noun = nounLemma(document, i);
  return (
    isPersonNoun(noun) || TITLES.has(noun) || /^(?:spokesman|spokeswoman|spokesperson|chief)$/u.test(noun)
  );
}

/** "Forces" alone are a country's own; "special forces" are a body of it. */
function isBody(document: Base, i: number, from: number): boolean {
  if (STATE_BODIES.has(nounLemma(document, i))) return true;
  const kind = lowerAt(document.tokens, i - 1);
  return (
    i > from &&
    /^forces?$/u.test(lowerAt(document.tokens, i)) &&
    /^(?:special|operations|armed|security|defen[cs]e|air)$/u.test(kind)
  );
}

/**
 * Faiths, peoples and nationalities in the plural: "Muslims", "Kurds", "New Yorkers", "the British", "the Norwegian people". What a
 * longer name holds is left to it.
 */
export function withPeoples(document: Base, names: readonly AnyName[]): AnyName[] {
  const inside = new Set<number>();
  const kept = names.filter(({ firstToken, endToken, type }) => {
    const people = type !== 'person' && peopleEnd(document, firstToken) === endToken;
    if (!people) for (let i = firstToken; i < endToken; i++) inside.add(i);
    return !people;
  });
  const found: AnyName[] = [];
  for (let i = 0; i < document.tokens.length; i++) {
    const endToken = inside.has(i) ? null : peopleEnd(document, i);
    if (endToken === null || inside.has(endToken - 1)) continue;
    found.push({ firstToken: i, endToken, type: 'group' });
    i = endToken - 1;
  }
  return [...kept, ...found].sort((a, b) => a.firstToken - b.firstToken || a.endToken - b.endToken);
}

/** End of the people that a token begins, exclusive, or null. */
function peopleEnd(document: Base, token: number): number | null {
  const { tokens, tags } = document;
  if (!/^\p{Lu}\p{Ll}/u.test(formAt(tokens, token))) return null;
  const sentence = tokens.sentence[token];
  for (const endToken of [token + 3, token + 2, token + 1]) {
    const last = endToken - 1;
    if (tokens.sentence[last] !== sentence || lowerAt(tokens, endToken) === '-') continue;
    const text = textOf(document, token, endToken);
    const noun = /^(?:NOUN|PROPN)$/u.test(uposAt(tags, last));
    if (noun && (peopleOf(text)?.plural === true || demonym(text)?.people === true)) return endToken;
  }
  const adjective = lowerAt(tokens, token - 1) === 'the' ? demonymAt(document, token)?.endToken : undefined;
  if (adjective === undefined) return null;
  if (/^peoples?$/u.test(lowerAt(tokens, adjective)) && tokens.sentence[adjective] === sentence)
    return adjective + 1;
  return isCollective(document, token, adjective) ? adjective : null;
}

/** "The British left", "by the Dutch.": an adjective that has no plural of its own, with no noun behind it. */
function isCollective({ tokens, tags }: Base, token: number, end: number): boolean {
  const next = uposAt(tags, end);
  const closed =
    tokens.sentence[end] !== tokens.sentence[token] ||
    /^(?:VERB|AUX)$/u.test(next) ||
    /^[.,;?!]$/u.test(lowerAt(tokens, end));
  return closed && end === token + 1 && /(?:ish|ch|ese|ss)$/u.test(lowerAt(tokens, token));
}

/** In tokens; commas count. */
const LONGEST = 9;
/** Kinds of single words that are names wherever they stand with a capital. */
const SURE_KINDS: ReadonlySet<string> = new Set([
  'country',
  'armed-group',
  'international',
  'government-body',
]);

/** Kinds of single words that are names with a capital inside a sentence. */
const BRAND_KINDS: ReadonlySet<string> = new Set(['company', 'media', 'ngo', 'party', 'city']);

/**
 * Names the gazetteer knows that were not found in the text, or found in parts only ("[Islamic State of Iraq] and the [Levant]"): of
 * several words, or a word that is nothing but a name.
 */
export function withKnown(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const found: NameSpan[] = [];
  const taken = new Set<number>();
  const nameAt = new Map<number, NameSpan>();
  for (const name of names) for (const token of tokensOf(name)) nameAt.set(token, name);
  for (let i = 0; i < document.tokens.length; i++) {
    const span = knownAt(document, i, nameAt);
    if (!span) continue;
    found.push(span);
    for (const token of tokensOf(span)) taken.add(token);
    i = span.endToken - 1;
  }
  const left = names.filter((name) => !tokensOf(name).some((token) => taken.has(token)));
  return [...left, ...found].sort((a, b) => a.firstToken - b.firstToken);
}

const tokensOf = ({ firstToken, endToken }: NameSpan): number[] =>
  Array.from({ length: endToken - firstToken }, (_, i) => firstToken + i);

/** Among words in capitals, capitals show nothing. */
export function isShouted({ tokens }: Base, i: number): boolean {
  const beside = [i - 1, i + 1].filter((at) => tokens.sentence[at] === tokens.sentence[i]);
  return beside.some((at) => /^\p{Lu}{2,}$/u.test(formAt(tokens, at)));
}

/** The longest known name from a token on that no name found runs across or holds. */
function knownAt(document: Base, first: number, nameAt: ReadonlyMap<number, NameSpan>): NameSpan | null {
  const { tokens, tags } = document;
  // "10 Downing Street".
  if (!/^[\p{Lu}\d]/u.test(formAt(tokens, first))) return null;
  for (let length = LONGEST; length > 0; length--) {
    const endToken = first + length;
    if (tokens.sentence[endToken - 1] !== tokens.sentence[first]) continue;
    if (!/^\p{Lu}/u.test(formAt(tokens, endToken - 1))) continue;
    const beside = tokensOf({ firstToken: first, endToken, type: 'person' }).flatMap(
      (i) => nameAt.get(i) ?? [],
    );
    if (beside.some((name) => name.firstToken < first || name.endToken > endToken)) continue;
    if (beside.some((name) => name.endToken - name.firstToken === length)) continue;
    const text = textOf(document, first, endToken);
    const known = knownName(foldName(text), text);
    if (!known || known.personal || known.type === 'person' || known.type === 'event') continue;
    const opens = document.sentences.firstToken[tokens.sentence[first] ?? 0] === first;
    const brand = BRAND_KINDS.has(known.kind) && !opens;
    // Initials are a name whatever they are tagged as, where their spelling is known: "UPS".
    const initials =
      known.caseSensitive &&
      /^\p{Lu}{2,}$/u.test(text) &&
      !isShouted(document, first) &&
      // "It IS true": a word that is stressed.
      /^(?:NOUN|PROPN|ADJ|X)$/u.test(uposAt(tags, first));
    const sure =
      length > 1 || initials || ((SURE_KINDS.has(known.kind) || brand) && uposAt(tags, first) === 'PROPN');
    if (sure) return { firstToken: first, endToken, type: known.type };
  }
  return null;
}
