/**
 * A Universal Dependencies tree of one sentence. Column arrays, one entry per token of the sentence; positions count from the
 * sentence's first token. Exactly one token is the root, and every other reaches it.
 */
export interface Tree {
  readonly length: number;
  /** Position of the head; -1 for the root. */
  readonly head: Int32Array;
  /** Index into the table of relations (`DEPREL` of the language room). */
  readonly label: Uint8Array;
}

/**
 * The enhanced graph of one sentence (Schuster & Manning 2016): edges grouped by dependent, the edge of the basic tree first.
 * A token may have several heads.
 */
export interface EnhancedGraph {
  /** Edges of the token at position `i` are `firstEdge[i]` up to, not including, `firstEdge[i + 1]`. */
  readonly firstEdge: Uint32Array;
  /** Per edge: position of the dependent, and of the head (-1 for the root). */
  readonly dependent: Uint32Array;
  readonly head: Int32Array;
  /** Per edge: index into the table of relations, without what the case marker adds. */
  readonly label: Uint8Array;
  /** Per edge: string id (see `StringTable`) of the case marker or conjunction in the label (`for` of `nmod:for`), or -1. */
  readonly marker: Int32Array;
}

/** The trees of an article, computed when a sentence's is first asked for, and kept: the result never depends on who asked. */
export interface Trees {
  readonly tree: (sentence: number) => Tree;
  readonly enhanced: (sentence: number) => EnhancedGraph;
}
