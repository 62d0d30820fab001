import { APOSTROPHE, classOf, DIGIT, HYPHEN, isLetter, LOWER, PERIOD, UPPER } from './characters.ts';
import type { Clusters } from './clusters.ts';
import { hashText, mix } from './hash.ts';

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

export const CASELESS = 5;
export const CASELESS_SHAPE = 'caseless';

/** 0: no letter, 1: lower case, 2: Capitalised, 3: ALL CAPITALS, 4: miXed. */
export function caseOf(form: string): number {
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < form.length; i++) {
    const kind = classOf(form.charCodeAt(i));
    if (kind === UPPER) upper++;
    else if (kind === LOWER) lower++;
  }
  if (upper === 0) return lower === 0 ? 0 : 1;
  if (classOf(form.charCodeAt(0)) === UPPER && upper === 1) return 2;
  return lower === 0 ? 3 : 4;
}

export const straighten = (text: string): string =>
  /[’‘`“”]/.test(text) ? text.replace(/[’‘`]/g, "'").replace(/[“”]/g, '"') : text;

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

/** `Kabul-2020` is `Xx-0`: classes of characters, runs as one. */
export function shape(form: string): string {
  let found = '';
  let last = '';
  for (let i = 0; i < form.length && found.length < 8; i++) {
    const kind = classOf(form.charCodeAt(i));
    const char = kind === UPPER ? 'X' : kind === LOWER ? 'x' : kind === DIGIT ? '0' : form[i]!;
    if (char !== last) found += char;
    last = char;
  }
  return found;
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

/**
 * Whether the case of a sentence's words says nothing: all in capitals, none at all, or every longer word capitalised as in
 * a headline.
 */
export function isCaseless(forms: readonly string[]): boolean {
  let words = 0;
  let capitalised = 0;
  let allCapitals = 0;
  let long = 0;
  let longCapitalised = 0;
  for (const form of forms) {
    const first = classOf(form.charCodeAt(0));
    if (!isLetter(first)) continue;
    words++;
    const isLong = form.length > 3;
    if (isLong) long++;
    if (first !== UPPER) continue;
    capitalised++;
    if (isLong) longCapitalised++;
    if (classOf(form.charCodeAt(form.length - 1)) === UPPER) allCapitals++;
  }
  if (words < 4) return false;
  if (capitalised === 0) return true;
  if (allCapitals >= 4 && allCapitals >= words * 0.9) return true;
  return long >= 5 && longCapitalised === long;
}
