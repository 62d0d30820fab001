import { mayFollow, NAME_LABELS } from './name-labels.ts';

const LABELS = NAME_LABELS.length;
const ALLOWED = Uint8Array.from({ length: LABELS * LABELS }, (_, i) =>
  mayFollow(Math.floor(i / LABELS), i % LABELS) ? 1 : 0,
);
const MAY_START = Uint8Array.from({ length: LABELS }, (_, label) => (mayFollow(-1, label) ? 1 : 0));
const MAY_END = Uint8Array.from({ length: LABELS }, (_, label) => (mayFollow(label, 0) ? 1 : 0));

/**
 * The best sequence of labels of a sentence that is a legal BILOU sequence (Viterbi).
 * @param scores `scores[word * labels + label]`.
 */
export function decodeNames(scores: Float32Array, length: number): Uint8Array {
  const best = new Float32Array(length * LABELS).fill(-Infinity);
  const from = new Uint8Array(length * LABELS);
  for (let label = 0; label < LABELS; label++) if (MAY_START[label]) best[label] = scores[label]!;
  for (let word = 1; word < length; word++) {
    for (let label = 0; label < LABELS; label++) {
      let top = -Infinity;
      let origin = 0;
      for (let last = 0; last < LABELS; last++) {
        if (!ALLOWED[last * LABELS + label]) continue;
        const value = best[(word - 1) * LABELS + last]!;
        if (value > top) {
          top = value;
          origin = last;
        }
      }
      best[word * LABELS + label] = top + scores[word * LABELS + label]!;
      from[word * LABELS + label] = origin;
    }
  }
  const path = new Uint8Array(length);
  if (length === 0) return path;
  let last = 0;
  let top = -Infinity;
  for (let label = 0; label < LABELS; label++) {
    const value = best[(length - 1) * LABELS + label]!;
    if (MAY_END[label] && value > top) {
      top = value;
      last = label;
    }
  }
  for (let word = length - 1; word >= 0; word--) {
    path[word] = last;
    last = from[word * LABELS + last]!;
  }
  return path;
}
