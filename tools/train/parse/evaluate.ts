/**
 * Scores the parser on a treebank with given sentences and words. Counts as the CoNLL 2018 evaluation does (all punctuation, labels without
 * subtypes), and also without punctuation and with subtypes.
 */
import { DEPREL } from '../../../src/language/parse/labels.ts';
import type { Parser } from '../../../src/language/parse/parse.ts';
import type { TreebankSentence } from '../conllu.ts';
import { wordsOf, type Tags } from './read.ts';

/** Shares of words, in percent. */
export interface Attachment {
  readonly uas: number;
  readonly las: number;
  /** Labels with subtypes. */
  readonly full: number;
}

const universal = (label: string): string => label.split(':')[0]!;

interface Counts {
  words: number;
  heads: number;
  labels: number;
  full: number;
}

export function attachment(
  parser: Parser,
  gold: readonly TreebankSentence[],
  tags: readonly Tags[],
): { all: Attachment; withoutPunctuation: Attachment } {
  const all: Counts = { words: 0, heads: 0, labels: 0, full: 0 };
  const plain = { ...all };
  gold.forEach((sentence, s) => {
    const tree = parser.parse(wordsOf(sentence, tags[s]!));
    sentence.head.forEach((head, i) => {
      const label = DEPREL[tree.label[i]!]!;
      const expected = sentence.deprel[i]!;
      const headRight = tree.head[i] === head - 1;
      for (const count of sentence.upos[i] === 'PUNCT' ? [all] : [all, plain]) {
        count.words++;
        if (headRight) count.heads++;
        if (headRight && universal(label) === universal(expected)) count.labels++;
        if (headRight && label === expected) count.full++;
      }
    });
  });
  return { all: shares(all), withoutPunctuation: shares(plain) };
}

const shares = ({ words, heads, labels, full }: Counts): Attachment => ({
  uas: (100 * heads) / words,
  las: (100 * labels) / words,
  full: (100 * full) / words,
});
