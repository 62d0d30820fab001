import { type Analysis, nameLabels, sentenceColumns, type WordColumns } from './columns.ts';
import type { GivenWords } from './read.ts';

/** The lines of a CoNLL-U file with lemma, tags, tree, enhanced graph and names filled in; all else as it was. */
export function fillConllu(lines: GivenWords['lines'], document: Analysis): string {
  const labels = nameLabels(document);
  const { sentences, tokens } = document;
  let columns: readonly WordColumns[] = [];
  let shown = -1;
  return lines
    .map(({ text, token }) => {
      if (token === null) return text;
      const sentence = tokens.sentence[token]!;
      if (sentence !== shown) columns = sentenceColumns(document, (shown = sentence));
      return fillLine(text, columns[token - sentences.firstToken[sentence]!]!, labels[token]!);
    })
    .join('\n');
}

function fillLine(line: string, word: WordColumns, label: string): string {
  const [id = '', form = '', , , , feats = '_', , , , misc = '_'] = line.split('\t');
  const kept = misc.split('|').filter((part) => part !== '_' && !part.startsWith('ner='));
  const notes = [...kept, ...(label === 'O' ? [] : [`ner=${label}`])].join('|') || '_';
  const { lemma, upos, xpos, head, deprel, deps } = word;
  return [id, form, lemma || '_', upos, xpos, feats, head, deprel, deps, notes].join('\t');
}
