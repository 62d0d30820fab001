import { extract, loadRules } from '../../src/library.ts';

/** Loaded once: a test file reads dozens of texts. */
const rules = loadRules();

/** An edge by the labels of its ends. */
export interface LabelledEdge {
  readonly source: string;
  readonly relation: string;
  readonly target: string;
  readonly status: string;
}

/** The edges that the built-in rules find in a text, in the graph's order. */
export function edgesOf(text: string, relation?: string): LabelledEdge[] {
  const { nodes, edges } = extract([{ text: `${text}\n`, source: 'article.txt' }], { rules });
  const label = new Map(nodes.map(({ key, attributes }) => [key, attributes.label]));
  return edges
    .map(({ source, target, attributes }) => ({
      source: label.get(source)!,
      relation: attributes.relation,
      target: label.get(target)!,
      status: attributes.status,
    }))
    .filter((edge) => relation === undefined || edge.relation === relation);
}

/** `source > target` of each edge of one relation. */
export const pairsOf = (text: string, relation: string): string[] =>
  edgesOf(text, relation).map(({ source, target }) => `${source} > ${target}`);
