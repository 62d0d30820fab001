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
  readonly first: Int16Array;
  readonly next: Int16Array;
}

export function childrenOf(tree: Tree): Children {
  const first = new Int16Array(tree.length).fill(-1);
  const next = new Int16Array(tree.length).fill(-1);
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

/** Edges as they are found; `EnhancedGraph` is made of them at the end. */
export interface Edges {
  readonly dependent: number[];
  readonly head: number[];
  readonly label: number[];
  readonly marker: number[];
}

/** Adds an edge unless the graph has one between the same words with the same relation. */
export function addEdge(edges: Edges, dependent: number, head: number, label: number, marker: number): void {
  if (dependent === head) return;
  for (let e = 0; e < edges.head.length; e++) {
    if (edges.dependent[e] === dependent && edges.head[e] === head && edges.label[e] === label) return;
  }
  edges.dependent.push(dependent);
  edges.head.push(head);
  edges.label.push(label);
  edges.marker.push(marker);
}
