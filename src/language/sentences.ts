import { BEFORE_NAME } from './abbreviations.ts';
import { APOSTROPHE, classOf, DIGIT, isLetter, isWordClass, LOWER, SPACE, UPPER } from './characters.ts';
import type { TokenSpans } from './tokenize.ts';

/**
 * The first tokens of the sentences among tokens `first`..`end` of one block, the first one included.
 *
 * A full stop, question or exclamation mark ends a sentence together with the closing quotes and brackets after it. What
 * is uncertain is decided by the next word: after an abbreviation only one that often starts a sentence ("The") may do so.
 */
export function sentenceStarts(text: string, spans: TokenSpans, first: number, end: number): number[] {
  const starts = [first];
  let token = first;
  while (token < end) {
    const mark = endMark(text, spans, token);
    if (mark === NONE) {
      if (token > starts.at(-1)! && startsUnmarked(text, spans, token)) starts.push(token);
      token++;
      continue;
    }
    let next = token + 1;
    while (next < end && closes(text, spans, next)) next++;
    next = afterReference(text, spans, next, end);
    if (next < end && breaksHere(text, spans, token, next, mark)) starts.push(next);
    token = next;
  }
  return starts;
}

const NONE = 0;
const STOP = 1;
const STRONG = 2;
const ELLIPSIS = 3;
const ABBREVIATED = 4;

function endMark(text: string, spans: TokenSpans, token: number): number {
  const start = spans.start[token]!;
  const end = spans.end[token]!;
  const last = text.charCodeAt(end - 1);
  if (last === 0x21 || last === 0x3f || last === 0x203d)
    return classOf(text.charCodeAt(start)) <= SPACE ? STRONG : NONE;
  if (last === 0x3002 || last === 0xff01 || last === 0xff1f) return STRONG;
  if (last === 0x2026) return ELLIPSIS;
  if (last !== 0x2e) return NONE;
  if (end - start === 1) return STOP;
  if (text.charCodeAt(start) === 0x2e) return ELLIPSIS;
  const word = text.slice(start, end - 1);
  return BEFORE_NAME.has(word.toLowerCase()) || (end - start === 2 && isInitial(text, spans, token))
    ? NONE
    : ABBREVIATED;
}

/** "J." between names; "plan B." ends one. */
function isInitial(text: string, spans: TokenSpans, token: number): boolean {
  if (token === 0) return true;
  const before = spans.start[token - 1]!;
  return classOf(text.charCodeAt(before)) === UPPER || spans.end[token - 1]! - before === 1;
}

const CLOSERS = new Set([...')]}"”’\'»'].map((char) => char.charCodeAt(0)));

/** A closing quote or bracket that stands against the end mark before it. */
function closes(text: string, spans: TokenSpans, token: number): boolean {
  const start = spans.start[token]!;
  const length = spans.end[token]! - start;
  if (length > 2 || !CLOSERS.has(text.charCodeAt(start))) return false;
  if (length === 2 && text.charCodeAt(start + 1) !== 0x27) return false;
  if (spans.end[token - 1] === start) return true;
  // A quote set off by blanks on both sides closes what another one opened.
  return text.charCodeAt(start) === 0x29 || text.charCodeAt(start) === 0x5d;
}

/** Past "[17]" and ":)", which belong to the sentence before them. */
function afterReference(text: string, spans: TokenSpans, token: number, end: number): number {
  let next = token;
  while (next + 2 < end && text.charCodeAt(spans.start[next]!) === 0x5b) {
    if (!/^\[\d+\]$/.test(text.slice(spans.start[next], spans.end[next + 2]))) break;
    next += 3;
  }
  const code = next < end ? text.charCodeAt(spans.start[next]!) : 0;
  const face = (code === 0x3a || code === 0x3b) && spans.end[next]! - spans.start[next]! > 1;
  return face ? next + 1 : next;
}

const OPENERS = new Set([...'"“‘\'([{«*-–—•'].map((char) => char.charCodeAt(0)));

const STARTERS = new Set(
  `the a an he she it they we i you this that these those in on at but and for as if when while after before since
   there his her its their our my what who how why where some many most all one two both however meanwhile according by
   no not with so also another other more now then last officials police`.split(/\s+/),
);

