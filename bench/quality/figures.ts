import { resampled, type Interval } from '../../src/evaluate/gold/bootstrap.ts';
import { prf, type Prf } from '../../src/evaluate/gold/figures.ts';
import { round3 } from '../../src/evaluate/gold/python.ts';
import { byCodeUnit } from '../../src/model/index.ts';
import type { TaskScore } from './score.ts';

export interface TaskFigures extends Prf {
  readonly documents: number;
  readonly items: number;
  readonly right: number;
  readonly uncounted: number;
  readonly asked: number;
  readonly met: number;
  /** Relations between ends of types that ours take, and those of them that are met. */
  readonly inReach: number;
  readonly metInReach: number;
  /** 95% intervals, documents drawn with replacement. */
  readonly intervals: Readonly<Record<keyof Prf, Interval>>;
}

export interface TaskRuleFigures {
  readonly rule: string;
  readonly items: number;
  readonly right: number;
  readonly precision: number;
  /** Right ones that no other rule gives. */
  readonly alone: number;
}

const total = (scores: readonly TaskScore[], count: (score: TaskScore) => number): number =>
  scores.reduce((sum, score) => sum + count(score), 0);

interface Counts {
  readonly right: number;
  readonly items: number;
  readonly met: number;
  readonly asked: number;
}

const countsOf = ({ items, asked }: TaskScore): Counts => ({
  right: items.filter(({ right }) => right).length,
  items: items.length,
  met: asked.filter(({ met }) => met).length,
  asked: asked.length,
});

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision goes by sentences of ours, recall by relations of the corpus: the two need not have the same numerator. */
function shares(sample: readonly Counts[]): Prf {
  const sum = (field: keyof Counts): number => sample.reduce((n, counts) => n + counts[field], 0);
  const precision = share(sum('right'), sum('items'));
  const recall = share(sum('met'), sum('asked'));
  return { precision, recall, f1: share(2 * precision * recall, precision + recall) };
}

export function taskFigures(scores: readonly TaskScore[]): TaskFigures {
  const counts = scores.map(countsOf);
  const { precision, recall, f1 } = shares(counts);
  const asked = scores.flatMap((score) => score.asked);
  return {
    documents: scores.length,
    precision: round3(precision),
    recall: round3(recall),
    f1: round3(f1),
    items: total(scores, ({ items }) => items.length),
    right: counts.reduce((sum, { right }) => sum + right, 0),
    uncounted: total(scores, ({ uncounted }) => uncounted),
    asked: asked.length,
    met: asked.filter(({ met }) => met).length,
    inReach: asked.filter(({ inReach }) => inReach).length,
    metInReach: asked.filter(({ inReach, met }) => inReach && met).length,
    intervals: resampled(counts, {
      precision: (sample) => shares(sample).precision,
      recall: (sample) => shares(sample).recall,
      f1: (sample) => shares(sample).f1,
    }),
  };
}

/** Sorted by rule id. */
export function taskRuleFigures(scores: readonly TaskScore[]): TaskRuleFigures[] {
  const tallies = new Map<string, { items: number; right: number; alone: number }>();
  for (const { evidence, right } of scores.flatMap(({ items }) => items)) {
    const rules = new Set(evidence.map(({ item }) => item.rule));
    for (const rule of rules) {
      const tally = tallies.get(rule) ?? { items: 0, right: 0, alone: 0 };
      tallies.set(rule, tally);
      tally.items += 1;
      tally.right += Number(right);
      tally.alone += Number(right && rules.size === 1);
    }
  }
  return [...tallies]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([rule, { items, right, alone }]) => ({
      rule,
      items,
      right,
      precision: prf(right, items, 0).precision,
      alone,
    }));
}
