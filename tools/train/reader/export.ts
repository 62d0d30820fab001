/** Training and dev sentences as rows of numbers for train.py. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCaseless } from '../../../src/language/forms.ts';
import { modelPath } from '../../../src/language/language.ts';
import { FORM_COLUMNS, formRows } from '../../../src/language/reader-features.ts';
import { readVectors } from '../../../src/language/vectors.ts';
import { readIob, type TreebankSentence } from '../conllu.ts';
import { type Context, modelsOf, readLexicon, treebank } from '../context.ts';
import { type EntitySentence, fromGum, fromIob, retokenized } from '../entities.ts';
import { labelsOf } from '../names.ts';
import { tagExamples, tagLabels } from '../tagging.ts';

interface Row {
  readonly form: readonly string[];
  readonly tags?: readonly number[];
  readonly names?: ArrayLike<number>;
  readonly silver?: ArrayLike<number>;
}

const key = (form: readonly string[]): string => form.join(' ');
const nameLabels = ({ form, entities }: EntitySentence): Uint8Array => labelsOf(form.length, entities);

/**
 * Writes a data folder: `labels.txt`, `vectors.i8`, and one `NAME.i32` per set: the number of sentences, the length of each, then
 * per word the rows of `formRows`, tag, name label, and label of the silver names, -1 where there is none.
 */
export function exportSentences(context: Context, out: string): void {
  mkdirSync(out, { recursive: true });
  const { clusters } = readLexicon(context);
  const vectors = readVectors(modelPath('vectors', modelsOf(context)));
  const ewt = treebank(context, 'ewt-train');
  const gum = treebank(context, 'gum-open-train');
  const labels = tagLabels([...ewt, ...gum]);
  const iob = (name: string): EntitySentence[] => fromIob(readIob(join(context.data, 'ner', name)));
  const named = (name: string): EntitySentence[] => retokenized(iob(name));

  const rowsOf = (trees: readonly TreebankSentence[], entities: readonly EntitySentence[]): Row[] => {
    const names = new Map(entities.map((sentence) => [key(sentence.form), nameLabels(sentence)]));
    const rows: Row[] = tagExamples(trees, labels).map(({ form, tag }) => {
      const found = names.get(key(form));
      names.delete(key(form));
      return found ? { form, tags: tag, names: found } : { form, tags: tag };
    });
    for (const sentence of entities) {
      if (names.delete(key(sentence.form))) rows.push({ form: sentence.form, names: nameLabels(sentence) });
    }
    return rows;
  };
  const write = (name: string, rows: readonly Row[], augment: boolean): void => {
    const all = rows.flatMap((row, index) => [
      { row, caseless: isCaseless(row.form) },
      ...(augment && index % 10 === 3 ? [{ row, caseless: true }] : []),
    ]);
    const numbers = [all.length, ...all.map(({ row }) => row.form.length)];
    for (const { row, caseless } of all) {
      row.form.forEach((form, i) => {
        numbers.push(...formRows(form, caseless, clusters, vectors.hashes));
        numbers.push(row.tags?.[i] ?? -1, row.names?.[i] ?? -1, row.silver?.[i] ?? -1);
      });
    }
    writeFileSync(join(out, `${name}.i32`), Int32Array.from(numbers));
    console.log(`${name}: ${all.length} sentences, ${FORM_COLUMNS} rows a word`);
  };

  writeFileSync(join(out, 'labels.txt'), labels.join('\n'));
  writeFileSync(join(out, 'vectors.i8'), vectors.rows);
  const silver = named('gmb-sample.iob2').map((one) => ({ form: one.form, silver: nameLabels(one) }));
  const wikigold = named('wikigold.conll').map((one) => ({ form: one.form, names: nameLabels(one) }));
  const train = [...rowsOf(ewt, iob('uner-ewt-train.iob2')), ...rowsOf(gum, fromGum(gum))];
  write('train', [...train, ...wikigold, ...silver], true);
  const gumDev = treebank(context, 'gum-open-dev');
  write('ewt-dev', rowsOf(treebank(context, 'ewt-dev'), iob('uner-ewt-dev.iob2')), false);
  write('gum-dev', rowsOf(gumDev, fromGum(gumDev)), false);
}
