import type { Clusters } from '../../../src/language/clusters.ts';
import { sumContexts } from './neighbours.ts';
import { createFormCache } from './form-cache.ts';
import { isCaseless } from '../../../src/language/forms.ts';
import { encodeLinear, type LinearModel, readLinear } from './model.ts';
import { tagWords } from './tag.ts';
import { decodeWeights, encodeWeights } from '../../../src/language/weights.ts';
import type { TreebankSentence } from '../conllu.ts';
import type { Perceptron } from './perceptron.ts';
import { type FeatureSource, type TagExample, trainTagger } from './tagger.ts';

export const TAG_PACKING = { scale: 0.6, prune: 0.5 };
/** A pair of tags seen less often is given to its UPOS's most frequent pair. */
const RARE = 8;

/** The joint labels of the treebanks, sorted, and the label of every word. */
export function tagLabels(sentences: readonly TreebankSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { form, upos, xpos } of sentences) {
    form.forEach((_, i) => {
      const label = `${upos[i]!}|${xpos[i]!}`;
      counts.set(label, (counts.get(label) ?? 0) + 1);
    });
  }
  return [...counts.keys()].filter((label) => counts.get(label)! >= RARE).sort();
}

export function tagExamples(sentences: readonly TreebankSentence[], labels: readonly string[]): TagExample[] {
  const ids = new Map(labels.map((label, id) => [label, id]));
  const likely = (upos: string): number =>
    Math.max(
      0,
      labels.findIndex((label) => label.startsWith(`${upos}|`)),
    );
  return sentences.map(({ form, upos, xpos }) => ({
    form,
    tag: form.map((_, i) => ids.get(`${upos[i]!}|${xpos[i]!}`) ?? likely(upos[i]!)),
  }));
}

/** One sentence in ten a second time without its case, so that headlines in capitals can be read. */
export const withCaseless = (examples: readonly TagExample[]): TagExample[] => [
  ...examples,
  ...examples.filter((_, i) => i % 10 === 3).map((example) => ({ ...example, caseless: true })),
];

export function packed(model: Perceptron, packing = TAG_PACKING): LinearModel {
  const bytes = encodeWeights('trial', 1, encodeLinear([...model.rows()], packing));
  return readLinear(decodeWeights(bytes, 'trial', 1), model.labels);
}

/** Tags sentences with a packed model, as the running program does. */
export function tagAll(
  model: LinearModel,
  sentences: readonly (readonly string[])[],
  clusters: Clusters,
): Uint8Array[] {
  const cache = createFormCache(clusters, [model]);
  return sentences.map((forms) => {
    const caseless = isCaseless(forms);
    const numbers = forms.map((form) => cache.find(form, caseless));
    const scores = new Float32Array(forms.length * model.labels);
    const tags = new Uint8Array(forms.length);
    sumContexts(numbers, forms.length, cache.edge, cache.scores[0]!, model.labels, scores);
    const features = numbers.map((number) => cache.features[number]!);
    tagWords(model, features, cache.features[cache.edge]!, scores, tags, 0);
    return tags;
  });
}

/** Tags of training sentences by models that did not see them, `folds` times. */
export function jackknife(
  examples: readonly TagExample[],
  labels: number,
  source: FeatureSource,
  clusters: Clusters,
  options: { folds: number; epochs: number; minCount: number },
): Uint8Array[] {
  const found: Uint8Array[] = new Array<Uint8Array>(examples.length);
  const foldOf = (index: number): number => Math.floor(index / 50) % options.folds;
  for (let fold = 0; fold < options.folds; fold++) {
    const seen = withCaseless(examples.filter((_, index) => foldOf(index) !== fold));
    const model = packed(trainTagger(seen, labels, source, { ...options, seed: 7 + fold }));
    const held = examples.flatMap((example, index) => (foldOf(index) === fold ? [{ example, index }] : []));
    const tags = tagAll(
      model,
      held.map(({ example }) => example.form),
      clusters,
    );
    held.forEach(({ index }, at) => (found[index] = tags[at]!));
  }
  return found;
}
