import type { FormFeatures } from './form-features.ts';
import { mix } from '../../../src/language/hash.ts';
import type { LinearModel } from './model.ts';

/** Features of a word's surroundings that depend on one neighbour alone, so that their sums can be kept per form. */
export const OFFSETS = [0, -1, 1, -2, 2] as const;
const SALTS = [0x51ed270b, 0x2c7e1a35, 0x6b8f03d1, 0x19a4c7e3, 0x7d2f58a9].map((salt) => salt | 0);

const sourceOf = (features: FormFeatures, which: number): Int32Array =>
  which === 0 ? features.full : which <= 2 ? features.near : features.far;

/** The keys that the form gives a word `OFFSETS[which]` places before it, so 1 means the next word. */
export function contextKeys(features: FormFeatures, which: number, keys: number[]): void {
  const salt = SALTS[which]!;
  for (const key of sourceOf(features, which)) keys.push(mix(key, salt));
}

/** Sums of the weights of `contextKeys`, one stretch of `labels` numbers for each of `OFFSETS`. */
export function contextScores(
  features: FormFeatures,
  model: LinearModel,
  scores: Float32Array,
  at: number,
): void {
  for (let which = 0; which < OFFSETS.length; which++) {
    const salt = SALTS[which]!;
    for (const key of sourceOf(features, which)) model.add(mix(key, salt), scores, at + which * model.labels);
  }
}

/** Adds up what each word and its neighbours say of it: `out[word * labels + label]`. Slots say where `contextScores` put them. */
export function sumContexts(
  slots: ArrayLike<number>,
  length: number,
  edge: number,
  kept: Float32Array,
  labels: number,
  out: Float32Array,
): void {
  const stride = labels * OFFSETS.length;
  const slot = (word: number): number => (word < 0 || word >= length ? edge : slots[word]!) * stride;
  for (let word = 0; word < length; word++) {
    const own = slot(word);
    const before = slot(word - 1) + labels;
    const after = slot(word + 1) + 2 * labels;
    const farBefore = slot(word - 2) + 3 * labels;
    const farAfter = slot(word + 2) + 4 * labels;
    const at = word * labels;
    for (let label = 0; label < labels; label++) {
      out[at + label] =
        kept[own + label]! +
        kept[before + label]! +
        kept[after + label]! +
        kept[farBefore + label]! +
        kept[farAfter + label]!;
    }
  }
}
