import { mayFollow, NAME_LABELS } from './name-labels.ts';

const LABELS = NAME_LABELS.length;
const labelsWhere = (test: (label: number) => boolean): number[] =>
  Array.from({ length: LABELS }, (_, label) => label).filter(test);
/** Labels after which no name is open, and those that may follow them. */
const CLOSED = labelsWhere((label) => mayFollow(label, 0));
const OPENING = labelsWhere((label) => mayFollow(0, label));
/** Labels that go on with a name, and for each the two that may stand before it. */
const INNER = labelsWhere((label) => !mayFollow(0, label));
const BEFORE = INNER.map((label) => labelsWhere((last) => mayFollow(last, label)) as [number, number]);

/**
 * The best sequence of labels of a sentence that is a legal BILOU sequence (Viterbi).
 * @param scores `scores[word * labels + label]`.
 */
export function decodeNames(scores: Float32Array, length: number): Uint8Array {
  const best = new Float32Array(length * LABELS).fill(-Infinity);
  const from = new Uint8Array(length * LABELS);
  if (length > 0) for (const label of OPENING) best[label] = scores[label]!;
  for (let word = 1, at = LABELS; word < length; word++, at += LABELS) {
    const before = at - LABELS;
    const closed = largest(best, before, CLOSED);
    for (const label of OPENING) {
      best[at + label] = best[before + closed]! + scores[at + label]!;
      from[at + label] = closed;
    }
    for (let i = 0; i < INNER.length; i++) {
      const label = INNER[i]!;
      const [begun, going] = BEFORE[i]!;
      const last = best[before + going]! > best[before + begun]! ? going : begun;
      best[at + label] = best[before + last]! + scores[at + label]!;
      from[at + label] = last;
    }
  }
  const path = new Uint8Array(length);
  if (length === 0) return path;
  let last = largest(best, (length - 1) * LABELS, CLOSED);
  for (let word = length - 1; word >= 0; word--) {
    path[word] = last;
    last = from[word * LABELS + last]!;
  }
  return path;
}

/** The label of the largest score from `at` on; the first of equals. */
function largest(scores: Float32Array, at: number, labels: readonly number[]): number {
  let best = labels[0]!;
  for (const label of labels) if (scores[at + label]! > scores[at + best]!) best = label;
  return best;
}
