import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIob } from './conllu.ts';
import { type Context, readLexicon, treebank } from './context.ts';
import { type EntitySentence, fromIob, retokenized } from './entities.ts';
import { readTags, type Tags } from './parse/read.ts';
import { featureSource } from './linear/tagger.ts';
import { jackknife, tagExamples, tagLabels } from './linear/tagging.ts';

/** The sets that names are learned from, besides GUM. */
export const namedTraining = ({
  data,
}: Context): Record<'uner-ewt-train' | 'wikigold', EntitySentence[]> => ({
  'uner-ewt-train': fromIob(readIob(join(data, 'ner/uner-ewt-train.iob2'))),
  wikigold: retokenized(fromIob(readIob(join(data, 'ner/wikigold.conll')))),
});

/** Path of the predicted tags of a set of sentences. */
export const tagPath = ({ work }: Context, name: string): string => join(work, 'tags', `${name}.tsv`);

export const readPredicted = (context: Context, name: string): Tags[] => readTags(tagPath(context, name));

/** Writes tags one word a line, `UPOS TAB XPOS`, a blank line after each sentence. */
export function writeTags(context: Context, name: string, tags: readonly Tags[]): void {
  mkdirSync(join(context.work, 'tags'), { recursive: true });
  const text = tags
    .map(({ upos, xpos }) => upos.map((tag, i) => `${tag}\t${xpos[i]!}\n`).join(''))
    .join('\n');
  writeFileSync(tagPath(context, name), text);
}

/** Tags for the training sentences of trees with the errors a running tagger makes: a linear tagger reads those it was not trained on. */
export function makeTags(context: Context): void {
  const epochs = context.quick ? 1 : 5;
  const training = { epochs, minCount: 2 };
  const { clusters } = readLexicon(context);
  const source = featureSource(clusters);
  const ewt = treebank(context, 'ewt-train');
  const gum = treebank(context, 'gum-open-train');
  const labels = tagLabels([...ewt, ...gum]);
  const examples = tagExamples([...ewt, ...gum], labels);
  const unseen = jackknife(examples, labels.length, source, clusters, {
    ...training,
    folds: context.quick ? 2 : 4,
  });
  const named = (tags: Uint8Array): Tags => {
    const pairs = Array.from(tags, (tag) => labels[tag]!.split('|'));
    return { upos: pairs.map(([upos]) => upos!), xpos: pairs.map(([, xpos]) => xpos!) };
  };
  writeTags(context, 'ewt-train', unseen.slice(0, ewt.length).map(named));
  writeTags(context, 'gum-open-train', unseen.slice(ewt.length).map(named));
}
