/** Lower and upper end. */
export type Interval = readonly [low: number, high: number];

const RESAMPLES = 500;
const [LOW, HIGH] = [12, 487];
const SEED = 1;

/** mulberry32 (Tommy Ettinger, public domain): numbers in [0, 1) from a 32-bit seed, the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * 95% intervals by the percentile bootstrap (Efron 1979) over articles: 500 samples as large as `rows`, drawn with
 * replacement by a seeded generator, so that the same rows give the same intervals. Another generator gives slightly
 * different ends.
 */
export function resampled<Row, Name extends string>(
  rows: readonly Row[],
  measures: Readonly<Record<Name, (sample: readonly Row[]) => number>>,
): Record<Name, Interval> {
  const random = seeded(SEED);
  const samples = Array.from({ length: RESAMPLES }, () =>
    rows.map(() => rows[Math.floor(random() * rows.length)] as Row),
  );
  const intervals = {} as Record<Name, Interval>;
  for (const name of Object.keys(measures) as Name[]) {
    const values = samples.map(measures[name]).sort((a, b) => a - b);
    intervals[name] = [values[LOW] ?? 0, values[HIGH] ?? 0];
  }
  return intervals;
}