function breaksHere(text: string, spans: TokenSpans, mark: number, next: number, kind: number): boolean {
  const end = spans.end[next - 1]!;
  const start = spans.start[next]!;
  const glued = end === start;
  let look = next;
  // What a quote or bracket opens decides.
  while (
    look + 1 < spans.length &&
    OPENERS.has(text.charCodeAt(spans.start[look]!)) &&
    !isWord(text, spans, look)
  )
    look++;
  const opened = look > next;
  const first = classOf(text.charCodeAt(spans.start[look]!));
  if (glued && (kind === ABBREVIATED || !isLetter(first) || (kind === STOP && first === LOWER))) return false;
  if (kind === STRONG) return first !== LOWER || (!opened && next === mark + 1);
  if (first === LOWER)
    return kind === STOP && !opened && next === mark + 1 && !isSpeechVerb(text, spans, look);
  if (kind === ABBREVIATED) return first === UPPER && isStarter(text, spans, look);
  if (kind === ELLIPSIS) return first === UPPER;
  return first === UPPER || first === DIGIT || first === APOSTROPHE || !isWordClass(first);
}

const isWord = (text: string, spans: TokenSpans, token: number): boolean =>
  isWordClass(classOf(text.charCodeAt(spans.start[token]!)));

function isStarter(text: string, spans: TokenSpans, token: number): boolean {
  return STARTERS.has(text.slice(spans.start[token], spans.end[token]).toLowerCase());
}

function isSpeechVerb(text: string, spans: TokenSpans, token: number): boolean {
  return /^(?:said|says|told|added|wrote|asked)$/.test(text.slice(spans.start[token], spans.end[token]));
}

/** Where a sentence starts though the one before has no end mark: after rulers, emoticons, addresses, time stamps. */
function startsUnmarked(text: string, spans: TokenSpans, token: number): boolean {
  const before = spans.end[token - 1]!;
  const start = spans.start[token]!;
  if (before === start) return false;
  const first = classOf(text.charCodeAt(start));
  const length = before - spans.start[token - 1]!;
  const last = classOf(text.charCodeAt(before - 1));
  if (last === UPPER && length === 2 && first === UPPER && isTimeStamp(text, spans, token - 1)) return true;
  if (first === DIGIT && isWordClass(last) && isTimeStamp(text, spans, token + 2))
    return isHeading(text, spans, token - 1);
  if (!isWordClass(last) && length > 1 && first !== LOWER && isRulerOrFace(text, spans, token - 1))
    return true;
  if (spans.end[token]! - start >= 4 && !isWordClass(first) && isRulerOrFace(text, spans, token)) return true;
  if (length > 10 && (first === UPPER || isAddress(text, spans, token)) && isAddress(text, spans, token - 1))
    return true;
  return startsAfterGap(text, spans, token);
}

/** "02/13/2001 08:02 PM", the head of a quoted message. */
function isTimeStamp(text: string, spans: TokenSpans, token: number): boolean {
  return (
    token >= 2 &&
    token < spans.length &&
    /^\d+\/\d+\/\d+\s+\d+:[\d:]+\s*[AP]M$/.test(text.slice(spans.start[token - 2], spans.end[token]))
  );
}

/** A name or an address before a time stamp; in prose "on" or a comma stands there. */
function isHeading(text: string, spans: TokenSpans, token: number): boolean {
  const first = classOf(text.charCodeAt(spans.start[token]!));
  return first === UPPER || text.slice(spans.start[token], spans.end[token]).includes('@');
}

function isRulerOrFace(text: string, spans: TokenSpans, token: number): boolean {
  return /^(?:[-_=*~#+<>]{4,}|[:;=][-^o']?[)(DPp]+)$/.test(text.slice(spans.start[token], spans.end[token]));
}

function isAddress(text: string, spans: TokenSpans, token: number): boolean {
  return (
    text.startsWith('http', spans.start[token]) &&
    text.slice(spans.start[token], spans.end[token]).includes('://')
  );
}

const LINE_BREAK = 0x0a;

/** A blank line, or a line break before a list mark, starts a sentence in any block. */
function startsAfterGap(text: string, spans: TokenSpans, token: number): boolean {
  const [from, to] = [spans.end[token - 1]!, spans.start[token]!];
  if (to - from === 1 && text.charCodeAt(from) !== LINE_BREAK) return false;
  const gap = text.slice(from, to);
  if (!gap.includes('\n')) return false;
  return /\n[^\S\n]*\n/.test(gap) || /^[•*–—-]$/.test(text.slice(spans.start[token], spans.end[token]));
}
