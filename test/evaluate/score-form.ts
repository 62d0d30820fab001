import { ALL_RELATIONS } from '../../src/evaluate/gold/score.ts';
import type { Figures, Prf, RelationFigures } from '../../src/evaluate/gold/figures.ts';

const row = ({ precision, recall, f1 }: Prf): number[] => [precision, recall, f1];

const relationRow = (figures: RelationFigures): unknown[] => [
  ...row(figures),
  `right ${figures.right} of gold ${figures.gold}, edges ${figures.predicted}, any status ${pythonFloat(figures.anyStatus.f1)}, ` +
    `coref ${figures.coref.right}/${figures.coref.gold}, denials as facts ${figures.denialsAsFacts}`,
];

/** As Python prints a float. */
const pythonFloat = (x: number): string => (Number.isInteger(x) ? x.toFixed(1) : String(x));

/** The figures as `score.py --json` prints them, without the bootstrap intervals. */
export function scoreForm(figures: Figures): Record<string, unknown> {
  const { entities, events } = figures;
  return {
    docs: figures.documents,
    missing: figures.missing,
    entities: [...row(entities), `split ${entities.split}`],
    entities_typed: row(figures.typed),
    events_found: [events.recall, `of ${events.gold}, split ${events.split}`],
    core: relationRow(figures.core),
    all: relationRow(figures.all),
    ...Object.fromEntries(
      ALL_RELATIONS.map((relation) => [
        relation,
        relationRow(figures.relations[relation] as RelationFigures),
      ]),
    ),
  };
}

/** Drops what a different random generator makes different. */
export const withoutIntervals = (scored: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(scored).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.filter((part) => !String(part).startsWith('95% ')) : value,
    ]),
  );
