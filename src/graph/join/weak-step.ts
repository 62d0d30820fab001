import type { ArticleRecord } from '../../model/index.ts';
import { fullestName } from '../labels.ts';
import { groupBy } from './groups.ts';
import type { NameKind } from './names.ts';
import type { Joining, Link } from './state.ts';

/** For each set, the relations it stands in with a third thing known by a full name. */
type Partners = ReadonlyMap<number, ReadonlyMap<string, { readonly text: string; readonly type: string }>>;

function partnersOf(state: Joining, records: readonly ArticleRecord[]): Partners {
  const offset = new Map<string, number>();
  for (const [m, { document, number }] of state.members.entries()) if (number === 0) offset.set(document, m);
  const known = new Set(
    [...state.members.keys()]
      .filter((m) => state.member(m).kind === 'full' && state.member(m).entity.named)
      .map((m) => state.sets.find(m)),
  );
  const labels = new Map<number, string>();
  const labelOf = (root: number): string => {
    const label = labels.get(root) ?? fullestName(state.whole([root]).map((m) => state.member(m).entity));
    labels.set(root, label);
    return label;
  };
  const partners = new Map<number, Map<string, { text: string; type: string }>>();
  const add = (of: number, third: number, relation: string, status: string, isSource: boolean): void => {
    const root = state.sets.find(third);
    if (!known.has(root)) return;
    const text = isSource ? `${relation} ${labelOf(root)}` : `${labelOf(root)} ${relation}`;
    const mine = partners.get(state.sets.find(of)) ?? new Map<string, { text: string; type: string }>();
    mine.set(JSON.stringify([relation, status, isSource, root]), {
      text,
      type: state.member(root).entity.type,
    });
    partners.set(state.sets.find(of), mine);
  };
  for (const { document, assertions } of records) {
    const first = offset.get(document.id) ?? 0;
    for (const { relation, status, source, target } of assertions) {
      add(first + source, first + target, relation, status, true);
      add(first + target, first + source, relation, status, false);
    }
  }
  return partners;
}

/** The first relation that both sets stand in with one thing. A place is no evidence for a surname: many live there. */
function sharedRelation(partners: Partners, kind: NameKind, a: number, b: number): string | undefined {
  const others = partners.get(b);
  return [...(partners.get(a) ?? [])]
    .filter(([key, { type }]) => others?.has(key) && !(kind === 'surname' && type === 'location'))
    .map(([, { text }]) => text)
    .sort()[0];
}

/** Two sets of one article: the article itself told them apart. */
const shareDocument = (state: Joining, members: readonly number[]): boolean => {
  const units = groupBy(members, (m) => state.sets.find(m));
  const documents = [...units.values()].flatMap((unit) => [
    ...new Set(unit.map((m) => state.member(m).document)),
  ]);
  return new Set(documents).size < documents.length;
};

/**
 * Bare acronyms, surnames and names of offices, each of which needs a second piece of evidence. An acronym joins the one thing of
 * the set whose article gives it with a full name. A surname or an office joins it only where both also stand in the same
 * relation with the same third thing; and where nothing in the set has the full name, two that do so join each other.
 */
export function joinWeak(state: Joining, records: readonly ArticleRecord[]): void {
  const partners = partnersOf(state, records);
  const named = [...state.members.keys()].filter((m) => state.member(m).entity.named);
  const weak = [...groupBy(named, (m) => state.sets.find(m))].filter(([, unit]) =>
    unit.every((m) => state.member(m).kind !== 'full'),
  );
  const owners = weakOwners(state, named);
  const toOwner: Link[] = [];
  const ownerless: { root: number; key: string; kind: NameKind }[] = [];
  for (const [root, unit] of weak) {
    for (const { key, kind } of new Map(unit.map((m) => [state.member(m).key, state.member(m)])).values()) {
      const own = [...(owners.get(key) ?? [])];
      if (own.length === 0) ownerless.push({ root, key, kind });
      if (own.length === 1) toOwner.push(...ownerLink(state, partners, unit, key, own[0] as number[]));
    }
  }
  const links = [...toOwner, ...eachOther(state, partners, ownerless)];
  for (const { members, links: within } of state.trial(links)) {
    if (!state.hasClash(members) && !shareDocument(state, members)) state.apply(within);
    else state.apply(within.filter((link) => holdsAlone(state, link, within)));
  }
}

/** A link to an owner that contradicts none of the others to it. */
function holdsAlone(state: Joining, link: Link, within: readonly Link[]): boolean {
  const alone = state.whole(link.members);
  if (state.hasClash(alone) || shareDocument(state, alone)) return false;
  return within.every((other) => {
    if (other === link) return true;
    const both = [...new Set([...alone, ...state.whole(other.members)])];
    return !state.hasClash(both) && !shareDocument(state, both);
  });
}

/** For each weak name: the sets with a full name that an article gives together with it, as lists of the members that do. */
function weakOwners(state: Joining, named: readonly number[]): Map<string, number[][]> {
  const pairs = named
    .filter((m) => state.member(m).kind === 'full')
    .flatMap((m) =>
      state
        .member(m)
        .aliases.filter(({ kind }) => kind !== 'full')
        .map(({ key }) => ({ key, m })),
    );
  return new Map(
    [...groupBy(pairs, ({ key }) => key)].map(([key, list]) => [
      key,
      [
        ...groupBy(
          list.map(({ m }) => m),
          (m) => state.sets.find(m),
        ).values(),
      ],
    ]),
  );
}

function ownerLink(
  state: Joining,
  partners: Partners,
  unit: readonly number[],
  key: string,
  owning: readonly number[],
): Link[] {
  const bearing = unit.filter((m) => state.member(m).key === key);
  const { kind } = state.member(bearing[0] as number);
  const members = [...bearing, ...owning];
  const names = members.map((m) => state.member(m).entity.name);
  if (kind === 'acronym') return [{ members, reason: 'acronym', names }];
  const shared = sharedRelation(partners, kind, ...rootPair(state, bearing, owning));
  return shared === undefined ? [] : [{ members, reason: 'shared relation', names, with: shared }];
}

const rootPair = (state: Joining, a: readonly number[], b: readonly number[]): [number, number] => [
  state.sets.find(a[0] as number),
  state.sets.find(b[0] as number),
];

/** Sets of one weak name that nothing in the set owns, pairwise where they share a relation. */
function eachOther(
  state: Joining,
  partners: Partners,
  ownerless: readonly { root: number; key: string; kind: NameKind }[],
): Link[] {
  return [...groupBy(ownerless, ({ key }) => key).values()].flatMap((units) => {
    const byRelation = groupBy(
      units.flatMap(({ root, kind }) =>
        [...(partners.get(root) ?? [])]
          .filter(([, { type }]) => !(kind === 'surname' && type === 'location'))
          .map(([relation, { text }]) => ({ relation, text, root })),
      ),
      ({ relation }) => relation,
    );
    return [...byRelation.values()]
      .filter((list) => list.length > 1)
      .map((list): Link => {
        const key = units[0]?.key;
        const members = list.flatMap(({ root }) =>
          state.whole([root]).filter((m) => state.member(m).key === key),
        );
        const names = members.map((m) => state.member(m).entity.name);
        return { members, reason: 'shared relation', names, with: list[0]?.text ?? '' };
      });
  });
}
