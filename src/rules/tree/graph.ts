import { ENHANCED_DEPREL } from '../../language/index.ts';
import type { EnhancedGraph, Tree } from '../../model/index.ts';
import type { DocumentView } from '../view.ts';

/** The enhanced graph of a sentence, readable from both ends. Tokens by index into the document. */
export interface SentenceGraph {
  readonly view: DocumentView;
  readonly firstToken: number;
  readonly tree: Tree;
  readonly graph: EnhancedGraph;
  /** Edges of the graph below a token, in the order of the text. */
  readonly below: (token: number) => readonly number[];
  /** Edges above a token, that of the tree first. */
  readonly above: (token: number) => readonly number[];
  /** One past the last token. */
  readonly endToken: number;
  /** Steps that are not taken: those a rule turns off. */
  readonly without: ReadonlySet<string>;
}

const NONE: readonly number[] = [];
const NO_STEPS: ReadonlySet<string> = new Set();

export function sentenceGraph(view: DocumentView, sentence: number): SentenceGraph | null {
  const { trees, sentences } = view.document;
  if (!trees) return null;
  const firstToken = sentences.firstToken[sentence]!;
  const graph = trees.enhanced(sentence);
  const below: number[][] = [];
  graph.head.forEach((head, edge) => {
    if (head >= 0) (below[head] ??= []).push(edge);
  });
  return {
    view,
    firstToken,
    endToken: sentences.endToken[sentence]!,
    without: NO_STEPS,
    tree: trees.tree(sentence),
    graph,
    below: (token) => below[token - firstToken] ?? NONE,
    above: (token) => {
      const edges: number[] = [];
      const position = token - firstToken;
      for (let edge = graph.firstEdge[position]!; edge < graph.firstEdge[position + 1]!; edge++)
        if (graph.head[edge]! >= 0) edges.push(edge);
      return edges;
    },
  };
}

/** The same graph for a rule that turns steps off. */
export const withoutSteps = (sentence: SentenceGraph, without: ReadonlySet<string>): SentenceGraph =>
  without.size === 0 ? sentence : { ...sentence, without };

/** Codes of relations as a set. */
export const codes = (...labels: readonly (typeof ENHANCED_DEPREL)[number][]): ReadonlySet<number> =>
  new Set(labels.map((label) => ENHANCED_DEPREL.indexOf(label)));

/** Relation of a token in the tree. */
export const labelOf = ({ tree, firstToken }: SentenceGraph, token: number): number =>
  tree.label[token - firstToken]!;

/** Head of a token in the tree, or -1. */
export const headOf = ({ tree, firstToken }: SentenceGraph, token: number): number => {
  const head = tree.head[token - firstToken]!;
  return head < 0 ? -1 : head + firstToken;
};

export const dependentOf = ({ graph, firstToken }: SentenceGraph, edge: number): number =>
  graph.dependent[edge]! + firstToken;
export const headOfEdge = ({ graph, firstToken }: SentenceGraph, edge: number): number =>
  graph.head[edge]! + firstToken;

/** Dependents of a token by any of the relations. */
export const dependents = (
  sentence: SentenceGraph,
  token: number,
  labels: ReadonlySet<number>,
  marker?: string,
): number[] =>
  sentence
    .below(token)
    .filter(
      (edge) =>
        labels.has(sentence.graph.label[edge]!) &&
        (marker === undefined || markerOf(sentence, edge) === marker),
    )
    .map((edge) => dependentOf(sentence, edge));

/** The preposition or conjunction in the label of an edge, or the empty string. */
export const markerOf = ({ graph, view }: SentenceGraph, edge: number): string => {
  const id = graph.marker[edge]!;
  return id < 0 ? '' : view.document.tokens.strings.text(id);
};
