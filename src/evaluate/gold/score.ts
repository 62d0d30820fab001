import {
  byCodeUnit,
  overlaps,
  type EdgeAttributes,
  type SerializedEdge,
  type SerializedGraph,
  type Span,
} from '../../model/index.ts';
import { align, countedAs, goldType, isExtraEntity, typeAgrees, type Alignment } from './align.ts';
import type { GoldDocument } from './gold.ts';
import type { GoldRelation } from './gold-schema.ts';

/** The relations that the gold graphs annotate, in the order of the report. */
export const CORE_RELATIONS = ['claimed-responsibility', 'opposes', 'located-in'] as const;
export const ALL_RELATIONS = [...CORE_RELATIONS, 'attacked', 'member-of'] as const;

export interface EntityCounts {
  readonly gold: number;
  readonly right: number;
  /** Nodes beyond the first for one gold entity. */
  readonly split: number;
  /** Right ones whose type is right too. */
  readonly typed: number;
  /** Named nodes that stand for no gold entity. */
  readonly extra: number;
}

export interface RelationCounts {
  readonly gold: number;
  readonly predicted: number;
  readonly right: number;
  /** As `right`, whatever the status. */
  readonly rightAnyStatus: number;
  readonly corefGold: number;
  readonly corefRight: number;
  /** Gold denials that are in the graph with another status only. */
  readonly denialsAsFacts: number;
}

/** A gold relation in its document: `span` is its evidence, or undefined where the text doesn't hold it. */
export interface PlacedRelation extends GoldRelation {
  readonly span: Span | undefined;
}

/** One edge held against the gold graph. */
export interface EdgeVerdict {
  readonly edge: SerializedEdge;
  /** Indices of the gold relations with its type and both its ends. */
  readonly candidates: readonly number[];
  /** Index of the gold relation it meets, status and all. */
  readonly meets: number | undefined;
}

/** One article scored. Figures come from the counts, explanations from the rest. */
export interface DocumentScore {
  readonly id: string;
  readonly missing: boolean;
  readonly alignment: Alignment;
  readonly entities: EntityCounts;
  readonly events: Pick<EntityCounts, 'gold' | 'right' | 'split'>;
  readonly relations: ReadonlyMap<string, RelationCounts>;
  readonly gold: readonly PlacedRelation[];
  readonly edges: readonly EdgeVerdict[];
}

function entityCounts(alignment: Alignment, document: GoldDocument, kind: 'entity' | 'event'): EntityCounts {
  const counts = { gold: 0, right: 0, split: 0, typed: 0, extra: 0 };
  for (const [id, entity] of alignment.entities) {
    if (countedAs(entity, document.gold) !== kind) continue;
    counts.gold += 1;
    const keys = alignment.found.get(id);
    if (!keys) continue;
    counts.right += 1;
    counts.split += keys.length - 1;
    const types = keys.map((key) => goldType(alignment.nodes.get(key)?.entity_type ?? ''));
    if (types.some((type) => typeAgrees(entity, type))) counts.typed += 1;
  }
  for (const [key, node] of alignment.nodes) if (isExtraEntity(key, node, alignment)) counts.extra += 1;
  return counts;
}

function place(relation: GoldRelation, text: string): PlacedRelation {
  const start = text.indexOf(relation.evidence);
  return { ...relation, span: start < 0 ? undefined : { start, end: start + relation.evidence.length } };
}

/** Whether a node can be an end of a gold relation: it stands for it, or it's an event and the evidence overlaps. */
export function endMeets(
  node: string,
  goldId: string,
  { evidence }: Pick<EdgeAttributes, 'evidence'>,
  relation: PlacedRelation,
  alignment: Alignment,
): boolean {
  if (alignment.goldOf.get(node) === goldId) return true;
  const { span } = relation;
  if (alignment.entities.get(goldId)?.type !== 'event' || !span) return false;
  return evidence.some((item) => overlaps(item, span));
}

function candidatesOf(edge: SerializedEdge, gold: readonly PlacedRelation[], alignment: Alignment): number[] {
  return gold.flatMap((relation, index) =>
    relation.type === edge.attributes.relation &&
    endMeets(edge.source, relation.source, edge.attributes, relation, alignment) &&
    endMeets(edge.target, relation.target, edge.attributes, relation, alignment)
      ? [index]
      : [],
  );
}

/** Relations to count for a set of gold documents: the annotated five, then others that its gold files use. */
export function relationsOf(documents: readonly GoldDocument[]): string[] {
  const own = new Set(documents.flatMap(({ gold }) => gold.relations.map(({ type }) => type)));
  for (const relation of ALL_RELATIONS) own.delete(relation);
  return [...ALL_RELATIONS, ...[...own].sort(byCodeUnit)];
}

/**
 * Holds one graph against the gold graph of its article.
 *
 * Entities align by folded names, events also by overlapping evidence; each gold relation is met once, in the order of
 * the graph's edges.
 *
 * @param graph - graph of this article alone; undefined where there is none
 * @param relations - the relations to count; edges of others are left out
 */
export function scoreDocument(
  document: GoldDocument,
  graph: SerializedGraph | undefined,
  relations: readonly string[],
): DocumentScore {
  const alignment = align(graph, document.gold);
  const gold = document.gold.relations.map((relation) => place(relation, document.text));
  const met = gold.map(() => false);
  const metAnyStatus = gold.map(() => false);
  const edges: EdgeVerdict[] = [];
  const counts = new Map(
    relations.map((relation) => {
      const own = gold.filter(({ type }) => type === relation);
      const corefGold = own.filter(({ coref }) => coref).length;
      const zero = { predicted: 0, right: 0, rightAnyStatus: 0, corefRight: 0, denialsAsFacts: 0 };
      return [relation, { gold: own.length, corefGold, ...zero }];
    }),
  );
  for (const edge of graph?.edges ?? []) {
    const count = counts.get(edge.attributes.relation);
    if (!count) continue;
    count.predicted += 1;
    const candidates = candidatesOf(edge, gold, alignment);
    const any = candidates.find((index) => !metAnyStatus[index]);
    if (any !== undefined) {
      metAnyStatus[any] = true;
      count.rightAnyStatus += 1;
    }
    const meets = candidates.find((index) => !met[index] && gold[index]?.status === edge.attributes.status);
    if (meets !== undefined) {
      met[meets] = true;
      count.right += 1;
    }
    edges.push({ edge, candidates, meets });
  }
  for (const [index, relation] of gold.entries()) {
    const count = counts.get(relation.type);
    if (!count) continue;
    if (met[index] && relation.coref) count.corefRight += 1;
    if (relation.status === 'negated' && !met[index] && metAnyStatus[index]) count.denialsAsFacts += 1;
  }
  const { gold: eventGold, right, split } = entityCounts(alignment, document, 'event');
  return {
    id: document.id,
    missing: graph === undefined,
    alignment,
    entities: entityCounts(alignment, document, 'entity'),
    events: { gold: eventGold, right, split },
    relations: counts,
    gold,
    edges,
  };
}
