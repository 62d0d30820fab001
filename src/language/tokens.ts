import { type Passage, type SentenceTable, StringTable, type TokenTable } from '../model/index.ts';
import { hashText } from './hash.ts';
import { knownForm } from './known-forms.ts';
import { sentenceStarts } from './sentences.ts';
import { emptySpans, tokenize } from './tokenize.ts';

/** Splits the passages of a text into sentences and tokens. A passage of code is left unread. */
export function findTokens(
  text: string,
  passages: readonly Passage[],
): { sentences: SentenceTable; tokens: TokenTable } {
  const spans = emptySpans(64 + (text.length >> 2));
  const first: number[] = [];
  const passage: number[] = [];
  passages.forEach(({ start, end, kind }, index) => {
    if (kind === 'code') return;
    const from = spans.length;
    tokenize(text, start, end, spans);
    if (spans.length === from) return;
    for (const token of bounded(sentenceStarts(text, spans, from, spans.length), spans.length)) {
      first.push(token);
      passage.push(index);
    }
  });
  const { length } = spans;
  const start = spans.start.slice(0, length);
  const end = spans.end.slice(0, length);
  const firstToken = Uint32Array.from(first);
  const endToken = Uint32Array.from(first, (_, i) => first[i + 1] ?? length);
  const sentence = new Uint32Array(length);
  endToken.forEach((stop, i) => sentence.fill(i, firstToken[i], stop));
  return {
    sentences: {
      length: first.length,
      start: Uint32Array.from(first, (token) => start[token]!),
      end: Uint32Array.from(endToken, (token) => end[token - 1]!),
      firstToken,
      endToken,
      passage: Uint32Array.from(passage),
    },
    tokens: { length, start, end, sentence, ...internForms(text, start, end) },
  };
}

/** The longest sentence of the treebanks has 159 words; what runs on beyond this is a list or no prose, and would cost its square. */
const MAX_SENTENCE_TOKENS = 400;

/** Cuts what has no sentence end for too long into pieces. */
function bounded(starts: readonly number[], end: number): number[] {
  const all: number[] = [];
  starts.forEach((start, i) => {
    for (let at = start; at < (starts[i + 1] ?? end); at += MAX_SENTENCE_TOKENS) all.push(at);
  });
  return all;
}

/**
 * Interns the forms and their lower case; the lower case of a form is worked out once. Most tokens repeat an earlier one: those are
 * found by a table of the characters themselves, without making a string of each.
 */
function internForms(
  text: string,
  start: Uint32Array,
  end: Uint32Array,
): Pick<TokenTable, 'form' | 'lower' | 'strings'> {
  const strings = new StringTable();
  const form = new Uint32Array(start.length);
  const lower = new Uint32Array(start.length);
  const mask = (1 << (32 - Math.clz32(2 * start.length + 1))) - 1;
  /** The first token of a form, counted from 1, at the place its characters give. */
  const firsts = new Uint32Array(mask + 1);
  for (let token = 0; token < start.length; token++) {
    const from = start[token]!;
    const to = end[token]!;
    const hash = hashText(text, from, to);
    let slot = hash & mask;
    let first = firsts[slot]!;
    while (first !== 0 && !isSame(text, start[first - 1]!, end[first - 1]!, from, to)) {
      slot = (slot + 1) & mask;
      first = firsts[slot]!;
    }
    if (first === 0) {
      firsts[slot] = token + 1;
      const known = knownForm(text, from, to, hash);
      form[token] = strings.intern(known.text);
      lower[token] = strings.intern(known.lower);
    } else {
      form[token] = form[first - 1]!;
      lower[token] = lower[first - 1]!;
    }
  }
  return { strings, form, lower };
}

function isSame(text: string, a: number, aEnd: number, b: number, bEnd: number): boolean {
  if (aEnd - a !== bEnd - b) return false;
  for (let i = a, j = b; i < aEnd; i++, j++) if (text.charCodeAt(i) !== text.charCodeAt(j)) return false;
  return true;
}
