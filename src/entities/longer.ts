import { formAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { demonymAt } from './bodies.ts';
import { foldName } from './fold.ts';
import { demonym, knownName } from './gazetteer/index.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { TIME_NOUNS, TITLES } from './words.ts';

/** Bodies of which most countries have one of their own: their names end in the country's. */
const NATIONAL =
  /^(?:party|bank|university|institute|association|federation|union|front|league|confederation|movement|society|academy|church|congress|tigers|alliance|organi[sz]ation)$/u;
/** Bodies of which most countries have one, named with the country's adjective in front. */
const SOCIETIES = /^(?:red cross|red crescent|scouts|football federation|olympic committee)$/u;

/**
 * Names that go on beyond what was read, or not so far: initials in front ("[K.R.] Holm"), the country of a party or bank ("Socialist Party
 * [of Norway]", "[Norwegian] Red Cross"), a title behind "of" that begins the next name.
 *
 * @param names Sorted, not overlapping; so is the result.
 */
export function withLonger(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const mended: NameSpan[] = [];
  for (const [i, name] of names.entries()) {
    const before = mended.at(-1);
    if (before && isOfCountry(document, before, name)) {
      mended[mended.length - 1] = { ...before, endToken: name.endToken };
      continue;
    }
    const limit = before?.endToken ?? 0;
    const cut = cutLower(document, cutTitle(document, name, names[i + 1]));
    mended.push(
      withGiven(document, withInitials(document, withAdjective(document, cut, limit), limit), limit),
    );
  }
  return mended;
}

/** "Socialist Party of [Norway]": capitalised, and of a country. */
function isOfCountry(document: Base, body: NameSpan, place: NameSpan): boolean {
  const { tokens } = document;
  const linked =
    body.type === 'organization' &&
    body.endToken - body.firstToken > 1 &&
    place.firstToken === body.endToken + 1 &&
    lowerAt(tokens, body.endToken) === 'of' &&
    tokens.sentence[body.firstToken] === tokens.sentence[place.firstToken];
  if (!linked || !/^\p{Lu}/u.test(formAt(tokens, body.endToken - 1))) return false;
  if (!NATIONAL.test(lowerAt(tokens, body.endToken - 1))) return false;
  const text = textOf(document, place.firstToken, place.endToken);
  return knownName(foldName(text), text)?.kind === 'country';
}

/** "K.R. [Holm]", "S. P. [Holm]". */
function withInitials({ tokens }: Base, name: NameSpan, limit: number): NameSpan {
  if (name.type !== 'person') return name;
  let { firstToken } = name;
  while (
    firstToken > limit &&
    tokens.sentence[firstToken - 1] === tokens.sentence[name.firstToken] &&
    /^(?:\p{Lu}\.){1,4}$/u.test(formAt(tokens, firstToken - 1))
  )
    firstToken--;
  // "The U.S. [Holm]": initials of a country.
  const country = /^(?:u\.s\.|u\.k\.|u\.n\.|e\.u\.)$/u.test(lowerAt(tokens, firstToken));
  return country ? name : { ...name, firstToken };
}

/** "Killed Aury [Sara], the head of": a name alone with its capital before it, inside a sentence. */
function withGiven({ tokens, tags, sentences }: Base, name: NameSpan, limit: number): NameSpan {
  const before = name.firstToken - 1;
  const form = formAt(tokens, before);
  const given =
    name.type === 'person' &&
    name.endToken - name.firstToken === 1 &&
    before >= limit &&
    before > (sentences.firstToken[tokens.sentence[name.firstToken] ?? 0] ?? 0) &&
    /^\p{Lu}\p{Ll}{2,}$/u.test(form) &&
    uposAt(tags, before) === 'PROPN' &&
    /^(?:\p{Ll}|[,“"])/u.test(formAt(tokens, before - 1)) &&
    !TITLES.has(form.toLowerCase()) &&
    !TIME_NOUNS.has(form.toLowerCase()) &&
    demonym(form) === null &&
    knownName(foldName(form), form) === null;
  return given ? { ...name, firstToken: before } : name;
}

/** "The royalist [Rastriya Party]": an adjective without a capital is no part of a body's name. */
function cutLower({ tokens, tags }: Base, name: NameSpan): NameSpan {
  const { firstToken, endToken } = name;
  const lower =
    name.type === 'organization' &&
    endToken - firstToken > 2 &&
    /^\p{Ll}{5,}$/u.test(formAt(tokens, firstToken)) &&
    uposAt(tags, firstToken) === 'ADJ' &&
    /^\p{Lu}/u.test(formAt(tokens, firstToken + 1));
  return lower ? { ...name, firstToken: firstToken + 1 } : name;
}

/** "Norwegian [Red Cross]". */
function withAdjective(document: Base, name: NameSpan, limit: number): NameSpan {
  if (!SOCIETIES.test(foldName(textOf(document, name.firstToken, name.endToken)))) return name;
  for (const first of [name.firstToken - 2, name.firstToken - 1])
    if (first >= limit && demonymAt(document, first)?.endToken === name.firstToken)
      return { ...name, firstToken: first };
  return name;
}

/** "[Awami League] of Sheikh [Ada Holm]": the title is the next name's. */
function cutTitle({ tokens }: Base, name: NameSpan, next: NameSpan | undefined): NameSpan {
  const last = name.endToken - 1;
  const title =
    last - name.firstToken > 1 &&
    lowerAt(tokens, last - 1) === 'of' &&
    TITLES.has(lowerAt(tokens, last)) &&
    next?.type === 'person' &&
    next.firstToken === name.endToken &&
    tokens.sentence[name.endToken] === tokens.sentence[last];
  return title ? { ...name, endToken: last - 1 } : name;
}
