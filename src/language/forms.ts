import { classOf, DIGIT, LOWER, UPPER, isLetter } from './characters.ts';

export const CASELESS = 5;
export const CASELESS_SHAPE = 'caseless';

/** 0: no letter, 1: lower case, 2: Capitalised, 3: ALL CAPITALS, 4: miXed. */
export function caseOf(form: string): number {
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < form.length; i++) {
    const kind = classOf(form.charCodeAt(i));
    if (kind === UPPER) upper++;
    else if (kind === LOWER) lower++;
  }
  if (upper === 0) return lower === 0 ? 0 : 1;
  if (classOf(form.charCodeAt(0)) === UPPER && upper === 1) return 2;
  return lower === 0 ? 3 : 4;
}

export const straighten = (text: string): string =>
  /[’‘`“”]/.test(text) ? text.replace(/[’‘`]/g, "'").replace(/[“”]/g, '"') : text;

/** `Kabul-2020` is `Xx-0`: classes of characters, runs as one. */
export function shape(form: string): string {
  let found = '';
  let last = '';
  for (let i = 0; i < form.length && found.length < 8; i++) {
    const kind = classOf(form.charCodeAt(i));
    const char = kind === UPPER ? 'X' : kind === LOWER ? 'x' : kind === DIGIT ? '0' : form[i]!;
    if (char !== last) found += char;
    last = char;
  }
  return found;
}

/**
 * Whether the case of a sentence's words says nothing: all in capitals, none at all, or every longer word capitalised as in
 * a headline.
 */
export function isCaseless(forms: readonly string[]): boolean {
  let words = 0;
  let capitalised = 0;
  let allCapitals = 0;
  let long = 0;
  let longCapitalised = 0;
  for (const form of forms) {
    const first = classOf(form.charCodeAt(0));
    if (!isLetter(first)) continue;
    words++;
    const isLong = form.length > 3;
    if (isLong) long++;
    if (first !== UPPER) continue;
    capitalised++;
    if (isLong) longCapitalised++;
    if (classOf(form.charCodeAt(form.length - 1)) === UPPER) allCapitals++;
  }
  if (words < 4) return false;
  if (capitalised === 0) return true;
  if (allCapitals >= 4 && allCapitals >= words * 0.9) return true;
  return long >= 5 && longCapitalised === long;
}
