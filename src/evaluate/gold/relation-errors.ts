import { overlaps, type SerializedEdge } from '../../model/index.ts';
import { goldType, type Alignment } from './align.ts';
import { goldRelation, predictedEdge, quoteOf, type EvalError } from './causes.ts';
import { endMeets, type DocumentScore, type EdgeVerdict, type PlacedRelation } from './score.ts';

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
 * Why the figures of the relations are not 1. Each gold relation that no edge meets and each edge that meets none stands
 * in one error; `wrong rule` and `wrong status` name one of each; a wrong status beside the right edge says so in its
 * detail.
 */
export function relationErrors(score: DocumentScore): EvalError[] {
  const met = new Set(score.edges.map(({ meets }) => meets));
  const unmet = score.gold.flatMap(({ type }, index) =>
    score.relations.has(type) && !met.has(index) ? [index] : [],
  );
  const left: Leftovers = {
    gold: new Set(unmet),
    edges: new Set(score.edges.filter(({ meets }) => meets === undefined)),
  };
  const errors = [...statusErrors(score, left), ...missedRelations(score, left)];
  for (const { edge } of left.edges) {
    const predicted = [predictedEdge(edge, score.alignment)];
    errors.push({ document: score.id, cause: 'extra edge', predicted, ...quoteOf(edge) });
  }
  return errors;
}
