import type { RoleRecord, Status } from '../model/index.ts';

/**
 * The visible label of an edge, in every format: `opposes`, `NOT opposes`, `opposes?`. Tools merge parallel edges of one
 * label; carrying the status, a denial can't melt into the assertion.
 */
export function edgeLabel({
  relation,
  status,
}: {
  readonly relation: string;
  readonly status: Status;
}): string {
  switch (status) {
    case 'asserted':
      return relation;
    case 'negated':
      return `NOT ${relation}`;
    case 'uncertain':
      return `${relation}?`;
  }
}

const words = (name: string): string[] => name.match(/[\p{L}\p{N}]+/gu) ?? [];

const STATUS_PREFIX: Readonly<Record<Status, readonly string[]>> = {
  asserted: [],
  negated: ['NOT'],
  uncertain: ['UNCERTAIN'],
};

/** The relationship type of a property graph: `OPPOSES`, `NOT_OPPOSES`, `UNCERTAIN_OPPOSES`. */
export const relationshipType = (edge: { readonly relation: string; readonly status: Status }): string =>
  [...STATUS_PREFIX[edge.status], ...words(edge.relation)].join('_').toUpperCase() || 'RELATED';

/** The node label of a property graph: `person` is `Person`, `armed-group` is `ArmedGroup`. */
export const nodeLabel = (entityType: string): string =>
  words(entityType)
    .map((word) => word.replace(/^./u, (first) => first.toUpperCase()))
    .join('') || 'Entity';

/** What texts call a person, in one line: "foreign minister (Norway); spokesman". */
export const rolesText = ({ roles = [] }: { readonly roles?: readonly RoleRecord[] }): string =>
  roles
    .map(({ title, affiliation }) => (affiliation === undefined ? title : `${title} (${affiliation})`))
    .join('; ');
