/** npm run train -- DATA_DIR: rebuilds the models of the language room and prints how good they are. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LEXICON_VERSION, modelPath, NAMES_VERSION, openReader } from '../../src/language/language.ts';
import { encodeLinear } from '../../src/language/linear.ts';
import { encodeWeights, type Section } from '../../src/language/weights.ts';
import { readConllu, readIob } from './conllu.ts';
import { type EntitySentence, fromGum, fromIob, retokenized } from './entities.ts';
import { report } from './evaluate.ts';
import { lemmaRules } from './lemmas.ts';
import { clustersFrom, clusterSections, gazetteerFrom, gazetteerSections } from './lexicon.ts';
import { labelsOf, nameSentences, trainNames } from './names.ts';
import { featureSource, trainTagger } from './tagger.ts';
import { jackknife, packed, tagAll, tagExamples, withCaseless } from './tagging.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const TAG_TRAINING = { epochs: 5, minCount: 2 };
const NAME_TRAINING = { epochs: 8, minCount: 2, seed: 3 };
const NAME_PACKING = { scale: 0.25, prune: 0.1 };
/** Found on the dev parts; see docs/language.md. */
const READER_WEIGHT = 14;
const OUTSIDE_PENALTY = 5;

function save(model: string, version: number, sections: Record<string, Section>): void {
  mkdirSync(fileURLToPath(new URL('./', modelPath(model))), { recursive: true });
  const bytes = encodeWeights(model, version, sections);
  writeFileSync(modelPath(model), bytes);
  console.log(`${model}: ${(bytes.length / 1e6).toFixed(2)} MB`);
}

function main(data: string): void {
  const treebank = (name: string) => readConllu(join(data, 'treebanks', `${name}.conllu`));
  const ewt = treebank('ewt-train');
  const gum = treebank('gum-open-train');
  const both = [...ewt, ...gum];

  const clusterPart = clusterSections(here('clusters.tsv'));
  const gazetteerPart = gazetteerSections([here('gazetteer/own.tsv'), here('gazetteer/open.tsv')]);
  save('lexicon', LEXICON_VERSION, { ...clusterPart, ...gazetteerPart, 'lemma.rules': lemmaRules(both) });
  const clusters = clustersFrom(clusterPart);
  const gazetteer = gazetteerFrom(gazetteerPart);
  const source = featureSource(clusters);

  const { labels } = openReader(clusters);
  const examples = tagExamples(both, labels);
  const unseen = jackknife(examples, labels.length, source, clusters, { ...TAG_TRAINING, folds: 4 });
  const tagger = packed(
    trainTagger(withCaseless(examples), labels.length, source, { ...TAG_TRAINING, seed: 1 }),
  );
  const tagged = ({ form }: EntitySentence): Uint8Array => tagAll(tagger, [form], clusters)[0]!;

  const uner = fromIob(readIob(join(data, 'ner/uner-ewt-train.iob2')));
  const wikigold = retokenized(fromIob(readIob(join(data, 'ner/wikigold.conll'))));
  const bySentence = new Map(ewt.map(({ form }, index) => [form.join(' '), unseen[index]!]));
  const sets = [
    {
      sentences: uner,
      tags: uner.map((one) => bySentence.get(one.form.join(' ')) ?? tagged(one)),
    },
    { sentences: fromGum(gum), tags: unseen.slice(ewt.length) },
    { sentences: wikigold, tags: wikigold.map(tagged) },
  ];
  const nameExamples = sets.flatMap(({ sentences, tags }) =>
    nameSentences(sentences, tags, source, gazetteer).map((sentence, index) => ({
      sentence,
      labels: labelsOf(sentences[index]!.form.length, sentences[index]!.entities),
    })),
  );
  const names = trainNames(nameExamples, source, NAME_TRAINING);
  save('names', NAMES_VERSION, {
    ...encodeLinear([...names.rows()], NAME_PACKING),
    mixture: Float32Array.of(READER_WEIGHT, OUTSIDE_PENALTY),
  });

  report(data);
}

const [data] = process.argv.slice(2);
if (data === undefined) {
  process.stderr.write('usage: npm run train -- DATA_DIR\n');
  process.exitCode = 2;
} else main(data);
