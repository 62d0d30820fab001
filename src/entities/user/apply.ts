import type { NameCluster } from '../cluster.ts';
import type { NameMention } from '../names.ts';
import type { UserEntities, UserEntity } from './entities.ts';

/** A cluster of names, and the user's entity it is, if any: then that gives name, type and external id. */
export interface UserCluster extends NameCluster {
  readonly user?: UserEntity;
}

/**
 * Gives the user's word on who is who precedence over the clusters found. Every mention of a user's name is the user's thing. The
 * other names of a cluster go with it where the fullest of them is the user's; where it isn't, they stay among themselves, so
 * that "Doe" for Jane Doe doesn't draw John Doe along.
 *
 * @param names The names that the clusters' members index.
 * @param parts `own` where each name of theirs is theirs alone; `led` where what a rule found by a pattern says nothing of the fuller name
 * that the article gives it ("Labour" of the Labour Party).
 * @returns The clusters, each user's entity at most once, in order of first mention.
 */
export function applyUserEntities(
  names: readonly NameMention[],
  clusters: readonly NameCluster[],
  user: UserEntities,
  parts: 'own' | 'led' = 'own',
): readonly UserCluster[] {
  if (user.entities.length === 0) return clusters;
  const known = new Map<UserEntity, UserCluster>();
  const others: UserCluster[] = [];
  for (const cluster of clusters) {
    const leader = ownerOf(fullest(cluster, names), user);
    const owned = new Map<UserEntity | undefined, number[]>();
    for (const m of cluster.members) {
      const owner = (parts === 'own' ? ownerOf(names[m], user) : undefined) ?? leader;
      owned.set(owner, [...(owned.get(owner) ?? []), m]);
    }
    for (const [owner, members] of owned) {
      const part = { ...cluster, members, joins: joinsAmong(cluster, members, names) };
      if (owner) known.set(owner, united(known.get(owner), { ...part, user: owner }));
      else others.push(part);
    }
  }
  return [...others, ...known.values()].sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

const ownerOf = (name: NameMention | undefined, user: UserEntities): UserEntity | undefined =>
  name && user.lookup(name.folded);

/** Most words, then longest, then first in the text. */
function fullest({ members }: NameCluster, names: readonly NameMention[]): NameMention | undefined {
  const size = (m: number): number => {
    const folded = names[m]?.folded ?? '';
    return folded.split(' ').length * 1000 + folded.length;
  };
  const [first, ...rest] = members;
  return first === undefined ? undefined : names[rest.reduce((a, b) => (size(b) > size(a) ? b : a), first)];
}

function joinsAmong(
  { joins }: NameCluster,
  members: readonly number[],
  names: readonly NameMention[],
): NameCluster['joins'] {
  const present = new Set(members.map((m) => names[m]?.folded));
  return joins.filter(({ a, b }) => present.has(a) && present.has(b));
}

const united = (before: UserCluster | undefined, part: UserCluster): UserCluster =>
  before
    ? {
        ...before,
        members: [...before.members, ...part.members].sort((a, b) => a - b),
        joins: [...before.joins, ...part.joins],
      }
    : part;
