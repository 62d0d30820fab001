import { KEY_ORDER, type KeyOrder } from '../graph/index.ts';
import { byCodeUnit } from '../model/index.ts';
import type { EvidenceRecord, MentionRecord, SerializedEdge, SerializedGraph } from '../model/index.ts';

/**
 * The graph in the one order all writers use: nodes by key; edges by source, relation, target, status and key; the keys
 * of every object as the schema lists them, then unknown ones by code unit. Lists inside attributes stand as given.
 */
export function canonicalGraph(graph: SerializedGraph): SerializedGraph {
  const { nodes, edges } = graph;
  return inSchemaOrder(
    {
      ...graph,
      nodes: nodes.toSorted((a, b) => byCodeUnit(a.key, b.key)),
      edges: edges.toSorted(byEnds),
    },
    KEY_ORDER,
  );
}

const { nodes, edges } = KEY_ORDER;

export const canonicalEvidence = (evidence: readonly EvidenceRecord[]): readonly EvidenceRecord[] =>
  inSchemaOrder(evidence, edges.attributes.evidence);

export const canonicalMentions = (mentions: readonly MentionRecord[]): readonly MentionRecord[] =>
  inSchemaOrder(mentions, nodes.attributes.mentions);

const byEnds = (a: SerializedEdge, b: SerializedEdge): number =>
  byCodeUnit(a.source, b.source) ||
  byCodeUnit(a.attributes.relation, b.attributes.relation) ||
  byCodeUnit(a.target, b.target) ||
  byCodeUnit(a.attributes.status, b.attributes.status) ||
  byCodeUnit(a.key, b.key);

/** A copy of `value`, its objects' keys in the order given. Lists have the order of their items. */
function inSchemaOrder<T>(value: T, order: KeyOrder): T {
  return ordered(value, order) as T;
}

function ordered(value: unknown, order: KeyOrder): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, order));
  if (value === null || typeof value !== 'object') return value;
  const entries = new Map(Object.entries(value));
  const known = Object.keys(order).filter((key) => entries.has(key));
  const unknown = [...entries.keys()].filter((key) => !Object.hasOwn(order, key)).sort(byCodeUnit);
  return Object.fromEntries(
    [...known, ...unknown].map((key) => [
      key,
      ordered(entries.get(key), Object.hasOwn(order, key) ? order[key]! : NO_ORDER),
    ]),
  );
}

const NO_ORDER: KeyOrder = {};
