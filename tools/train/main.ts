/** npm run train -- DATA_DIR: rebuilds the models of the language room and prints how good they are. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LEXICON_VERSION, modelPath, NAMES_VERSION, TAGGER_VERSION } from '../../src/language/language.ts';
import { encodeLinear } from '../../src/language/linear.ts';
import { encodeWeights, type Section } from '../../src/language/weights.ts';
import { readConllu, readIob } from './conllu.ts';
import { fromGum, fromIob, retokenized } from './entities.ts';
import { report } from './evaluate.ts';
import { lemmaRules } from './lemmas.ts';
import { clustersFrom, clusterSections, gazetteerFrom, gazetteerSections } from './lexicon.ts';
import { labelsOf, nameSentences, trainNames } from './names.ts';
import { featureSource, trainTagger } from './tagger.ts';
import { jackknife, packed, TAG_PACKING, tagAll, tagExamples, tagLabels, withCaseless } from './tagging.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const TAG_TRAINING = { epochs: 5, minCount: 2 };
const NAME_TRAINING = { epochs: 8, minCount: 2, seed: 3 };
const NAME_PACKING = { scale: 0.25, prune: 0.1 };

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

  const labels = tagLabels(both);
  const examples = tagExamples(both, labels);
  const tagger = trainTagger(withCaseless(examples), labels.length, source, { ...TAG_TRAINING, seed: 1 });
  save('tagger', TAGGER_VERSION, { labels, ...encodeLinear([...tagger.rows()], TAG_PACKING) });

  const unseen = jackknife(examples, labels.length, source, clusters, { ...TAG_TRAINING, folds: 4 });
  const tagModel = packed(tagger);
  const uner = fromIob(readIob(join(data, 'ner/uner-ewt-train.iob2')));
  const wikigold = retokenized(fromIob(readIob(join(data, 'ner/wikigold.conll'))));
  const bySentence = new Map(ewt.map(({ form }, index) => [form.join(' '), unseen[index]!]));
  const unerTags = uner.map(
    ({ form }) => bySentence.get(form.join(' ')) ?? tagAll(tagModel, [form], clusters)[0]!,
  );
  const sets = [
    { sentences: uner, tags: unerTags },
    { sentences: fromGum(gum), tags: unseen.slice(ewt.length) },
    {
      sentences: wikigold,
      tags: tagAll(
        tagModel,
        wikigold.map(({ form }) => form),
        clusters,
      ),
    },
  ];
  const nameExamples = sets.flatMap(({ sentences, tags }) =>
    nameSentences(sentences, tags, source, gazetteer).map((sentence, index) => ({
      sentence,
      labels: labelsOf(sentences[index]!.form.length, sentences[index]!.entities),
    })),
  );
  const names = trainNames(nameExamples, source, NAME_TRAINING);
  save('names', NAMES_VERSION, encodeLinear([...names.rows()], NAME_PACKING));

  report(data);
}

const [data] = process.argv.slice(2);
if (data === undefined) {
  process.stderr.write('usage: npm run train -- DATA_DIR\n');
  process.exitCode = 2;
} else main(data);
