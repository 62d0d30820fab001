/**
 * The treebanks as the numbers the parser learns from, made by the running program's own code, so that training and
 * running cannot disagree about a feature. A data folder holds `vectors.u32` and `words.u32` (ascending hashes), `vectors.i8` (rows in
 * that order) and one `NAME.i32` per treebank: the number of sentences, the length of each, then `COLUMNS` numbers per word: vector,
 * word, shape, six affixes, Penn tag, universal tag, head (0 the root), label, the treebank's own Penn tag.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEPREL } from '../../../src/language/parse/labels.ts';
import {
  AFFIX_SLOTS,
  hashText,
  lexicalRows,
  withoutDigits,
  type LexicalRows,
} from '../../../src/language/parse/lexicon.ts';
import { XPOS } from '../../../src/language/parse/xpos.ts';
import type { Vectors } from '../../../src/language/vectors.ts';
import { UPOS } from '../../../src/model/index.ts';
import type { TreebankSentence } from '../conllu.ts';
import { lowerOf } from './lower.ts';
import type { Tags } from './read.ts';

export const COLUMNS = 14;
const MIN_COUNT = 2;

/** One treebank with the tags to train on. */
export interface Treebank {
  readonly name: string;
  readonly sentences: readonly TreebankSentence[];
  readonly tags: readonly Tags[];
}

/** Ascending hashes of the words that occur at least twice. */
export function frequentWords(sentences: readonly TreebankSentence[]): Uint32Array {
  const counts = new Map<string, number>();
  for (const { form } of sentences) {
    for (const word of form) {
      const plain = withoutDigits(lowerOf(word));
      counts.set(plain, (counts.get(plain) ?? 0) + 1);
    }
  }
  const frequent = [...counts].filter(([, count]) => count >= MIN_COUNT);
  return Uint32Array.from(new Set(frequent.map(([word]) => hashText(word)))).sort();
}

/** Writes a data folder. */
export function writeData(
  folder: string,
  banks: readonly Treebank[],
  vectors: Vectors,
  words: Uint32Array,
): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'words.u32'), words);
  writeFileSync(join(folder, 'vectors.u32'), vectors.hashes);
  writeFileSync(join(folder, 'vectors.i8'), vectors.rows);
  for (const bank of banks)
    writeFileSync(join(folder, `${bank.name}.i32`), encode(bank, vectors.hashes, words));
}

function encode({ sentences, tags }: Treebank, vectors: Uint32Array, words: Uint32Array): Int32Array {
  const out: number[] = [sentences.length, ...sentences.map(({ form }) => form.length)];
  const rows: LexicalRows = { vector: 0, word: 0, shape: 0, affixes: new Int32Array(AFFIX_SLOTS) };
  sentences.forEach((sentence, s) => {
    const { upos, xpos } = tags[s]!;
    if (upos.length !== sentence.form.length) throw new Error(`tags of ${sentence.id} have another length`);
    sentence.form.forEach((form, i) => {
      lexicalRows(form, lowerOf(form), vectors, words, rows);
      out.push(rows.vector, rows.word, rows.shape, ...rows.affixes);
      out.push(codeOf(XPOS, xpos[i]!), codeOf(UPOS, upos[i]!));
      out.push(sentence.head[i]!, labelCode(sentence.deprel[i]!), codeOf(XPOS, sentence.xpos[i]!));
    });
  });
  return Int32Array.from(out);
}

function codeOf(list: readonly string[], name: string): number {
  const found = list.indexOf(name);
  if (found < 0) throw new Error(`no code for ${name}`);
  return found;
}

/** Code of a relation; one whose subtype is not in the table counts as the plain relation. */
const labelCode = (label: string): number =>
  codeOf(DEPREL, (DEPREL as readonly string[]).includes(label) ? label : label.split(':')[0]!);
