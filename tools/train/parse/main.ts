/**
 * Trains the parser: `tsx tools/train/parse/main.ts DATA TAGS WORK`. DATA is the data folder (its `treebanks/`), TAGS a folder of predicted
 * tags for each treebank (`NAME.tsv`, jackknifed for the training parts), WORK a folder for what lies between. Needs a Python with
 * numpy and jax, named by PYTHON. About 15 minutes on one core.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openVectors } from '../../../src/language/vectors.ts';
import { readConllu } from '../conllu.ts';
import { frequentWords, writeData } from './data.ts';
import { evaluateParser } from './evaluate.ts';
import { packParser } from './pack.ts';
import { readTags } from './read.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const MODEL = here('../../../src/language/models/parser.bin');
const TREEBANKS = ['ewt-train', 'gum-open-train', 'ewt-dev', 'gum-open-dev'];

/**
 * Each stage starts from the one before: the treebanks' own tags first, then predicted ones, which is what the running program has, then a
 * wider network grown from the narrow one.
 */
const STAGES = [
  { tags: 'own', settings: ['epochs=24', 'near=0', 'tokens=1600', 'rate=3e-3', 'drop_tag=0.1'] },
  { tags: 'predicted', settings: ['epochs=9'] },
  {
    tags: 'predicted',
    settings: ['epochs=16', 'dim=160', 'arc=80', 'label=80', 'drop=0.22', 'drop_arc=0.2', 'rate=2.5e-3'],
  },
] as const;

export function trainParser(data: string, tags: string, work: string): void {
  const vectors = openVectors();
  const banks = TREEBANKS.map((name) => ({
    name,
    sentences: readConllu(join(data, 'treebanks', `${name}.conllu`)),
  }));
  const words = frequentWords([...banks[0]!.sentences, ...banks[1]!.sentences]);
  const own = banks.map((bank) => ({ ...bank, tags: bank.sentences }));
  const predicted = banks.map((bank) => ({ ...bank, tags: readTags(join(tags, `${bank.name}.tsv`)) }));
  writeData(join(work, 'own'), own, vectors, words);
  writeData(join(work, 'predicted'), predicted, vectors, words);
  STAGES.forEach((stage, n) => {
    const start = n > 0 ? [`init=${join(work, `stage${n - 1}.npz`)}`] : [];
    const settings = [...stage.settings, ...start];
    execFileSync(
      process.env['PYTHON'] ?? 'python3',
      [here('train.py'), join(work, stage.tags), join(work, `stage${n}`), ...settings],
      { stdio: 'inherit' },
    );
  });
  packParser(join(work, 'predicted'), join(work, `stage${STAGES.length - 1}`), MODEL);
  evaluateParser(MODEL, join(data, 'treebanks'), tags);
}

const [data, tags, work] = process.argv.slice(2);
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!data || !tags || !work) throw new Error('usage: main.ts DATA TAGS WORK');
  trainParser(data, tags, work);
}
