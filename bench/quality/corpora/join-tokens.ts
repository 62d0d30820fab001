import type { Span } from '../../../src/model/index.ts';

const CLOSES = /^(?:[,.;:?!)\]}%”’]+|'(?:s|re|ve|ll|d|m|t)?|n't)$/iu;
const OPENS = /^[([{$“‘]$/u;

/** Spellings of the corpus's tokens that no newspaper has. */
const WRITTEN: Readonly<Record<string, string>> = {
  '-LRB-': '(',
  '-RRB-': ')',
  '-LCB-': '{',
  '-RCB-': '}',
  '-LSB-': '[',
  '-RSB-': ']',
  '``': '“',
  "''": '”',
  _: '—',
};

interface Piece {
  readonly text: string;
  /** Tokens that it stands for. */
  readonly tokens: number;
}

/** Token by token; two single quotes in a row are one double quote. */
function pieces(tokens: readonly string[]): Piece[] {
  const found: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [token, next] = [tokens[at] ?? '', tokens[at + 1]];
    if ((token === '`' || token === "'") && next === token) {
      found.push({ text: token === '`' ? '“' : '”', tokens: 2 });
      at++;
    } else found.push({ text: WRITTEN[token] ?? token, tokens: 1 });
  }
  return found;
}

/**
 * Text as it would be printed: marks close to their words, two straight single quotes as one curly double quote, `10 , 000` as one
 * number. Gives the span of each token, too.
 */
export function joinTokens(tokens: readonly string[]): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = '';
  let inside = false;
  const all = pieces(tokens);
  for (const [index, { text: word, tokens: count }] of all.entries()) {
    const before = all[index - 1]?.text ?? '';
    const afterNext = all[index + 1]?.text ?? '';
    // A straight double quote opens and closes by turns.
    const quote = word === '"';
    const close =
      index === 0 ||
      CLOSES.test(word) ||
      OPENS.test(before) ||
      (quote && inside) ||
      (before === '"' && inside) ||
      (before === ',' &&
        /^\d{3}$/u.test(word) &&
        /^\d{1,3}$/u.test(all[index - 2]?.text ?? '') &&
        afterNext !== ',');
    if (!close) text += ' ';
    if (quote) inside = !inside;
    const start = text.length;
    text += word;
    for (let n = 0; n < count; n++) spans.push({ start, end: text.length });
  }
  return { text, spans };
}
