import type { EnhancedGraph } from '../../model/index.ts';
import { childrenOf, type Clause, type Edges } from './clause.ts';
import { addSharedHeads, addSharedSubjects } from './conjuncts.ts';
import { addControlledSubjects } from './control.ts';
import { markersOf } from './markers.ts';
import { addAntecedents } from './relatives.ts';

/**
 * The enhanced graph of a sentence from its tree (Schuster & Manning 2016): labels with case markers and conjunctions, antecedents of
 * relative clauses, shared heads and subjects of conjuncts, subjects of open complements. Interns joined markers (`because_of`) in
 * the clause's string table.
 */
export function enhance(clause: Clause): EnhancedGraph {
  const { tree } = clause;
  const children = childrenOf(tree);
  const edges: Edges = {
    dependent: Array.from({ length: tree.length }, (_, i) => i),
    head: Array.from(tree.head),
    label: Array.from(tree.label),
    marker: Array.from(markersOf(clause, children)),
  };
  addAntecedents(clause, children, edges);
  addSharedHeads(clause, children, edges);
  addSharedSubjects(clause, children, edges);
  addControlledSubjects(clause, edges);
  return grouped(edges, tree.length);
}

/** The edges by dependent, those of one dependent in the order they were found. */
function grouped(edges: Edges, length: number): EnhancedGraph {
  const count = edges.head.length;
  const firstEdge = new Uint16Array(length + 1);
  for (const dependent of edges.dependent) firstEdge[dependent + 1]!++;
  for (let i = 0; i < length; i++) firstEdge[i + 1]! += firstEdge[i]!;
  const place = firstEdge.slice();
  const graph: EnhancedGraph = {
    firstEdge,
    dependent: new Uint16Array(count),
    head: new Int16Array(count),
    label: new Uint8Array(count),
    marker: new Int32Array(count),
  };
  for (let e = 0; e < count; e++) {
    const to = place[edges.dependent[e]!]!++;
    graph.dependent[to] = edges.dependent[e]!;
    graph.head[to] = edges.head[e]!;
    graph.label[to] = edges.label[e]!;
    graph.marker[to] = edges.marker[e]!;
  }
  return graph;
}
