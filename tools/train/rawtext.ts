import type { TreebankSentence } from './conllu.ts';

/** Text rebuilt from a treebank as the CoNLL 2018 evaluation does, with where its sentences and words stand in it. */
export interface RawText {
  readonly text: string;
  /** Character spans of the paragraphs: sentences never cross them. */
  readonly paragraphs: readonly (readonly [number, number])[];
  readonly sentences: readonly (readonly [number, number])[];
  /** Surface tokens (a contraction is one) and syntactic words. */
  readonly tokens: readonly (readonly [number, number])[];
  readonly words: readonly (readonly [number, number])[];
}

export function rawText(sentences: readonly TreebankSentence[]): RawText {
  let text = '';
  const paragraphs: [number, number][] = [];
  const spans: [number, number][] = [];
  const tokens: [number, number][] = [];
  const words: [number, number][] = [];
  let opened = 0;
  const close = (): void => {
    const end = text.trimEnd().length;
    if (end > opened) paragraphs.push([opened, end]);
    text = text.trimEnd() + '\n\n';
    opened = text.length;
  };
  for (const sentence of sentences) {
    if ((sentence.newDocument || sentence.newParagraph) && text.length > opened) close();
    const start = text.length;
    let index = 0;
    while (index < sentence.form.length) {
      const range = sentence.multiword.find((candidate) => candidate.first === index);
      const last = range?.last ?? index;
      const form = range?.form ?? sentence.form[index]!;
      const at = text.length;
      text += form;
      tokens.push([at, text.length]);
      pushWords(words, at, form, sentence.form.slice(index, last + 1));
      if (range?.spaceAfter ?? sentence.spaceAfter[index]) text += ' ';
      index = last + 1;
    }
    spans.push([start, text.trimEnd().length]);
  }
  close();
  return { text, paragraphs, sentences: spans, tokens, words };
}

/** The words of a contraction share out its letters where they spell it, else each gets the whole. */
function pushWords(words: [number, number][], at: number, form: string, parts: readonly string[]): void {
  if (parts.join('').length !== form.length) {
    for (let i = 0; i < parts.length; i++) words.push([at, at + form.length]);
    return;
  }
  let from = at;
  for (const part of parts) {
    words.push([from, from + part.length]);
    from += part.length;
  }
}

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function score(correct: number, found: number, gold: number): Scores {
  const precision = found === 0 ? 0 : correct / found;
  const recall = gold === 0 ? 0 : correct / gold;
  const f1 = correct === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

/** F1 of spans that must agree in both ends. */
export function spanScore(
  found: readonly (readonly [number, number])[],
  gold: readonly (readonly [number, number])[],
): Scores {
  const keys = new Set(gold.map(([start, end]) => `${start}-${end}`));
  const correct = new Set(found.map(([start, end]) => `${start}-${end}`).filter((key) => keys.has(key))).size;
  return score(correct, found.length, gold.length);
}
