/** Training and dev sentences as rows of numbers for train.py. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCaseless } from '../../../src/language/forms.ts';
import { modelPath } from '../../../src/language/language.ts';
import { FORM_COLUMNS, formRows } from '../../../src/language/reader-features.ts';
import { readVectors } from '../../../src/language/vectors.ts';
import { readIob, type TreebankSentence } from '../conllu.ts';
import { type Context, here, modelsOf, readLexicon, treebank } from '../context.ts';
import { type EntitySentence, fromGum, fromIob, retokenized } from '../entities.ts';
import { labelsOf } from '../names.ts';
import { tagExamples, tagLabels } from '../linear/tagging.ts';
import { openText } from '../teacher/export.ts';
import { readTeacherTable } from '../teacher/table.ts';
import { hintsOf, hintsOfDocument, type Sentence } from './hints.ts';

interface Row extends Sentence {
  readonly form: readonly string[];
  readonly tags?: readonly number[];
  readonly names?: ArrayLike<number>;
  readonly silver?: ArrayLike<number>;
  /** The teacher's probabilities of the name labels, label by label for each word. */
  readonly soft?: Float32Array;
}

const key = (form: readonly string[]): string => form.join(' ');
const nameLabels = ({ form, entities }: EntitySentence): Uint8Array => labelsOf(form.length, entities);

/**
 * Writes a data folder: `labels.txt`, `vectors.i8`, and one `NAME.i32` per set: the number of sentences, the length of each, then
 * per word the rows of `formRows`, the four of `SentenceHints`, tag, name label, label of the silver names, and row of `NAME.f32`, which
 * holds the teacher's probabilities; -1 where there is none.
 */
export function exportSentences(context: Context, out: string): void {
  mkdirSync(out, { recursive: true });
  const { clusters, gazetteer } = readLexicon(context);
  const vectors = readVectors(modelPath('vectors', modelsOf(context)));
  const ewt = treebank(context, 'ewt-train');
  const gum = treebank(context, 'gum-open-train');
  const labels = tagLabels([...ewt, ...gum]);
  const iob = (name: string): EntitySentence[] => fromIob(readIob(join(context.data, 'ner', name)));
  const named = (name: string): EntitySentence[] => retokenized(iob(name));

  const rowsOf = (trees: readonly TreebankSentence[], entities: readonly EntitySentence[]): Row[] => {
    const names = new Map(entities.map((sentence) => [key(sentence.form), nameLabels(sentence)]));
    const rows: Row[] = tagExamples(trees, labels).map(({ form, tag }, index) => {
      const { document } = trees[index]!;
      const found = names.get(key(form));
      names.delete(key(form));
      return found ? { document, form, tags: tag, names: found } : { document, form, tags: tag };
    });
    for (const sentence of entities) {
      if (names.delete(key(sentence.form))) rows.push({ ...sentence, names: nameLabels(sentence) });
    }
    return rows;
  };
  const write = (name: string, rows: readonly Row[], augment: boolean): void => {
    const hints = hintsOf(gazetteer, rows);
    const all = rows.flatMap((row, index) => [
      { row, caseless: isCaseless(row.form), hints: hints[index]! },
      ...(augment && index % 10 === 3
        ? [{ row, caseless: true, hints: hintsOfDocument(gazetteer, [row.form], true)[0]! }]
        : []),
    ]);
    const numbers = [all.length, ...all.map(({ row }) => row.form.length)];
    const soft: Float32Array[] = [];
    let softRows = 0;
    for (const { row, caseless, hints } of all) {
      if (row.soft) soft.push(row.soft);
      row.form.forEach((form, i) => {
        numbers.push(...formRows(form, caseless, clusters, vectors.hashes), ...hints[i]!);
        numbers.push(row.tags?.[i] ?? -1, row.names?.[i] ?? -1, row.silver?.[i] ?? -1);
        numbers.push(row.soft ? softRows++ : -1);
      });
    }
    writeFileSync(join(out, `${name}.i32`), Int32Array.from(numbers));
    writeFileSync(join(out, `${name}.f32`), Buffer.concat(soft.map((part) => new Uint8Array(part.buffer))));
    console.log(`${name}: ${all.length} sentences, ${FORM_COLUMNS} rows a word`);
  };

  writeFileSync(join(out, 'labels.txt'), labels.join('\n'));
  writeFileSync(join(out, 'vectors.i8'), vectors.rows);
  const taught = readTeacherTable(here('teacher.tsv'));
  const withSoft = (row: Row): Row => {
    const soft = taught(row.form);
    return soft ? { ...row, soft } : row;
  };
  const silver = named('gmb-sample.iob2').map((one) => withSoft({ ...one, silver: nameLabels(one) }));
  const { wikinews, re3d } = openText(context);
  const open = [...wikinews, ...re3d].map(withSoft).filter(({ soft }) => soft);
  console.log(`${open.length} of ${wikinews.length + re3d.length} open sentences have labels of the teacher`);
  const wikigold = named('wikigold.conll').map((one) => ({ ...one, names: nameLabels(one) }));
  const train = [...rowsOf(ewt, iob('uner-ewt-train.iob2')), ...rowsOf(gum, fromGum(gum))];
  write('train', [...[...train, ...wikigold].map(withSoft), ...silver, ...open], true);
  const gumDev = treebank(context, 'gum-open-dev');
  write('ewt-dev', rowsOf(treebank(context, 'ewt-dev'), iob('uner-ewt-dev.iob2')), false);
  write('gum-dev', rowsOf(gumDev, fromGum(gumDev)), false);
}
