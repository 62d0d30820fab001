import { ABBREVIATIONS, BEFORE_NAME, FUSED, PREFIXES } from './abbreviations.ts';
import {
  APOSTROPHE,
  classOf,
  DIGIT,
  HYPHEN,
  isLetter,
  isWordClass,
  LOWER,
  OTHER,
  PERIOD,
  SPACE,
  UPPER,
} from './characters.ts';

/** Token boundaries found so far: `start[i]`..`end[i]`. */
export interface TokenSpans {
  length: number;
  start: Uint32Array;
  end: Uint32Array;
}

export const emptySpans = (capacity: number): TokenSpans => ({
  length: 0,
  start: new Uint32Array(capacity),
  end: new Uint32Array(capacity),
});

function push(spans: TokenSpans, start: number, end: number): void {
  if (start >= end) return;
  if (spans.length === spans.start.length) {
    const wider = Math.max(64, spans.length * 2);
    const grow = (old: Uint32Array): Uint32Array => {
      const grown = new Uint32Array(wider);
      grown.set(old);
      return grown;
    };
    spans.start = grow(spans.start);
    spans.end = grow(spans.end);
  }
  spans.start[spans.length] = start;
  spans.end[spans.length] = end;
  spans.length++;
}

/**
 * Splits `text` from `start` to `end` into the words of the UD English treebanks (EWT, GUM): clitics apart (do n't, Kremlin ’s),
 * compounds apart at the hyphen (al - Qaeda - linked) but not after a prefix (anti-war), currency and per cent signs
 * apart, abbreviations with their full stop. Every character that is not blank lies in exactly one token.
 */
export function tokenize(text: string, start: number, end: number, spans: TokenSpans): void {
  let at = start;
  while (at < end) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === SPACE) {
      at++;
      continue;
    }
    let stop = at + 1;
    let plain = isLetter(kind);
    for (; stop < end; stop++) {
      const next = classOf(text.charCodeAt(stop));
      if (next === SPACE) break;
      if (!isLetter(next)) plain = false;
    }
    if (plain) pushWord(text, at, stop, spans);
    else tokenizeChunk(text, at, stop, spans);
    at = stop;
  }
}

/** A run of letters, which may be two words written as one. */
function pushWord(text: string, start: number, end: number, spans: TokenSpans): void {
  const length = end - start;
  if (length >= 2 && length <= 8) {
    const first = FUSED.get(text.slice(start, end).toLowerCase());
    // "IM" and "WONT" in capitals are more likely acronyms than slips.
    if (first !== undefined && (length > 3 || classOf(text.charCodeAt(end - 1)) === LOWER)) {
      push(spans, start, start + first);
      push(spans, start + first, end);
      return;
    }
  }
  push(spans, start, end);
}

const WHOLE =
  /(?:(?:https?|ftp):\/\/|www\.)[^\s<>"“”]+|[\w.+%-]+@[\w-]+(?:\.[\w-]+)+|[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|gov|edu|info|co\.uk|html?|pdf|docx?)(?:\/[^\s<>"“”]*)?(?![\w.])|[@#]\p{L}\w+/iuy;
const EMOTICON = /[:;=][-^o']?[)(\]DPp/|]+(?!\w)|<3/y;
const PHONE =
  /\(?\d{3}\)?[-.]\d{3}[-.]\d{4}(?!\d)|\d{1,2}[-.]\d{3}[-.]\d{3}[-.]\d{4}(?!\d)|\d{3}-\d{4}(?!\d)|\d{4}-\d\d-\d\d(?!\d)/y;

/** A stretch without blanks that is not all letters. */
function tokenizeChunk(text: string, start: number, end: number, spans: TokenSpans): void {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    const whole = wholeFrom(text, at, end, kind);
    if (whole > at) {
      push(spans, at, whole);
      at = whole;
    } else if (isWordClass(kind)) at = takeWord(text, at, end, spans);
    else at = takeMark(text, at, end, code, kind, spans);
  }
}

/** Where an address, a tag, a telephone number or an emoticon that starts at `at` ends; `at` if there is none. */
function wholeFrom(text: string, at: number, end: number, kind: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x3a || code === 0x3b || code === 0x3d || code === 0x3c)
    return matchEnd(EMOTICON, text, at, end);
  if (kind === DIGIT || code === 0x28) {
    const phone = matchEnd(PHONE, text, at, end);
    if (phone > at) return phone;
  }
  if (!isWordClass(kind) && code !== 0x40 && code !== 0x23) return at;
  if (!hasAddressSign(text, at, end)) return at;
  let stop = matchEnd(WHOLE, text, at, end);
  while (stop > at && isTrailing(text.charCodeAt(stop - 1))) stop--;
  return stop;
}

