import { MultiDirectedGraph } from 'graphology';
import { byCodeUnit, GRAPH_SCHEMA } from '../model/index.ts';
import type {
  ArticleRecord,
  DocumentRecord,
  FailedInput,
  GraphAttributes,
  RuleFileRecord,
  SerializedEdge,
  SerializedGraph,
} from '../model/index.ts';
import { buildEdges } from './edges.ts';
import { joinEntities } from './nodes.ts';
import type { GraphNode } from './nodes.ts';

/** What the graph says of the run that made it. */
export interface RunInfo {
  /** Name and version of the program. */
  readonly generator: string;
  readonly rules: readonly RuleFileRecord[];
  readonly configSha256?: string;
  readonly failed?: readonly FailedInput[];
}

/**
 * The graph of a set of articles, as graphology serializes it. A pure function of the set: the order of `records` plays no
 * part, and the same text given twice counts once.
 */
export function buildGraph(records: readonly ArticleRecord[], run: RunInfo): SerializedGraph {
  const set = distinct(records);
  const duplicateOf = findDuplicates(set);
  const { nodes, keyOf } = joinEntities(set);
  const edges = buildEdges(set, keyOf, duplicateOf);
  const kept = keepNodes(set, nodes, edges, keyOf);
  const documents = set.map(({ document }): DocumentRecord => {
    const original = duplicateOf.get(document.id);
    return original === undefined || original === document.id
      ? document
      : { ...document, duplicate_of: original };
  });
  const failed = [...(run.failed ?? [])].sort(
    (a, b) => byCodeUnit(a.source, b.source) || byCodeUnit(a.reason, b.reason),
  );
  return serialize(
    {
      schema: GRAPH_SCHEMA,
      generator: run.generator,
      rules: [...run.rules].sort((a, b) => byCodeUnit(a.file, b.file) || byCodeUnit(a.sha256, b.sha256)),
      ...(run.configSha256 !== undefined && { config_sha256: run.configSha256 }),
      documents,
      ...(failed.length > 0 && { failed }),
    },
    kept,
    edges,
  );
}

/** Through graphology itself, so that what we write is what `Graph.from` reads. */
export function serialize(
  attributes: GraphAttributes,
  nodes: readonly GraphNode[],
  edges: readonly SerializedEdge[],
): SerializedGraph {
  const graph = new MultiDirectedGraph({ allowSelfLoops: true });
  graph.replaceAttributes(attributes);
  for (const { key, attributes: node } of nodes) graph.addNode(key, node);
  for (const { key, source, target, attributes: edge } of edges)
    graph.addDirectedEdgeWithKey(key, source, target, edge);
  return graph.export() as unknown as SerializedGraph;
}

function distinct(records: readonly ArticleRecord[]): ArticleRecord[] {
  const byId = new Map<string, ArticleRecord>();
  for (const record of records) {
    const known = byId.get(record.document.id);
    if (!known || byCodeUnit(record.document.source, known.document.source) < 0)
      byId.set(record.document.id, record);
  }
  return [...byId.values()].sort((a, b) => byCodeUnit(a.document.id, b.document.id));
}

/** For each document the first, by id, of those with the same fingerprint. */
function findDuplicates(records: readonly ArticleRecord[]): Map<string, string> {
  const originals = new Map<string, string>();
  const result = new Map<string, string>();
  for (const { document, fingerprint } of records) {
    const original = originals.get(fingerprint) ?? document.id;
    originals.set(fingerprint, original);
    result.set(document.id, original);
  }
  return result;
}

/** Named entities always; unnamed actors and described events only where they stand in a relation. */
function keepNodes(
  records: readonly ArticleRecord[],
  nodes: readonly GraphNode[],
  edges: readonly SerializedEdge[],
  keyOf: ReadonlyMap<string, string>,
): GraphNode[] {
  const keep = new Set(
    edges.flatMap(({ source, target, attributes }) => [source, target, ...attributes.attributed_to]),
  );
  for (const { document, entities } of records) {
    entities.forEach(({ named }, index) => {
      const key = keyOf.get(`${document.id}#${index}`);
      if (named && key !== undefined) keep.add(key);
    });
  }
  return nodes.filter(({ key }) => keep.has(key));
}
