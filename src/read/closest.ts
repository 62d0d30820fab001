import { distance } from 'fastest-levenshtein';
import { byCodeUnit } from '../model/index.ts';

/** Share of a word's letters that may be wrong in a slip of the hand. */
const MAX_SLIP = 0.34;

/** The candidate that `word` was probably meant for, if one is near: for "did you mean". */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const near = candidates
    .map((candidate) => ({ candidate, slips: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, slips }) => slips <= Math.max(word.length, candidate.length) * MAX_SLIP)
    .sort((a, b) => a.slips - b.slips || byCodeUnit(a.candidate, b.candidate));
  return near[0]?.candidate;
}
