/**
 * `teacher.tsv`: what the teacher says of the names of open text, without the text. One line per sentence: a hash of its words, then the
 * words that are not surely no name, each with the labels that are likely at all: `4:B-person=96,B-organization=3`, in percent.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { NAME_LABELS } from '../../../src/language/name-labels.ts';

const LABELS = NAME_LABELS.length;
/** Shares below this, in percent, are left out. */
const LEAST = 3;

const sentenceKey = (form: readonly string[]): string =>
  createHash('sha1').update(form.join(' ')).digest('hex').slice(0, 12);

/** Probabilities of the labels of a sentence's words, label by label for each word. */
export type Soft = Float32Array<ArrayBuffer>;

export function writeTeacherTable(
  path: string,
  sentences: readonly { form: readonly string[]; soft: Soft }[],
): void {
  const lines = sentences.map(({ form, soft }) => {
    const words = form.flatMap((_, word) => {
      const parts = NAME_LABELS.flatMap((label, code) => {
        const percent = Math.round(100 * soft[word * LABELS + code]!);
        return percent >= LEAST ? [`${label}=${percent}`] : [];
      });
      return parts.length === 0 || (parts[0]!.startsWith('O=') && parts.length === 1)
        ? []
        : [`${word}:${parts.join(',')}`];
    });
    return [sentenceKey(form), words.join(' ')].join('\t');
  });
  writeFileSync(path, [...new Set(lines)].join('\n') + '\n');
}

/** Looks up what a table says of a sentence; nothing where the teacher did not see it. */
export function readTeacherTable(path: string): (form: readonly string[]) => Soft | undefined {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const table = new Map(lines.map((line) => line.split('\t') as [string, string]));
  const codes = new Map<string, number>(NAME_LABELS.map((label, code) => [label, code]));
  return (form) => {
    const words = table.get(sentenceKey(form));
    if (words === undefined) return undefined;
    const soft = new Float32Array(form.length * LABELS);
    for (let word = 0; word < form.length; word++) soft[word * LABELS] = 1;
    for (const word of words === '' ? [] : words.split(' ')) {
      const [at, parts] = word.split(':') as [string, string];
      fillWord(soft, Number(at) * LABELS, parts, codes);
    }
    return soft;
  };
}

function fillWord(soft: Soft, at: number, parts: string, codes: ReadonlyMap<string, number>): void {
  const shares = parts.split(',').map((part) => part.split('=') as [string, string]);
  const sum = shares.reduce((total, [, percent]) => total + Number(percent), 0);
  soft[at] = 0;
  for (const [label, percent] of shares) soft[at + codes.get(label)!] = Number(percent) / sum;
}
