import { formAt, lowerAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { foldName } from './fold.ts';
import { knownName } from './gazetteer/index.ts';
import type { Base } from './phrases.ts';

const TAILS =
  /^(?:union|ministry|department|committee|subcommittee|council|commission|board|agency|federation|association|organization|organisation|institute)$/u;
/** Words of one field ("Senate Health", "Scientific"), at most. */
const LONGEST_FIELD = 3;

/**
 * "The Rail, Maritime and Transport union", "the Health, Education, Labor and Pensions Committee": bodies named after several fields, of which commas
 * part the first. Names among them ("Hamas, Fatah and the Electricians Union") make a list of it.
 */
export function fieldsIn(document: Base): NameSpan[] {
  const { tokens, sentences } = document;
  const found: NameSpan[] = [];
  for (let tail = 4; tail < tokens.length; tail++) {
    if (!TAILS.test(lowerAt(tokens, tail))) continue;
    const start = startOf(document, tail, sentences.firstToken[tokens.sentence[tail] ?? 0] ?? 0);
    if (start !== null) found.push({ firstToken: start, endToken: tail + 1, type: 'organization' });
  }
  return found;
}

/** First token of the fields before a tail: "A, B and C" with a comma at least, behind an article; null where there are none. */
function startOf(document: Base, tail: number, sentenceStart: number): number | null {
  const { tokens } = document;
  let at = fieldStart(document, tail, sentenceStart);
  if (at === null || lowerAt(tokens, at - 1) !== 'and') return null;
  at = fieldStart(document, at - 1, sentenceStart);
  let commas = 0;
  while (at !== null && lowerAt(tokens, at - 1) === ',') {
    at = fieldStart(document, at - 1, sentenceStart);
    commas++;
  }
  return at !== null && commas > 0 && /^(?:the|its|'s)$/u.test(lowerAt(tokens, at - 1)) ? at : null;
}

/** Start of the capitals that end before a token, none of them a name of its own. */
function fieldStart({ tokens }: Base, end: number, sentenceStart: number): number | null {
  let start = end;
  while (
    start > sentenceStart &&
    end - start < LONGEST_FIELD &&
    /^\p{Lu}[\p{L}.]+$/u.test(formAt(tokens, start - 1)) &&
    lowerAt(tokens, start - 1) !== 'the'
  )
    start--;
  if (start === end) return null;
  const words = Array.from({ length: end - start }, (_, k) => formAt(tokens, start + k)).join(' ');
  return knownName(foldName(words), words) === null ? start : null;
}
