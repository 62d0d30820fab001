import { z } from 'zod';
import { GRAPH_SCHEMA, type SerializedGraph, UserError } from '../model/index.ts';
import { graphSchema } from './schema.ts';

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * A graph read from JSON, checked: its shape, that keys are unique, and that edges end at nodes of the graph. Whether
 * the evidence is true to the documents is not looked at here.
 *
 * @throws UserError naming `file` and the path in it where the first fault lies.
 */
export function parseGraph(json: unknown, file: string): SerializedGraph {
  const parsed = graphSchema.safeParse(json);
  const fault = parsed.success ? referenceFault(parsed.data) : parsed.error.issues[0];
  if (parsed.success && !fault) return parsed.data;
  throw new UserError(`not an ${GRAPH_SCHEMA} graph: ${fault ? formatFault(fault) : 'unreadable'}`, {
    at: { file },
    hint: 'give a JSON file written by extract',
  });
}

/** The first key that stands twice, or the first edge end that is no node; undefined where the graph is whole. */
export function referenceFault(graph: SerializedGraph): Fault | undefined {
  const nodes = new Set<string>();
  for (const [index, { key }] of graph.nodes.entries()) {
    if (nodes.has(key))
      return { path: ['nodes', index, 'key'], message: `second node ${JSON.stringify(key)}` };
    nodes.add(key);
  }
  const edges = new Set<string>();
  for (const [index, edge] of graph.edges.entries()) {
    const path = ['edges', index];
    if (edges.has(edge.key))
      return { path: [...path, 'key'], message: `second edge ${JSON.stringify(edge.key)}` };
    edges.add(edge.key);
    for (const end of ['source', 'target'] as const) {
      if (!nodes.has(edge[end]))
        return { path: [...path, end], message: `no node ${JSON.stringify(edge[end])}` };
    }
  }
  return undefined;
}

const formatFault = ({ path, message }: Fault): string =>
  path.length ? `${z.core.toDotPath(path)}: ${message}` : message;
