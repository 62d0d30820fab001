import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of the data folder that training reads. */
export const DATA_FILES = [
  'treebanks/ewt-train.conllu',
  'treebanks/gum-open-train.conllu',
  'treebanks/ewt-dev.conllu',
  'treebanks/gum-open-dev.conllu',
  'ner/uner-ewt-train.iob2',
  'ner/uner-ewt-dev.iob2',
  'ner/wikigold.conll',
  'ner/gmb-sample.iob2',
  'conll04/dev.jsonl',
  're3d/dev.jsonl',
  'text/wikinews.jsonl',
] as const;

const SENTENCES = 600;
const ARTICLES = 20;
/** Sentences of like length go in batches of one shape, and each shape is compiled for a minute. */
const SHORTEST = 9;
const LONGEST = 15;

/** Writes a small copy of a data folder: the first sentences of medium length of every file. */
export function sampleData(data: string, out: string): void {
  for (const name of DATA_FILES) {
    const text = readFileSync(join(data, name), 'utf8');
    const target = join(out, name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, name.endsWith('.jsonl') ? sampleLines(text, name) : sampleSentences(text));
  }
}

/** Lines are sentences in one file, articles in the others. */
const sampleLines = (text: string, name: string): string =>
  text
    .split('\n')
    .slice(0, name.startsWith('conll04') ? SENTENCES : ARTICLES)
    .join('\n');

function sampleSentences(text: string): string {
  const kept: string[] = [];
  let document: string | undefined;
  for (const part of text.split(/\r?\n\r?\n/)) {
    const lines = part.split(/\r?\n/).filter((line) => line !== '');
    document = lines.find((line) => line.startsWith('# newdoc')) ?? document;
    const words = lines.filter((line) => !line.startsWith('#') && !/^\d+[-.]\d+\t/.test(line)).length;
    if (words < SHORTEST || words > LONGEST) continue;
    if (document !== undefined && !lines.includes(document)) lines.unshift(document);
    document = undefined;
    kept.push(lines.join('\n'));
    if (kept.length === SENTENCES) break;
  }
  return `${kept.join('\n\n')}\n\n`;
}
