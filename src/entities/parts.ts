import { formAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { foldName } from './fold.ts';
import { knownName } from './gazetteer/index.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { BODY_HEADS, ORGANIZATION_TAILS, TIME_NOUNS, TITLES } from './words.ts';

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

/** "[Jane] Doe": the given name of a person that an editor put in. */
function joinInsertions({ tokens }: Base, names: readonly NameSpan[]): NameSpan[] {
  const joined: NameSpan[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    const inserted =
      before?.type === 'person' &&
      name.type === 'person' &&
      name.firstToken === before.endToken + 1 &&
      lowerAt(tokens, before.endToken) === ']' &&
      tokens.sentence[name.firstToken] === tokens.sentence[before.firstToken];
    if (inserted) joined[joined.length - 1] = { ...before, endToken: name.endToken };
    else joined.push(name);
  }
  return joined;
}

const wordsOf = (document: Base, { firstToken, endToken }: NameSpan): string =>
  textOf(document, firstToken, endToken);

const isCapital = ({ tokens }: Base, i: number): boolean => /^\p{Lu}/u.test(formAt(tokens, i));

const isHyphen = ({ tokens }: Base, i: number): boolean => /^[-‐‑–]$/u.test(formAt(tokens, i));

const isTight = ({ tokens }: Base, i: number): boolean => tokens.end[i - 1] === tokens.start[i];

/** "Per [Name]": the word alone, before a name or article. */
const isOpening = ({ tokens, sentences }: Base, { firstToken, endToken }: NameSpan): boolean =>
  endToken - firstToken === 1 &&
  sentences.firstToken[tokens.sentence[firstToken] ?? 0] === firstToken &&
  /^(?:per|via|since|despite|amid)$/u.test(lowerAt(tokens, firstToken)) &&
  /^(?:the|an?|\p{Lu}.*)$/u.test(formAt(tokens, endToken));

/** "Since [Name]", "Per [Name]": the word that opens a sentence is no part of a name for its capital. */
function cutOpening({ tokens, tags, sentences }: Base, name: NameSpan): NameSpan {
  const opens = sentences.firstToken[tokens.sentence[name.firstToken] ?? 0] === name.firstToken;
  if (!opens || name.endToken - name.firstToken < 2) return name;
  const small =
    /^(?:since|per|after|before|when|while|although|though|if|as|at|in|on|by|for|from|with|without|both|but|and|because|according|despite|like|unlike|near|then|former|following|during|until|under)$/u;
  return small.test(lowerAt(tokens, name.firstToken)) && uposAt(tags, name.firstToken + 1) === 'PROPN'
    ? { ...name, firstToken: name.firstToken + 1 }
    : name;
}

/** "(UN) General Assembly": of a name with one bracket, what is outside or behind it. */
function cutBrackets({ tokens }: Base, name: NameSpan): NameSpan {
  let { firstToken, endToken } = name;
  let open = -1;
  for (let i = name.firstToken; i < endToken; i++) {
    const word = lowerAt(tokens, i);
    if (word === '(') open = i;
    else if (word === ')' && open < 0) firstToken = i + 1;
    else if (word === ')') open = -1;
  }
  if (open > firstToken) endToken = open;
  return firstToken < endToken ? { ...name, firstToken, endToken } : name;
}

/** "White House Press [Secretary]", "Norway Foreign [Minister]": the first word of a title is no part of the body's name. */
function cutTitle({ tokens }: Base, name: NameSpan): NameSpan {
  const last = name.endToken - 1;
  const opens =
    /^(?:press|prime|foreign|defen[cs]e|interior|finance|health|education|justice|trade|labou?r|vice|deputy|attorney|communications)$/u;
  const closes = /^(?:secretary|minister|president|general|director|chief)$/u;
  const inside =
    last > name.firstToken && tokens.sentence[name.endToken] === tokens.sentence[name.firstToken];
  const title = opens.test(lowerAt(tokens, last)) && closes.test(lowerAt(tokens, name.endToken));
  return inside && title && name.type !== 'person' ? { ...name, endToken: last } : name;
}

/** "Associated Press of bank [robbery]": what is known without its "of" and a common noun. */
function cutCommon(document: Base, name: NameSpan): NameSpan {
  const { tokens } = document;
  const of = name.endToken - 2;
  if (of <= name.firstToken || lowerAt(tokens, of) !== 'of' || isCapital(document, of + 1)) return name;
  const text = textOf(document, name.firstToken, of);
  return knownName(foldName(text), text) === null ? name : { ...name, endToken: of };
}

/** Nouns that say what the body behind them is. */
const KIND =
  /^(?:group|party|movement|militia|organi[sz]ation|airline|newspaper|daily|weekly|magazine|broadcaster|network|company|firm|agency|union|faction|outfit|carrier|giant|retailer|channel|website|charity|bank)$/u;

/** "Basque separatist group [ETA]": what the noun before says of the name is no part of it. */
function cutKind(document: Base, name: NameSpan): NameSpan {
  const { tokens } = document;
  for (let i = name.endToken - 2; i > name.firstToken; i--)
    if (KIND.test(formAt(tokens, i)) && isCapital(document, i + 1)) return { ...name, firstToken: i + 1 };
  return name;
}

/** "R-Ohio", "D-Mich.": a party's letter before the place that somebody was elected in. */
function cutPartyTag(document: Base, name: NameSpan): NameSpan {
  const { tokens } = document;
  const tag =
    /^[RDI]$/u.test(formAt(tokens, name.firstToken)) &&
    isHyphen(document, name.firstToken + 1) &&
    name.endToken > name.firstToken + 2 &&
    /^[,(]$/u.test(lowerAt(tokens, name.firstToken - 1));
  return tag ? { ...name, firstToken: name.firstToken + 2, type: 'location' } : name;
}

const NUMBERED = /^(?:circuit|infantry|division|brigade|fleet|battalion|regiment|army|corps)$/u;

/** "9th [U.S. Circuit Court]": the number by which a body is told from its like. */
function withOrdinal({ tokens }: Base, name: NameSpan): NameSpan {
  const before = name.firstToken - 1;
  const inside = tokens.sentence[before] === tokens.sentence[name.firstToken];
  if (!inside || name.type !== 'organization' || !/^\d+(?:st|nd|rd|th)$/u.test(lowerAt(tokens, before)))
    return name;
  for (let i = name.firstToken; i < name.endToken; i++)
    if (NUMBERED.test(lowerAt(tokens, i))) return { ...name, firstToken: before };
  return name;
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

/** "[Emergency Committee] on Ways and Means", "[League] for the [Defence of Rights]": what a body is for belongs to its name. */
function joinTails(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const { tokens } = document;
  const joined: NameSpan[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    if (before && name.firstToken < before.endToken) continue;
    const gap = before ? linkOf(document, before.endToken, name.firstToken) : null;
    const same = before && tokens.sentence[before.firstToken] === tokens.sentence[name.firstToken];
    if (before && same && gap === 'purpose' && isBody(document, before) && name.type !== 'person') {
      // "the Ministry of Norway", "the Committee for Norway": a place by itself is another thing.
      const text = wordsOf(document, name);
      if (name.type !== 'location' || knownName(foldName(text), text)?.type !== 'location') {
        joined[joined.length - 1] = { ...before, type: 'organization', endToken: name.endToken };
        continue;
      }
    }
    joined.push(name);
  }
  return joined.map((name, i) => extend(document, name, joined[i + 1]?.firstToken ?? tokens.length));
}

/** What stands between two names: "of", "for the" … or something else. */
function linkOf({ tokens }: Base, from: number, to: number): 'purpose' | null {
  if (to - from < 1 || to - from > 2) return null;
  if (to - from === 2 && lowerAt(tokens, to - 1) !== 'the') return null;
  return /^(?:of|for|on)$/u.test(lowerAt(tokens, from)) ? 'purpose' : null;
}

const isBody = ({ tokens }: Base, { type, endToken }: NameSpan): boolean =>
  type !== 'person' && BODY_HEADS.has(lowerAt(tokens, endToken - 1));

/** The capitals left over behind a body: "Committee on Ways [and Means]", "Export–[Import Bank]" in front. */
function extend(document: Base, name: NameSpan, limit: number): NameSpan {
  const { tokens } = document;
  if (name.type !== 'organization') return name;
  const free = (i: number): boolean =>
    i < limit && tokens.sentence[i] === tokens.sentence[name.firstToken] && isCapital(document, i);
  let { firstToken, endToken } = name;
  const purpose = Array.from({ length: endToken - firstToken }, (_, k) => lowerAt(tokens, firstToken + k));
  const links = (noun: string, word: string): boolean =>
    /^(?:of|for)$/u.test(word) ||
    (word === 'on' &&
      /^(?:committee|commission|council|conference|centre|center|board|forum|subcommittee)$/u.test(noun));
  const headed = purpose.some((word, k) => BODY_HEADS.has(word) && links(word, purpose[k + 1] ?? ''));
  if (
    headed &&
    /^(?:and|&)$/u.test(lowerAt(tokens, endToken)) &&
    free(endToken + 1) &&
    /^(?:NOUN|PROPN)$/u.test(uposAt(document.tags, endToken + 1)) &&
    !isName(document, endToken + 1)
  )
    endToken += 2;
  else if (
    BODY_HEADS.has(lowerAt(tokens, endToken - 1)) &&
    links(lowerAt(tokens, endToken - 1), lowerAt(tokens, endToken)) &&
    free(endToken + 1) &&
    !TIME_NOUNS.has(lowerAt(tokens, endToken + 1)) &&
    // "The League of Prime Minister [Name]".
    !TITLES.has(lowerAt(tokens, endToken + 1)) &&
    lowerAt(tokens, endToken + 1) !== 'prime' &&
    !isName(document, endToken + 1)
  ) {
    endToken += 2;
    while (free(endToken)) endToken++;
    if (
      /^(?:and|&)$/u.test(lowerAt(tokens, endToken)) &&
      free(endToken + 1) &&
      !isName(document, endToken + 1)
    )
      endToken += 2;
  }
  while (
    isHyphen(document, firstToken - 1) &&
    isTight(document, firstToken) &&
    isTight(document, firstToken - 1) &&
    isCapital(document, firstToken - 2)
  ) {
    firstToken -= 2;
    while (
      tokens.sentence[firstToken - 1] === tokens.sentence[name.firstToken] &&
      isCapital(document, firstToken - 1) &&
      uposAt(document.tags, firstToken - 1) !== 'DET'
    )
      firstToken--;
  }
  return { ...name, firstToken, endToken };
}

/** A word that is a name by itself: "the Bank of Lyon and Norway". */
function isName(document: Base, token: number): boolean {
  const text = textOf(document, token, token + 1);
  return knownName(foldName(text), text) !== null;
}

/** "[Roe] v. [Wade]": a case at law is named by its parties. */
function joinCases(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const { tokens } = document;
  const joined: NameSpan[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    const between = before
      ? textOf(document, before.endToken, Math.max(before.endToken + 1, name.firstToken))
      : '';
    const versus =
      before !== undefined &&
      name.firstToken - before.endToken <= 2 &&
      /^vs?\s?\.?$/u.test(between) &&
      tokens.sentence[before.firstToken] === tokens.sentence[name.firstToken];
    if (before && versus)
      joined[joined.length - 1] = { ...before, endToken: name.endToken, type: 'organization' };
    else joined.push(name);
  }
  return joined;
}

/** "[Foundation for Trade] in the [Upper Valley]": what is founded for something in a region bears its name. */
function joinPurposes(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const { tokens } = document;
  return names.reduce<NameSpan[]>((joined, name) => {
    const before = joined.at(-1);
    const purpose =
      before?.type === 'organization' &&
      name.type === 'location' &&
      name.firstToken - before.endToken === 2 &&
      lowerAt(tokens, before.endToken) === 'in' &&
      lowerAt(tokens, before.endToken + 1) === 'the' &&
      tokens.sentence[before.firstToken] === tokens.sentence[name.firstToken] &&
      / for /u.test(textOf(document, before.firstToken, before.endToken));
    if (before && purpose) joined[joined.length - 1] = { ...before, endToken: name.endToken };
    else joined.push(name);
    return joined;
  }, []);
}
