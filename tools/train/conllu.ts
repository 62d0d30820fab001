import { readFileSync } from 'node:fs';

/** A surface token that stands for several words (`don't`, `gonna`): words `first`..`last`, counted from 0, inclusive. */
export interface MultiwordToken {
  readonly first: number;
  readonly last: number;
  readonly form: string;
  readonly spaceAfter: boolean;
}

/** One sentence of a CoNLL-U file (universaldependencies.org/format.html). Column arrays, one entry per word. */
export interface TreebankSentence {
  readonly id: string;
  /** The `newdoc id` it stands under. */
  readonly document: string;
  readonly newDocument: boolean;
  readonly newParagraph: boolean;
  /** `# text`. */
  readonly text: string;
  readonly form: readonly string[];
  readonly lemma: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly feats: readonly string[];
  /** 0 is the root, else the word's number counted from 1, as in the file. */
  readonly head: readonly number[];
  readonly deprel: readonly string[];
  /** The enhanced graph as written, `4:nsubj|6:nsubj:pass`. */
  readonly deps: readonly string[];
  readonly misc: readonly string[];
  readonly spaceAfter: readonly boolean[];
  readonly multiword: readonly MultiwordToken[];
  /** Lines of empty nodes (`8.1`), split into their ten columns. */
  readonly emptyNodes: readonly (readonly string[])[];
}

export const readConllu = (path: string): TreebankSentence[] => parseConllu(readFileSync(path, 'utf8'));

export function parseConllu(text: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let document = '';
  for (const part of text.split(/\r?\n\r?\n/)) {
    const lines = part.split(/\r?\n/).filter((line) => line !== '');
    if (lines.length === 0) continue;
    const sentence = parseSentence(lines, document);
    document = sentence.document;
    if (sentence.form.length > 0) sentences.push(sentence);
  }
  return sentences;
}

function parseSentence(lines: readonly string[], inherited: string): TreebankSentence {
  const comment = (key: string): string | undefined => {
    const line = lines.find((candidate) => candidate.startsWith(`# ${key}`));
    return line?.slice(line.indexOf('=') + 1).trim();
  };
  const has = (key: string): boolean => lines.some((line) => line.startsWith(`# ${key}`));
  const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
  const words = rows.filter((row) => /^\d+$/.test(row[0]!));
  const column = (index: number): string[] => words.map((row) => row[index] ?? '_');
  const ranges = rows.filter((row) => /^\d+-\d+$/.test(row[0]!));
  return {
    id: comment('sent_id') ?? '',
    document: comment('newdoc id') ?? inherited,
    newDocument: has('newdoc'),
    newParagraph: has('newpar'),
    text: comment('text =') ?? '',
    form: column(1),
    lemma: column(2),
    upos: column(3),
    xpos: column(4),
    feats: column(5),
    head: column(6).map(Number),
    deprel: column(7),
    deps: column(8),
    misc: column(9),
    spaceAfter: words.map((row) => !hasNoSpace(row)),
    multiword: ranges.map((row) => {
      const [first, last] = row[0]!.split('-').map(Number) as [number, number];
      return { first: first - 1, last: last - 1, form: row[1]!, spaceAfter: !hasNoSpace(row) };
    }),
    emptyNodes: rows.filter((row) => /^\d+\.\d+$/.test(row[0]!)),
  };
}

const hasNoSpace = (row: readonly string[]): boolean => (row[9] ?? '').split('|').includes('SpaceAfter=No');

/** One sentence of an IOB file, document consistency needing to know where documents start. */
export interface NerSentence {
  readonly document: string;
  readonly form: readonly string[];
  /** `O`, `B-PER`, `I-PER` … as written. */
  readonly label: readonly string[];
}

/**
 * Reads UNER's form (`number TAB form TAB label …`, with comments) and the plain one (`form label`, blank or tab between).
 * `# newdoc id` starts a document; a file without any is one document per `documentSize` sentences.
 */
export function readIob(path: string, documentSize = 20): NerSentence[] {
  const sentences: NerSentence[] = [];
  let document = '';
  for (const part of readFileSync(path, 'utf8').split(/\r?\n\s*\r?\n/)) {
    const lines = part.split(/\r?\n/).filter((line) => line.trim() !== '');
    const started = lines.find((line) => line.startsWith('# newdoc'));
    if (started) document = started.slice(started.indexOf('=') + 1).trim();
    const rows = lines
      .filter((line) => !/^# /.test(line) || /^# [OBI](-|$)/.test(line))
      .map((line) => line.split(line.includes('\t') ? '\t' : ' '))
      .filter((row) => row.length < 3 || /^\d+$/.test(row[0]!));
    if (rows.length === 0) continue;
    const at = rows[0]!.length >= 3 ? 1 : 0;
    sentences.push({
      document: document || `part-${Math.floor(sentences.length / documentSize)}`,
      form: rows.map((row) => row[at]!),
      label: rows.map((row) => (row[at + 1] ?? 'O').trim()),
    });
  }
  return sentences;
}
