import type { StringTable, Tree } from '../../model/index.ts';

/** What the enhancement reads of a sentence. Positions count from the sentence's first token. */
export interface Clause {
  readonly tree: Tree;
  readonly strings: StringTable;
  /** String ids of the lower-case form and of the Penn tag, per position. */
  readonly lower: (position: number) => number;
  readonly xpos: (position: number) => number;
}

/** Children of every position in text order, as linked lists. -1 ends a list. */
export interface Children {
  readonly first: Int32Array;
  readonly next: Int32Array;
}

export function childrenOf(tree: Tree): Children {
  const first = new Int32Array(tree.length).fill(-1);
  const next = new Int32Array(tree.length).fill(-1);
  for (let i = tree.length - 1; i >= 0; i--) {
    const head = tree.head[i]!;
    if (head < 0) continue;
    next[i] = first[head]!;
    first[head] = i;
  }
  return { first, next };
}

/** The first child whose label is one of `labels`, a lookup by code; -1 when there is none. */
export function childLabelled(tree: Tree, children: Children, position: number, labels: Uint8Array): number {
  for (let child = children.first[position]!; child >= 0; child = children.next[child]!) {
    if (labels[tree.label[child]!] === 1) return child;
  }
  return -1;
}

/**
 * Edges as they are found; `EnhancedGraph` is made of them at the end. Those of one dependent and those of one head are chained in the order
 * found: the first of a chain, and after each edge the next one, -1 at the end.
 */
export interface Edges {
  readonly dependent: number[];
  readonly head: number[];
  readonly label: number[];
  readonly marker: number[];
  readonly byDependent: Chains;
  readonly byHead: Chains;
}

interface Chains {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly next: number[];
}

const emptyChains = (length: number): Chains => ({
  first: new Int32Array(length).fill(-1),
  last: new Int32Array(length).fill(-1),
  next: [],
});

function chain({ first, last, next }: Chains, key: number, edge: number): void {
  next[edge] = -1;
  if (key < 0) return;
  if (first[key]! < 0) first[key] = edge;
  else next[last[key]!] = edge;
  last[key] = edge;
}

export const emptyEdges = (length: number): Edges => ({
  dependent: [],
  head: [],
  label: [],
  marker: [],
  byDependent: emptyChains(length),
  byHead: emptyChains(length),
});

/** Adds an edge unless the graph has one between the same words with the same relation. */
export function addEdge(edges: Edges, dependent: number, head: number, label: number, marker: number): void {
  if (dependent === head) return;
  const { first, next } = edges.byDependent;
  for (let e = first[dependent]!; e >= 0; e = next[e]!) {
    if (edges.head[e] === head && edges.label[e] === label) return;
  }
  const edge = edges.head.length;
  edges.dependent.push(dependent);
  edges.head.push(head);
  edges.label.push(label);
  edges.marker.push(marker);
  chain(edges.byDependent, dependent, edge);
  chain(edges.byHead, head, edge);
}
