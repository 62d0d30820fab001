import { lowerAt } from '../model/index.ts';
import type { Base } from './phrases.ts';

const SMALL = /^(?:of|the|and|in|for|on|de|la|du|to)$/u;

/** The capitals of a name, in lower case. */
export const lettersOf = (name: string): string => name.replace(/[^\p{Lu}]/gu, '').toLowerCase();

/** What an acronym of a name may be: the initials of all its words, and of its content words. None for a name of one word. */
export function initialsOf(name: string): string[] {
  const words = name.toLowerCase().split(/[\s-]+/u);
  const initials = (of: readonly string[]): string => of.map((word) => word.charAt(0)).join('');
  return words.length > 1 ? [initials(words), initials(words.filter((word) => !SMALL.test(word)))] : [];
}

/** Every capital of the acronym is the initial of a word of the name, in order, all content words used. */
export function isAcronymOf(acronym: string, long: string): boolean {
  const letters = lettersOf(acronym);
  if (letters.length < 2 || acronym.replace(/[.\s-]/gu, '').length > letters.length + 1) return false;
  return initialsOf(long).includes(letters);
}

/**
 * The word in brackets right after a name that is spoken for it: "Front for the Freedom of Marn (Frefrema)". It begins as the name does, or all
 * its letters stand in the name in their order.
 */
export function spokenAcronym(
  document: Base,
  end: number,
  name: string,
): { first: number; end: number } | null {
  const { tokens } = document;
  if (lowerAt(tokens, end) !== '(' || lowerAt(tokens, end + 2) !== ')') return null;
  const word = tokens.strings.text(tokens.form[end + 1] ?? 0);
  const long = name.split(/\s+/u).length > 2;
  if (!long || !/^\p{Lu}\p{Ll}{3,11}$/u.test(word)) return null;
  let at = 0;
  for (const letter of name.toLowerCase()) if (letter === word.charAt(at).toLowerCase()) at++;
  return at === word.length ? { first: end + 1, end: end + 2 } : null;
}

/** The acronym in brackets right after `end`, if any: token range without the brackets. */
export function bracketedAcronym(
  { tokens }: Base,
  end: number,
): { first: number; end: number; text: string } | null {
  if (lowerAt(tokens, end) !== '(') return null;
  let close = end + 1;
  while (close < end + 6 && lowerAt(tokens, close) !== ')') close++;
  if (lowerAt(tokens, close) !== ')' || close === end + 1) return null;
  let text = '';
  for (let i = end + 1; i < close; i++) text += tokens.strings.text(tokens.form[i] ?? 0);
  return /^\p{Lu}[\p{Lu}\p{Ll}\d&./-]{1,11}$/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2
    ? { first: end + 1, end: close, text }
    : null;
}
