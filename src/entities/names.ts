import { formAt, lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { bracketedAcronym, spokenAcronym } from './acronyms.ts';
import { withDefined } from './defined.ts';
import { displayName, foldName } from './fold.ts';
import { withKinds } from './kinds.ts';
import { withLonger } from './longer.ts';
import { withNumbered } from './numbered.ts';
import { withActors } from './actors.ts';
import { withCauses } from './causes.ts';
import { withAgain } from './again.ts';
import { withChambers } from './chambers.ts';
import { withGovernments } from './governments.ts';
import { withHeaders } from './headers.ts';
import { joinHyphens, withHyphenNames } from './hyphens.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { demonymAt, withBodies, withKnown, withPeoples } from './bodies.ts';
import { knownName } from './gazetteer/index.ts';
import type { KnownEntity } from './gazetteer/index.ts';
import { withParties } from './parties.ts';
import { partyOf } from './same-name.ts';
import { withSites } from './sites.ts';
import { mendParts } from './parts.ts';
import { mendSpans } from './spans.ts';
import { caseOf, headOf, headWithin, relationOf } from './syntax.ts';
import { withSpeakers } from './speakers.ts';
import { withHeads } from './heads.ts';
import { withHouses } from './houses.ts';
import { withTowns } from './towns.ts';
import { withTails } from './tails.ts';
import type { AnyName, NamedType } from './tails.ts';
import { TITLES } from './words.ts';

/** A name in the text, cleaned of titles, with its folded spelling. */
export interface NameMention {
  readonly firstToken: number;
  readonly endToken: number;
  readonly type: NamedType;
  /** What the gazetteer says the name is, where it knows it. */
  readonly known: KnownEntity | null;
  readonly name: string;
  readonly folded: string;
}

/**
 * The names of a document as mentions of things: joined where a hyphen or a bracketed acronym shows that two are one, titles cut
 * off. Names in credits and site furniture, and places in datelines, stand beside the story and are left out.
 */
export function nameMentions(document: Base): NameMention[] {
  const known = withKnown(
    document,
    withHyphenNames(
      document,
      withCauses(
        document,
        document.names.filter((name) => !isAdjective(document, name)),
      ),
    ),
  );
  const read = withTowns(document, withActors(document, withSpeakers(document, known)));
  const whole = mendSpans(document, read)
    .filter(({ firstToken }) => isStory(document, firstToken) && !inDateline(document, firstToken))
    .map((span) => joinHyphens(document, span))
    .filter((span, i, all) => span.firstToken >= (all[i - 1]?.endToken ?? 0));
  const names = withDefined(
    document,
    withHeaders(document, withLonger(document, mendParts(document, whole))),
  );
  const acronyms = names.flatMap((name) => unnamedAcronym(document, name, names) ?? []);
  names.push(...acronyms);
  names.sort((a, b) => a.firstToken - b.firstToken);
  const stripped = joinLongNames(document, names).flatMap((span) => stripTitles(document, span) ?? []);
  const sited = withNumbered(
    document,
    withKinds(document, withTails(document, withSites(document, withBodies(document, stripped)))),
  );
  const bodied = withGovernments(
    document,
    withHeads(document, withHouses(document, withAgain(document, sited))),
  );
  return withPeoples(document, withParties(document, withChambers(document, bodied)))
    .map((span) => describeName(document, span))
    .filter(({ folded }) => /[\p{L}\p{N}]/u.test(folded) && !/^(?:god|allah|satan)$/u.test(folded));
}

/** "Ugandan troops": the adjective of a country before a noun is no name, whatever it was read for. */
const isAdjective = (document: Base, { firstToken, endToken }: NameSpan): boolean =>
  demonymAt(document, firstToken)?.endToken === endToken &&
  document.tokens.sentence[endToken] === document.tokens.sentence[firstToken] &&
  /^(?:NOUN|ADJ|PROPN)$/u.test(uposAt(document.tags, endToken)) &&
  (/^\p{Ll}/u.test(formAt(document.tokens, endToken)) || TITLES.has(lowerAt(document.tokens, endToken)));

function describeName(document: Base, { firstToken, endToken, type }: AnyName): NameMention {
  const text = textOf(document, firstToken, endToken);
  const name = displayName(text);
  const folded = foldName(name);
  // Some names are known with their article only ("The Guardian").
  const article = /^(?:the|a)$/iu.test(lowerAt(document.tokens, firstToken - 1));
  const raw = article ? textOf(document, firstToken - 1, endToken) : text;
  const known = /^(?:group|policy)$/u.test(type) ? null : (knownName(folded, raw) ?? knownBeforePlace(text));
  const told = toldType(document, { firstToken, endToken, type }, folded);
  return { firstToken, endToken, type: known ? typeOf(known, type) : told, name, folded, known };
}

function toldType(document: Base, { firstToken, endToken, type }: AnyName, folded: string): NamedType {
  if (type !== 'person') return type;
  if (partyOf(folded) !== null) return 'organization';
  return isPlace(document, firstToken, endToken) ? 'location' : type;
}

/** "Revolutionary Guard Corps of Iran" for what is known without its place. */
function knownBeforePlace(text: string): KnownEntity | null {
  const [, name, place] = /^(.+ .+) of (?:the )?(\p{Lu}[^,]*)$/u.exec(text) ?? [];
  if (name === undefined || place === undefined) return null;
  const known = knownName(foldName(name), name);
  return known?.type === 'organization' && knownName(foldName(place), place)?.type === 'location'
    ? known
    : null;
}

/** One word behind "at" or "near" that says where something is done is no person. */
function isPlace(document: Base, firstToken: number, endToken: number): boolean {
  if (endToken - firstToken > 1) return false;
  const head = headWithin(document, firstToken, endToken);
  return (
    /^(?:at|near|outside)$/u.test(caseOf(document, head)) &&
    relationOf(document, head) === 'obl' &&
    !isGaze(document, head)
  );
}

/** "shouted at [Name]": the verb aims at somebody. */
const isGaze = (document: Base, head: number): boolean =>
  /^(?:look|laugh|shout|yell|scream|point|stare|smile|fire|shoot|aim|throw|hit|lash|swing|wave|gaze)$/u.test(
    lemmaAt(document.tokens, document.tags, headOf(document, head)),
  );

/** A name that people bear too ("Jordan") is what the text says it is; of any other the gazetteer knows better. */
const typeOf = (known: KnownEntity, type: NamedType): NamedType =>
  known.personal && type === 'person' ? 'person' : known.type;

export function isStory({ passages, sentences, tokens }: Base, token: number): boolean {
  const kind = passages[sentences.passage[tokens.sentence[token] ?? 0] ?? 0]?.kind;
  return kind !== 'credit' && kind !== 'boilerplate' && kind !== 'code';
}

/** "ANKARA:" says where a report was written, in capitals; it is no name of the place in the story. */
const inDateline = ({ passages, sentences, tokens }: Base, token: number): boolean =>
  passages[sentences.passage[tokens.sentence[token] ?? 0] ?? 0]?.kind === 'dateline' &&
  !/\p{Ll}/u.test(formAt(tokens, token));

const LINKS = new Set(['in', 'of', 'for', 'the', 'and', 'de', 'du', 'la']);

/** The acronym in brackets behind a name, where it was not found as a name itself. */
function unnamedAcronym(
  document: Base,
  { firstToken, endToken, type }: NameSpan,
  names: readonly NameSpan[],
): NameSpan | null {
  const whole = textOf(document, firstToken, endToken);
  const bracket =
    type === 'person'
      ? null
      : (bracketedAcronym(document, endToken) ?? spokenAcronym(document, endToken, whole));
  if (!bracket || names.some((name) => name.firstToken < bracket.end && bracket.first < name.endToken))
    return null;
  return { firstToken: bracket.first, endToken: bracket.end, type };
}

/** "[Islamic State] in [Khorasan Province] (ISIS-K)": the acronym begins with the first part's letter, so the parts are one name. */
function joinLongNames(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const { tokens } = document;
  const joined: NameSpan[] = [];
  for (let i = 0; i < names.length; i++) {
    const first = names[i] as NameSpan;
    let end = i;
    while (
      end < i + 3 &&
      end + 1 < names.length &&
      linked(document, names[end] as NameSpan, names[end + 1] as NameSpan)
    )
      end++;
    let span = first;
    for (let last = end; last > i; last--) {
      const { endToken } = names[last] as NameSpan;
      const acronym = bracketedAcronym(document, endToken);
      const initial = lowerAt(tokens, first.firstToken).charAt(0);
      if (!acronym || acronym.text.charAt(0).toLowerCase() !== initial) continue;
      span = {
        firstToken: first.firstToken,
        endToken,
        type: first.type === 'location' ? 'organization' : first.type,
      };
      i = last;
      break;
    }
    joined.push(span);
  }
  return joined;
}

function linked({ tokens }: Base, a: NameSpan, b: NameSpan): boolean {
  if (tokens.sentence[a.firstToken] !== tokens.sentence[b.firstToken]) return false;
  const gap = b.firstToken - a.endToken;
  if (gap < 1 || gap > 2) return false;
  for (let i = a.endToken; i < b.firstToken; i++) if (!LINKS.has(lowerAt(tokens, i))) return false;
  return true;
}

/** Null where nothing but titles is left ("the Prime Minister"). */
function stripTitles({ tokens }: Base, span: NameSpan): NameSpan | null {
  let first = span.firstToken;
  const title = (i: number): boolean => TITLES.has(lowerAt(tokens, i).replace(/\.$/u, ''));
  // "Archbishop of [Lund]": an office, and the place it is held in.
  if (title(first) && lowerAt(tokens, first + 1) === 'of' && span.endToken - first > 2)
    return { firstToken: first + 2, endToken: span.endToken, type: 'location' };
  if (span.type !== 'organization') while (first < span.endToken - 1 && title(first)) first++;
  while (first < span.endToken - 1 && /^(?:the|a|an|[-'"“”‘’.])$/u.test(lowerAt(tokens, first))) first++;
  return span.endToken - first === 1 && title(first) ? null : { ...span, firstToken: first };
}
