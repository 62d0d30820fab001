import type { SerializedEdge, SerializedGraph, Span } from '../../model/index.ts';
import { arrow, quoted } from '../show.ts';
import type { EdgeExpectation, NoEdgeExpectation } from './expectation-schema.ts';
import { nodesNamed, sameName, unknownName } from './names.ts';
import { evidenceAt, placesOf, standsIn } from './quotes.ts';

/** An article as `check` sees it: its text and its graph. */
export interface Subject {
  readonly text: string;
  readonly graph: SerializedGraph;
}

/** Undefined when the expectation holds, else what was found instead. */
export type Complaint = string | undefined;

/** The edge with its quote and its rules. */
export function describeEdge(
  { source, target, attributes }: SerializedEdge,
  { nodes }: SerializedGraph,
): string {
  const label = (key: string): string => nodes.find((node) => node.key === key)?.attributes.label ?? key;
  const { relation, status, evidence } = attributes;
  const rules = [...new Set(evidence.map(({ rule }) => rule))].join(', ');
  const sentence = evidence[0] ? `: ${quoted(evidence[0].text)}` : '';
  return `${arrow({ source: label(source), relation, target: label(target), status })}${sentence}${rules ? ` (rule ${rules})` : ''}`;
}

/** Whose word the evidence with the quote is. */
function attributions(edge: SerializedEdge, { nodes }: SerializedGraph, places: readonly Span[]): string[] {
  return evidenceAt(edge, places).flatMap(({ attributed_to: speaker }) => {
    if (!speaker) return [];
    const node = nodes.find(({ key }) => key === speaker.node)?.attributes;
    return [...(node ? [node.label, ...node.aliases] : []), speaker.text];
  });
}

interface Ends {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
}

/** Edges near the expected one, nearest kind first, with the words that say how they differ. */
function nearest(
  { edges }: SerializedGraph,
  { sources, targets }: Ends,
  expected: EdgeExpectation,
): [string, SerializedEdge[]] {
  const from = (edge: SerializedEdge): boolean => sources.includes(edge.source);
  const to = (edge: SerializedEdge): boolean => targets.includes(edge.target);
  const reversed = (edge: SerializedEdge): boolean =>
    targets.includes(edge.source) && sources.includes(edge.target);
  const related = ({ attributes }: SerializedEdge): boolean => attributes.relation === expected.relation;
  const kinds: [string, (edge: SerializedEdge) => boolean][] = [
    ['with another status', (edge) => from(edge) && to(edge) && related(edge)],
    ['the other way round', (edge) => reversed(edge) && related(edge)],
    ['another relation between the two', (edge) => (from(edge) && to(edge)) || reversed(edge)],
    ['with another target', (edge) => from(edge) && related(edge)],
    ['with another source', (edge) => to(edge) && related(edge)],
  ];
  for (const [words, test] of kinds) {
    const found = edges.filter(test);
    if (found.length > 0) return [words, found];
  }
  return ['', []];
}

function misplaced(
  edges: readonly SerializedEdge[],
  { graph }: Subject,
  expected: EdgeExpectation,
  places: readonly Span[],
): Complaint {
  const quotedEdges = edges.filter((edge) => standsIn(edge, places));
  if (quotedEdges.length === 0) {
    return `the edge is there, but its evidence does not hold the quote; it has ${edges.map((edge) => describeEdge(edge, graph)).join('; ')}`;
  }
  const { attributed_to: speaker } = expected;
  if (speaker === undefined) return undefined;
  const names = quotedEdges.flatMap((edge) => attributions(edge, graph, places));
  if (names.some((name) => sameName(name, speaker))) return undefined;
  const found = names.length > 0 ? [...new Set(names)].map((name) => quoted(name)).join(', ') : 'nobody';
  return `the edge is there, but attributed to ${found}`;
}

/** Holds an edge that must be there against the graph; its quote stands in the article. */
export function checkEdge(expected: EdgeExpectation, subject: Subject): Complaint {
  const { graph, text } = subject;
  const places = placesOf(expected.quote, text);
  const ends = { sources: nodesNamed(graph, expected.source), targets: nodesNamed(graph, expected.target) };
  const exact = graph.edges.filter(
    ({ source, target, attributes }) =>
      ends.sources.includes(source) &&
      ends.targets.includes(target) &&
      attributes.relation === expected.relation &&
      attributes.status === expected.status,
  );
  if (exact.length > 0) return misplaced(exact, subject, expected, places);
  const unknown = [
    ...(ends.sources.length === 0 ? [unknownName(graph, expected.source)] : []),
    ...(ends.targets.length === 0 ? [unknownName(graph, expected.target)] : []),
  ];
  const [words, near] = nearest(graph, ends, expected);
  const found = near.slice(0, 3).map((edge) => describeEdge(edge, graph));
  const instead = found.length > 0 ? `found ${words}: ${found.join('; ')}` : undefined;
  if (unknown.length > 0) return [...unknown, ...(instead ? [instead] : [])].join('; ');
  if (instead) return instead;
  const here = graph.edges.find((edge) => standsIn(edge, places));
  const other = here ? `; the quote gave ${describeEdge(here, graph)}` : '';
  return `both entities are there, but no edge joins them${other}`;
}

/** Holds edges that must not be there against the graph; the quote, where given, stands in the article. */
export function checkNoEdge(expected: NoEdgeExpectation, { graph, text }: Subject): Complaint {
  const { source, relation, target, status, quote } = expected;
  const places = quote === undefined ? undefined : placesOf(quote, text);
  const sources = source === undefined ? undefined : nodesNamed(graph, source);
  const targets = target === undefined ? undefined : nodesNamed(graph, target);
  const found = graph.edges.filter(
    (edge) =>
      (sources === undefined || sources.includes(edge.source)) &&
      (targets === undefined || targets.includes(edge.target)) &&
      (relation === undefined || edge.attributes.relation === relation) &&
      (status === undefined || edge.attributes.status === status) &&
      (places === undefined || standsIn(edge, places)),
  );
  if (found.length === 0) return undefined;
  return `found ${found.map((edge) => describeEdge(edge, graph)).join('; ')}`;
}
