import { OFFSETS, contextKeys } from './neighbours.ts';
import type { Clusters } from '../../../src/language/clusters.ts';
import { EDGE_FORM } from './form-cache.ts';
import { isCaseless } from '../../../src/language/forms.ts';
import { formFeatures, type FormFeatures } from './form-features.ts';
import { HISTORY_KEYS, historyKeys, PAIR_KEYS, pairKeys } from './tag-features.ts';
import { Perceptron, random, shuffled } from './perceptron.ts';

/** A tagged sentence; `caseless` where its case is to be ignored. */
export interface TagExample {
  readonly form: readonly string[];
  readonly tag: readonly number[];
  readonly caseless?: boolean;
}

export interface TaggerOptions {
  readonly epochs: number;
  readonly minCount: number;
  readonly seed: number;
}

export type FeatureSource = (form: string, caseless: boolean) => FormFeatures;

/** Remembers the features of each form. */
export function featureSource(clusters: Clusters): FeatureSource {
  const known = new Map<string, FormFeatures>();
  return (form, caseless) => {
    const key = caseless ? `\0${form}` : form;
    const found = known.get(key) ?? formFeatures(form, caseless, clusters);
    known.set(key, found);
    return found;
  };
}

export const EDGE = EDGE_FORM;

/** All static keys of the word: what `contextScores` and `pairKeys` give the running program. */
function staticKeys(features: readonly FormFeatures[], edge: FormFeatures, word: number): number[] {
  const keys: number[] = [];
  OFFSETS.forEach((offset, which) => contextKeys(features[word + offset] ?? edge, which, keys));
  const pairs = new Int32Array(PAIR_KEYS);
  pairKeys(features[word - 1] ?? edge, features[word]!, features[word + 1] ?? edge, word === 0, pairs);
  return [...keys, ...pairs];
}

interface Prepared {
  readonly features: readonly FormFeatures[];
  readonly rows: readonly Int32Array[];
  readonly tag: readonly number[];
}

export function trainTagger(
  examples: readonly TagExample[],
  labels: number,
  source: FeatureSource,
  options: TaggerOptions,
): Perceptron {
  const model = new Perceptron(labels);
  const edge = source(EDGE, false);
  const counts = new Map<number, number>();
  const keyed = examples.map((example) => {
    const features = example.form.map((form) => source(form, example.caseless ?? isCaseless(example.form)));
    const keys = features.map((_, word) => staticKeys(features, edge, word));
    for (const list of keys) for (const key of list) counts.set(key, (counts.get(key) ?? 0) + 1);
    return { features, keys, tag: example.tag };
  });
  const prepared: Prepared[] = keyed.map(({ features, keys, tag }) => ({
    features,
    tag,
    rows: keys.map((list) =>
      Int32Array.from(
        list.filter((key) => counts.get(key)! >= options.minCount).map((key) => model.intern(key)),
      ),
    ),
  }));
  counts.clear();
  internHistories(model, prepared, edge, options.minCount);
  const next = random(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const sentence of shuffled(prepared, next)) trainSentence(model, sentence, edge);
  }
  return model;
}

function internHistories(
  model: Perceptron,
  prepared: readonly Prepared[],
  edge: FormFeatures,
  minCount: number,
): void {
  const counts = new Map<number, number>();
  const keys = new Int32Array(HISTORY_KEYS);
  for (const { features, tag } of prepared) {
    for (let word = 0; word < features.length; word++) {
      historyKeys(
        features[word]!,
        features[word + 1] ?? edge,
        tag[word - 1] ?? -1,
        tag[word - 2] ?? -1,
        keys,
      );
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  for (const [key, count] of counts) if (count >= minCount) model.intern(key);
}

function trainSentence(model: Perceptron, { features, rows, tag }: Prepared, edge: FormFeatures): void {
  const scores = new Float32Array(model.labels);
  const keys = new Int32Array(HISTORY_KEYS);
  let last = -1;
  let last2 = -1;
  for (let word = 0; word < features.length; word++) {
    scores.fill(0);
    for (const row of rows[word]!) model.add(row, scores);
    historyKeys(features[word]!, features[word + 1] ?? edge, last, last2, keys);
    const histories: number[] = [];
    for (const key of keys) {
      const row = model.find(key);
      if (row >= 0) histories.push(row);
    }
    for (const row of histories) model.add(row, scores);
    const best = argmax(scores);
    const gold = tag[word]!;
    if (best !== gold) {
      for (const list of [rows[word]!, histories]) {
        for (const row of list) {
          model.update(row, gold, 1);
          model.update(row, best, -1);
        }
      }
    }
    model.tick();
    last2 = last;
    last = best;
  }
}

export function argmax(scores: Float32Array): number {
  let best = 0;
  for (let label = 1; label < scores.length; label++) if (scores[label]! > scores[best]!) best = label;
  return best;
}
