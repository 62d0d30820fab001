import type { Antecedent, Referent } from './referent.ts';
import type { Nominal } from './nominals.ts';
import type { Base } from './phrases.ts';
import type { NamedRole } from './roles.ts';
import { childrenOf, relationOf } from './syntax.ts';

/**
 * "Its leader", "the group's spokesman": the one person who holds that role in the body that owns the noun, where the text has told of
 * both; else null.
 */
export function officeHolder(
  document: Base,
  { head, lemma, plural }: Nominal,
  before: readonly Antecedent[],
  roles: readonly NamedRole[],
  entityOfName: ReadonlyMap<number, number>,
): Referent | null {
  if (plural) return null;
  const owner = childrenOf(document, head).find((child) => relationOf(document, child) === 'nmod:poss');
  const body = owner === undefined ? undefined : before.findLast((each) => each.head === owner)?.entity;
  if (body === undefined) return null;
  const holders = new Set(
    roles
      .filter((role) => role.lemma === lemma && entityOfName.get(role.affiliation ?? -1) === body)
      .map(({ name }) => entityOfName.get(name)),
  );
  const [holder, ...others] = holders;
  return holder === undefined || others.length > 0 ? null : { entity: holder, method: 'office' };
}
