import { lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { foldName } from './fold.ts';
import { knownName } from './gazetteer/index.ts';
import { isCapital, isHyphen, isTight, wordsOf } from './part-words.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { BODY_HEADS, TIME_NOUNS, TITLES } from './words.ts';

/** "[Jane] Doe": the given name of a person that an editor put in. */
export function joinInsertions({ tokens }: Base, names: readonly NameSpan[]): NameSpan[] {
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

/** "[Emergency Committee] on Ways and Means", "[League] for the [Defence of Rights]": what a body is for belongs to its name. */
export function joinTails(document: Base, names: readonly NameSpan[]): NameSpan[] {
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
export function joinCases(document: Base, names: readonly NameSpan[]): NameSpan[] {
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
export function joinPurposes(document: Base, names: readonly NameSpan[]): NameSpan[] {
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
