import { byCodeUnit } from '../model/index.ts';
import type { RecordEntity } from '../model/index.ts';

/**
 * The name a user's entity file gives; else the fullest (the longest) one. Among equals the first by code units, so that order
 * of articles plays no part.
 */
export function fullestName(entities: readonly RecordEntity[]): string {
  const given = entities.filter(({ external_id }) => external_id !== undefined);
  return (given.length > 0 ? given : entities)
    .map(({ name }) => name)
    .reduce((a, b) => (b.length > a.length || (b.length === a.length && byCodeUnit(b, a) < 0) ? b : a));
}

/** The type most of the articles give, the first by code units among equals. */
export function commonType(entities: readonly RecordEntity[]): string {
  const votes = new Map<string, number>();
  for (const { type } of entities) votes.set(type, (votes.get(type) ?? 0) + 1);
  return [...votes].reduce((a, b) =>
    b[1] > a[1] || (b[1] === a[1] && byCodeUnit(b[0], a[0]) < 0) ? b : a,
  )[0];
}
