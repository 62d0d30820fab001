import type { TokenTable } from '../../model/index.ts';
import { type Analysis, nameLabels, sentenceColumns } from './columns.ts';

/**
 * The analysis as CoNLL-U (universaldependencies.org/format.html). MISC holds `start_char` and `end_char` (UTF-16 code units into the
 * text, end exclusive) and `ner=B-ORG`, the form Stanza writes. Words written together ("do" "n't") stand under a range line. The
 * comment `passage` says what of the article the sentence is part of. Parses every sentence.
 */
export function writeConllu(document: Analysis): string {
  const labels = nameLabels(document);
  const { article, passages, sentences } = document;
  const lines = [`# newdoc id = ${article.id}`];
  for (let s = 0; s < sentences.length; s++) {
    const passage = sentences.passage[s]!;
    if (s === 0 || passage !== sentences.passage[s - 1]) lines.push('# newpar');
    const text = article.text.slice(sentences.start[s], sentences.end[s]).replace(/\s+/gu, ' ');
    lines.push(
      `# sent_id = ${article.id}-${s + 1}`,
      `# passage = ${passages[passage]?.kind ?? ''}`,
      `# text = ${text}`,
    );
    lines.push(...wordLines(document, s, labels), '');
  }
  return `${lines.join('\n')}\n`;
}

function wordLines(document: Analysis, sentence: number, labels: readonly string[]): string[] {
  const { tokens, sentences, article } = document;
  const first = sentences.firstToken[sentence]!;
  const columns = sentenceColumns(document, sentence);
  const lines: string[] = [];
  let rangeEnd = 0;
  columns.forEach((word, i) => {
    const token = first + i;
    if (i >= rangeEnd) {
      rangeEnd = joinedEnd(document, token, first + columns.length) - first;
      if (rangeEnd - i > 1) lines.push(rangeLine(document, token, first + rangeEnd, i, article.text));
    }
    const inRange = rangeEnd - i > 1 || (i > 0 && isJoined(tokens, token) && rangeEnd > i);
    const misc = [
      `start_char=${tokens.start[token]!}`,
      `end_char=${tokens.end[token]!}`,
      ...(!inRange && touchesNext(tokens, token) ? ['SpaceAfter=No'] : []),
      ...(labels[token] === 'O' ? [] : [`ner=${labels[token]!}`]),
    ].join('|');
    const { form, lemma, upos, xpos, head, deprel, deps } = word;
    lines.push([i + 1, form, lemma || '_', upos, xpos, '_', head, deprel, deps, misc].join('\t'));
  });
  return lines;
}

function rangeLine({ tokens }: Analysis, token: number, end: number, position: number, text: string): string {
  const form = text.slice(tokens.start[token], tokens.end[end - 1]);
  const misc = [
    `start_char=${tokens.start[token]!}`,
    `end_char=${tokens.end[end - 1]!}`,
    ...(touchesNext(tokens, end - 1) ? ['SpaceAfter=No'] : []),
  ].join('|');
  return [`${position + 1}-${position + end - token}`, form, '_', '_', '_', '_', '_', '_', '_', misc].join(
    '\t',
  );
}

const touchesNext = (tokens: TokenTable, token: number): boolean =>
  tokens.end[token] === tokens.start[token + 1];

/** Whether a token is the second part of a written word: "n't", "'s", "not" of "cannot". Marks and hyphens join nothing. */
function isJoined({ form, start, end, strings }: TokenTable, token: number): boolean {
  if (token === 0 || start[token] !== end[token - 1]) return false;
  const [before, own] = [strings.text(form[token - 1]!), strings.text(form[token]!)];
  return /\p{L}$/u.test(before) && /^['’]?\p{L}/u.test(own);
}

function joinedEnd({ tokens }: Analysis, token: number, end: number): number {
  let last = token + 1;
  while (last < end && isJoined(tokens, last)) last++;
  return last;
}
