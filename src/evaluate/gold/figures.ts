import { round3 } from './python.ts';
import { resampled, type Interval } from './bootstrap.ts';
import {
  ALL_RELATIONS,
  CORE_RELATIONS,
  type DocumentScore,
  type EntityCounts,
  type RelationCounts,
} from './score.ts';

/** Rounded to three decimals. */
export interface Prf {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface EntityFigures extends Prf {
  readonly right: number;
  readonly predicted: number;
  readonly gold: number;
  /** 95% interval of F1. */
  readonly interval?: Interval;
}

export interface RelationFigures extends EntityFigures {
  /** The same, whatever the status. */
  readonly anyStatus: Prf;
  readonly coref: { readonly right: number; readonly gold: number };
  readonly denialsAsFacts: number;
}

export interface Figures {
  readonly documents: number;
  /** Documents without a graph: counted with an empty one. */
  readonly missing: number;
  readonly entities: EntityFigures & { readonly split: number };
  readonly typed: EntityFigures;
  readonly events: {
    readonly recall: number;
    readonly right: number;
    readonly gold: number;
    readonly split: number;
  };
  /** claimed-responsibility, opposes and located-in together. */
  readonly core: RelationFigures;
  /** The five annotated relations together. */
  readonly all: RelationFigures;
  readonly relations: Readonly<Record<string, RelationFigures>>;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision, recall and their harmonic mean; zero where nothing can be counted. */
export function prf(right: number, predicted: number, gold: number): Prf {
  const [precision, recall] = [share(right, predicted), share(right, gold)];
  const sum = precision + recall;
  const f1 = sum === 0 ? 0 : (2 * precision * recall) / sum;
  return { precision: round3(precision), recall: round3(recall), f1: round3(f1) };
}

const total = (scores: readonly DocumentScore[], count: (score: DocumentScore) => number): number =>
  scores.reduce((sum, score) => sum + count(score), 0);

function relationFigures(scores: readonly DocumentScore[], relations: readonly string[]): RelationFigures {
  const sum = (field: keyof RelationCounts): number =>
    total(scores, (score) =>
      relations.reduce((n, relation) => n + (score.relations.get(relation)?.[field] ?? 0), 0),
    );
  const [right, predicted, gold] = [sum('right'), sum('predicted'), sum('gold')];
  return {
    ...prf(right, predicted, gold),
    right,
    predicted,
    gold,
    anyStatus: prf(sum('rightAnyStatus'), predicted, gold),
    coref: { right: sum('corefRight'), gold: sum('corefGold') },
    denialsAsFacts: sum('denialsAsFacts'),
  };
}

function entityFigures(scores: readonly DocumentScore[], field: 'right' | 'typed'): EntityFigures {
  const sum = (name: keyof EntityCounts): number => total(scores, ({ entities }) => entities[name]);
  const predicted = sum('right') + sum('split') + sum('extra');
  const [right, gold] = [sum(field), sum('gold')];
  return { ...prf(right, predicted, gold), right, predicted, gold };
}

function eventFigures(scores: readonly DocumentScore[]): Figures['events'] {
  const sum = (name: keyof DocumentScore['events']): number => total(scores, ({ events }) => events[name]);
  const [right, gold] = [sum('right'), sum('gold')];
  return { recall: round3(share(right, gold)), right, gold, split: sum('split') };
}

/**
 * Figures over all documents: counts are added first, then divided (micro average).
 *
 * @param relations - the relations that get a row of their own
 */
export function figures(scores: readonly DocumentScore[], relations: readonly string[]): Figures {
  const intervals = resampled(scores, {
    entities: (sample) => entityFigures(sample, 'right').f1,
    core: (sample) => relationFigures(sample, CORE_RELATIONS).f1,
    all: (sample) => relationFigures(sample, ALL_RELATIONS).f1,
  });
  const split = total(scores, ({ entities }) => entities.split);
  return {
    documents: scores.length,
    missing: scores.filter(({ missing }) => missing).length,
    entities: { ...entityFigures(scores, 'right'), split, interval: intervals.entities },
    typed: entityFigures(scores, 'typed'),
    events: eventFigures(scores),
    core: { ...relationFigures(scores, CORE_RELATIONS), interval: intervals.core },
    all: { ...relationFigures(scores, ALL_RELATIONS), interval: intervals.all },
    relations: Object.fromEntries(
      relations.map((relation) => [relation, relationFigures(scores, [relation])]),
    ),
  };
}
