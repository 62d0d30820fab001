import { byCodeUnit } from '../../../src/model/index.ts';
import {
  stepFactor,
  UNTRIED_STEP,
  type MeasuredFactor,
  type MeasuredPrecision,
  type Measurements,
} from '../../../src/rules/index.ts';
import type { Observation } from './observe.ts';

/** How many matches the prior weighs (the m of the m-estimate, Cestnik 1990): of a rule its relation, of a step what is assumed of any. */
const RULE_PRIOR = 6;
const STEP_PRIOR = 15;
/** Nothing is certain, however often it was right. */
const [LEAST, MOST] = [0.05, 0.97];
/** Rules and factors are estimated by turns; after so many rounds the third decimal stands. */
const ROUNDS = 12;

const DECIMALS = 1000;
const rounded = (x: number): number => Math.round(x * DECIMALS) / DECIMALS;
const within = (x: number): number => Math.min(MOST, Math.max(LEAST, x));

interface Tally {
  right: number;
  wrong: number;
  /** Of a rule: matches, each weighed by its factors. Of a factor: right ones to expect without it. */
  expected: number;
}

function tallied(
  observations: readonly Observation[],
  keysOf: (one: Observation) => readonly string[],
  expected: (one: Observation, key: string) => number,
): [string, Tally][] {
  const tallies = new Map<string, Tally>();
  for (const one of observations) {
    for (const key of keysOf(one)) {
      const tally = tallies.get(key) ?? { right: 0, wrong: 0, expected: 0 };
      tallies.set(key, tally);
      tally[one.right ? 'right' : 'wrong'] += 1;
      tally.expected += expected(one, key);
    }
  }
  return [...tallies].sort(([a], [b]) => byCodeUnit(a, b));
}

const factorOf = ({ steps, far }: Observation, given: Measurements): number => stepFactor(steps, far, given);

/** What the program would say of a match that these measurements know. */
export function predicted(one: Observation, given: Measurements): number {
  const estimate = (given.rules[one.rule] ?? given.relations[one.relation])?.estimate ?? 0;
  return estimate * factorOf(one, given);
}

function fitPrecisions(
  observations: readonly Observation[],
  keyOf: (one: Observation) => string,
  prior: (key: string) => number,
  given: Measurements,
): Record<string, MeasuredPrecision> {
  const tallies = tallied(
    observations,
    (one) => [keyOf(one)],
    (one) => factorOf(one, given),
  );
  return Object.fromEntries(
    tallies.map(([key, { right, wrong, expected }]) => [
      key,
      { right, wrong, estimate: within((right + RULE_PRIOR * prior(key)) / (expected + RULE_PRIOR)) },
    ]),
  );
}

function fitFactors(
  observations: readonly Observation[],
  keysOf: (one: Observation) => readonly string[],
  ownFactor: (key: string) => number,
  prior: number,
  given: Measurements,
): Record<string, MeasuredFactor> {
  const tallies = tallied(observations, keysOf, (one, key) => predicted(one, given) / ownFactor(key));
  return Object.fromEntries(
    tallies.map(([key, { right, wrong, expected }]) => [
      key,
      { right, wrong, factor: Math.min(1, (right + STEP_PRIOR * prior) / (expected + STEP_PRIOR)) },
    ]),
  );
}

/**
 * Precision of each rule and factor of each step, so that the product of a rule's precision and its match's factors is the share of such
 * matches that are right: m-estimates, by turns.
 *
 * @param relationOf - of every rule there is, also of those that no observation is of
 */
export function fit(observations: readonly Observation[]): Measurements {
  const overall = observations.filter(({ right }) => right).length / Math.max(1, observations.length);
  const relationOf = new Map(observations.map(({ rule, relation }) => [rule, relation]));
  let fitted: Measurements = { relations: {}, rules: {}, steps: {}, far: { right: 0, wrong: 0, factor: 1 } };
  for (let round = 0; round < ROUNDS; round++) {
    const relations = fitPrecisions(
      observations,
      ({ relation }) => relation,
      () => overall,
      fitted,
    );
    const ofRelation = (rule: string): number => relations[relationOf.get(rule) ?? '']?.estimate ?? overall;
    const rules = fitPrecisions(observations, ({ rule }) => rule, ofRelation, fitted);
    fitted = { ...fitted, relations, rules };
    const known = fitted;
    const steps = fitFactors(
      observations,
      (one) => [...new Set(one.steps)],
      (step) => known.steps[step]?.factor ?? UNTRIED_STEP,
      UNTRIED_STEP,
      known,
    );
    const far = fitFactors(
      observations,
      (one) => (one.far ? ['far'] : []),
      () => known.far.factor,
      1,
      known,
    )['far'];
    fitted = { ...fitted, steps, far: far ?? fitted.far };
  }
  return roundedAll(fitted);
}

function roundedAll({ relations, rules, steps, far }: Measurements): Measurements {
  const precisions = (all: Measurements['rules']) =>
    Object.fromEntries(
      Object.entries(all).map(([key, one]) => [key, { ...one, estimate: rounded(one.estimate) }]),
    );
  const factor = (one: MeasuredFactor): MeasuredFactor => ({ ...one, factor: rounded(one.factor) });
  return {
    relations: precisions(relations),
    rules: precisions(rules),
    steps: Object.fromEntries(Object.entries(steps).map(([key, one]) => [key, factor(one)])),
    far: factor(far),
  };
}
