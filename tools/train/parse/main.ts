import { join } from 'node:path';
import { modelPath, readLanguage } from '../../../src/language/language.ts';
import { readVectors } from '../../../src/language/vectors.ts';
import { type Context, modelsOf, treebank } from '../context.ts';
import { cropped } from '../crops.ts';
import { predictedTags } from '../evaluate.ts';
import { readPredicted, writeTags } from '../tag-training.ts';
import { frequentWords, writeData } from './data.ts';
import { packParser } from './pack.ts';

const TRAINING = ['ewt-train', 'gum-open-train'];
const DEV = ['ewt-dev', 'gum-open-dev'];
const CROPS = 'crops';

/**
 * Each run starts from the one before: the treebanks' own tags first, then predicted ones, which is what the running program has, then a
 * wider network grown from the narrow one, which plain sentences cut out of others are added for.
 */
const RUNS = [
  { tags: 'own', settings: ['epochs=24', 'near=0', 'tokens=1600', 'rate=3e-3', 'drop_tag=0.1'] },
  { tags: 'predicted', settings: ['epochs=9'] },
  {
    tags: 'predicted',
    settings: [
      ...['epochs=17', 'dim=144', 'arc=72', 'label=72', 'drop=0.22', 'drop_arc=0.2', 'rate=2.5e-3'],
      `extra=${CROPS}`,
    ],
  },
] as const;

/** The parser: treebanks as numbers, three runs of train.py, packed. */
export function trainParser(context: Context): void {
  const language = readLanguage(modelsOf(context));
  for (const name of DEV) writeTags(context, name, predictedTags(language, treebank(context, name)));
  const folder = join(context.work, 'parser');
  const vectors = readVectors(modelPath('vectors', modelsOf(context)));
  const banks = [...TRAINING, ...DEV].map((name) => ({ name, sentences: treebank(context, name) }));
  const words = frequentWords([...banks[0]!.sentences, ...banks[1]!.sentences]);
  const own = banks.map((bank) => ({ ...bank, tags: bank.sentences }));
  const predicted = banks.map((bank) => ({ ...bank, tags: readPredicted(context, bank.name) }));
  writeData(join(folder, 'own'), own, vectors, words);
  const plain = cropped(CROPS, predicted.slice(0, TRAINING.length));
  console.log(`${plain.sentences.length} plain sentences cut out of others`);
  writeData(join(folder, 'predicted'), [...predicted, plain], vectors, words);
  const out = (run: number): string => join(folder, `run${run}`);
  RUNS.forEach(({ tags, settings }, run) => {
    console.log(`parser, run ${run + 1}`);
    const start = run > 0 ? [`init=${out(run - 1)}.npz`] : [];
    const quick = context.quick ? ['epochs=10'] : [];
    context.python('parse/train.py', join(folder, tags), out(run), ...settings, ...start, ...quick);
  });
  packParser(context, join(folder, 'predicted'), out(RUNS.length - 1));
}
