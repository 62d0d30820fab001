import { formAt, lowerAt } from '../model/index.ts';
import type { Base } from './phrases.ts';
import type { AnyName } from './tails.ts';

/** Nouns for those who are of a party, in the plural and with its capital. */
const MEMBERS =
  /^(?:Conservatives|Tories|Liberals|Greens|Socialists|Communists|Nationalists|Democrats|Radicals|Progressives|Centrists|Moderates|Unionists)$/u;
/** What stands before them in the names of parties; "Democrats" alone are people of theirs. */
const KINDS = /^(?:Social|Christian|Liberal|Free|Lib|National|New|Young|Sweden|Swedish|Norwegian|Danish)$/u;

/**
 * Parties called by their members: "the Conservatives", "the Social Democrats".
 *
 * @param names Sorted; so is the result. Names inside a party's give way to it.
 */
export function withParties(document: Base, names: readonly AnyName[]): AnyName[] {
  const { tokens, sentences } = document;
  const found: AnyName[] = [];
  for (let i = 1; i < tokens.length; i++) {
    if (!MEMBERS.test(formAt(tokens, i)) || /^\p{Lu}/u.test(formAt(tokens, i + 1))) continue;
    const kind = KINDS.test(formAt(tokens, i - 1)) && tokens.sentence[i - 1] === tokens.sentence[i];
    const firstToken = kind ? i - 1 : i;
    const called = lowerAt(tokens, i - 1) === 'the' && lowerAt(tokens, i) !== 'democrats';
    const opens = sentences.firstToken[tokens.sentence[i] ?? 0] === firstToken;
    if (kind || (called && !opens)) found.push({ firstToken, endToken: i + 1, type: 'organization' });
  }
  const left = names.filter(
    (name) => !found.some((each) => name.firstToken < each.endToken && each.firstToken < name.endToken),
  );
  return [...left, ...found].sort((a, b) => a.firstToken - b.firstToken || a.endToken - b.endToken);
}
