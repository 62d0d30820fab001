import { lowerAt, uposAt } from '../model/index.ts';
import type { Base } from './phrases.ts';

/** How many tokens two descriptions between commas may take each way. */
const LONGEST = 16;

/**
 * "[Name], the leader of the house and a friend of the judge, said": whether a noun is one of two descriptions that say who a person is. Told
 * from a list of three by the comma behind and by the missing one before "and".
 *
 * @param personEndsAt Whether a person's name ends before a token.
 */
export function isInserted(document: Base, head: number, personEndsAt: (token: number) => boolean): boolean {
  const { tokens, tags, sentences } = document;
  const sentence = tokens.sentence[head] ?? 0;
  const [first, end] = [sentences.firstToken[sentence] ?? 0, sentences.endToken[sentence] ?? 0];
  const word = (i: number): string => lowerAt(tokens, i);
  const goesOn = (i: number): boolean => word(i) !== ',' && !/^(?:VERB|AUX)$/u.test(uposAt(tags, i));
  let open = head;
  while (open > first && open > head - LONGEST && goesOn(open)) open--;
  let close = head;
  while (close < end && close < head + LONGEST && goesOn(close)) close++;
  if (word(open) !== ',' || word(close) !== ',' || !DETERMINER.test(word(open + 1)) || !personEndsAt(open))
    return false;
  for (let i = open + 1; i < close; i++) if (word(i) === 'and' && DETERMINER.test(word(i + 1))) return true;
  return false;
}

const DETERMINER = /^(?:an?|the|one|its|his|her)$/u;

/**
 * "The two largest unions, the Red Front and the Tide Union, said": whether the members of a plural noun are listed behind it by name, so that it
 * stands for them and for nothing besides. Told from a list that the noun is part of by the comma or the verb behind.
 *
 * @param nameEnd The end of the name that starts at a token, or null.
 */
export function isListed(document: Base, head: number, nameEnd: (token: number) => number | null): boolean {
  const { tokens, tags, sentences } = document;
  const end = Math.min(sentences.endToken[tokens.sentence[head] ?? 0] ?? 0, head + LONGEST);
  if (lowerAt(tokens, head + 1) !== ',' || !isNameAt(document, head + 2, nameEnd)) return false;
  let [names, last] = [0, 0];
  let joined = false;
  for (let i = head + 2; i < end; i++) {
    const after = nameEnd(i);
    if (after !== null) {
      names++;
      if (joined) last++;
      i = after - 1;
    } else if (lowerAt(tokens, i) === 'and') joined = true;
    else if (/^(?:VERB|AUX)$/u.test(uposAt(tags, i)) || (lowerAt(tokens, i) === ',' && joined))
      return names > 1 && last === 1 && lowerAt(tokens, i) === ',';
  }
  return false;
}

const isNameAt = ({ tokens }: Base, token: number, nameEnd: (token: number) => number | null): boolean =>
  nameEnd(token) !== null || (lowerAt(tokens, token) === 'the' && nameEnd(token + 1) !== null);
