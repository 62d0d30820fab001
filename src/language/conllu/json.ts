import { type Analysis, nameLabels, sentenceColumns } from './columns.ts';

/** The analysis as JSON: by sentence its place, what of the article it is part of, and its words with the columns of CoNLL-U. */
export function writeAnalysisJson(document: Analysis): string {
  const labels = nameLabels(document);
  const { article, passages, sentences, tokens } = document;
  const list = Array.from({ length: sentences.length }, (_, s) => ({
    start: sentences.start[s]!,
    end: sentences.end[s]!,
    passage: passages[sentences.passage[s]!]?.kind ?? 'prose',
    words: sentenceColumns(document, s).map((word, i) => {
      const token = sentences.firstToken[s]! + i;
      return { start: tokens.start[token]!, end: tokens.end[token]!, ...word, ner: labels[token]! };
    }),
  }));
  const { id, source, title, language } = article;
  return `${JSON.stringify({ schema: 'extract-analysis/1', document: { id, source, title, language }, sentences: list }, null, 2)}\n`;
}
