import { formAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { foldName } from './fold.ts';
import { knownName } from './gazetteer/index.ts';
import {
  cutBrackets,
  cutCommon,
  cutKind,
  cutOpening,
  cutPartyTag,
  cutTitle,
  isOpening,
  withOrdinal,
} from './part-cuts.ts';
import { joinCases, joinInsertions, joinPurposes, joinTails } from './part-joins.ts';
import { isCapital, isHyphen, wordsOf } from './part-words.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { BODY_HEADS, ORGANIZATION_TAILS } from './words.ts';

/**
 * Names that the reader cut or joined wrongly: two names taken for one ("Norway Ada Holm"), one taken for two ("League" for the
 * "Defence of Rights"), hyphens within.
 *
 * @param names Sorted, not overlapping; so is the result.
 */
export function mendParts(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const alone = new Set(names.map((name) => foldName(wordsOf(document, name))));
  const apart = names
    .filter((name) => isCapital(document, name.firstToken) || /\p{Lu}/u.test(wordsOf(document, name)))
    .filter((name) => !isOpening(document, name))
    .map((name) => cutOpening(document, name))
    .map((name) => cutBrackets(document, name))
    .map((name) => cutTitle(document, name))
    .map((name) => cutCommon(document, name))
    .map((name) => cutKind(document, name))
    .map((name) => cutPartyTag(document, name))
    .map((name) => withOrdinal(document, name))
    .flatMap((name) => splitPartisan(document, name))
    .flatMap((name) => splitHyphens(document, name))
    .flatMap((name) => splitPlace(document, name, alone))
    .map((name) => cutOwner(document, name, alone))
    .map((name) => withKin(document, name));
  return joinPurposes(document, joinCases(document, joinTails(document, joinInsertions(document, apart))));
}

/** "[Texas] [Democrat] Ada Holm": the place and the party of somebody. */
function splitPartisan(document: Base, name: NameSpan): NameSpan[] {
  const last = name.endToken - 1;
  if (last === name.firstToken || !/^(?:democrats?|republicans?)$/u.test(lowerAt(document.tokens, last)))
    return [name];
  const place = { ...name, endToken: last, type: 'location' } as const;
  const text = wordsOf(document, place);
  const known = knownName(foldName(text), text)?.type === 'location';
  return known ? [place, { firstToken: last, endToken: name.endToken, type: 'organization' }] : [name];
}

/** "Norway-Sweden", "PKK-YPG": two names that are known each by itself, with a hyphen between. */
function splitHyphens(document: Base, name: NameSpan): NameSpan[] {
  const at = name.firstToken + 1;
  if (!isHyphen(document, at) || name.endToken - name.firstToken !== 3) return [name];
  const parts = [name.firstToken, at + 1].map((first): NameSpan | null => {
    const text = textOf(document, first, first + 1);
    const known = knownName(foldName(text), text);
    return known && known.type !== 'event'
      ? { firstToken: first, endToken: first + 1, type: known.type }
      : null;
  });
  const [a, b] = parts;
  // "Islamabad-Lahore", but "Al-Qaeda" and "Guinea-Bissau" are one name.
  return a && b && !knownName(foldName(wordsOf(document, name)), wordsOf(document, name)) ? [a, b] : [name];
}

/** "Norway Ada Holm", as in "the envoy to Norway Ada Holm": a place or body known or named by itself, and a person. */
function splitPlace(document: Base, name: NameSpan, alone: ReadonlySet<string>): NameSpan[] {
  if (name.type !== 'person') return [name];
  for (let cut = name.endToken - 2; cut > name.firstToken; cut--) {
    if (!isCapital(document, cut)) continue;
    const text = textOf(document, name.firstToken, cut);
    const folded = foldName(text);
    const known = knownName(folded, text);
    const rest: NameSpan = { ...name, firstToken: cut };
    if (known && known.type !== 'person' && known.type !== 'event' && !known.personal)
      return [{ firstToken: name.firstToken, endToken: cut, type: known.type }, rest];
    if (alone.has(foldName(wordsOf(document, rest))) && alone.has(folded)) return [rest];
  }
  return [name];
}

/** Where the name of a company ends: "Norsk Air Ltd. [of Norway]". */
const COMPANY_TAIL = /^(?:ltd|inc|co|corp|llc|plc|gmbh|ag|s\.a|limited|incorporated|industries)\.?$/u;

/** "Norsk Air of Norway" beside "Norsk Air", "Ada Holm of Norway": the place says where it is from. */
function cutOwner(document: Base, name: NameSpan, alone: ReadonlySet<string>): NameSpan {
  const { tokens } = document;
  for (let of = name.endToken - 2; of > name.firstToken; of--) {
    if (lowerAt(tokens, of) !== 'of') continue;
    const place = textOf(document, of + 1, name.endToken);
    if (name.type === 'organization' && isStateNext(document, name.endToken))
      return { ...name, endToken: of };
    if (knownName(foldName(place), place)?.type !== 'location') return name;
    const before = { ...name, endToken: of };
    const head = lowerAt(tokens, of - 1);
    if (alone.has(foldName(wordsOf(document, before))) || COMPANY_TAIL.test(head)) return before;
    const personal = name.type !== 'location' && (of - name.firstToken === 2 || name.type === 'person');
    const proper = uposAt(document.tags, of - 1) === 'PROPN' && !BODY_HEADS.has(head) && !isAnyNoun(head);
    return personal && proper && !ORGANIZATION_TAILS.has(head) ? before : name;
  }
  return name;
}

/** "Norsk Glass of Bergen, Ohio": a state behind the name shows that it ends in a town. */
function isStateNext({ tokens }: Base, end: number): boolean {
  if (lowerAt(tokens, end) !== ',') return false;
  const text = formAt(tokens, end + 1);
  const known = knownName(foldName(text), text);
  return /^\p{Lu}[\p{L}.]{1,4}\.$/u.test(text) || known?.kind === 'region';
}

const KIN =
  /^(?:sons|daughters|brothers|sisters|children|soldiers|guardians|lions|knights|friends|voices|army|vanguard|defenders|martyrs|hands)$/u;

/** "Sons of the [Delta]": bodies that call themselves so, with a capital inside a sentence or behind an article. */
function withKin({ tokens, sentences }: Base, name: NameSpan): NameSpan {
  let at = name.firstToken - 1;
  if (lowerAt(tokens, at) === 'the') at--;
  const noun = at - 1;
  const inside = tokens.sentence[noun] === tokens.sentence[name.firstToken];
  const kin =
    lowerAt(tokens, at) === 'of' && KIN.test(lowerAt(tokens, noun)) && /^\p{Lu}/u.test(formAt(tokens, noun));
  const opens = sentences.firstToken[tokens.sentence[noun] ?? 0] === noun;
  return kin && inside && !opens ? { ...name, firstToken: noun, type: 'organization' } : name;
}

/** Common nouns that names of bodies and places are made of, besides those that head them. */
const isAnyNoun = (word: string): boolean =>
  /^(?:republic|kingdom|state|states|islands?|gulf|bay|sea|strait|republics|emirates|people|peoples|rights|affairs|order|tribes?|nation|district|county|province|region|city|reserve|command|chamber|times|forces?|army|navy|guards?|police)$/u.test(
    word,
  );
