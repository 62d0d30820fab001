/**
 * The scorer that defines the figures is written in Python; these are the places where its arithmetic and strings differ
 * from JavaScript's.
 */

/** `round(x, 3)` of Python: the exact binary value rounded to three decimals, a tie (only k/16 can be one) to even. */
export function round3(x: number): number {
  const sixteenths = x * 16;
  if (!Number.isInteger(sixteenths) || sixteenths % 2 === 0) return Number(x.toFixed(3));
  const below = Math.floor(x * 1000);
  return (below % 2 === 0 ? below : below + 1) / 1000;
}

/** `isupper()` of a one-character string: the Unicode property Uppercase, which title-case letters lack. */
export const startsUppercase = (text: string): boolean => /^\p{Uppercase}/u.test(text);
export const hasUppercase = (text: string): boolean => /\p{Uppercase}/u.test(text);

/** Python compares strings by code points, JavaScript by UTF-16 units; UTF-8 bytes sort as code points do. */
export const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
