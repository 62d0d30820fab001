import { distance } from 'fastest-levenshtein';
import { byCodeUnit } from '../model/index.ts';

/** Letters of a word that may be wrong in a slip of the hand; two swapped ones count as two. */
const maxSlips = (word: string): number => (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3)));

/** The candidate that `word` was probably meant for, if one is near: for "did you mean". */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const near = candidates
    .map((candidate) => ({ candidate, slips: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, slips }) => slips <= maxSlips(candidate))
    .sort((a, b) => a.slips - b.slips || byCodeUnit(a.candidate, b.candidate));
  return near[0]?.candidate;
}
