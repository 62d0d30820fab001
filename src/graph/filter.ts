import type { SerializedGraph, SerializedNode, Status } from '../model/index.ts';
import { serialize } from './build.ts';

/** What of a graph to show. An absent list lets all pass. */
export interface GraphFilter {
  readonly relations?: readonly string[];
  readonly entityTypes?: readonly string[];
  readonly statuses?: readonly Status[];
  readonly minConfidence?: number;
}

/**
 * The edges that pass every filter, and the nodes of the wanted types. With a filter on edges, nodes that only stood in dropped
 * edges go too, so that `--relation opposes` shows who opposes whom and nobody else.
 */
export function filterGraph(graph: SerializedGraph, filter: GraphFilter): SerializedGraph {
  const types = filter.entityTypes && new Set(filter.entityTypes);
  const passes = (relation: string, status: Status, confidence: number): boolean =>
    (!filter.relations || filter.relations.includes(relation)) &&
    (!filter.statuses || filter.statuses.includes(status)) &&
    confidence >= (filter.minConfidence ?? 0);
  const typed = graph.nodes
    .filter(({ attributes }) => !types || types.has(attributes.entity_type))
    .map((node) => withWithheld(node, passes));
  const present = new Set(typed.map(({ key }) => key));
  const edges = graph.edges.filter(
    ({ source, target, attributes }) =>
      present.has(source) &&
      present.has(target) &&
      passes(attributes.relation, attributes.status, attributes.confidence),
  );
  const byEdge = filter.relations ?? filter.statuses ?? filter.minConfidence;
  if (byEdge === undefined) return serialize(graph.attributes, typed, edges);
  const used = new Set(
    edges.flatMap(({ source, target, attributes }) => [
      source,
      target,
      ...attributes.evidence.flatMap(({ attributed_to: by }) => by?.node ?? []),
    ]),
  );
  return serialize(
    graph.attributes,
    typed.filter(({ key }) => used.has(key)),
    edges,
  );
}

/** The node with only those of its withheld relations that pass. */
function withWithheld(
  { key, attributes: { withheld, ...attributes } }: SerializedNode,
  passes: (relation: string, status: Status, confidence: number) => boolean,
): SerializedNode {
  const left = (withheld ?? []).filter(({ relation, status, evidence }) =>
    passes(relation, status, evidence.confidence),
  );
  return { key, attributes: left.length > 0 ? { ...attributes, withheld: left } : attributes };
}
