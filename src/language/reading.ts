import type { SentenceTable, TokenTable } from '../model/index.ts';
import { isCaseless } from './forms.ts';
import { NAME_LABELS } from './name-features.ts';
import { MAX_WORDS, type Reader } from './reader.ts';

/** What the reader makes of a document: the best tag of every token, and how likely each name label is. */
export interface Reading {
  /** Indices into the tagger's labels. */
  readonly tags: Uint8Array;
  /** Logarithms of probabilities, `names[token * NAME_LABELS.length + label]`. */
  readonly names: Float32Array;
}

const LABELS = NAME_LABELS.length;
const readings = new WeakMap<TokenTable, Reading>();

/** The forms of a sentence's tokens. */
export function formsOf(sentences: SentenceTable, tokens: TokenTable, sentence: number): string[] {
  const forms: string[] = [];
  for (let token = sentences.firstToken[sentence]!; token < sentences.endToken[sentence]!; token++) {
    forms.push(tokens.strings.text(tokens.form[token]!));
  }
  return forms;
}

/** Reads every sentence, once per document: tags and names both come of it. */
export function readDocument(
  reader: Reader,
  tagLabels: number,
  sentences: SentenceTable,
  tokens: TokenTable,
): Reading {
  const known = readings.get(tokens);
  if (known) return known;
  const reading = { tags: new Uint8Array(tokens.length), names: new Float32Array(tokens.length * LABELS) };
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const forms = formsOf(sentences, tokens, sentence);
    const caseless = isCaseless(forms);
    for (let from = 0; from < forms.length; from += MAX_WORDS) {
      const part = forms.length <= MAX_WORDS ? forms : forms.slice(from, from + MAX_WORDS);
      const { tags, names } = reader.read(part, caseless);
      const first = sentences.firstToken[sentence]! + from;
      for (let word = 0; word < part.length; word++) {
        const at = word * reader.stride;
        reading.tags[first + word] = largest(tags, at, tagLabels);
        logProbabilities(names, at, reading.names, (first + word) * LABELS);
      }
    }
  }
  readings.set(tokens, reading);
  return reading;
}

function largest(scores: Float32Array, at: number, count: number): number {
  let best = 0;
  for (let label = 1; label < count; label++) if (scores[at + label]! > scores[at + best]!) best = label;
  return best;
}

/** Logarithm of the softmax of the name labels' scores. Labels far below the best are not told apart, to save their exponentials. */
function logProbabilities(scores: Float32Array, at: number, out: Float32Array, to: number): void {
  const best = scores[at + largest(scores, at, LABELS)]!;
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
