import { APOSTROPHE, classOf, DIGIT, HYPHEN, isLetter, PERIOD } from '../../../src/language/characters.ts';
import type { Clusters } from '../../../src/language/clusters.ts';
import { CASELESS, CASELESS_SHAPE, caseOf, shape, straighten } from '../../../src/language/forms.ts';
import { hashText, mix } from '../../../src/language/hash.ts';

/**
 * What the models see of a word form alone, as hashed attributes. `full` describes a word where it stands, `near` where
 * it is the neighbour of another, `far` two places away.
 */
export interface FormFeatures {
  readonly full: Int32Array;
  readonly near: Int32Array;
  readonly far: Int32Array;
  /** Keys for features of two words together: the lower-case form, its cluster (or shape), its last three letters. */
  readonly lower: number;
  readonly cluster: number;
  readonly suffix: number;
  /** How it is capitalised: see `caseOf`. */
  readonly capital: number;
}

const WORD = 1;
const LOWERED = 2;
const PREFIX = 3;
const SUFFIX = 4;
const SHAPE = 5;
const CAPITAL = 6;
const CLUSTER = 7;
const HAS = 8;
const LENGTH = 9;
const CLUSTER_SHAPE = 11;

/**
 * @param caseless the sentence gives no case to go by (ALL CAPITALS, all lower case): look at the letters only.
 */
export function formFeatures(form: string, caseless: boolean, clusters: Clusters): FormFeatures {
  const lower = straighten(form.toLowerCase());
  const full: number[] = [];
  const near: number[] = [];
  const far: number[] = [];
  const capital = caseless ? CASELESS : caseOf(form);
  const lowerKey = mix(LOWERED, hashText(lower));
  const digitless = lower.replace(/\d/g, '0');
  const leaf = clusters.leafOf(lower);
  const shapeKey = mix(SHAPE, hashText(caseless ? CASELESS_SHAPE : shape(form)));
  if (!caseless) full.push(mix(WORD, hashText(form)));
  full.push(lowerKey, shapeKey, mix(CAPITAL, capital));
  if (digitless !== lower) full.push(mix(LOWERED, hashText(digitless)));
  for (let size = 1; size <= 5 && size < lower.length; size++) {
    full.push(mix(SUFFIX + (size << 8), hashText(lower, lower.length - size)));
    if (size <= 4) full.push(mix(PREFIX + (size << 8), hashText(lower, 0, size)));
  }
  full.push(mix(HAS, contents(lower)), mix(LENGTH, Math.min(lower.length, 12)));
  const suffix = mix(SUFFIX + (3 << 8), hashText(lower, Math.max(0, lower.length - 3)));
  near.push(
    lowerKey,
    mix(CAPITAL, capital),
    suffix,
    mix(SUFFIX + (2 << 8), hashText(lower, Math.max(0, lower.length - 2))),
  );
  far.push(lowerKey, mix(CAPITAL, capital));
  const levels = leaf < 0 ? [] : [...clusters.levels.map((level) => level[leaf]!), leaf];
  levels.forEach((cluster, level) => {
    const key = mix(CLUSTER + (level << 8), cluster);
    full.push(key);
    near.push(key);
    if (level < 3) far.push(key);
    if (level < 2) full.push(mix(CLUSTER_SHAPE + (level << 8), mix(cluster, capital)));
  });
  if (leaf < 0) {
    full.push(mix(CLUSTER, capital));
    near.push(shapeKey);
  }
  return {
    full: Int32Array.from(full),
    near: Int32Array.from(near),
    far: Int32Array.from(far),
    lower: lowerKey,
    cluster: leaf < 0 ? shapeKey : mix(CLUSTER + (2 << 8), levels[2]!),
    suffix,
    capital,
  };
}

function contents(lower: string): number {
  let found = 0;
  for (let i = 0; i < lower.length; i++) {
    const kind = classOf(lower.charCodeAt(i));
    if (kind === DIGIT) found |= 1;
    else if (isLetter(kind)) found |= 2;
    else if (kind === HYPHEN) found |= 4;
    else if (kind === PERIOD) found |= 8;
    else if (kind === APOSTROPHE) found |= 16;
    else found |= 32;
  }
  return found;
}
