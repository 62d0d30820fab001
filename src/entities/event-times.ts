import { lowerAt } from '../model/index.ts';
import { verbOf } from './dates.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { childrenOf, relationOf } from './syntax.ts';
import { TIME_NOUNS } from './words.ts';

/** End of the words for when that begin at a token, or the token itself: "last year", "on Saturday", "Sept. 1". */
export function timeEnd(document: Base, from: number): number {
  const { tokens } = document;
  const at = /^(?:on|in|last|this|that|next|earlier|late|early)$/u.test(lowerAt(tokens, from))
    ? from + 1
    : from;
  let end = at;
  while (
    tokens.sentence[end] === tokens.sentence[from - 1] &&
    (isTime(document, end) ||
      MONTH.test(lowerAt(tokens, end)) ||
      (end > at && /^\d{1,2}$/u.test(lowerAt(tokens, end))))
  )
    end++;
  return end > at ? end : from;
}

export const isTime = (document: Base, token: number): boolean =>
  TIME_NOUNS.has(nounLemma(document, token)) || /^\d{4}$/u.test(lowerAt(document.tokens, token));

/** Days, months and years that the phrase itself or a time beside it gives: "Saturday's", "last year". */
export function timesOf(document: Base, first: number, noun: number): string[] {
  const { tokens } = document;
  const inside = Array.from({ length: noun - first }, (_, k) => first + k);
  const beside = childrenOf(document, noun).filter(
    (child) =>
      child > noun &&
      (relationOf(document, child).startsWith('nmod') || relationOf(document, child) === 'obl:unmarked'),
  );
  beside.push(...timesOfVerb(document, noun));
  const behind = timeEnd(document, noun + 1);
  const adjacent = Array.from({ length: behind - noun - 1 }, (_, k) => noun + 1 + k);
  return (
    [...new Set([...inside, ...adjacent, ...beside])]
      .filter((i) => isTime(document, i) || MONTH.test(lowerAt(tokens, i)))
      // "The deadliest since 2019": no time of its own.
      .filter((i) => !/^(?:since|until|till|before|after|than)$/u.test(lowerAt(tokens, i - 1)))
      .map((i) => {
        const next = lowerAt(tokens, i + 1);
        const before = lowerAt(tokens, i - 1);
        if (/^\d{1,2}$/u.test(next)) return `${lowerAt(tokens, i)} ${next}`;
        return /^(?:last|this|next)$/u.test(before) ? `${before} ${lowerAt(tokens, i)}` : lowerAt(tokens, i);
      })
  );
}

/** "[A car bomb] exploded on Tuesday". */
function timesOfVerb(document: Base, noun: number): number[] {
  const verb = relationOf(document, noun) === 'nsubj' ? verbOf(document, noun) : null;
  if (verb === null) return [];
  return childrenOf(document, verb).filter(
    (child) => child > verb && relationOf(document, child).startsWith('obl') && isTime(document, child),
  );
}

const MONTH = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/u;
