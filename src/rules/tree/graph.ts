import { ENHANCED_DEPREL } from '../../language/index.ts';
import type { EnhancedGraph, Tree } from '../../model/index.ts';
import type { Meter } from '../meter.ts';
import type { DocumentView } from '../view.ts';
import { borderOf } from './quoted.ts';
import type { Border } from './quoted.ts';
import type { Reached } from './step.ts';

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
  /** The graph with all steps, where some are not taken. */
  readonly whole: SentenceGraph | null;
  /** What is worked out for a token by a name, kept for all rules that turn the same steps off. */
  readonly known: (name: string, token: number, make: () => readonly Reached[]) => readonly Reached[];
  /** Counts the steps of the rule at work. */
  readonly meter: Meter;
}

const NONE: readonly number[] = [];
const NO_STEPS: ReadonlySet<string> = new Set();

function keeper(): SentenceGraph['known'] {
  const kept = new Map<string, Map<number, readonly Reached[]>>();
  return (name, token, make) => {
    let byToken = kept.get(name);
    if (!byToken) kept.set(name, (byToken = new Map<number, readonly Reached[]>()));
    let found = byToken.get(token);
    if (!found) byToken.set(token, (found = make()));
    return found;
  };
}

/** The graph of a sentence, null in a document without trees. */
export function sentenceGraph(view: DocumentView, sentence: number): SentenceGraph | null {
  const { trees, sentences } = view.document;
  if (!trees) return null;
  const firstToken = sentences.firstToken[sentence]!;
  const endToken = sentences.endToken[sentence]!;
  const border = borderOf(view, firstToken, endToken);
  const { graph, tree } = within(border, trees.enhanced(sentence), trees.tree(sentence), firstToken);
  const below: number[][] = [];
  graph.head.forEach((head, edge) => {
    if (head >= 0) (below[head] ??= []).push(edge);
  });
  return {
    view,
    firstToken,
    endToken,
    without: NO_STEPS,
    whole: null,
    known: keeper(),
    meter: { steps: 0 },
    tree,
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

/** The graph and tree without what crosses a border: its dependents hang on nothing. */
function within(
  border: Border | null,
  graph: EnhancedGraph,
  tree: Tree,
  firstToken: number,
): Pick<SentenceGraph, 'graph' | 'tree'> {
  if (!border) return { graph, tree };
  const inside = (head: number, dependent: number): number =>
    head >= 0 && border(head + firstToken, dependent + firstToken) ? -1 : head;
  return {
    graph: { ...graph, head: graph.head.map((head, edge) => inside(head, graph.dependent[edge]!)) },
    tree: { ...tree, head: tree.head.map(inside) },
  };
}

/** A sentence's graph as a rule sees it: without the steps it turns off, counting on its meter. */
export type GraphReader = (without: ReadonlySet<string>, meter: Meter) => SentenceGraph | null;

/** @param make Asked once, with the first rule. */
export function graphReader(make: () => SentenceGraph | null): GraphReader {
  let whole: SentenceGraph | null | undefined;
  const others = new Map<string, SentenceGraph>();
  return (without, meter) => {
    whole ??= make();
    if (!whole) return null;
    if (without.size === 0) return { ...whole, meter };
    const key = [...without].sort().join(' ');
    let graph = others.get(key);
    if (!graph) others.set(key, (graph = { ...whole, without, known: keeper(), whole }));
    return { ...graph, meter };
  };
}

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
