import type { FormFeatures } from './form-features.ts';
import type { LinearModel } from './model.ts';
import { HISTORY_KEYS, historyKeys, PAIR_KEYS, pairKeys } from './tag-features.ts';

const pairs = new Int32Array(PAIR_KEYS);
const histories = new Int32Array(HISTORY_KEYS);

/**
 * Tags the words of one sentence from left to right (a greedy averaged perceptron; Collins 2002).
 *
 * @param scores what the forms say, `scores[word * labels + label]`; changed.
 * @param tags receives a label per word, from `at` on.
 */
export function tagWords(
  model: LinearModel,
  features: readonly FormFeatures[],
  edge: FormFeatures,
  scores: Float32Array,
  tags: Uint8Array,
  at: number,
): void {
  const { labels } = model;
  let last = -1;
  let last2 = -1;
  for (let word = 0; word < features.length; word++) {
    const here = features[word]!;
    const after = features[word + 1] ?? edge;
    const from = word * labels;
    pairKeys(features[word - 1] ?? edge, here, after, word === 0, pairs);
    for (let i = 0; i < PAIR_KEYS; i++) model.add(pairs[i]!, scores, from);
    historyKeys(here, after, last, last2, histories);
    for (let i = 0; i < HISTORY_KEYS; i++) model.add(histories[i]!, scores, from);
    let best = 0;
    for (let label = 1; label < labels; label++)
      if (scores[from + label]! > scores[from + best]!) best = label;
    tags[at + word] = best;
    last2 = last;
    last = best;
  }
}
