/** Classes of characters, as the tokenizer and the shape features see them. */
export const OTHER = 0;
export const SPACE = 1;
export const UPPER = 2;
export const LOWER = 3;
export const DIGIT = 4;
export const APOSTROPHE = 5;
export const HYPHEN = 6;
export const PERIOD = 7;

const ASCII = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (code <= 32 || code === 127) ASCII[code] = SPACE;
  else if (/[A-Z]/.test(char)) ASCII[code] = UPPER;
  else if (/[a-z]/.test(char)) ASCII[code] = LOWER;
  else if (/[0-9]/.test(char)) ASCII[code] = DIGIT;
  else if (char === "'" || char === '`') ASCII[code] = APOSTROPHE;
  else if (char === '-') ASCII[code] = HYPHEN;
  else if (char === '.') ASCII[code] = PERIOD;
}

const UNKNOWN = 255;
const known = new Uint8Array(0x10000).fill(UNKNOWN);

/** The class of a UTF-16 code unit. Surrogates count as lower-case letters, so that a pair is never torn apart. */
export function classOf(code: number): number {
  if (code < 128) return ASCII[code]!;
  const before = known[code]!;
  return before === UNKNOWN ? (known[code] = classOfWide(code)) : before;
}

function classOfWide(code: number): number {
  if (code === 0x2019 || code === 0x2018 || code === 0x02bc) return APOSTROPHE;
  if (code === 0x2010 || code === 0x2011) return HYPHEN;
  if (code >= 0xd800 && code <= 0xdfff) return LOWER;
  const char = String.fromCharCode(code);
  if (/[\s\u0085\u200b\u200e\u200f\u2060\ufeff]/.test(char)) return SPACE;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return UPPER;
  if (/\p{L}|\p{M}/u.test(char)) return LOWER;
  if (/\p{N}/u.test(char)) return DIGIT;
  return OTHER;
}

export const isLetter = (kind: number): boolean => kind === UPPER || kind === LOWER;
export const isWordClass = (kind: number): boolean => kind >= UPPER && kind <= DIGIT;
