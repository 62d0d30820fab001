import { groupBy } from './groups.ts';
import { wordsOf } from './members.ts';
import { areNamesakes, canBeOnePerson } from './names.ts';
import type { Joining, Link } from './state.ts';

const isPerson = (key: string): boolean => key.startsWith('person/');

/**
 * Whether an alias can lead to another article's thing of that name. A short form can't, being short only inside its article;
 * nor can an alias of a place, which is often its capital or a part of it.
 */
function leads(state: Joining, m: number, key: string): boolean {
  if (key.startsWith('location/')) return false;
  const { entity, key: own } = state.member(m);
  return entity.named && !(isPerson(key) && areNamesakes(wordsOf(key), wordsOf(own)));
}

/** For each name that articles give as an alias: the members that have it so. */
function aliasOwners(state: Joining): Map<string, number[]> {
  const pairs = [...state.members.keys()].flatMap((m) =>
    state
      .member(m)
      .aliases.filter(({ key, kind, short }) => kind === 'full' && !short && leads(state, m, key))
      .map(({ key }) => ({ key, m })),
  );
  return new Map([...groupBy(pairs, ({ key }) => key)].map(([key, list]) => [key, list.map(({ m }) => m)]));
}

/**
 * A full name of one article is an alias in another: joined where all who have that alias can be one. In a group of persons every
 * two full names must be able to be one person's or stand together in one article; where two don't, none of the aliases that
 * brought the group together counts.
 */
export function joinByAlias(state: Joining): void {
  const named = [...state.members.keys()].filter(
    (m) => state.member(m).entity.named && state.member(m).kind === 'full',
  );
  const bearers = groupBy(named, (m) => state.member(m).key);
  const owners = aliasOwners(state);
  const together = new Set(
    [...owners].flatMap(([key, list]) => list.map((m) => pairKey(key, state.member(m).key))),
  );
  const canBeOne = (a: string, b: string): boolean =>
    a === b ||
    together.has(pairKey(a, b)) ||
    (isPerson(a) && isPerson(b) && canBeOnePerson(wordsOf(a), wordsOf(b)));
  const allCanBeOne = (members: readonly number[]): boolean => {
    const units = [...groupBy(members, (m) => state.sets.find(m)).values()].map((unit) =>
      keysOf(state, unit),
    );
    return units.every((keys, i) =>
      units.slice(i + 1).every((others) => keys.every((a) => others.every((b) => canBeOne(a, b)))),
    );
  };

  const links = [...bearers].flatMap(([key, members]): Link[] => {
    const own = state.roots(members);
    const others = (owners.get(key) ?? []).filter((m) => !own.includes(state.sets.find(m)));
    if (own.length > 1 || others.length === 0) return [];
    if (state.roots(others).length > 1 && !allCanBeOne(others)) return [];
    return state.roots(others).map((root) => {
      const owning = others.filter((m) => state.sets.find(m) === root);
      const both = [...members, ...owning];
      return { members: both, reason: 'alias', names: both.map((m) => state.member(m).entity.name) };
    });
  });
  const holding = links.filter(({ members }) => !state.hasClash(state.whole(members)));
  for (const { members, links: within } of state.trial(holding)) {
    const arePersons = members.some((m) => isPerson(state.member(m).key));
    if (!state.hasClash(members) && (!arePersons || allCanBeOne(members))) state.apply(within);
  }
}

const keysOf = (state: Joining, members: readonly number[]): string[] => [
  ...new Set(members.filter((m) => state.member(m).kind === 'full').map((m) => state.member(m).key)),
];

const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
