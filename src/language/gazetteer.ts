import { mix } from './hash.ts';
import type { Section, Weights } from './weights.ts';

/** Kinds of names the gazetteer knows, in the order of their bits. */
export const KINDS = [
  'country',
  'city',
  'region',
  'demonym',
  'first',
  'last',
  'team',
  'organization',
  'group',
  'party',
  'agency',
  'media',
  'company',
  'place',
  'title',
  'orgword',
  'placeword',
  'time',
] as const;
export type Kind = (typeof KINDS)[number];
export const bitOf = (kind: Kind): number => 1 << KINDS.indexOf(kind);

/** Names as sequences of lower-case words, kept as hashes. */
export interface Gazetteer {
  /** Kinds of the name with this key, and `MORE` where it starts a longer one; 0 where there is none. */
  readonly find: (key: number) => number;
}

export const MORE = 1 << 30;
const LONGEST = 6;

/** The key of a sequence of words from the keys of its parts. */
export const phraseKey = (before: number, word: number): number => (before === 0 ? word : mix(before, word));

export function readGazetteer(weights: Weights): Gazetteer {
  const keys = weights.array('gazetteer.keys', 'i32');
  const kinds = weights.array('gazetteer.kinds', 'u32');
  const mask = keys.length - 1;
  return {
    find: (key) => {
      for (let slot = key & mask; kinds[slot] !== 0; slot = (slot + 1) & mask) {
        if (keys[slot] === key) return kinds[slot]!;
      }
      return 0;
    },
  };
}

/** @param names the word keys of each name, and its kinds. */
export function encodeGazetteer(
  names: readonly { words: readonly number[]; kinds: number }[],
): Record<string, Section> {
  const found = new Map<number, number>();
  for (const { words, kinds } of names) {
    if (words.length === 0 || words.length > LONGEST) continue;
    let key = 0;
    words.forEach((word, index) => {
      key = phraseKey(key, word);
      found.set(key, (found.get(key) ?? 0) | (index === words.length - 1 ? kinds : MORE));
    });
  }
  const size = 1 << Math.ceil(Math.log2(found.size * 1.4));
  const keys = new Int32Array(size);
  const kinds = new Uint32Array(size);
  for (const [key, value] of found) {
    let slot = key & (size - 1);
    while (kinds[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    kinds[slot] = value;
  }
  return { 'gazetteer.keys': keys, 'gazetteer.kinds': kinds };
}

/** Which kinds of names each word starts (in more words than one), continues, and is alone. */
export interface Matches {
  readonly starts: Uint32Array;
  readonly inside: Uint32Array;
  readonly alone: Uint32Array;
}

/**
 * Finds the longest name from every word of a stretch on, and adds it to `matches`. A name may start at a capitalised word, or where
 * case says nothing.
 */
export function matchNames(
  gazetteer: Gazetteer,
  { lower, capital }: { readonly lower: ArrayLike<number>; readonly capital: ArrayLike<number> },
  first: number,
  end: number,
  matches: Matches,
): void {
  for (let start = first; start < end; start++) {
    if (capital[start]! < 2) continue;
    let key = 0;
    let last = 0;
    let kinds = 0;
    for (let at = start; at < end && at < start + LONGEST; at++) {
      key = phraseKey(key, lower[at]!);
      const found = gazetteer.find(key);
      if ((found & ~MORE) !== 0) {
        last = at + 1;
        kinds = found & ~MORE;
      }
      if ((found & MORE) === 0) break;
    }
    if (last === start + 1) matches.alone[start]! |= kinds;
    else if (last > start) {
      matches.starts[start]! |= kinds;
      for (let at = start + 1; at < last; at++) matches.inside[at]! |= kinds;
    }
  }
}
