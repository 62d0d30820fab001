import type { SerializedGraph } from '../../model/index.ts';
import {
  goldRelation,
  predictedEdge,
  type EvalError,
  type GoldRelationItem,
  type PredictedEdge,
} from './causes.ts';
import { entityErrors } from './entity-errors.ts';
import { figures, type Figures } from './figures.ts';
import type { GoldDocument } from './gold.ts';
import { relationErrors } from './relation-errors.ts';
import { ruleFigures, type RuleFigures } from './rule-figures.ts';
import { relationsOf, scoreDocument, type DocumentScore } from './score.ts';

/** A gold relation met, status and all. */
export interface Hit {
  readonly document: string;
  readonly gold: GoldRelationItem;
  readonly edge: PredictedEdge;
}

/** What `extract eval` reports. Gold items go by names, edges by key, so that two evaluations can be compared. */
export interface Evaluation {
  readonly schema: 'extract-eval/1';
  readonly figures: Figures;
  readonly rules: readonly RuleFigures[];
  readonly hits: readonly Hit[];
  readonly errors: readonly EvalError[];
}

function hitsOf({ id, alignment, gold, edges }: DocumentScore): Hit[] {
  return edges.flatMap(({ edge, meets }) => {
    const relation = meets === undefined ? undefined : gold[meets];
    if (!relation) return [];
    return [{ document: id, gold: goldRelation(relation, alignment), edge: predictedEdge(edge, alignment) }];
  });
}

/**
 * Holds graphs against gold graphs.
 *
 * @param graphs - by document id, each of that article alone; an article without one counts as one with an empty graph
 */
export function evaluate(
  documents: readonly GoldDocument[],
  graphs: ReadonlyMap<string, SerializedGraph>,
): Evaluation {
  const relations = relationsOf(documents);
  const scored = documents.map((document) => ({
    document,
    score: scoreDocument(document, graphs.get(document.id), relations),
  }));
  const scores = scored.map(({ score }) => score);
  return {
    schema: 'extract-eval/1',
    figures: figures(scores, relations),
    rules: ruleFigures(scores),
    hits: scores.flatMap(hitsOf),
    errors: scored.flatMap(({ score, document }) => [
      ...entityErrors(score, document),
      ...relationErrors(score),
    ]),
  };
}
