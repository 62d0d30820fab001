import { byCodeUnit } from '../model/index.ts';
import type { ArticleRecord, MentionRecord, NodeAttributes, RecordEntity } from '../model/index.ts';
import { nodeSuffix, slug } from './keys.ts';

/** An entity of one article, by the article's id and the entity's index there. */
export interface EntityRef {
  readonly document: string;
  readonly index: number;
}

export const refKey = (document: string, index: number): string => `${document}#${index}`;

export interface GraphNode {
  readonly key: string;
  readonly attributes: NodeAttributes;
}

interface Member {
  readonly ref: EntityRef;
  readonly entity: RecordEntity;
}

const fold = (name: string): string =>
  slug(name.normalize('NFKD').replace(/\p{M}/gu, '')).replace(/^the-/u, '');

/** A name that alone proves identity across articles: not a bare surname, not a bare acronym. */
function isStrong(type: string, name: string): boolean {
  const words = name.trim().split(/\s+/u).length;
  if (type === 'person') return words > 1;
  return words > 1 || !/^[\p{Lu}\d.-]{2,6}$/u.test(name);
}

/** Names under which an entity meets those of other articles. None for unnamed ones, which never leave their article. */
function meetingNames({ type, name, aliases, named }: RecordEntity): string[] {
  if (!named) return [];
  const own = isStrong(type, name) ? [name] : [];
  const others = aliases.filter(
    (alias) => isStrong(type, alias) && /\s/u.test(alias.trim()) && /^\p{Lu}/u.test(alias),
  );
  return [...new Set([...own, ...others].map((each) => `${type}/${fold(each)}`))];
}

/**
 * Joins the entities of all articles into nodes. Depends on the set of records only: members are gathered by the names they
 * share (the closure of "has a name in common"), and names, keys and order are computed from the members.
 *
 * @param records Sorted by document id, ids distinct.
 * @returns The nodes sorted by key, and the key of each entity by `refKey`.
 */
export function joinEntities(records: readonly ArticleRecord[]): {
  nodes: GraphNode[];
  keyOf: ReadonlyMap<string, string>;
} {
  const members: Member[] = records.flatMap(({ document, entities }) =>
    entities.map((entity, index) => ({ ref: { document: document.id, index }, entity })),
  );
  const parent = members.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  const byName = new Map<string, number>();
  members.forEach(({ entity }, i) => {
    for (const name of meetingNames(entity)) {
      const other = byName.get(name);
      if (other === undefined) byName.set(name, i);
      else parent[Math.max(find(i), find(other))] = Math.min(find(i), find(other));
    }
  });
  const clusters = new Map<number, Member[]>();
  members.forEach((member, i) => {
    const root = find(i);
    clusters.set(root, [...(clusters.get(root) ?? []), member]);
  });
  const drafts = [...clusters.values()].map(draft);
  return nameNodes(drafts);
}

interface Draft extends Omit<GraphNode, 'key'> {
  readonly base: string;
  readonly suffix: string;
  readonly scoped: boolean;
  readonly members: readonly Member[];
}

function draft(members: readonly Member[]): Draft {
  const first = members[0] as Member;
  // The fullest name wins; among equals the first by code units, so that order of articles plays no part.
  const label = members
    .map(({ entity }) => entity.name)
    .reduce((a, b) => (b.length > a.length || (b.length === a.length && byCodeUnit(b, a) < 0) ? b : a));
  const names = new Set(members.flatMap(({ entity }) => [entity.name, ...entity.aliases]));
  names.delete(label);
  const mentions: MentionRecord[] = members
    .flatMap(({ ref, entity }) => entity.mentions.map((each) => ({ document: ref.document, ...each })))
    .map(({ document, start, end, text }) => ({ document, start, end, text }))
    .sort((a, b) => byCodeUnit(a.document, b.document) || a.start - b.start || a.end - b.end);
  return {
    base: `${first.entity.type}/${slug(label)}`,
    suffix: nodeSuffix(first.ref.document, mentions[0]?.start ?? first.ref.index),
    scoped: !first.entity.named,
    members,
    attributes: {
      label,
      entity_type: first.entity.type,
      aliases: [...names].sort(byCodeUnit),
      mentions,
      mention_count: mentions.length,
    },
  };
}

function nameNodes(drafts: readonly Draft[]): { nodes: GraphNode[]; keyOf: Map<string, string> } {
  const uses = new Map<string, number>();
  for (const { base } of drafts) uses.set(base, (uses.get(base) ?? 0) + 1);
  const keyOf = new Map<string, string>();
  const nodes = drafts.map(({ base, suffix, scoped, members, attributes }) => {
    const key = scoped || (uses.get(base) ?? 0) > 1 ? `${base}-${suffix}` : base;
    for (const { ref } of members) keyOf.set(refKey(ref.document, ref.index), key);
    return { key, attributes };
  });
  nodes.sort((a, b) => byCodeUnit(a.key, b.key));
  return { nodes, keyOf };
}
