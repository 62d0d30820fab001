import type { SentenceTable, TokenTable } from '../model/index.ts';
import { isCaseless } from './forms.ts';
import { NAME_LABELS } from './name-features.ts';
import { MAX_WORDS, type Reader } from './reader.ts';
import type { Stretch } from './reader-forms.ts';

/** What the reader makes of a document: the best tag of every token, and how likely each name label is. */
export interface Reading {
  /** Indices into the tagger's labels. */
  readonly tags: Uint8Array;
  /** Logarithms of probabilities, `names[token * NAME_LABELS.length + label]`. */
  readonly names: Float32Array;
  /** 1 for the sentences that give no case to go by. */
  readonly caseless: Uint8Array;
}

const LABELS = NAME_LABELS.length;
const readings = new WeakMap<TokenTable, Reading>();

/** Reads every sentence, once per document: tags and names both come of it. */
export function readDocument(reader: Reader, sentences: SentenceTable, tokens: TokenTable): Reading {
  const known = readings.get(tokens);
  if (known) return known;
  const reading = {
    tags: new Uint8Array(tokens.length),
    names: new Float32Array(tokens.length * LABELS),
    caseless: caselessSentences(sentences, tokens),
  };
  let batch: Stretch[] = [];
  let words = 0;
  const flush = (): void => {
    if (words > 0) readBatch(reader, tokens, batch, reading);
    batch = [];
    words = 0;
  };
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const end = sentences.endToken[sentence]!;
    for (let first = sentences.firstToken[sentence]!; first < end; first += MAX_WORDS) {
      const count = Math.min(MAX_WORDS, end - first);
      if (words + count > BATCH) flush();
      batch.push({ first, count, caseless: reading.caseless[sentence] === 1 });
      words += count;
    }
  }
  flush();
  readings.set(tokens, reading);
  return reading;
}

/** Words read together: enough to use whole tiles of the products, few enough to stay near the processor. */
const BATCH = 128;

function readBatch(reader: Reader, tokens: TokenTable, batch: readonly Stretch[], reading: Reading): void {
  const { tags, names } = reader.read(tokens, batch);
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
