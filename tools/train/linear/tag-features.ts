import type { FormFeatures } from './form-features.ts';
import { mix } from '../../../src/language/hash.ts';

/** Features of a word's tag that need two words, or the tags before it. Keys are salted by their template. */
const PAIR = 0x1000;
const HISTORY = 0x2000;

const pair = (template: number, a: number, b: number): number => mix(mix(PAIR + template, a), b);
const history = (template: number, a: number, b: number): number => mix(mix(HISTORY + template, a), b);

export const PAIR_KEYS = 6;

/** @param shapeOfSentence 0, or 1 where it has no case to go by. */
export function pairKeys(
  before: FormFeatures,
  here: FormFeatures,
  after: FormFeatures,
  isFirst: boolean,
  keys: Int32Array | number[],
): void {
  keys[0] = pair(0, before.lower, here.lower);
  keys[1] = pair(1, here.lower, after.lower);
  keys[2] = pair(2, before.cluster, here.cluster);
  keys[3] = pair(3, here.cluster, after.cluster);
  keys[4] = pair(4, here.capital * 2 + (isFirst ? 1 : 0), after.capital * 8 + before.capital);
  keys[5] = pair(5, here.suffix, after.suffix);
}

export const HISTORY_KEYS = 7;

/** @param last tag of the word before, `last2` of the one before that; -1 before the sentence. */
export function historyKeys(
  here: FormFeatures,
  after: FormFeatures,
  last: number,
  last2: number,
  keys: Int32Array | number[],
): void {
  keys[0] = history(0, last, 0);
  keys[1] = history(1, last, last2);
  keys[2] = history(2, last, here.lower);
  keys[3] = history(3, last, here.suffix);
  keys[4] = history(4, last, after.lower);
  keys[5] = history(5, mix(last, last2), here.cluster);
  keys[6] = history(6, last, after.cluster);
}
