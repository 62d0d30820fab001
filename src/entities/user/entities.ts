import { UserError } from '../../model/index.ts';
import type { ENTITY_TYPES, Location } from '../../model/index.ts';
import { foldName } from '../fold.ts';

/** A thing the user knows. */
export interface UserEntity {
  readonly canonical: string;
  readonly type: string;
  readonly aliases: readonly string[];
  /** Id in a collection outside, such as a Wikidata id. */
  readonly externalId?: string;
}

/** An entity as written, with the places of its parts: asked for only where something is wrong, for they take longest. */
export interface PlacedEntity {
  readonly entity: UserEntity;
  readonly at: () => Location;
  readonly typeAt: () => Location;
  readonly aliasAt: (index: number) => Location;
  readonly externalIdAt: () => Location;
}

/** All things of the entity files of a run. */
export interface UserEntities {
  readonly entities: readonly UserEntity[];
  /** The thing that has this name, folded by `foldName`. */
  readonly lookup: (folded: string) => UserEntity | undefined;
  /** The built-in type that a declared type is a kind of. */
  readonly builtin?: (type: string) => (typeof ENTITY_TYPES)[number] | null;
  /** Every name as written, by its folded form. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** The files, for the record: path as typed, and SHA-256 of the bytes in hexadecimal. */
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
}

export const NO_USER_ENTITIES: UserEntities = {
  entities: [],
  lookup: () => undefined,
  names: new Map(),
  files: [],
};

const place = ({ file, line, column }: Location): string =>
  [file, line, column].filter((part) => part !== undefined).join(':');

/**
 * Indexes entities by their names.
 *
 * @returns The index, and an error for each name that two things have, each name without a letter or digit, and each external id
 *   given twice.
 */
export function indexEntities(
  placed: readonly PlacedEntity[],
  files: UserEntities['files'],
): { entities: UserEntities; errors: UserError[] } {
  const owner = new Map<string, { entity: UserEntity; at: () => Location }>();
  const names = new Map<string, string[]>();
  const ids = new Map<string, () => Location>();
  const errors: UserError[] = [];
  for (const { entity, at, aliasAt, externalIdAt } of placed) {
    [entity.canonical, ...entity.aliases].forEach((name, index) => {
      const nameAt = (): Location => (index === 0 ? at() : aliasAt(index - 1));
      const folded = foldName(name);
      if (!/[\p{L}\p{N}]/u.test(folded)) {
        errors.push(new UserError(`"${name}" has no letter or digit`, { at: nameAt() }));
        return;
      }
      const known = owner.get(folded);
      if (known && known.entity !== entity)
        errors.push(
          new UserError(
            `"${name}" already means "${known.entity.canonical}", given at ${place(known.at())}`,
            {
              at: nameAt(),
              hint: 'give every name to one entity only; case, accents, hyphens and a leading "the" make no difference',
            },
          ),
        );
      else owner.set(folded, { entity, at: nameAt });
      names.set(folded, [...(names.get(folded) ?? []), name]);
    });
    const { externalId } = entity;
    const before = externalId === undefined ? undefined : ids.get(externalId);
    if (before)
      errors.push(
        new UserError(`the external id ${externalId ?? ''} is already given at ${place(before())}`, {
          at: externalIdAt(),
          hint: 'put all names of one thing into one entity',
        }),
      );
    else if (externalId !== undefined) ids.set(externalId, externalIdAt);
  }
  const entities = placed.map(({ entity }) => entity);
  return {
    entities: { entities, names, files, lookup: (folded) => owner.get(folded)?.entity },
    errors,
  };
}
