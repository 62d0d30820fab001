import { distance } from 'fastest-levenshtein';
import { byCodeUnit } from '../model/index.ts';

/** Share of a word's letters that may be wrong in a slip of the hand: none of two, one of three to five. */
const MAX_SLIP = 0.34;
/** Longer words are no slips of anything, and comparing them takes time. */
const MAX_LENGTH = 200;
const MAX_LISTED = 24;

const letters = (word: string): string => Array.from(word).sort().join(' ');

/** Levenshtein distance in lower case, with two letters swapped as one slip. */
function slipsBetween(a: string, b: string): number {
  const slips = distance(a, b);
  return slips === 2 && letters(a) === letters(b) ? 1 : slips;
}

/** The candidate that `word` was probably meant for, if one is near. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.slice(0, MAX_LENGTH).toLowerCase();
  const near = [...new Set(candidates)]
    .map((candidate) => ({ candidate, slips: slipsBetween(typed, candidate.toLowerCase()) }))
    .filter(({ candidate, slips }) => slips <= Math.max(typed.length, candidate.length) * MAX_SLIP)
    .sort((a, b) => a.slips - b.slips || byCodeUnit(a.candidate, b.candidate));
  return near[0]?.candidate;
}

/** `did you mean "opposes"?`, or what there is to choose from, or undefined where there is too much or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const names = [...new Set(known)];
  const near = closest(word, names);
  if (near !== undefined) return `did you mean "${near}"?`;
  return names.length > 0 && names.length <= MAX_LISTED ? `known: ${names.join(', ')}` : undefined;
}
