import { lowerAt, uposAt } from '../model/index.ts';
import type { Base } from './phrases.ts';
import { headOf, relationOf } from './syntax.ts';
import { TIME_NOUNS } from './words.ts';

/** "This is a disgrace", "called that a lie"; not "the plan that failed". */
export const isDemonstrative = (document: Base, i: number): boolean =>
  /^(?:this|that)$/u.test(lowerAt(document.tokens, i)) &&
  /^(?:nsubj|obj)$/u.test(relationOf(document, i)) &&
  !relationOf(document, headOf(document, i)).startsWith('acl');

/** Words of a predicate that may be all that "it" stands with. */
const LONGEST_PREDICATE = 7;

/**
 * "It is likely that …", "it seems": the pronoun stands for nothing (Lappin & Leass 1994). Taken widely: a copula behind "it"
 * makes it doubtful, and a doubtful pronoun stays unresolved.
 */
export function isPleonastic(document: Base, i: number): boolean {
  const { tokens, tags } = document;
  if (lowerAt(tokens, i) !== 'it') return false;
  const next = [1, 2, 3].map((k) => lowerAt(tokens, i + k));
  if (/^(?:seem|seems|seemed|appears|appeared|turns|turned|emerged|remains|takes|took)$/u.test(next[0] ?? ''))
    return true;
  const copula = next.findIndex((word) => /^(?:is|was|'s|be|been)$/u.test(word));
  // "It was a disgrace.": with nothing behind the predicate, the predicate is said of something.
  if (copula >= 0 && isWholePredicate(document, i + copula + 2)) return false;
  return (
    copula >= 0 &&
    next
      .slice(0, copula)
      .every((word) => /^(?:may|might|could|would|will|has|had|should|not)$/u.test(word)) &&
    /^(?:ADJ|ADV|DET|PART|NOUN)$/u.test(uposAt(tags, i + copula + 2))
  );
}

/** "A disgrace", "deeply dangerous": a phrase up to the next mark, with nothing in it that could be what "it" announces, and no time. */
function isWholePredicate({ tokens, tags }: Base, from: number): boolean {
  for (let at = from; at < from + LONGEST_PREDICATE; at++) {
    if (/^[.,!;"”’']$/u.test(lowerAt(tokens, at)))
      return at > from && /^(?:NOUN|ADJ)$/u.test(uposAt(tags, at - 1));
    if (!/^(?:DET|ADJ|ADV|NOUN)$/u.test(uposAt(tags, at)) || TIME_NOUNS.has(lowerAt(tokens, at)))
      return false;
    if (
      /^(?:time|clear|unclear|possible|true|late|early|over|likely|unlikely|far|ago|years?|raining|cold|hot|dark)$/u.test(
        lowerAt(tokens, at),
      )
    )
      return false;
  }
  return false;
}
