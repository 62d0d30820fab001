import { formAt, lowerAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { bracketedAcronym } from './acronyms.ts';
import type { Base } from './phrases.ts';
import { BODY_HEADS } from './words.ts';

/** What may stand in lower case within the name of a body. */
const LINK = /^(?:of|for|the|and|in|on|to|de|du|la|des|del|e|y|&|-)$/u;
/** Words that begin the names of bodies that states make up, whose acronyms are often of another language. */
const UNION = /^(?:community|organi[sz]ation|union|league|movement|front|party|alliance|association|group)$/u;
/** Tokens of a name before its bracket, at most. */
const LONGEST = 12;
/** Share of the letters that must begin words of the name, in order: the acronym may be of another language. */
const ENOUGH = 0.6;
/** The same where the first word says that it is a body. */
const ENOUGH_HEADED = 0.5;

/**
 * Names that their acronym defines though they were read in parts or not at all: "Volunteers for the Defence of the Homeland (VDP)". The
 * letters are held against the words from the bracket back, after Schwartz & Hearst (2003), by first letters of words only.
 *
 * @param names Sorted, not overlapping; so is the result. Parts of a name give way to it.
 */
export function withDefined(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const found: NameSpan[] = [];
  for (let i = 1; i < document.tokens.length; i++) {
    const bracket = lowerAt(document.tokens, i) === '(' ? bracketedAcronym(document, i) : null;
    if (!bracket || !/^\p{Lu}{3,6}$/u.test(bracket.text)) continue;
    const before = names.find(({ endToken }) => endToken === i);
    const first = firstOf(document, i, bracket.text);
    // A concept or a post has an acronym too: of a name some part was read.
    const read =
      names.some((name) => name.firstToken < bracket.end && (first ?? i) < name.endToken) ||
      BODY_HEADS.has(lowerAt(document.tokens, first ?? i)) ||
      UNION.test(lowerAt(document.tokens, first ?? i));
    if (!read || first === null || before?.type === 'person' || (before && before.firstToken <= first))
      continue;
    found.push({ firstToken: first, endToken: i, type: 'organization' });
  }
  const left = names.filter(
    (name) => !found.some((each) => name.firstToken < each.endToken && each.firstToken < name.endToken),
  );
  return [...left, ...found].sort((a, b) => a.firstToken - b.firstToken);
}

/** First token of the name that ends before a bracket, or null: the farthest capital with the first letter of the acronym. */
function firstOf({ tokens, sentences }: Base, end: number, acronym: string): number | null {
  const start = sentences.firstToken[tokens.sentence[end] ?? 0] ?? 0;
  let first: number | null = null;
  for (let i = end - 1; i >= Math.max(start, end - LONGEST); i--) {
    const form = formAt(tokens, i);
    const capital = /^\p{Lu}/u.test(form);
    if (!capital && !LINK.test(form)) break;
    if (capital && form.startsWith(acronym.charAt(0)) && matches(tokens, i, end, acronym)) first = i;
  }
  return first !== null && end - first > 1 ? first : null;
}

/** Most letters begin capitals of the words, in order. */
function matches(tokens: Base['tokens'], first: number, end: number, acronym: string): boolean {
  let matched = 0;
  let capitals = 0;
  let at = 0;
  for (let i = first; i < end; i++) {
    const form = formAt(tokens, i);
    if (!/^\p{Lu}/u.test(form)) continue;
    capitals++;
    const next = acronym.indexOf(form.charAt(0), at);
    if (next < 0) continue;
    matched++;
    at = next + 1;
  }
  const { strings } = tokens;
  const headed = UNION.test(strings.text(tokens.form[first] ?? 0).toLowerCase());
  return matched / acronym.length >= (headed ? ENOUGH_HEADED : ENOUGH) && capitals <= acronym.length + 1;
}
