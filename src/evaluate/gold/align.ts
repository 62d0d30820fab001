import type { NodeAttributes, SerializedGraph } from '../../model/index.ts';
import { foldName, foldNames, words } from './fold.ts';
import type { GoldEntity, GoldGraph } from './gold-schema.ts';
import { byCodePoint, hasUppercase, startsUppercase } from './python.ts';

const NAMED: readonly string[] = ['person', 'organization', 'location', 'group'];
const TYPE_SYNONYMS = new Map([
  ['place', 'location'],
  ['gpe', 'location'],
  ['facility', 'location'],
  ['organisation', 'organization'],
  ['policy', 'event'],
]);

/** The predicted type in the words of the gold files, which count policies as events. */
export const goldType = (entityType: string): string =>
  TYPE_SYNONYMS.get(entityType.toLowerCase()) ?? entityType.toLowerCase();

/** Equal, or a gold location that acts (a country, by its short name) taken for an organization or a group. */
export function typeAgrees(gold: GoldEntity, predicted: string): boolean {
  if (gold.type === predicted) return true;
  return (
    gold.type === 'location' &&
    (predicted === 'organization' || predicted === 'group') &&
    words(gold.name).length <= 3
  );
}

/** Folded label, aliases and mentions of a node. */
export const nodeNames = ({ label, aliases, mentions }: NodeAttributes): Set<string> =>
  foldNames([label, ...aliases, ...mentions.map(({ text }) => text)]);

/** Which figures a gold entity counts in: named entities, events that stand in a relation, or neither. */
export function countedAs(entity: GoldEntity, { relations }: GoldGraph): 'entity' | 'event' | undefined {
  if (NAMED.includes(entity.type) && hasUppercase(entity.name)) return 'entity';
  const related = relations.some(({ source, target }) => source === entity.id || target === entity.id);
  return entity.type === 'event' && related ? 'event' : undefined;
}

/** Which node stands for which gold entity. */
export interface Alignment {
  readonly nodes: ReadonlyMap<string, NodeAttributes>;
  readonly entities: ReadonlyMap<string, GoldEntity>;
  /** Folded names of each gold entity. */
  readonly goldNames: ReadonlyMap<string, ReadonlySet<string>>;
  /** Node key to gold id. */
  readonly goldOf: ReadonlyMap<string, string>;
  /** Gold id to the keys of all its nodes, in the graph's order; the first counts, the others are splits. */
  readonly found: ReadonlyMap<string, readonly string[]>;
}

interface Candidate {
  readonly shared: number;
  readonly label: boolean;
  readonly id: string;
}

const better = (a: Candidate, b: Candidate): boolean => {
  if (a.shared !== b.shared) return a.shared > b.shared;
  if (a.label !== b.label) return a.label;
  return byCodePoint(a.id, b.id) > 0;
};

/** The gold entity that shares most names; then the one that the label names; then the last id. */
function bestGold(node: NodeAttributes, goldNames: Alignment['goldNames']): string | undefined {
  const [names, label] = [nodeNames(node), foldName(node.label)];
  let best: Candidate | undefined;
  for (const [id, gold] of goldNames) {
    const shared = [...names].filter((name) => gold.has(name)).length;
    if (shared === 0) continue;
    const candidate = { shared, label: gold.has(label), id };
    if (!best || better(candidate, best)) best = candidate;
  }
  return best?.id;
}

export function align(graph: SerializedGraph | undefined, gold: GoldGraph): Alignment {
  const nodes = new Map((graph?.nodes ?? []).map(({ key, attributes }) => [key, attributes]));
  const entities = new Map(gold.entities.map((entity) => [entity.id, entity]));
  const goldNames = new Map(
    gold.entities.map(({ id, name, aliases }) => [id, new Set([name, ...aliases].map(foldName))]),
  );
  const goldOf = new Map<string, string>();
  const found = new Map<string, string[]>();
  for (const [key, attributes] of nodes) {
    const id = bestGold(attributes, goldNames);
    if (id === undefined) continue;
    goldOf.set(key, id);
    const keys = found.get(id);
    if (keys) keys.push(key);
    else found.set(id, [key]);
  }
  return { nodes, entities, goldNames, goldOf, found };
}

/** A node counted against precision: named by its type and its capital letter, and in no gold entity's place. */
export const isExtraEntity = (key: string, node: NodeAttributes, { goldOf }: Alignment): boolean =>
  NAMED.includes(goldType(node.entity_type)) && !goldOf.has(key) && startsUppercase(node.label);
