import type { Section, Weights } from '../../../src/language/weights.ts';

/**
 * Weights of a linear model: for each known feature a short list of (label, weight). Features are 32-bit keys; the table
 * keeps 16 bits of each beside the place that the others give, and a row's entries as int8 times one scale.
 */
export interface LinearModel {
  readonly labels: number;
  /** Adds the feature's row, times nothing, to `scores[at..at + labels]`. */
  readonly add: (key: number, scores: Float32Array, at: number) => void;
}

export function readLinear(weights: Weights, labels: number): LinearModel {
  const marks = weights.array('feature.marks', 'u16');
  const rows = weights.array('feature.rows', 'u32');
  const entryLabel = weights.array('entry.labels', 'u8');
  const entryWeight = weights.array('entry.weights', 'i8');
  const scale = weights.array('scale', 'f32')[0]!;
  const mask = marks.length - 1;
  return {
    labels,
    add: (key, scores, at) => {
      const mark = (key >>> 16) | 0;
      let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
      for (let start = rows[slot]!; start !== 0; start = rows[slot]!) {
        if (marks[slot] === mark) {
          let entry = (start >>> 7) - 1;
          for (let left = start & 0x7f; left > 0; left--, entry++) {
            scores[at + entryLabel[entry]!]! += entryWeight[entry]! * scale;
          }
          return;
        }
        slot = (slot + 1) & mask;
      }
    },
  };
}

export interface TrainedRow {
  readonly key: number;
  /** One weight per label. */
  readonly weights: ArrayLike<number>;
}

/**
 * Packs rows, leaving out weights under `prune` (a share of the largest) and rows left empty. At most 127 labels.
 * @throws RangeError where there is more than 25 bits can address.
 */
export function encodeLinear(
  rows: readonly TrainedRow[],
  options: { scale: number; prune: number },
): Record<string, Section> {
  const kept: { key: number; labels: number[]; weights: number[] }[] = [];
  let entries = 0;
  for (const { key, weights } of rows) {
    const labels: number[] = [];
    const values: number[] = [];
    for (let label = 0; label < weights.length; label++) {
      const weight = weights[label]!;
      const rounded = Math.max(-127, Math.min(127, Math.round(weight / options.scale)));
      if (Math.abs(weight) < options.prune || rounded === 0) continue;
      labels.push(label);
      values.push(rounded);
    }
    if (labels.length === 0) continue;
    kept.push({ key, labels, weights: values });
    entries += labels.length;
  }
  if (entries >= 1 << 25) throw new RangeError('too many weights for one model');
  const size = 1 << Math.ceil(Math.log2(Math.max(16, kept.length * 1.2)));
  const marks = new Uint16Array(size);
  const starts = new Uint32Array(size);
  const entryLabel = new Uint8Array(entries);
  const entryWeight = new Int8Array(entries);
  let at = 0;
  for (const row of kept) {
    let slot = (Math.imul(row.key, 0x9e3779b1) >>> 8) & (size - 1);
    while (starts[slot] !== 0) slot = (slot + 1) & (size - 1);
    marks[slot] = row.key >>> 16;
    starts[slot] = ((at + 1) << 7) | row.labels.length;
    entryLabel.set(row.labels, at);
    entryWeight.set(row.weights, at);
    at += row.labels.length;
  }
  return {
    'feature.marks': marks,
    'feature.rows': starts,
    'entry.labels': entryLabel,
    'entry.weights': entryWeight,
    scale: Float32Array.of(options.scale),
  };
}
