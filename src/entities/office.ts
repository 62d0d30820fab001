import { lowerAt } from '../model/index.ts';
import { answersTo } from './callings.ts';
import type { Described } from './callings.ts';
import { isCalled } from './holders.ts';
import type { Antecedent, Referent } from './referent.ts';
import type { Nominal } from './nominal.ts';
import type { Base } from './phrases.ts';
import type { NamedRole } from './roles.ts';
import { childrenOf, headOf, relationOf } from './syntax.ts';
import { COLLECTIVES } from './words.ts';

/** What was told of before the noun, and what each thing is. */
export interface Owners {
  readonly before: readonly Antecedent[];
  readonly roles: readonly NamedRole[];
  readonly entityOfName: ReadonlyMap<number, number>;
  readonly of: (entity: number) => Described;
}

/**
 * What a noun with a possessor stands for, where that follows from the possessor: "its leader" is the one who holds the office in that
 * body, "his party" the one party in which he holds one, "the group's fighters" are the group. Else null.
 */
export function ownedReferent(document: Base, nominal: Nominal, owners: Owners): Referent | null {
  const { head, lemma, plural } = nominal;
  const possessor = childrenOf(document, head).find((child) => relationOf(document, child) === 'nmod:poss');
  const owner =
    possessor === undefined ? undefined : owners.before.findLast((each) => each.head === possessor);
  if (!owner) return null;
  if (owner.type === 'person') return plural ? null : bodyOf(owner.entity, lemma, owners, document);
  if (plural)
    return owner.type === 'organization' && COLLECTIVES.has(lemma) && owners.of(owner.entity).names.length > 0
      ? { entity: owner.entity, method: 'own people' }
      : null;
  return holderOf(owner.entity, lemma, owners);
}

function only(entities: readonly (number | undefined)[], method: string): Referent | null {
  const [one, ...others] = new Set(entities);
  return one === undefined || others.length > 0 ? null : { entity: one, method };
}

const holderOf = (body: number, lemma: string, { roles, entityOfName }: Owners): Referent | null =>
  only(
    roles
      .filter((role) => isCalled(role, lemma) && entityOfName.get(role.affiliation ?? -1) === body)
      .map(({ name }) => entityOfName.get(name)),
    'office',
  );

const bodyOf = (person: number, lemma: string, owners: Owners, document: Base): Referent | null =>
  bodyHeldIn(person, lemma, owners) ?? bodyOfWhose(person, lemma, owners, document);

/** "[Name], whose [Name] Party is …": the one body told of as that of a person. */
const bodyOfWhose = (
  person: number,
  lemma: string,
  { before, of }: Owners,
  document: Base,
): Referent | null =>
  only(
    before
      .filter(({ type, kind, head, entity }) => {
        if (type !== 'organization' || kind !== 'name' || !answersTo(lemma, of(entity))) return false;
        const whose = childrenOf(document, head).some((child) => lowerAt(document.tokens, child) === 'whose');
        const owner = headOf(document, headOf(document, head));
        return whose && before.some((each) => each.entity === person && each.head === owner);
      })
      .map(({ entity }) => entity),
    'own body',
  );

const bodyHeldIn = (person: number, lemma: string, { roles, entityOfName, of }: Owners): Referent | null =>
  only(
    roles
      .filter(({ name }) => entityOfName.get(name) === person)
      .flatMap(({ affiliation }) => entityOfName.get(affiliation ?? -1) ?? [])
      .filter((body) => answersTo(lemma, of(body))),
    'own body',
  );
