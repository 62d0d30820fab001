import { overlaps, type SerializedEdge } from '../../model/index.ts';
import { countedAs, goldType, isExtraEntity, nodeNames, typeAgrees, type Alignment } from './align.ts';
import { foldNames, namesOverlap } from './fold.ts';
import type { GoldDocument } from './gold.ts';
import type { GoldEntity } from './gold-schema.ts';
import { endMeets, type DocumentScore, type EdgeVerdict, type PlacedRelation } from './score.ts';

/** Every cause of an error, in the order of the report, with what it means. */
export const CAUSES = {
  'entity missed': 'no node bears any of its names',
  merged: 'its name stands on a node that counts for another entity',
  span: 'a node bears the name cut differently',
  type: 'found, with another type',
  split: 'several nodes for one entity',
  'extra entity': 'a named node that the gold graph does not know',
  'entity missing': 'an end of the relation was not found, so no rule could give the edge',
  'no rule': 'both ends were found, but no rule gave the edge',
  'wrong rule': 'an edge of another relation or direction between the same ends',
  'wrong status': 'the right edge with another status',
  'extra edge': 'an edge that the gold graph does not know',
  'double edge': 'a second edge for a relation already met',
} as const;
export type Cause = keyof typeof CAUSES;

export interface GoldEntityItem {
  readonly kind: 'entity';
  readonly name: string;
  readonly type: string;
}

export interface GoldRelationItem {
  readonly kind: 'relation';
  readonly relation: string;
  readonly source: string;
  readonly target: string;
  readonly status: string;
  readonly coref: boolean;
}

export interface PredictedNode {
  readonly kind: 'node';
  readonly key: string;
  readonly label: string;
  readonly type: string;
}

export interface PredictedEdge {
  readonly kind: 'edge';
  readonly key: string;
  readonly relation: string;
  readonly source: string;
  readonly target: string;
  readonly status: string;
  /** Ids of the rules behind it, sorted. */
  readonly rules: readonly string[];
}

/** One error: what the gold graph holds, what the graph holds, or both; and the words it is about. */
export interface EvalError {
  readonly document: string;
  readonly cause: Cause;
  readonly gold?: GoldEntityItem | GoldRelationItem;
  readonly predicted?: readonly (PredictedNode | PredictedEdge)[];
  readonly detail?: string;
  /** Evidence of the relation that was missed, else the first sentence behind the edge, else the first mention of the node. */
  readonly quote?: string;
}

const goldEntity = ({ name, type }: GoldEntity): GoldEntityItem => ({ kind: 'entity', name, type });

export function goldRelation(relation: PlacedRelation, { entities }: Alignment): GoldRelationItem {
  const name = (id: string): string => entities.get(id)?.name ?? id;
  const { type, status, coref } = relation;
  return {
    kind: 'relation',
    relation: type,
    source: name(relation.source),
    target: name(relation.target),
    status,
    coref,
  };
}

function predictedNode(key: string, { nodes }: Alignment): PredictedNode {
  const node = nodes.get(key);
  return { kind: 'node', key, label: node?.label ?? key, type: node?.entity_type ?? '' };
}

export const rulesOf = ({ attributes }: SerializedEdge): string[] =>
  [...new Set(attributes.evidence.map(({ rule }) => rule))].sort();

export function predictedEdge(edge: SerializedEdge, { nodes }: Alignment): PredictedEdge {
  const label = (key: string): string => nodes.get(key)?.label ?? key;
  const { relation, status } = edge.attributes;
  const ends = { source: label(edge.source), target: label(edge.target) };
  return { kind: 'edge', key: edge.key, relation, ...ends, status, rules: rulesOf(edge) };
}

const quoteOf = ({ attributes }: SerializedEdge): { quote?: string } => {
  const text = attributes.evidence[0]?.text;
  return text === undefined ? {} : { quote: text };
};

/** Why a gold entity has no node of its own, and the node that comes nearest. */
function missedEntity(id: string, alignment: Alignment): Pick<EvalError, 'cause' | 'predicted' | 'detail'> {
  const names = foldNames(alignment.goldNames.get(id) ?? []);
  const cut: string[] = [];
  for (const [key, node] of alignment.nodes) {
    const own = nodeNames(node);
    const holder = alignment.goldOf.get(key);
    if (holder === undefined) {
      if ([...own].some((name) => [...names].some((gold) => namesOverlap(name, gold)))) cut.push(key);
    } else if ([...own].some((name) => names.has(name))) {
      const detail = `the node counts for ${alignment.entities.get(holder)?.name ?? holder}`;
      return { cause: 'merged', predicted: [predictedNode(key, alignment)], detail };
    }
  }
  if (cut.length === 0) return { cause: 'entity missed' };
  return { cause: 'span', predicted: cut.map((key) => predictedNode(key, alignment)) };
}

