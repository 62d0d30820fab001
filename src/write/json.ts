import { canonicalGraph } from './canonical.ts';
import type { Writer } from './writer.ts';

/** The output contract itself: graphology's serialized form, the same bytes for the same graph. */
export const jsonWriter: Writer = {
  format: 'json',
  extensions: ['.json'],
  write: (graph) => `${JSON.stringify(canonicalGraph(graph), null, 2)}\n`,
};
