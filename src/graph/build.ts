import { MultiDirectedGraph } from 'graphology';
import { byCodeUnit, GRAPH_SCHEMA } from '../model/index.ts';
import type {
  ArticleRecord,
  DocumentRecord,
  EntityFileRecord,
  FailedInput,
  GraphAttributes,
  MergeDecision,
  RuleFileRecord,
  SerializedEdge,
  SerializedGraph,
} from '../model/index.ts';
import { buildEdges } from './edges.ts';
import { joinEntities } from './nodes.ts';
import type { GraphNode } from './nodes.ts';
import { byJson, canonicalJson, uniteRecords } from './record.ts';
import { uniteDecisions } from './review/decisions.ts';

/** What the graph says of the run that made it. */
export interface RunInfo {
  /** Name and version of the program. */
  readonly generator: string;
  readonly rules: readonly RuleFileRecord[];
  readonly configSha256?: string;
  readonly entityFiles?: readonly EntityFileRecord[];
  readonly failed?: readonly FailedInput[];
  /** What a person decided on joins. */
  readonly decisions?: readonly MergeDecision[];
}

/**
 * The graph of a set of articles, as graphology serializes it. A pure function of the set: the order of `records` plays no
 * part, and the same text given twice counts once. `recordsOf` is its inverse.
 */
export function buildGraph(records: readonly ArticleRecord[], run: RunInfo): SerializedGraph {
  const set = uniteRecords(records);
  const decisions = uniteDecisions(run.decisions ?? []);
  const duplicateOf = findDuplicates(set);
  const joined = joinEntities(set, decisions);
  const { edges, withheld } = buildEdges(set, joined, duplicateOf);
  const nodes = joined.nodes.map(({ key, attributes }) => {
    const own = withheld.get(key);
    return { key, attributes: own ? { ...attributes, withheld: [...own] } : attributes };
  });
  const documents = set.map(({ document, fingerprint }): DocumentRecord => {
    const original = duplicateOf.get(document.id);
    const repeats = original !== undefined && original !== document.id;
    return { ...document, ...(repeats && { duplicate_of: original }), fingerprint };
  });
  const entityFiles = distinct(run.entityFiles ?? []).sort(
    (a, b) => byCodeUnit(a.file, b.file) || byCodeUnit(a.sha256, b.sha256) || byJson(a, b),
  );
  const failed = distinct(run.failed ?? []);
  return serialize(
    {
      schema: GRAPH_SCHEMA,
      generator: run.generator,
      rules: distinct(run.rules).sort(
        (a, b) => byCodeUnit(a.file, b.file) || byCodeUnit(a.sha256, b.sha256) || byJson(a, b),
      ),
      ...(run.configSha256 !== undefined && { config_sha256: run.configSha256 }),
      ...(entityFiles.length > 0 && { entity_files: entityFiles }),
      documents,
      ...(failed.length > 0 && {
        failed: failed.sort(
          (a, b) => byCodeUnit(a.source, b.source) || byCodeUnit(a.reason, b.reason) || byJson(a, b),
        ),
      }),
      ...(decisions.length > 0 && { decisions }),
    },
    nodes,
    edges,
  );
}

const distinct = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [canonicalJson(item), item])).values(),
];

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
