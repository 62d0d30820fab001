/** tsx tools/train/reader/export.ts DATA_DIR VECTORS.u32 OUT_DIR: training and dev sentences as rows of numbers for train.py. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCaseless } from '../../../src/language/forms.ts';
import { FORM_COLUMNS, formRows } from '../../../src/language/reader-features.ts';
import { readConllu, readIob } from '../conllu.ts';
import { type EntitySentence, fromGum, fromIob, retokenized } from '../entities.ts';
import { clustersFrom, clusterSections } from '../lexicon.ts';
import { labelsOf } from '../names.ts';
import { tagExamples, tagLabels } from '../tagging.ts';

const [data = '', vectorPath = '', out = ''] = process.argv.slice(2);
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const clusters = clustersFrom(clusterSections(here('../clusters.tsv')));
const vectorBytes = readFileSync(vectorPath);
const vectors = new Uint32Array(vectorBytes.buffer, vectorBytes.byteOffset, vectorBytes.length / 4);
const treebank = (name: string) => readConllu(join(data, 'treebanks', `${name}.conllu`));
const train = [...treebank('ewt-train'), ...treebank('gum-open-train')];
const labels = tagLabels(train);

interface Row {
  readonly form: readonly string[];
  tags?: readonly number[];
  names?: ArrayLike<number>;
  silver?: ArrayLike<number>;
}

const key = (form: readonly string[]): string => form.join(' ');
const nameLabels = ({ form, entities }: EntitySentence): Uint8Array => labelsOf(form.length, entities);

function rowsOf(trees: ReturnType<typeof treebank>, named: readonly EntitySentence[]): Row[] {
  const names = new Map(named.map((sentence) => [key(sentence.form), nameLabels(sentence)]));
  const rows: Row[] = tagExamples(trees, labels).map(({ form, tag }) => {
    const found = names.get(key(form));
    names.delete(key(form));
    return found ? { form, tags: tag, names: found } : { form, tags: tag };
  });
  for (const sentence of named) {
    if (names.delete(key(sentence.form))) rows.push({ form: sentence.form, names: nameLabels(sentence) });
  }
  return rows;
}

function write(name: string, rows: readonly Row[], augment: boolean): void {
  const all = rows.flatMap((row, index) => [
    { row, caseless: isCaseless(row.form) },
    ...(augment && index % 10 === 3 ? [{ row, caseless: true }] : []),
  ]);
  const numbers = [all.length, ...all.map(({ row }) => row.form.length)];
  for (const { row, caseless } of all) {
    row.form.forEach((form, i) => {
      numbers.push(...formRows(form, caseless, clusters, vectors));
      numbers.push(row.tags?.[i] ?? -1, row.names?.[i] ?? -1, row.silver?.[i] ?? -1);
    });
  }
  writeFileSync(join(out, `${name}.i32`), Int32Array.from(numbers));
  console.log(name, all.length, FORM_COLUMNS);
}

const iob = (name: string) => fromIob(readIob(join(data, 'ner', name)));
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'labels.txt'), labels.join('\n'));
const ewt = treebank('ewt-train');
const gum = treebank('gum-open-train');
const silver = retokenized(iob('gmb-sample.iob2')).map((one): Row => ({
  form: one.form,
  silver: nameLabels(one),
}));
const wikigold = retokenized(iob('wikigold.conll')).map((one): Row => ({
  form: one.form,
  names: nameLabels(one),
}));
write(
  'train',
  [...rowsOf(ewt, iob('uner-ewt-train.iob2')), ...rowsOf(gum, fromGum(gum)), ...wikigold, ...silver],
  true,
);
const gumDev = treebank('gum-open-dev');
write('ewt-dev', rowsOf(treebank('ewt-dev'), iob('uner-ewt-dev.iob2')), false);
write('gum-dev', rowsOf(gumDev, fromGum(gumDev)), false);
