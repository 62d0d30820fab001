/**
 * Writes the treebanks as the numbers the parser learns from, so that training and the running program cannot disagree
 * about a feature:
 *
 *     tsx tools/train/parse/export.ts TREEBANKS VECTOR_WORDS OUT [TAGS]
 *
 * OUT gets `words.txt`, `vectors.u32`, `words.u32` (ascending hashes) and one `NAME.i32` per treebank: the number of sentences,
 * the length of each, then 14 columns per word: vector, word, shape, six affixes, tag, upos, head (0 the root), label, the treebank's own tag.
 * TAGS is a folder of predicted tags (`UPOS TAB XPOS` per word); without it the treebank's own are taken.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UPOS } from '../../../src/model/index.ts';
import { DEPREL } from '../../../src/language/parse/labels.ts';
import {
  AFFIX_SLOTS,
  hashText,
  lexicalRows,
  withoutDigits,
  type LexicalRows,
} from '../../../src/language/parse/lexicon.ts';
import { XPOS } from '../../../src/language/parse/xpos.ts';
import { lowerOf } from './lower.ts';
import { readTags, type Tags } from './read.ts';
import { readConllu, type TreebankSentence } from '../conllu.ts';

const TREEBANKS = ['ewt-train', 'gum-open-train', 'ewt-dev', 'gum-open-dev'];
const MIN_COUNT = 2;

const ascending = (words: readonly string[]): Uint32Array =>
  Uint32Array.from(new Set(words.map((word) => hashText(word)))).sort();

function frequentWords(sentences: readonly TreebankSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { form } of sentences) {
    for (const word of form) {
      const plain = withoutDigits(lowerOf(word));
      counts.set(plain, (counts.get(plain) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= MIN_COUNT)
    .map(([word]) => word)
    .sort();
}

function encode(
  sentences: readonly TreebankSentence[],
  tags: readonly Tags[],
  vectors: Uint32Array,
  words: Uint32Array,
): Int32Array {
  const out: number[] = [sentences.length, ...sentences.map(({ form }) => form.length)];
  const rows: LexicalRows = { vector: 0, word: 0, shape: 0, affixes: new Int32Array(AFFIX_SLOTS) };
  const code = (list: readonly string[], name: string): number => {
    const found = list.indexOf(name);
    if (found < 0) throw new Error(`no code for ${name}`);
    return found;
  };
  sentences.forEach((sentence, s) => {
    const tag = tags[s]!;
    if (tag.upos.length !== sentence.form.length)
      throw new Error(`tags of ${sentence.id} have another length`);
    sentence.form.forEach((form, i) => {
      lexicalRows(form, lowerOf(form), vectors, words, rows);
      const label = sentence.deprel[i]!;
      const known = (DEPREL as readonly string[]).includes(label) ? label : label.split(':')[0]!;
      out.push(
        rows.vector,
        rows.word,
        rows.shape,
        ...rows.affixes,
        code(XPOS, tag.xpos[i]!),
        code(UPOS, tag.upos[i]!),
        sentence.head[i]!,
        code(DEPREL, known),
        code(XPOS, sentence.xpos[i]!),
      );
    });
  });
  return Int32Array.from(out);
}

function main([treebanks, vectorWords, out, tagFolder]: string[]): void {
  if (!treebanks || !vectorWords || !out)
    throw new Error('usage: export.ts TREEBANKS VECTOR_WORDS OUT [TAGS]');
  mkdirSync(out, { recursive: true });
  const read = TREEBANKS.map((name) => readConllu(join(treebanks, `${name}.conllu`)));
  const words = frequentWords([...read[0]!, ...read[1]!]);
  const vectorList = readFileSync(vectorWords, 'utf8').split('\n');
  const vectors = ascending(vectorList);
  if (vectors.length !== vectorList.length) throw new Error('two words with vectors have the same hash');
  const wordTable = ascending(words);
  writeFileSync(join(out, 'words.u32'), wordTable);
  writeFileSync(join(out, 'vectors.u32'), vectors);
  // Row of each word of the list in the ascending table, so that the rows can be put in its order.
  const order = new Map([...vectors].map((hash, row) => [hash, row]));
  writeFileSync(
    join(out, 'vector-rows.i32'),
    Int32Array.from(vectorList, (word) => order.get(hashText(word))!),
  );
  TREEBANKS.forEach((name, index) => {
    const path = tagFolder && join(tagFolder, `${name}.tsv`);
    const tags = path && existsSync(path) ? readTags(path) : read[index]!;
    writeFileSync(join(out, `${name}.i32`), encode(read[index]!, tags, vectors, wordTable));
  });
  console.log(`${wordTable.length} words, ${vectors.length} vectors`);
}

main(process.argv.slice(2));