function entityErrors({ id: document, alignment }: DocumentScore, { gold }: GoldDocument): EvalError[] {
  const errors: EvalError[] = [];
  const explained = new Set<string>();
  for (const [id, entity] of alignment.entities) {
    const kind = countedAs(entity, gold);
    if (kind === undefined) continue;
    const base = { document, gold: goldEntity(entity) };
    const keys = alignment.found.get(id);
    if (!keys) {
      const error = { ...base, ...missedEntity(id, alignment) };
      if (error.cause === 'span') for (const node of error.predicted ?? []) explained.add(node.key);
      errors.push(error);
      continue;
    }
    const predicted = keys.map((key) => predictedNode(key, alignment));
    if (keys.length > 1) errors.push({ ...base, cause: 'split', predicted });
    if (kind === 'entity' && !predicted.some(({ type }) => typeAgrees(entity, goldType(type)))) {
      errors.push({ ...base, cause: 'type', predicted });
    }
  }
  for (const [key, node] of alignment.nodes) {
    if (!isExtraEntity(key, node, alignment) || explained.has(key)) continue;
    const quote = node.mentions[0]?.text;
    const error = { document, cause: 'extra entity' as const, predicted: [predictedNode(key, alignment)] };
    errors.push(quote === undefined ? error : { ...error, quote });
  }
  return errors;
}

/** Whether an end was seen at all: its entity has a node or, for an event, some event is mentioned in the evidence. */
function endFound(id: string, { span }: PlacedRelation, alignment: Alignment): boolean {
  if (alignment.found.has(id)) return true;
  if (alignment.entities.get(id)?.type !== 'event' || !span) return false;
  return [...alignment.nodes.values()].some(
    (node) =>
      goldType(node.entity_type) === 'event' && node.mentions.some((mention) => overlaps(mention, span)),
  );
}

/** Whether the edge stands between the two ends of the gold relation, in either direction. */
function samePair(
  { source, target, attributes }: SerializedEdge,
  relation: PlacedRelation,
  alignment: Alignment,
): boolean {
  const meets = (from: string, to: string): boolean =>
    endMeets(from, relation.source, attributes, relation, alignment) &&
    endMeets(to, relation.target, attributes, relation, alignment);
  return meets(source, target) || meets(target, source);
}

interface Leftovers {
  /** Indices of gold relations that no edge meets and no error explains yet. */
  readonly gold: Set<number>;
  readonly edges: Set<EdgeVerdict>;
}

/** Edges that have a gold relation's type and ends but don't meet it: doubles, or of another status. */
function statusErrors(score: DocumentScore, left: Leftovers): EvalError[] {
  const { alignment, gold } = score;
  const errors: EvalError[] = [];
  for (const verdict of [...left.edges]) {
    const { edge, candidates } = verdict;
    const first = candidates[0];
    if (first === undefined) continue;
    left.edges.delete(verdict);
    const double = candidates.find((index) => gold[index]?.status === edge.attributes.status);
    const index = double ?? candidates.find((candidate) => left.gold.has(candidate)) ?? first;
    const explains = double === undefined && left.gold.delete(index);
    const relation = gold[index] as PlacedRelation;
    errors.push({
      document: score.id,
      cause: double === undefined ? 'wrong status' : 'double edge',
      gold: goldRelation(relation, alignment),
      predicted: [predictedEdge(edge, alignment)],
      ...(explains || double !== undefined ? {} : { detail: 'another edge meets the relation' }),
      ...quoteOf(edge),
    });
  }
  return errors;
}

function missedRelations(score: DocumentScore, left: Leftovers): EvalError[] {
  const { alignment, gold } = score;
  return [...left.gold].map((index): EvalError => {
    const relation = gold[index] as PlacedRelation;
    const base = { document: score.id, gold: goldRelation(relation, alignment), quote: relation.evidence };
    const wrong = [...left.edges].find(({ edge }) => samePair(edge, relation, alignment));
    if (wrong) {
      left.edges.delete(wrong);
      return { ...base, cause: 'wrong rule', predicted: [predictedEdge(wrong.edge, alignment)] };
    }
    const missing = [relation.source, relation.target].filter((id) => !endFound(id, relation, alignment));
    if (missing.length === 0) return { ...base, cause: 'no rule' };
    const names = missing.map((id) => alignment.entities.get(id)?.name ?? id);
    return { ...base, cause: 'entity missing', detail: `not found: ${names.join(' and ')}` };
  });
}

/**
 * Why the figures are not 1. Each gold relation that no edge meets and each edge that meets none stands in one error;
 * `wrong rule` and `wrong status` name one of each; a wrong status beside the right edge says so in its detail.
 */
export function errorsOf(score: DocumentScore, document: GoldDocument): EvalError[] {
  const met = new Set(score.edges.map(({ meets }) => meets));
  const unmet = score.gold.flatMap(({ type }, index) =>
    score.relations.has(type) && !met.has(index) ? [index] : [],
  );
  const left: Leftovers = {
    gold: new Set(unmet),
    edges: new Set(score.edges.filter(({ meets }) => meets === undefined)),
  };
  const errors = [
    ...entityErrors(score, document),
    ...statusErrors(score, left),
    ...missedRelations(score, left),
  ];
  for (const { edge } of left.edges) {
    const predicted = [predictedEdge(edge, score.alignment)];
    errors.push({ document: score.id, cause: 'extra edge', predicted, ...quoteOf(edge) });
  }
  return errors;
}
