import { byCodeUnit } from '../../model/index.ts';
import { rulesOf } from './causes.ts';
import { round3 } from './python.ts';
import type { DocumentScore } from './score.ts';

/** What one rule gives and how often it is right. An edge that several rules give counts for each of them. */
export interface RuleFigures {
  readonly rule: string;
  /** Edges with evidence from this rule. */
  readonly edges: number;
  /** Those that meet a gold relation, status and all. */
  readonly right: number;
  readonly precision: number;
  /** Right edges over all gold relations of the kinds that the rule gave: its part of their recall. */
  readonly recallShare: number;
  /** Right edges that no other rule gives: what would be lost without it. */
  readonly alone: number;
}

interface Tally {
  edges: number;
  right: number;
  alone: number;
  readonly relations: Set<string>;
}

/** Figures per rule, sorted by rule id; rules that gave no edge can't be seen here. */
export function ruleFigures(scores: readonly DocumentScore[]): RuleFigures[] {
  const tallies = new Map<string, Tally>();
  for (const { edge, meets } of scores.flatMap(({ edges }) => edges)) {
    const rules = rulesOf(edge);
    for (const rule of rules) {
      const tally = tallies.get(rule) ?? { edges: 0, right: 0, alone: 0, relations: new Set() };
      tallies.set(rule, tally);
      tally.edges += 1;
      tally.relations.add(edge.attributes.relation);
      if (meets === undefined) continue;
      tally.right += 1;
      if (rules.length === 1) tally.alone += 1;
    }
  }
  const goldOf = (relation: string): number =>
    scores.reduce((sum, { relations }) => sum + (relations.get(relation)?.gold ?? 0), 0);
  return [...tallies]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([rule, { edges, right, alone, relations }]) => {
      const gold = [...relations].reduce((sum, relation) => sum + goldOf(relation), 0);
      return {
        rule,
        edges,
        right,
        precision: round3(right / edges),
        recallShare: gold ? round3(right / gold) : 0,
        alone,
      };
    });
}
