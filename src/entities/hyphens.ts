import { formAt, lowerAt, uposAt, xposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { foldName } from './fold.ts';
import { knownName } from './gazetteer/index.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';

const HYPHEN = /^[-‐‑]$/u;

/** "ISIS–K": a dash that stands for a hyphen before a letter or two; between longer names it means "to". */
const isShortPart = ({ tokens }: Base, i: number): boolean =>
  /^[‒–]$/u.test(formAt(tokens, i)) && /^\p{Lu}{1,2}$/u.test(formAt(tokens, i + 1));

const isTight = ({ tokens }: Base, i: number): boolean => tokens.end[i - 1] === tokens.start[i];

/** What a hyphen adds to a name that is no part of it: "Lyon-based", "Tide-style". Participles are told by their tag. */
const ADDED =
  /^(?:al|el|led|run|born|based|held|era|style|like|wide|bound|free|only|area|made|built|set|won|hit|fed|shot|type|time|size|class|level|day|long|old|own|trained|turned|elect|general|area|proof|cum)$/u;

/** A lower-case part behind a hyphen that only a name has: "Jong-un", "Chan-o-cha". */
function isLowerPart(document: Base, at: number): boolean {
  const { tokens, tags } = document;
  const form = formAt(tokens, at);
  return (
    /^\p{Ll}{1,6}$/u.test(form) &&
    !ADDED.test(form) &&
    !/(?:ed|ing)$/u.test(form) &&
    !/^VB[NG]$/u.test(xposAt(tokens, tags, at))
  );
}

/** "ISIS" in "ISIS-K", "Prayuth Chan" in "Prayuth Chan-o-cha": what hangs on a name by hyphens without blanks belongs to it. */
export function joinHyphens(document: Base, span: NameSpan): NameSpan {
  const { tokens } = document;
  let { endToken } = span;
  const hangs = (i: number): boolean =>
    (HYPHEN.test(formAt(tokens, i)) || isShortPart(document, i)) &&
    isTight(document, i) &&
    isTight(document, i + 1) &&
    tokens.sentence[i + 1] === tokens.sentence[span.firstToken];
  const long = endToken - span.firstToken > 1 && span.type === 'person';
  while (
    hangs(endToken) &&
    (/^\p{Lu}/u.test(formAt(tokens, endToken + 1)) || (long && isLowerPart(document, endToken + 1)))
  ) {
    // "U.S.-Mexican": the adjective is no part of the name.
    if (uposAt(document.tags, endToken + 1) === 'ADJ' && !long) break;
    endToken += 2;
  }
  // "Abu-al-(Noor)": a part in brackets right behind the hyphen.
  const dangling = HYPHEN.test(formAt(tokens, endToken - 1));
  if (
    dangling &&
    lowerAt(tokens, endToken) === '(' &&
    isTight(document, endToken) &&
    lowerAt(tokens, endToken + 2) === ')'
  )
    endToken += 3;
  return { ...span, endToken };
}

/** "[Man-kei] Tam": a given name of two syllables before the family name. */
function givenBefore(document: Base, first: number): number {
  const { tokens } = document;
  const at = first - 3;
  const given =
    /^\p{Lu}\p{Ll}{1,5}$/u.test(formAt(tokens, at)) &&
    HYPHEN.test(formAt(tokens, at + 1)) &&
    isTight(document, at + 1) &&
    isTight(document, at + 2) &&
    !isTight(document, first) &&
    tokens.sentence[at] === tokens.sentence[first] &&
    isLowerPart(document, at + 2);
  return given ? at : first;
}

/**
 * Korean and Chinese names that were not found, or found in part: a family name, and a given name of two syllables with a hyphen
 * ("Moon Jae-in").
 *
 * @param names Sorted, not overlapping; so is the result.
 */
export function withHyphenNames(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const { tokens } = document;
  const found: NameSpan[] = [];
  for (let i = 0; i + 3 < tokens.length; i++) {
    const capital = (k: number): boolean => /^\p{Lu}\p{Ll}+$/u.test(formAt(tokens, k));
    const name =
      capital(i) &&
      capital(i + 1) &&
      !isTight(document, i + 1) &&
      HYPHEN.test(formAt(tokens, i + 2)) &&
      isTight(document, i + 2) &&
      isTight(document, i + 3) &&
      tokens.sentence[i] === tokens.sentence[i + 3] &&
      isLowerPart(document, i + 3) &&
      formAt(tokens, i).length <= 6 &&
      formAt(tokens, i + 1).length <= 6 &&
      /^(?:PROPN|NOUN)$/u.test(uposAt(document.tags, i)) &&
      knownName(foldName(textOf(document, i, i + 2))) === null;
    if (!name || names.some((each) => each.firstToken <= i && each.endToken > i + 4)) continue;
    found.push({ firstToken: i, endToken: i + 4, type: 'person' });
  }
  const overlaps = (a: NameSpan, b: NameSpan): boolean =>
    a.firstToken < b.endToken && b.firstToken < a.endToken;
  const free = names.filter((name) => !found.some((one) => overlaps(name, one)));
  // "Yolanda [Yu Hoi-kwan]": what was found before it goes with it.
  const whole = found.map((one) => {
    const before = names.find((name) => name.type === 'person' && overlaps(name, one));
    return before ? { ...one, firstToken: Math.min(one.firstToken, before.firstToken) } : one;
  });
  const longer = free.map((name) =>
    name.type === 'person' && name.endToken - name.firstToken === 1
      ? { ...name, firstToken: givenBefore(document, name.firstToken) }
      : name,
  );
  return [...longer, ...whole].sort((a, b) => a.firstToken - b.firstToken);
}
