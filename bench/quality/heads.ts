import { overlaps, type Span } from '../../src/model/index.ts';
import type { LabelledMention } from './corpora/corpus.ts';
import type { Scheme } from './tasks.ts';

/** Where the part of a noun phrase ends that holds its head. */
const TAIL = /(?:[,;:(]|\s(?:of|in|at|for|on|near|from|with|and|who|which|that)\s)/u;

/** The head word of a stretch of text, by its words alone: the last one before a preposition, a comma or a clause. */
export function headOf(text: string, { start, end }: Span): Span {
  const whole = text.slice(start, end);
  const tail = TAIL.exec(whole);
  const phrase = tail && tail.index > 0 ? whole.slice(0, tail.index) : whole;
  const last = /[^\s]+\s*$/u.exec(phrase.replace(/['’]s?\s*$/u, ''));
  if (!last) return { start, end };
  return { start: start + last.index, end: start + last.index + last[0].trimEnd().length };
}

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/**
 * Whether words of ours stand for a mention of the corpus: both have the same head, or the head of one lies within the other and
 * the types do not contradict ("the port city of Tartus", "Tartus"; but not "commander of Central Command", "Central Command").
 *
 * @param type - ours, in the corpus's words; undefined where it has none
 */
export function standsFor(
  text: string,
  span: Span,
  type: string | undefined,
  mention: LabelledMention,
  { akin }: Scheme,
): boolean {
  if (!overlaps(span, mention)) return false;
  const [own, other] = [headOf(text, span), headOf(text, mention)];
  if (overlaps(own, other)) return true;
  if (!within(own, mention) && !within(other, span)) return false;
  return (
    type === mention.type ||
    akin.some((types) => [type, mention.type].every((each) => types.includes(each ?? '')))
  );
}
