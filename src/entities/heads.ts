import { formAt, lowerAt } from '../model/index.ts';
import type { Base } from './phrases.ts';
import type { AnyName } from './tails.ts';

/**
 * Bodies called by the noun of their name alone, with its capital: "the Brigade" for the "Red Front Brigade", "the Sons" for the "Sons
 * of the Tide".
 *
 * @param names Sorted; so is the result.
 */
export function withHeads(document: Base, names: readonly AnyName[]): AnyName[] {
  const { tokens, sentences } = document;
  const covered = new Set<number>();
  const heads = new Set<string>();
  for (const { firstToken, endToken, type } of names) {
    for (let i = firstToken; i < endToken; i++) covered.add(i);
    if (type !== 'organization' || endToken - firstToken < 2) continue;
    heads.add(lowerAt(tokens, endToken - 1));
    for (let i = firstToken; i < endToken - 1; i++)
      if (lowerAt(tokens, i + 1) === 'of') heads.add(lowerAt(tokens, i));
  }
  const found: AnyName[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const called =
      !covered.has(i) &&
      /^\p{Lu}\p{Ll}/u.test(formAt(tokens, i)) &&
      heads.has(lowerAt(tokens, i)) &&
      lowerAt(tokens, i - 1) === 'the' &&
      tokens.sentence[i - 1] === tokens.sentence[i] &&
      i !== sentences.firstToken[tokens.sentence[i] ?? 0] &&
      !/^\p{Lu}/u.test(formAt(tokens, i + 1)) &&
      lowerAt(tokens, i + 1) !== 'of';
    if (called) found.push({ firstToken: i, endToken: i + 1, type: 'organization' });
  }
  return [...names, ...found].sort((a, b) => a.firstToken - b.firstToken || a.endToken - b.endToken);
}