const isTrailing = (code: number): boolean =>
  code === 0x2e ||
  code === 0x2c ||
  code === 0x3a ||
  code === 0x3b ||
  code === 0x29 ||
  code === 0x5d ||
  code === 0x21 ||
  code === 0x3f ||
  code === 0x27;

/** Whether a point, `@`, `#` or `:` stands inside: without one of them nothing can be an address. */
function hasAddressSign(text: string, at: number, end: number): boolean {
  const first = text.charCodeAt(at);
  if (first === 0x40 || first === 0x23) return true;
  for (let i = at + 1; i < end - 1; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2e || code === 0x40 || (code === 0x3a && text.charCodeAt(i + 1) === 0x2f)) return true;
  }
  return false;
}

function matchEnd(pattern: RegExp, text: string, at: number, end: number): number {
  pattern.lastIndex = at;
  if (!pattern.test(text)) return at;
  return Math.min(pattern.lastIndex, end);
}

/** Takes one word, clitics and all, and returns where it ends. */
function takeWord(text: string, start: number, end: number, spans: TokenSpans): number {
  let stop = start + 1;
  while (stop < end) {
    const kind = classOf(text.charCodeAt(stop));
    if (isWordClass(kind)) stop++;
    else if (stop + 1 < end && joins(text, start, stop, kind)) stop++;
    else break;
  }
  if (stop < end && text.charCodeAt(stop) === 0x2e && keepsStop(text, start, stop, end)) stop++;
  const clitic = cliticStart(text, start, stop);
  const unit = clitic === stop ? unitStart(text, start, stop) : stop;
  if (clitic < stop) {
    pushHead(text, start, clitic, spans);
    push(spans, clitic, stop);
  } else if (unit < stop) {
    push(spans, start, unit);
    push(spans, unit, stop);
  } else pushHead(text, start, stop, spans);
  return stop;
}

/** A word before a clitic: "cannot" and its like are still two words. */
function pushHead(text: string, start: number, end: number, spans: TokenSpans): void {
  if (isLetter(classOf(text.charCodeAt(end - 1)))) pushWord(text, start, end, spans);
  else push(spans, start, end);
}

/** Whether the mark at `at` holds together the word characters on both sides. */
function joins(text: string, start: number, at: number, kind: number): boolean {
  const code = text.charCodeAt(at);
  const before = classOf(text.charCodeAt(at - 1));
  const after = classOf(text.charCodeAt(at + 1));
  if (!isWordClass(after) || !isWordClass(before)) return code === 0x5f;
  if (kind === APOSTROPHE) return code !== 0x60 && (isLetter(after) || before === DIGIT);
  if (kind === PERIOD) return pointJoins(text, start, at, before, after);
  if (kind === HYPHEN) return hyphenJoins(text, start, at);
  if (code === 0x2c || code === 0x3a) return before === DIGIT && after === DIGIT;
  if (code === 0x2f)
    return before === DIGIT && after === DIGIT && !/^[13]\/[24](?!\d)/.test(text.slice(start, at + 3));
  if (code === 0x26) return before === UPPER && after === UPPER;
  return code === 0x5f;
}

function pointJoins(text: string, start: number, at: number, before: number, after: number): boolean {
  if (before === DIGIT && after === DIGIT) return true;
  if (!isLetter(before) || !isLetter(after)) return false;
  // U.S, e.g, Ph.D: single letters between points.
  const single = (i: number): boolean =>
    i + 1 >= text.length || !isWordClass(classOf(text.charCodeAt(i + 1)));
  const wordStart = Math.max(start, text.lastIndexOf('.', at - 1) + 1);
  if (at - wordStart === 1 && single(at + 1)) return true;
  return /^(?:ph|m)\.(?:d|sc|phil)$/i.test(
    text.slice(start, at + (text.charCodeAt(at + 2) === 0x63 ? 3 : 2)),
  );
}

function hyphenJoins(text: string, start: number, at: number): boolean {
  const first = text.slice(start, at);
  // The treebanks leave "anti-American" whole; but whom "anti-ISIS" is against must be a word, or nothing can be said of it.
  if (/^(?:anti|pro)$/iu.test(first) && /^\p{Lu}/u.test(text.slice(at + 1, at + 3))) return false;
  return first.length <= 7 && PREFIXES.has(first.toLowerCase()) && !/^[A-Z]{2,}$/.test(first);
}

