import type { EnhancedGraph } from '../../model/index.ts';
import { addEdge, childrenOf, emptyEdges, type Clause, type Edges } from './clause.ts';
import { addSharedHeads, addSharedSubjects } from './conjuncts.ts';
import { addControlledSubjects } from './control.ts';
import { markersOf } from './markers.ts';
import { addAntecedents, antecedentsOf } from './relatives.ts';
import { enhancedCode } from './labels.ts';

const REF = enhancedCode('ref');

/**
 * The enhanced graph of a sentence from its tree (Schuster & Manning 2016): labels with case markers and conjunctions, antecedents of
 * relative clauses, shared heads and subjects of conjuncts, subjects of open complements. Interns joined markers (`because_of`) in
 * the clause's string table.
 */
export function enhance(clause: Clause): EnhancedGraph {
  const { tree } = clause;
  const children = childrenOf(tree);
  const markers = markersOf(clause, children);
  const replaced = antecedentsOf(clause, children);
  const edges = emptyEdges(tree.length);
  for (let i = 0; i < tree.length; i++) {
    if (replaced[i]! >= 0) addEdge(edges, i, replaced[i]!, REF, -1);
    else addEdge(edges, i, tree.head[i]!, tree.label[i]!, markers[i]!);
  }
  addAntecedents(clause, children, replaced, edges);
  addSharedHeads(clause, children, edges);
  addSharedSubjects(clause, children, edges);
  addControlledSubjects(clause, edges);
  return grouped(edges, tree.length);
}

/** The edges by dependent, those of one dependent in the order they were found. */
function grouped(edges: Edges, length: number): EnhancedGraph {
  const count = edges.head.length;
  const firstEdge = new Uint32Array(length + 1);
  for (const dependent of edges.dependent) firstEdge[dependent + 1]!++;
  for (let i = 0; i < length; i++) firstEdge[i + 1]! += firstEdge[i]!;
  const place = firstEdge.slice();
  const graph: EnhancedGraph = {
    firstEdge,
    dependent: new Uint32Array(count),
    head: new Int32Array(count),
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
