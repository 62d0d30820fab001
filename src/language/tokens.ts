import { type Passage, type SentenceTable, StringTable, type TokenTable } from '../model/index.ts';
import { straighten } from './forms.ts';
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
function bounded(starts: Iterable<number>, end: number): number[] {
  const list = [...starts];
  return list.flatMap((start, i) => {
    const length = (list[i + 1] ?? end) - start;
    return Array.from(
      { length: Math.ceil(length / MAX_SENTENCE_TOKENS) },
      (_, k) => start + k * MAX_SENTENCE_TOKENS,
    );
  });
}

/** Interns the forms and their lower case; the lower case of a form is worked out once. */
function internForms(
  text: string,
  start: Uint32Array,
  end: Uint32Array,
): Pick<TokenTable, 'form' | 'lower' | 'strings'> {
  const strings = new StringTable();
  const form = new Uint32Array(start.length);
  const lower = new Uint32Array(start.length);
  const lowerOf: number[] = [];
  for (let token = 0; token < start.length; token++) {
    const slice = text.slice(start[token], end[token]);
    const id = strings.intern(slice);
    form[token] = id;
    lower[token] = lowerOf[id] ??= strings.intern(straighten(slice.toLowerCase()));
  }
  return { strings, form, lower };
}
