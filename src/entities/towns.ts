import { formAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan } from '../model/index.ts';
import { foldName } from './fold.ts';
import { knownName } from './gazetteer/index.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';

/** "Attacked [Name], Norway, on Monday": behind a preposition or verb, a town is told by its country. */
export function isTownByCountry(document: Base, firstToken: number, endToken: number): boolean {
  const { tokens, tags, sentences } = document;
  const sentence = tokens.sentence[firstToken] ?? 0;
  const before = lowerAt(tokens, firstToken - 1) === 'the' ? firstToken - 2 : firstToken - 1;
  if (lowerAt(tokens, endToken) !== ',' || before < (sentences.firstToken[sentence] ?? 0)) return false;
  if (!/^(?:ADP|VERB)$/u.test(uposAt(tags, before))) return false;
  for (const end of [endToken + 3, endToken + 2]) {
    if (tokens.sentence[end - 1] !== sentence) continue;
    const text = textOf(document, endToken + 1, end);
    const known = knownName(foldName(text), text);
    const closed = tokens.sentence[end] !== sentence || /^[.,;]$/u.test(lowerAt(tokens, end));
    if (known && /^(?:country|region)$/u.test(known.kind))
      return closed && !/^(?:and|or)$/u.test(lowerAt(tokens, end + 1));
  }
  return false;
}

/** Words of a town's name, at most. */
const MAX_TOWN = 3;

/**
 * Towns that were not read as names, told by the country behind their comma.
 *
 * @param names Sorted, not overlapping; so is the result.
 */
export function withTowns(document: Base, names: readonly NameSpan[]): NameSpan[] {
  const { tokens, tags } = document;
  const covered = new Set<number>();
  for (const { firstToken, endToken } of names) for (let i = firstToken; i < endToken; i++) covered.add(i);
  const part = (i: number): boolean =>
    !covered.has(i) && /^\p{Lu}\p{Ll}/u.test(formAt(tokens, i)) && uposAt(tags, i) === 'PROPN';
  const found: NameSpan[] = [];
  for (let i = 1; i < tokens.length; i++) {
    if (!part(i) || part(i - 1) || covered.has(i - 1)) continue;
    let endToken = i + 1;
    while (part(endToken) && endToken < i + MAX_TOWN) endToken++;
    if (isTownByCountry(document, i, endToken)) found.push({ firstToken: i, endToken, type: 'location' });
  }
  return [...names, ...found].sort((a, b) => a.firstToken - b.firstToken);
}
