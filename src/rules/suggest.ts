import { distance } from 'fastest-levenshtein';
import { byCodeUnit } from '../model/index.ts';

/** Share of a word's letters that may be wrong in a slip of the hand. */
const MAX_SLIP = 0.34;
const MAX_LISTED = 24;

/** `did you mean "opposes"?`, or what there is to choose from, or undefined where there is too much or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const typed = word.slice(0, 80).toLowerCase();
  const names = [...new Set(known)].sort(byCodeUnit);
  const [near] = names
    .map((name) => ({ name, slips: distance(typed, name.toLowerCase()) }))
    .filter(({ name, slips }) => slips <= Math.max(typed.length, name.length) * MAX_SLIP)
    .sort((a, b) => a.slips - b.slips || byCodeUnit(a.name, b.name));
  if (near) return `did you mean "${near.name}"?`;
  return names.length > 0 && names.length <= MAX_LISTED ? `known: ${names.join(', ')}` : undefined;
}
