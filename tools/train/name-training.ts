import { NAMES_VERSION } from '../../src/language/language.ts';
import { encodeLinear } from '../../src/language/linear.ts';
import { type Context, readLexicon, saveModel, treebank } from './context.ts';
import { fromGum } from './entities.ts';
import { labelsOf, nameSentences, trainNames } from './names.ts';
import { namedTraining, readPredicted } from './tag-training.ts';
import { featureSource } from './tagger.ts';
import { tagLabels } from './tagging.ts';

const TRAINING = { minCount: 2, seed: 3 };
const PACKING = { scale: 0.25, prune: 0.1 };
/** Found on the dev parts; see docs/language.md. */
const READER_WEIGHT = 14;
const OUTSIDE_PENALTY = 5;

/** The linear model of names, from UNER EWT, GUM and WikiGold with predicted tags. */
export function makeNames(context: Context): void {
  const { clusters, gazetteer } = readLexicon(context);
  const source = featureSource(clusters);
  const gum = treebank(context, 'gum-open-train');
  const labels = tagLabels([...treebank(context, 'ewt-train'), ...gum]);
  const ids = new Map(labels.map((label, id) => [label, id]));
  const tagsOf = (name: string): Uint8Array[] =>
    readPredicted(context, name).map(({ upos, xpos }) =>
      Uint8Array.from(upos, (tag, i) => ids.get(`${tag}|${xpos[i]!}`)!),
    );
  const { 'uner-ewt-train': uner, wikigold } = namedTraining(context);
  const sets = [
    { sentences: uner, tags: tagsOf('uner-ewt-train') },
    { sentences: fromGum(gum), tags: tagsOf('gum-open-train') },
    { sentences: wikigold, tags: tagsOf('wikigold') },
  ];
  const examples = sets.flatMap(({ sentences, tags }) =>
    nameSentences(sentences, tags, source, gazetteer).map((sentence, index) => ({
      sentence,
      labels: labelsOf(sentences[index]!.form.length, sentences[index]!.entities),
    })),
  );
  const names = trainNames(examples, source, { ...TRAINING, epochs: context.quick ? 1 : 8 });
  saveModel(context, 'names', NAMES_VERSION, {
    ...encodeLinear([...names.rows()], PACKING),
    mixture: Float32Array.of(READER_WEIGHT, OUTSIDE_PENALTY),
  });
}
