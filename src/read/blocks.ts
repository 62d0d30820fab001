import type { Block, BlockKind, Span } from '../model/index.ts';

/** The span without white space at its ends, or null where nothing is left. */
export function trimSpan(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && isBlank(text, start)) start += 1;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  return start < end ? { start, end } : null;
}

const isBlank = (text: string, at: number): boolean => text.charAt(at).trim() === '';

export function trimmedBlock(text: string, span: Span, kind: BlockKind): Block | null {
  const trimmed = trimSpan(text, span);
  return trimmed && { ...trimmed, kind };
}

/** Longest first line that is still taken for a headline. */
const MAX_TITLE_LENGTH = 200;

/** A sentence's end; "U.S." and the like may end a headline too. */
const ENDS_SENTENCE = /[.:;]["'”’)\]]*$/u;
const ENDS_IN_INITIALS = /(?:^|[\s(])(?:\p{Lu}\.){2,}$/u;
const BYLINE = /^by\s/iu;

/** Whether a line that opens an article reads like its headline: short, on one line, no full stop, no byline. */
export function looksLikeTitle(line: string): boolean {
  if (line.length > MAX_TITLE_LENGTH || /[\r\n]/u.test(line) || BYLINE.test(line)) return false;
  return !ENDS_SENTENCE.test(line) || ENDS_IN_INITIALS.test(line);
}

const FALLBACK_TITLE_LENGTH = 80;

/** A title for a text without one: its first words. */
export function firstWords(text: string): string {
  const plain = text.trim().replace(/\s+/gu, ' ');
  if (plain.length <= FALLBACK_TITLE_LENGTH) return plain;
  const cut = plain.slice(0, FALLBACK_TITLE_LENGTH + 1);
  const lastSpace = cut.lastIndexOf(' ');
  return `${lastSpace > 0 ? cut.slice(0, lastSpace) : Array.from(cut).slice(0, -1).join('')}…`;
}
