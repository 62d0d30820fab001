import { bitOf, type Gazetteer, KINDS, type Matches, matchNames } from './gazetteer.ts';
import { hashText, mix } from './hash.ts';

/** The words of a document as lists and evidence see them. A sentence is the words `first[s]` to `end[s]`, exclusive. */
export interface DocumentWords {
  readonly length: number;
  /** `formKey` of each word's lower case. */
  readonly lower: Int32Array;
  /** `caseOf` each word; `CASELESS` where its sentence gives no case to go by. */
  readonly capital: Uint8Array;
  readonly first: ArrayLike<number>;
  readonly end: ArrayLike<number>;
}

/** What a word's form alone does not say: the kinds of names it starts, goes on with, or is, and what the document says of it. */
export interface Hints extends Matches {
  /** Bits of `EVIDENCE_BITS`. */
  readonly evidence: Uint32Array;
}

const EVIDENCE_BITS = 11;

export const haveSameHints = ({ starts, inside, alone, evidence }: Hints, a: number, b: number): boolean =>
  starts[a] === starts[b] && inside[a] === inside[b] && alone[a] === alone[b] && evidence[a] === evidence[b];

/** Numbers of the sets of hints that words have, from 1 as they are met; 0 is no hint at all. */
export function setsOfHints(): (hints: Hints, word: number) => number {
  const known = new Map<number, Map<number, number>>();
  let met = 0;
  return ({ starts, inside, alone, evidence }, word) => {
    if ((starts[word]! | inside[word]! | alone[word]! | evidence[word]!) === 0) return 0;
    const high = starts[word]! * 2 ** KINDS.length + inside[word]!;
    const low = alone[word]! * 2 ** EVIDENCE_BITS + evidence[word]!;
    const numbers = known.get(high) ?? new Map<number, number>();
    known.set(high, numbers);
    const number = numbers.get(low);
    if (number !== undefined) return number;
    numbers.set(low, ++met);
    return met;
  };
}

/** Rows of the reader's table of hints for a word's: one a bit of `starts`, `inside`, `alone`, `evidence`, in this order. */
export function bitsOf({ starts, inside, alone, evidence }: Hints, word: number): number[] {
  const found: number[] = [];
  [starts, inside, alone, evidence].forEach((column, which) => {
    for (let left = column[word]!, bit = 0; left !== 0; left >>>= 1, bit++) {
      if ((left & 1) !== 0) found.push(which * KINDS.length + bit);
    }
  });
  return found;
}

export const formKey = (lower: string): number => mix(2, hashText(lower));

export function findHints(gazetteer: Gazetteer, words: DocumentWords): Hints {
  const matches: Matches = {
    starts: new Uint32Array(words.length),
    inside: new Uint32Array(words.length),
    alone: new Uint32Array(words.length),
  };
  for (let sentence = 0; sentence < words.first.length; sentence++) {
    matchNames(gazetteer, words, words.first[sentence]!, words.end[sentence]!, matches);
  }
  const found = gatherEvidence(words, matches);
  const evidence = new Uint32Array(words.length);
  for (let word = 0; word < words.length; word++) {
    if (isCapital(words.capital[word])) evidence[word] = found.get(words.lower[word]!) ?? 0;
  }
  return { ...matches, evidence };
}

const isCapital = (capital: number | undefined): boolean =>
  capital !== undefined && capital >= 2 && capital <= 4;

const PLACE_WORDS = new Set(['in', 'at', 'near', 'from', 'outside', 'across'].map((word) => formKey(word)));
const SPEECH = new Set(['said', 'says', 'told', 'added', 'warned', 'asked'].map((word) => formKey(word)));
const THE = formKey('the');
const POSSESSIVE = formKey("'s");
const OPEN = formKey('(');
const CLOSE = formKey(')');

/**
 * What the sentences of a document say together about each capitalised word, wherever it stands: bits by the key of its lower case
 * (global features; Chieu & Ng 2002).
 */
function gatherEvidence(words: DocumentWords, matches: Matches): Map<number, number> {
  const found = new Map<number, number>();
  for (let sentence = 0; sentence < words.first.length; sentence++) {
    const end = words.end[sentence]!;
    for (let word = words.first[sentence]!; word < end;) {
      if (!isCapital(words.capital[word])) {
        word++;
        continue;
      }
      let stop = word + 1;
      while (stop < end && isCapital(words.capital[stop])) stop++;
      addRun(words, matches, { from: words.first[sentence]!, start: word, stop, end }, found);
      word = stop;
    }
  }
  return found;
}

const TITLE = bitOf('title');
const GIVEN = bitOf('first');
const ORGANIZATION = bitOf('orgword');
const PLACE = bitOf('placeword');

/** What one run of capitalised words says of each of them. `from` and `end` are its sentence's. */
function addRun(
  words: DocumentWords,
  matches: Matches,
  { from, start, stop, end }: { from: number; start: number; stop: number; end: number },
  found: Map<number, number>,
): void {
  const { lower } = words;
  const { alone, inside } = matches;
  const length = stop - start;
  const before = start > from ? lower[start - 1]! : 0;
  const after = stop < end ? lower[stop]! : 0;
  let shared = 0;
  if (PLACE_WORDS.has(before) && length === 1) shared |= 4;
  if (SPEECH.has(after)) shared |= 8;
  if (before === THE) shared |= 32;
  if (length > 1 && length < 7) {
    if (((alone[stop - 1]! | inside[stop - 1]!) & ORGANIZATION) !== 0) shared |= 128;
    if ((alone[start]! & GIVEN) !== 0) shared |= 256;
    if ((alone[stop - 1]! & PLACE) !== 0) shared |= 512;
  }
  const bracketed = length === 1 && before === OPEN && after === CLOSE;
  if (bracketed && followsOrganization(words, matches, from, start - 2)) shared |= 1024;
  for (let word = start; word < stop; word++) {
    let bits = shared;
    if (word > from) {
      if (((alone[word - 1]! | inside[word - 1]!) & TITLE) !== 0) bits |= 1;
      if (word > start && (alone[word - 1]! & GIVEN) !== 0) bits |= 2;
    }
    if (word + 1 === stop && after === POSSESSIVE) bits |= 16;
    if (bracketed) bits |= 64;
    found.set(lower[word]!, (found.get(lower[word]!) ?? 0) | bits);
  }
}

const JOINING = new Set(['of', 'and', 'for', 'the', 'on', '&', "'s"].map((word) => formKey(word)));
const LONGEST_NAME = 9;

/** Whether the capitalised words that end at `last`, joined by "of" and the like, hold a word of organizations ("Port Authority of X"). */
function followsOrganization(
  { lower, capital }: DocumentWords,
  { alone, inside, starts }: Matches,
  from: number,
  last: number,
): boolean {
  for (let word = last; word >= from && word > last - LONGEST_NAME; word--) {
    if (isCapital(capital[word])) {
      if (((alone[word]! | inside[word]! | starts[word]!) & ORGANIZATION) !== 0) return true;
    } else if (!JOINING.has(lower[word]!)) return false;
  }
  return false;
}
