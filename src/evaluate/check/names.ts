import type { NodeAttributes, SerializedGraph } from '../../model/index.ts';
import { foldName, namesOverlap } from '../gold/fold.ts';
import { quoted } from '../show.ts';

/** An equal fold of two names that are more than punctuation. */
export const sameName = (a: string, b: string): boolean => a === b || foldName(a) === foldName(b);

/** Events and policies are often only described, so what the text calls them names them too. */
const DESCRIBED: readonly string[] = ['event', 'policy'];

/** Label and aliases; for an event or policy also the words of its mentions. */
export const namesOf = ({ label, aliases, entity_type, mentions }: NodeAttributes): string[] => [
  label,
  ...aliases,
  ...(DESCRIBED.includes(entity_type) ? mentions.map(({ text }) => text) : []),
];

export const bears = (node: NodeAttributes, name: string): boolean =>
  namesOf(node).some((own) => sameName(own, name));

/** Keys of all nodes that bear the name, in the graph's order. */
export const nodesNamed = ({ nodes }: SerializedGraph, name: string): string[] =>
  nodes.filter(({ attributes }) => bears(attributes, name)).map(({ key }) => key);

/** Labels of the nodes whose names share words with a name that no node bears. */
function nearNames({ nodes }: SerializedGraph, name: string): string[] {
  const fold = foldName(name);
  return nodes
    .filter(({ attributes }) => namesOf(attributes).some((own) => namesOverlap(foldName(own), fold)))
    .map(({ attributes }) => attributes.label);
}

/** Why a name was not found, with the names that come near. */
export function unknownName(graph: SerializedGraph, name: string): string {
  const near = nearNames(graph, name)
    .slice(0, 3)
    .map((label) => quoted(label));
  return `no entity is called ${quoted(name)}${near.length > 0 ? `; near it: ${near.join(', ')}` : ''}`;
}
