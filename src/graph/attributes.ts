import { byCodeUnit } from '../model/index.ts';
import type { NodeAttributes, RecordEntity } from '../model/index.ts';
import { canonicalJson } from './record.ts';

/** What the articles say of a thing besides its names: roles united, a date or place only where they agree on it. */
export function attributesOf(
  entities: readonly RecordEntity[],
): Pick<NodeAttributes, 'roles' | 'date' | 'place'> {
  const roles = [
    ...new Map(entities.flatMap((entity) => entity.roles ?? []).map((role) => [canonicalJson(role), role])),
  ]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, role]) => role);
  const date = agreed(
    entities.flatMap((entity) => entity.date ?? []),
    (precise, vague) => precise.startsWith(vague),
  );
  const place = agreed(
    entities.flatMap((entity) => entity.place ?? []),
    (a, b) => a === b,
  );
  return {
    ...(roles.length > 0 && { roles }),
    ...(date !== undefined && { date }),
    ...(place !== undefined && { place }),
  };
}

/** The one value that says all that the others say; undefined where there is none. */
const agreed = (
  values: readonly string[],
  says: (value: string, other: string) => boolean,
): string | undefined => values.find((value) => values.every((other) => says(value, other)));
