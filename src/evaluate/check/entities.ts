import type { SerializedGraph } from '../../model/index.ts';
import { quoted } from '../show.ts';
import type { Complaint } from './edges.ts';
import type { EntityExpectation } from './expectation-schema.ts';
import { bears, nodesNamed, unknownName } from './names.ts';

/** Holds an entity that must be there against the graph: one node with the name, the type and all the aliases. */
export function checkEntity(
  { name, type, aliases = [] }: EntityExpectation,
  graph: SerializedGraph,
): Complaint {
  const named = graph.nodes.filter(({ attributes }) => bears(attributes, name));
  if (named.length === 0) return unknownName(graph, name);
  const typed = named.filter(({ attributes }) => type === undefined || attributes.entity_type === type);
  if (typed.length === 0) {
    return `${quoted(name)} has the type ${[...new Set(named.map(({ attributes }) => attributes.entity_type))].join(', ')}`;
  }
  const lacks = typed.map(({ attributes }) => aliases.filter((alias) => !bears(attributes, alias)));
  const fewest = lacks.reduce((best, own) => (own.length < best.length ? own : best));
  if (fewest.length === 0) return undefined;
  return fewest.map((alias) => strayAlias(graph, name, alias)).join('; ');
}

function strayAlias(graph: SerializedGraph, name: string, alias: string): string {
  const holder = graph.nodes.find(({ attributes }) => bears(attributes, alias));
  if (!holder) return `${quoted(name)} does not bear the name ${quoted(alias)}, and no other entity does`;
  const { label, entity_type } = holder.attributes;
  return `${quoted(alias)} stands on another node: ${quoted(label)} (${entity_type})`;
}

/** Holds a name that must not be there against the graph. */
export function checkNoEntity(name: string, graph: SerializedGraph): Complaint {
  const keys = nodesNamed(graph, name);
  return keys.length === 0 ? undefined : `found ${keys.join(', ')}`;
}
