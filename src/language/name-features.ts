import { CASELESS, type FormFeatures } from './forms.ts';
import { bitOf, type Matches } from './gazetteer.ts';
import { hashText, mix } from './hash.ts';

/** Labels of the name model: outside, then beginning, inside, last, unit of each type (BILOU; Ratinov & Roth 2009). */
export const NAME_LABELS = [
  'O',
  ...['person', 'organization', 'location'].flatMap((type) =>
    ['B', 'I', 'L', 'U'].map((part) => `${part}-${type}`),
  ),
] as const;
export const NAME_TYPES = ['person', 'organization', 'location'] as const;

/** Whether `next` may follow `last`; -1 is the edge of the sentence. */
export function mayFollow(last: number, next: number): boolean {
  const open = last > 0 && ((last - 1) & 3) < 2;
  const goesOn = next > 0 && (((next - 1) & 3) === 1 || ((next - 1) & 3) === 2);
  if (open) return goesOn && (last - 1) >> 2 === (next - 1) >> 2;
  return !goesOn;
}

/** One sentence as the name model sees it. */
export interface NameSentence {
  readonly features: readonly FormFeatures[];
  /** Label of the tagger for each word. */
  readonly tags: ArrayLike<number>;
  readonly matches: Matches;
  /** What the rest of the document says about each word: see `gatherEvidence`. */
  readonly evidence: ArrayLike<number>;
}

/** The key of the feature "the word before has this label". */
export const transitionKey = (label: number): number => mix(0x8000, label);

const TAG = 0x3000;
const GAZETTEER = 0x4000;
const RUN = 0x5000;
const EVIDENCE = 0x6000;
const PAIR = 0x7000;

const isCapital = (features: FormFeatures): boolean => features.capital >= 2 && features.capital <= 4;

/** Where the run of capitalised words around each word starts and ends; a word outside any is a run of its own. */
export function capitalRuns(features: readonly FormFeatures[]): { start: Int32Array; end: Int32Array } {
  const start = new Int32Array(features.length);
  const end = new Int32Array(features.length);
  for (let at = 0; at < features.length;) {
    let stop = at + 1;
    if (isCapital(features[at]!)) while (stop < features.length && isCapital(features[stop]!)) stop++;
    for (let word = at; word < stop; word++) {
      start[word] = at;
      end[word] = stop;
    }
    at = stop;
  }
  return { start, end };
}

/** The keys of a word's features that its form and its neighbours' forms alone do not give. */
export function nameKeys(
  sentence: NameSentence,
  word: number,
  edge: FormFeatures,
  runs: { start: Int32Array; end: Int32Array },
  keys: number[],
): void {
  const { features, tags, matches, evidence } = sentence;
  const here = features[word]!;
  const before = features[word - 1] ?? edge;
  const after = features[word + 1] ?? edge;
  const tag = tags[word]!;
  const tagBefore = tags[word - 1] ?? 255;
  const tagAfter = tags[word + 1] ?? 255;
  keys.push(
    mix(TAG, tag),
    mix(TAG + 1, tagBefore),
    mix(TAG + 2, tagAfter),
    mix(TAG + 3, tags[word - 2] ?? 255),
    mix(TAG + 4, tags[word + 2] ?? 255),
    mix(mix(TAG + 5, tagBefore), tag),
    mix(mix(TAG + 6, tag), tagAfter),
    mix(mix(TAG + 7, tag), here.capital + (word === 0 ? 8 : 0)),
    mix(mix(PAIR, before.lower), here.capital),
    mix(mix(PAIR + 1, after.lower), here.capital),
    mix(mix(PAIR + 2, before.cluster), here.cluster),
    mix(mix(PAIR + 3, here.cluster), after.cluster),
    mix(PAIR + 4, before.capital * 64 + here.capital * 8 + after.capital),
  );
  if (here.capital !== 1 && here.capital !== 0) {
    keys.push(mix(mix(PAIR + 5, before.lower), here.lower), mix(mix(PAIR + 6, here.lower), after.lower));
  }
  gazetteerKeys(matches, word, here, keys);
  if (isCapital(here)) runKeys(features, word, edge, runs, keys);
  for (let bits = evidence[word]!, bit = 0; bits !== 0; bits >>>= 1, bit++) {
    if ((bits & 1) !== 0) keys.push(mix(EVIDENCE, bit * 8 + here.capital));
  }
}