/** Whether the full stop at `at` belongs to the abbreviation before it. */
function keepsStop(text: string, start: number, at: number, end: number): boolean {
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0x20;
  if (next === 0x2e) return false;
  const word = text.slice(start, at);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  if (word.length === 1) return isLetterWithStop(text, word, at);
  if (word.length > 7) return false;
  const lower = word.toLowerCase();
  if (!BEFORE_NAME.has(lower) && !ABBREVIATIONS.has(lower)) return false;
  // "He said no." and "in the sun." are words; "No. 5" and "Sun." are not.
  return isAbbreviationHere(text, word, lower, at, end);
}

/** "J.", but not "I."; "v." between names, "p." and "c." before numbers. */
function isLetterWithStop(text: string, letter: string, at: number): boolean {
  if (classOf(letter.charCodeAt(0)) === UPPER) return letter !== 'I';
  if (letter === 'v') return /^\s+["'“‘(]?\p{Lu}/u.test(text.slice(at + 1, at + 8));
  return (letter === 'p' || letter === 'c') && /^\s+\d/.test(text.slice(at + 1, at + 8));
}

const ALSO_WORDS = new Set(
  `no sat sun mar may ill ind miss mass wash ore pa ma la del mo max ed co min hon long lat fig det sec dev est mon tex ga st
  fax tel fri hr ext jun int`.split(/\s+/),
);

function isAbbreviationHere(text: string, word: string, lower: string, at: number, end: number): boolean {
  if (!ALSO_WORDS.has(lower)) return true;
  if (classOf(word.charCodeAt(0)) !== UPPER) return false;
  if (at + 1 < end) return true;
  let next = at + 1;
  while (next < text.length && classOf(text.charCodeAt(next)) === SPACE) next++;
  if (next >= text.length) return false;
  const kind = classOf(text.charCodeAt(next));
  return lower === 'no' ? kind === DIGIT : kind !== OTHER;
}

const CLITIC = /(?:n['’]t|['’`](?:s|m|d|re|ve|ll|em))$/i;
const BARE_CLITIC = /^['’](?:s|m|d|re|ve|ll)$/i;

/** Where the clitic that ends the word starts; the word's end if it has none. */
function cliticStart(text: string, start: number, end: number): number {
  if (end - start < 3) return end;
  for (let back = 2; back <= 3 && back < end - start; back++) {
    if (classOf(text.charCodeAt(end - back)) !== APOSTROPHE) continue;
    const found = CLITIC.exec(text.slice(Math.max(start, end - 4), end));
    return found ? end - found[0].length : end;
  }
  return end;
}

const UNIT = /^(?:am|pm|km|kg|mph|kph|ft|lbs?|mm|cm|gb|mb|hrs?|yrs?|k?wh?|mw|bn|mn)$/i;

/** 10pm, 40km: where the unit starts. */
function unitStart(text: string, start: number, end: number): number {
  if (classOf(text.charCodeAt(start)) !== DIGIT || !isLetter(classOf(text.charCodeAt(end - 1)))) return end;
  let at = end;
  while (at > start && isLetter(classOf(text.charCodeAt(at - 1)))) at--;
  return UNIT.test(text.slice(at, end)) ? at : end;
}

/** Takes a mark or a run of the same mark, and returns where it ends. */
function takeMark(
  text: string,
  at: number,
  end: number,
  code: number,
  kind: number,
  spans: TokenSpans,
): number {
  let stop = at + 1;
  if (kind === APOSTROPHE) stop = apostropheEnd(text, at, end, spans);
  else if (code === 0x21 || code === 0x3f)
    while (stop < end && isMarkOf(text.charCodeAt(stop), 0x21, 0x3f)) stop++;
  else if (REPEATS.has(code)) while (stop < end && text.charCodeAt(stop) === code) stop++;
  push(spans, at, stop);
  return stop;
}

const isMarkOf = (code: number, one: number, other: number): boolean => code === one || code === other;
const REPEATS = new Set([...'.-*=_~#+<>|'].map((char) => char.charCodeAt(0)));

/** An apostrophe may open a clitic ('s after a bracket or a digit), a year ('99), an elision ('em), or quote. */
function apostropheEnd(text: string, at: number, end: number, spans: TokenSpans): number {
  let stop = at + 1;
  if (
    stop < end &&
    isMarkOf(text.charCodeAt(stop), 0x27, 0x60) &&
    text.charCodeAt(stop) === text.charCodeAt(at)
  ) {
    return stop + 1;
  }
  while (stop < end && isWordClass(classOf(text.charCodeAt(stop)))) stop++;
  const piece = text.slice(at, stop);
  const glued = spans.length > 0 && spans.end[spans.length - 1] === at;
  if (glued && BARE_CLITIC.test(piece)) return stop;
  if (!glued && /^['’](?:\d\ds?|em|tis|twas|til|cause|n)$/i.test(piece)) return stop;
  return at + 1;
}
