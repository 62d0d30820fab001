import { byCodeUnit } from '../model/index.ts';
import type {
  ArticleRecord,
  JoinRecord,
  MentionRecord,
  MergeDecision,
  NodeAttributes,
  NodeRecord,
} from '../model/index.ts';
import { groupBy } from './join/groups.ts';
import { joinRecords } from './join/join.ts';
import type { Member } from './join/members.ts';
import { nodeSuffix, slug } from './keys.ts';
import { attributesOf } from './attributes.ts';
import { commonType, fullestName } from './labels.ts';

/** An entity of an article, by the article's id and the entity's number there. */
export const refKey = (document: string, entity: number): string => `${document}#${entity}`;

export interface GraphNode {
  readonly key: string;
  readonly attributes: NodeAttributes;
}

export interface JoinedNodes {
  /** Sorted by key. */
  readonly nodes: readonly GraphNode[];
  /** The key of each entity by `refKey`. */
  readonly keyOf: ReadonlyMap<string, string>;
}

/**
 * The nodes of a set of articles. Names, keys and order are computed from the entities joined, never from the order of articles.
 *
 * @param records As `uniteRecords` gives them.
 */
export function joinEntities(
  records: readonly ArticleRecord[],
  decisions: readonly MergeDecision[],
): JoinedNodes {
  const joining = joinRecords(records, decisions);
  const joins = joining.joins();
  const drafts = joining.sets.sets().map((set) =>
    draft(
      set.map((m) => joining.member(m)),
      joins.get(set[0] as number) ?? [],
    ),
  );
  return nameNodes(drafts);
}

interface Draft extends Omit<GraphNode, 'key'> {
  readonly base: string;
  /** Where it is first mentioned: what tells it from others of its name. */
  readonly place: readonly [document: string, start: number];
  readonly scoped: boolean;
  readonly members: readonly Member[];
}

function draft(members: readonly Member[], joins: JoinRecord[]): Draft {
  const entities = members.map(({ entity }) => entity);
  const label = fullestName(entities);
  const type = commonType(entities);
  const names = new Set(entities.flatMap(({ name, aliases }) => [name, ...aliases]));
  names.delete(label);
  const mentions = mentionsOf(members);
  const first = members[0] as Member;
  const id = entities.flatMap(({ external_id }) => external_id ?? []).sort(byCodeUnit)[0];
  return {
    base: `${type}/${slug(label)}`,
    place: [mentions[0]?.document ?? first.document, mentions[0]?.start ?? first.number],
    scoped: !first.entity.named,
    members,
    attributes: {
      label,
      entity_type: type,
      aliases: [...names].sort(byCodeUnit),
      mentions,
      mention_count: mentions.length,
      ...(id !== undefined && { external_id: id }),
      ...attributesOf(entities),
      records: members.map(nodeRecord),
      ...(joins.length > 0 && { joins }),
    },
  };
}

function mentionsOf(members: readonly Member[]): MentionRecord[] {
  const several = withSeveral(members);
  return members
    .flatMap(({ document, number, entity }) =>
      entity.mentions.map(({ start, end, text }) => ({
        document,
        start,
        end,
        text,
        ...(several.has(document) && { entity: number }),
      })),
    )
    .sort((a, b) => byCodeUnit(a.document, b.document) || a.start - b.start || a.end - b.end);
}

/** The documents of which a node holds several entities: there, mentions and evidence must say which they belong to. */
export const withSeveral = (parts: readonly { readonly document: string }[]): ReadonlySet<string> =>
  new Set(
    [...groupBy(parts, ({ document }) => document)]
      .filter(([, list]) => list.length > 1)
      .map(([document]) => document),
  );

function nodeRecord({ document, number, entity }: Member): NodeRecord {
  const { mentions: _, aliases, ...rest } = entity;
  return { document, entity: number, ...rest, aliases: [...aliases] };
}

/** Short suffixes where type and slug are shared; long ones where those, too, are. */
function nameNodes(drafts: readonly Draft[]): JoinedNodes {
  const uses = groupBy(drafts, ({ base }) => base);
  const short = (one: Draft): string =>
    one.scoped || (uses.get(one.base)?.length ?? 0) > 1
      ? `${one.base}-${nodeSuffix(one.place, 6)}`
      : one.base;
  const taken = groupBy(drafts, short);
  const keyOf = new Map<string, string>();
  const nodes = drafts.map((one) => {
    const usual = short(one);
    const { document: home, number: own } = one.members[0] as Member;
    const key =
      taken.get(usual)?.length === 1 ? usual : `${one.base}-${nodeSuffix([home, 'entity', own], 16)}`;
    for (const { document, number } of one.members) keyOf.set(refKey(document, number), key);
    return { key, attributes: one.attributes };
  });
  return { nodes: nodes.sort((a, b) => byCodeUnit(a.key, b.key)), keyOf };
}
