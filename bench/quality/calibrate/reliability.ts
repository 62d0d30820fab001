import { fit, predicted } from './fit.ts';
import type { Observation } from './observe.ts';

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean confidence of the matches in the bin, and the share of them that is right. */
  readonly confidence: number;
  readonly right: number;
  /** 95% interval of the share (Wilson 1927). */
  readonly interval: readonly [low: number, high: number];
}

/** A confidence that was given before the answer was known, with the answer. */
export interface Forecast {
  readonly confidence: number;
  readonly right: boolean;
}

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const Z = 1.96;

function wilson(right: number, count: number): [number, number] {
  if (count === 0) return [0, 1];
  const share = right / count;
  const middle = (share + Z ** 2 / (2 * count)) / (1 + Z ** 2 / count);
  const half =
    (Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2))) / (1 + Z ** 2 / count);
  return [middle - half, middle + half];
}

/** Bins that hold something. */
export function reliability(forecasts: readonly Forecast[]): Bin[] {
  return EDGES.slice(0, -1).flatMap((from, index) => {
    const to = EDGES[index + 1] ?? 1;
    const own = forecasts.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    if (own.length === 0) return [];
    const right = own.filter((one) => one.right).length;
    const mean = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length;
    return [
      {
        from,
        to,
        count: own.length,
        confidence: mean,
        right: right / own.length,
        interval: wilson(right, own.length),
      },
    ];
  });
}

/** Mean distance between confidence and share right, each bin as often as it holds matches (expected calibration error). */
export const calibrationError = (bins: readonly Bin[]): number => {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  return (
    bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.confidence - bin.right), 0) / Math.max(1, count)
  );
};

/** Confidences of each document's matches by measurements on the other documents: `folds` parts, documents dealt out in turn. */
export function heldOut(observations: readonly Observation[], folds = 10): Forecast[] {
  const documents = [...new Set(observations.map(({ document }) => document))];
  const foldOf = new Map(documents.map((document, index) => [document, index % folds]));
  return Array.from({ length: folds }, (_, fold) => {
    const fitted = fit(observations.filter(({ document }) => foldOf.get(document) !== fold));
    return observations
      .filter(({ document }) => foldOf.get(document) === fold)
      .map((one) => ({ confidence: predicted(one, fitted), right: one.right }));
  }).flat();
}
