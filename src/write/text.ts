/**
 * `text` as every format can hold it: without the characters that XML 1.0 forbids (section 2.2, Char), lone surrogates
 * replaced by U+FFFD.
 */
export const xmlSafe = (text: string): string =>
  wellFormed(text).replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

/** `text` on one line: white space collapsed to single blanks, other control characters dropped. */
export const singleLine = (text: string): string =>
  xmlSafe(text)
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();

/**
 * `text` with nothing in it that a terminal would obey: control characters become U+FFFD; the bidirectional embeddings,
 * overrides and isolates (UAX 9), which could reorder what stands around a quotation, are dropped.
 */
export const terminalSafe = (text: string): string =>
  wellFormed(text)
    .replace(/[\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu, '')
    .replace(/[\p{Cc}\u{2028}\u{2029}]/gu, '\u{FFFD}');

/** `terminalSafe` on one line, white space collapsed to single blanks. */
export const terminalLine = (text: string): string => terminalSafe(text.replace(/\s+/gu, ' ').trim());

const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\u{FFFD}');