function gazetteerKeys(matches: Matches, word: number, here: FormFeatures, keys: number[]): void {
  const push = (place: number, bits: number): void => {
    for (let left = bits, bit = 0; left !== 0; left >>>= 1, bit++) {
      if ((left & 1) !== 0) keys.push(mix(GAZETTEER + place, bit));
    }
  };
  push(0, matches.starts[word]!);
  push(1, matches.inside[word]!);
  push(2 + (here.capital === CASELESS ? 8 : 0), matches.alone[word]!);
  if (word > 0) push(3, matches.alone[word - 1]! | matches.inside[word - 1]!);
  if (word + 1 < matches.alone.length) push(4, matches.alone[word + 1]! | matches.starts[word + 1]!);
}

function runKeys(
  features: readonly FormFeatures[],
  word: number,
  edge: FormFeatures,
  runs: { start: Int32Array; end: Int32Array },
  keys: number[],
): void {
  const start = runs.start[word]!;
  const end = runs.end[word]!;
  const before = features[start - 1] ?? edge;
  const after = features[end] ?? edge;
  const first = features[start]!;
  const last = features[end - 1]!;
  keys.push(
    mix(RUN, Math.min(end - start, 6) * 16 + Math.min(word - start, 3) * 4 + Math.min(end - 1 - word, 3)),
    mix(RUN + 1, before.lower),
    mix(RUN + 2, after.lower),
    mix(RUN + 3, before.cluster),
    mix(RUN + 4, after.cluster),
  );
  if (end - start > 1) {
    keys.push(
      mix(RUN + 5, first.lower),
      mix(RUN + 6, last.lower),
      mix(RUN + 7, first.cluster),
      mix(RUN + 8, last.cluster),
    );
  }
}

const PLACE_WORDS = new Set(['in', 'at', 'near', 'from', 'outside', 'across'].map((word) => formKey(word)));
const SPEECH = new Set(['said', 'says', 'told', 'added', 'warned', 'asked'].map((word) => formKey(word)));
const THE = formKey('the');
const POSSESSIVE = formKey("'s");
const OPEN = formKey('(');
const CLOSE = formKey(')');

/** The key `FormFeatures.lower` has for a word. */
export function formKey(lower: string): number {
  return mix(2, hashText(lower));
}

/**
 * What the sentences of a document say together about each capitalised word, wherever it stands: bits by the key of its
 * lower case (global features; Chieu & Ng 2002).
 */
export function gatherEvidence(
  sentences: readonly { features: readonly FormFeatures[]; matches: Matches }[],
): Map<number, number> {
  const found = new Map<number, number>();
  const title = bitOf('title');
  const given = bitOf('first');
  const organization = bitOf('orgword');
  const placeWord = bitOf('placeword');
  for (const { features, matches } of sentences) {
    const runs = capitalRuns(features);
    for (let word = 0; word < features.length; word++) {
      const here = features[word]!;
      if (!isCapital(here)) continue;
      const before = features[word - 1];
      const after = features[word + 1];
      const start = runs.start[word]!;
      const end = runs.end[word]!;
      let bits = 0;
      if (word > 0) {
        if (((matches.alone[word - 1]! | matches.inside[word - 1]!) & title) !== 0) bits |= 1;
        if ((matches.alone[word - 1]! & given) !== 0 && isCapital(before!)) bits |= 2;
      }
      const beforeRun = start > 0 ? features[start - 1]!.lower : 0;
      const afterRun = end < features.length ? features[end]!.lower : 0;
      if (PLACE_WORDS.has(beforeRun) && end - start === 1) bits |= 4;
      if (SPEECH.has(afterRun)) bits |= 8;
      if (after && afterRun === POSSESSIVE && end === word + 1) bits |= 16;
      if (beforeRun === THE) bits |= 32;
      if (before?.lower === OPEN && after?.lower === CLOSE) bits |= 64;
      if (end - start > 1 && end - start < 7) {
        if (((matches.alone[end - 1]! | matches.inside[end - 1]!) & organization) !== 0) bits |= 128;
        if ((matches.alone[start]! & given) !== 0) bits |= 256;
        if ((matches.alone[end - 1]! & placeWord) !== 0) bits |= 512;
      }
      found.set(here.lower, (found.get(here.lower) ?? 0) | bits);
    }
  }
  return found;
}

/** The evidence for each word of a sentence; none for words in lower case. */
export const evidenceOf = (features: readonly FormFeatures[], found: ReadonlyMap<number, number>): number[] =>
  features.map((form) => (isCapital(form) ? (found.get(form.lower) ?? 0) : 0));
