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
