import type { SerializedEdge } from '../../model/index.ts';
import type { Alignment } from './align.ts';
import type { GoldEntity } from './gold-schema.ts';
import type { PlacedRelation } from './score.ts';

/** Every cause of an error, in the order of the report, with what it means. */
export const CAUSES = {
  'entity missed': 'no node bears any of its names',
  merged: 'its name stands on a node that counts for another entity',
  span: 'a node bears the name cut differently',
  type: 'found, with another type',
  split: 'several nodes for one entity',
  'extra entity': 'a named node that the gold graph does not know',
  'entity missing': 'an end of the relation was not found, so no rule could give the edge',
  'no rule': 'both ends were found, but no rule gave the edge',
  'wrong rule': 'an edge of another relation or direction between the same ends',
  'wrong status': 'the right edge with another status',
  'extra edge': 'an edge that the gold graph does not know',
  'double edge': 'a second edge for a relation already met',
} as const;
export type Cause = keyof typeof CAUSES;

export interface GoldEntityItem {
  readonly kind: 'entity';
  readonly name: string;
  readonly type: string;
}

export interface GoldRelationItem {
  readonly kind: 'relation';
  readonly relation: string;
  readonly source: string;
  readonly target: string;
  readonly status: string;
  readonly coref: boolean;
}

export interface PredictedNode {
  readonly kind: 'node';
  readonly key: string;
  readonly label: string;
  readonly type: string;
}

export interface PredictedEdge {
  readonly kind: 'edge';
  readonly key: string;
  readonly relation: string;
  readonly source: string;
  readonly target: string;
  readonly status: string;
  /** Ids of the rules behind it, sorted. */
  readonly rules: readonly string[];
}

/** One error: what the gold graph holds, what the graph holds, or both; and the words it is about. */
export interface EvalError {
  readonly document: string;
  readonly cause: Cause;
  readonly gold?: GoldEntityItem | GoldRelationItem;
  readonly predicted?: readonly (PredictedNode | PredictedEdge)[];
  readonly detail?: string;
  /** Evidence of the relation that was missed, else the first sentence behind the edge, else the first mention of the node. */
  readonly quote?: string;
}

export const goldEntity = ({ name, type }: GoldEntity): GoldEntityItem => ({ kind: 'entity', name, type });

export function goldRelation(relation: PlacedRelation, { entities }: Alignment): GoldRelationItem {
  const name = (id: string): string => entities.get(id)?.name ?? id;
  const { type, status, coref } = relation;
  return {
    kind: 'relation',
    relation: type,
    source: name(relation.source),
    target: name(relation.target),
    status,
    coref,
  };
}

export function predictedNode(key: string, { nodes }: Alignment): PredictedNode {
  const node = nodes.get(key);
  return { kind: 'node', key, label: node?.label ?? key, type: node?.entity_type ?? '' };
}

export const rulesOf = ({ attributes }: SerializedEdge): string[] =>
  [...new Set(attributes.evidence.map(({ rule }) => rule))].sort();

export function predictedEdge(edge: SerializedEdge, { nodes }: Alignment): PredictedEdge {
  const label = (key: string): string => nodes.get(key)?.label ?? key;
  const { relation, status } = edge.attributes;
  const ends = { source: label(edge.source), target: label(edge.target) };
  return { kind: 'edge', key: edge.key, relation, ...ends, status, rules: rulesOf(edge) };
}

/** The first sentence behind the edge. */
export const quoteOf = ({ attributes }: SerializedEdge): { quote?: string } => {
  const text = attributes.evidence[0]?.text;
  return text === undefined ? {} : { quote: text };
};
