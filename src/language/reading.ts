import type { SentenceTable, TokenTable } from '../model/index.ts';
import { asRead } from './homographs.ts';
import { CASELESS, caseOf, isCaseless } from './forms.ts';
import { type DocumentWords, findHints, formKey, type Hints } from './hints.ts';
import type { Language } from './language.ts';
import { NAME_LABELS } from './name-labels.ts';
import { MAX_WORDS, type Reader } from './reader.ts';
import type { Stretch } from './reader-forms.ts';

/** What the reader makes of a document: the best tag of every token, and how likely each name label is. */
export interface Reading {
  /** Indices into the tagger's labels. */
  readonly tags: Uint8Array;
  /** Logarithms of probabilities, `names[token * NAME_LABELS.length + label]`. */
  readonly names: Float32Array;
  /** The tokens as lists and evidence see them, and what these say. */
  readonly words: DocumentWords;
  readonly hints: Hints;
}

const LABELS = NAME_LABELS.length;
const readings = new WeakMap<TokenTable, Reading>();

/** Reads every sentence, once per document: tags and names both come of it. */
export function readDocument(
  { gazetteer, reader }: Language,
  sentences: SentenceTable,
  written: TokenTable,
): Reading {
  const known = readings.get(written);
  if (known) return known;
  const tokens = asRead(sentences, written);
  const caseless = caselessSentences(sentences, tokens);
  const words = wordsOf(sentences, tokens, caseless);
  const reading = {
    tags: new Uint8Array(tokens.length),
    names: new Float32Array(tokens.length * LABELS),
    words,
    hints: findHints(gazetteer, words),
  };
  let batch: Stretch[] = [];
  let waiting = 0;
  const flush = (): void => {
    if (waiting > 0) readBatch(reader, tokens, batch, reading);
    batch = [];
    waiting = 0;
  };
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const end = sentences.endToken[sentence]!;
    for (let first = sentences.firstToken[sentence]!; first < end; first += MAX_WORDS) {
      const count = Math.min(MAX_WORDS, end - first);
      if (waiting + count > BATCH) flush();
      batch.push({ first, count, caseless: caseless[sentence] === 1 });
      waiting += count;
    }
  }
  flush();
  readings.set(written, reading);
  return reading;
}

/** Words read together: enough to use whole tiles of the products, few enough to stay near the processor. */
const BATCH = 128;

function readBatch(reader: Reader, tokens: TokenTable, batch: readonly Stretch[], reading: Reading): void {
  const { tags, names } = reader.read(tokens, batch, reading.hints);
  let row = 0;
  for (const { first, count } of batch) {
    for (let token = first; token < first + count; token++, row++) {
      reading.tags[token] = tags[row]!;
      logProbabilities(names, row * reader.stride, reading.names, token * LABELS);
    }
  }
}

function caselessSentences(sentences: SentenceTable, tokens: TokenTable): Uint8Array {
  const forms: string[] = [];
  return Uint8Array.from({ length: sentences.length }, (_, sentence) => {
    forms.length = 0;
    const end = sentences.endToken[sentence]!;
    for (let token = sentences.firstToken[sentence]!; token < end; token++) {
      forms.push(tokens.strings.text(tokens.form[token]!));
    }
    return isCaseless(forms) ? 1 : 0;
  });
}

function wordsOf(sentences: SentenceTable, tokens: TokenTable, caseless: Uint8Array): DocumentWords {
  const { strings, length } = tokens;
  const lower = new Int32Array(length);
  const capital = new Uint8Array(length);
  // By the id of a string; 0 where not looked up yet, so a key of 0 is looked up each time.
  const keys = new Int32Array(strings.size);
  const cases = new Uint8Array(strings.size).fill(NO_CASE);
  for (let token = 0; token < length; token++) {
    const word = tokens.lower[token]!;
    lower[token] = keys[word] ||= formKey(strings.text(word));
    const form = tokens.form[token]!;
    if (cases[form] === NO_CASE) cases[form] = caseOf(strings.text(form));
    capital[token] = caseless[tokens.sentence[token]!] === 1 ? CASELESS : cases[form]!;
  }
  return { length, lower, capital, first: sentences.firstToken, end: sentences.endToken };
}

const NO_CASE = 255;

/** Logarithm of the softmax of the name labels' scores. Labels far below the best are not told apart, to save their exponentials. */
function logProbabilities(scores: Float32Array, at: number, out: Float32Array, to: number): void {
  let best = scores[at]!;
  for (let label = 1; label < LABELS; label++) if (scores[at + label]! > best) best = scores[at + label]!;
  let sum = 0;
  for (let label = 0; label < LABELS; label++) {
    const below = scores[at + label]! - best;
    if (below > -FAR) sum += Math.exp(below);
  }
  const total = Math.log(sum);
  for (let label = 0; label < LABELS; label++) {
    out[to + label] = Math.max(-FAR, scores[at + label]! - best) - total;
  }
}

const FAR = 12;
