import { codes, dependentOf, headOf, headOfEdge, labelOf, markerOf } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import { strayConjuncts } from './strays.ts';
import type { Reached, TreeStep } from './step.ts';

export type { Reached, TreeStep } from './step.ts';

const CONJ = codes('conj');
const XSUBJ = codes('nsubj:xsubj', 'nsubj:pass:xsubj', 'csubj:xsubj');
const NMOD = codes('nmod', 'obl', 'acl');

export const is = (sentence: SentenceGraph, token: number, labels: ReadonlySet<number>): boolean =>
  labels.has(labelOf(sentence, token));

export const has = (sentence: SentenceGraph, token: number, labels: ReadonlySet<number>): boolean =>
  sentence.below(token).some((edge) => labels.has(sentence.graph.label[edge]!));

export const isNominal = ({ view }: SentenceGraph, token: number): boolean =>
  ['NOUN', 'PROPN'].includes(view.pos(token));

/** What the enhanced layer did to give an edge that the tree does not have; nothing for an edge of the tree. */
function layerSteps(sentence: SentenceGraph, edge: number): readonly TreeStep[] {
  const { graph, firstToken } = sentence;
  const dependent = dependentOf(sentence, edge);
  const head = headOfEdge(sentence, edge);
  if (graph.firstEdge[dependent - firstToken] === edge) return [];
  if (XSUBJ.has(graph.label[edge]!)) return [{ method: 'control', token: head }];
  if (is(sentence, dependent, CONJ)) return [{ method: 'coordination', token: headOf(sentence, dependent) }];
  if (!is(sentence, head, CONJ)) return [{ method: 'relative-clause', token: head }];
  // What two verbs share may have come to the first by a step of its own: "the Front, which fled and claimed …".
  const first = headOf(sentence, head);
  const shared = sentence
    .above(dependent)
    .find((other) => headOfEdge(sentence, other) === first && other < edge);
  return [
    ...(shared === undefined ? [] : layerSteps(sentence, shared)),
    { method: 'shared-subject', token: first },
  ];
}

/** Words reached one step further on; none where the rule turns the step off. */
export const via = (sentence: SentenceGraph, found: readonly Reached[], step: TreeStep): Reached[] =>
  sentence.without.has(step.method)
    ? []
    : found.map(({ token, steps }) => ({ token, steps: [step, ...steps] }));

export const one = (token: number): Reached[] => [{ token, steps: [] }];

/** Follows edges to their other end. What the enhanced layer added counts as its step. */
export const along = (sentence: SentenceGraph, edges: readonly number[], up = false): Reached[] =>
  edges.flatMap((edge) => {
    if (!up && strayConjuncts(sentence).has(dependentOf(sentence, edge))) return [];
    const steps = layerSteps(sentence, edge);
    if (steps.some(({ method }) => sentence.without.has(method))) return [];
    return [{ token: up ? headOfEdge(sentence, edge) : dependentOf(sentence, edge), steps }];
  });

export const edgesBelow = (sentence: SentenceGraph, token: number, labels: ReadonlySet<number>): number[] =>
  sentence.below(token).filter((edge) => labels.has(sentence.graph.label[edge]!));

/** Dependents of a word by any of the relations. */
export const edgesTo = (sentence: SentenceGraph, token: number, labels: ReadonlySet<number>): Reached[] =>
  along(sentence, edgesBelow(sentence, token, labels));

/** Dependents of a word by any of the relations with a preposition. */
export const marked = (
  sentence: SentenceGraph,
  token: number,
  labels: ReadonlySet<number>,
  marker: string,
): Reached[] =>
  along(
    sentence,
    edgesBelow(sentence, token, labels).filter((edge) => markerOf(sentence, edge) === marker),
  );

/** "By" phrases that a parser hung on a phrase before them: "criticism of Lyon by the Front", "condemned in a letter by the Front". */
export const nestedAgents = (sentence: SentenceGraph, token: number): Reached[] =>
  edgesBelow(sentence, token, NMOD)
    .map((edge) => dependentOf(sentence, edge))
    .filter((phrase) => phrase > token)
    .flatMap((phrase) => marked(sentence, phrase, NMOD, 'by'));

/** One way to each word, that with the fewest steps: what bounds the work by the words of the sentence. */
export function distinct(reached: readonly Reached[]): Reached[] {
  const best = new Map<number, Reached>();
  for (const found of reached) {
    const known = best.get(found.token);
    if (!known || found.steps.length < known.steps.length) best.set(found.token, found);
  }
  return [...best.values()];
}
