import { z } from 'zod';
import { graphSchema } from '../graph/index.ts';
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
    graphSchema,
  );
}

const { nodes, edges } = graphSchema.shape;

export const canonicalEvidence = (evidence: readonly EvidenceRecord[]): readonly EvidenceRecord[] =>
  inSchemaOrder(evidence, edges.element.shape.attributes.shape.evidence);

export const canonicalMentions = (mentions: readonly MentionRecord[]): readonly MentionRecord[] =>
  inSchemaOrder(mentions, nodes.element.shape.attributes.shape.mentions);

const byEnds = (a: SerializedEdge, b: SerializedEdge): number =>
  byCodeUnit(a.source, b.source) ||
  byCodeUnit(a.attributes.relation, b.attributes.relation) ||
  byCodeUnit(a.target, b.target) ||
  byCodeUnit(a.attributes.status, b.attributes.status) ||
  byCodeUnit(a.key, b.key);

/** A copy of `value`, its objects' keys in the order of `schema`. */
function inSchemaOrder<T>(value: T, schema: z.core.$ZodType | undefined): T {
  return ordered(value, schema) as T;
}

function ordered(value: unknown, schema: z.core.$ZodType | undefined): unknown {
  if (schema instanceof z.ZodExactOptional) return ordered(value, schema.unwrap());
  if (Array.isArray(value)) {
    const element = schema instanceof z.ZodArray ? schema.element : undefined;
    return value.map((item) => ordered(item, element));
  }
  if (value === null || typeof value !== 'object') return value;
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema instanceof z.ZodObject ? schema.shape : {};
  const entries = new Map(Object.entries(value));
  const known = Object.keys(shape).filter((key) => entries.has(key));
  const unknown = [...entries.keys()].filter((key) => !Object.hasOwn(shape, key)).sort(byCodeUnit);
  return Object.fromEntries(
    [...known, ...unknown].map((key) => [
      key,
      ordered(entries.get(key), Object.hasOwn(shape, key) ? shape[key] : undefined),
    ]),
  );
}
