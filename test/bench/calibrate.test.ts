import { describe, expect, it } from 'vitest';
import { fit, predicted } from '../../bench/quality/calibrate/fit.ts';
import type { Observation } from '../../bench/quality/calibrate/observe.ts';
import { heldOut, reliability } from '../../bench/quality/calibrate/reliability.ts';
import { measuredJson } from '../../bench/quality/calibrate/report.ts';
import { measurements } from '../../src/rules/index.ts';

const observe = (
  rule: string,
  right: number,
  wrong: number,
  more: Partial<Observation> = {},
): Observation[] =>
  Array.from({ length: right + wrong }, (_, index) => ({
    document: `d${index}`,
    relation: 'opposes',
    rule,
    confidence: 0,
    steps: [],
    far: false,
    right: index < right,
    ...more,
  }));

describe('measured precision', () => {
  it('nears the share of right matches as these become many', () => {
    const { rules } = fit([...observe('often', 270, 30), ...observe('seldom', 30, 270)]);
    expect(rules['often']).toMatchObject({ right: 270, wrong: 30 });
    expect(rules['often']?.estimate).toBeCloseTo(0.9, 1);
    expect(rules['seldom']?.estimate).toBeCloseTo(0.1, 1);
  });

  it('stays near that of the relation where matches are few', () => {
    const { rules, relations } = fit([...observe('common', 80, 20), ...observe('rare', 0, 1)]);
    expect(rules['rare']?.estimate).toBeGreaterThan(0.6);
    expect(rules['rare']?.estimate).toBeLessThan(relations['opposes']!.estimate);
  });

  it('is never certain', () => {
    const { rules } = fit([...observe('right', 1000, 0), ...observe('wrong', 0, 1000)]);
    expect(rules['right']?.estimate).toBeLessThan(1);
    expect(rules['wrong']?.estimate).toBeGreaterThan(0);
  });

  it('is of plain matches: what steps cost goes to the steps', () => {
    const seen = [...observe('rule', 90, 10), ...observe('rule', 50, 50, { steps: ['pronoun'] })];
    const fitted = fit(seen);
    expect(fitted.rules['rule']?.estimate).toBeGreaterThan(0.85);
    expect(fitted.steps['pronoun']?.factor).toBeLessThan(0.7);
    const [plain, stepped] = [seen[0]!, seen.at(-1)!];
    expect(predicted(plain, fitted)).toBeCloseTo(0.9, 1);
    expect(predicted(stepped, fitted)).toBeCloseTo(0.5, 1);
  });

  it('lowers matches with arguments far apart where these are wrong more often', () => {
    const { far } = fit([...observe('rule', 90, 10), ...observe('rule', 20, 80, { far: true })]);
    expect(far.factor).toBeLessThan(0.5);
  });

  it('takes a rule that nothing was learned of by its relation', () => {
    const fitted = fit(observe('rule', 8, 2));
    const [unknown] = observe('other', 1, 0);
    expect(predicted(unknown!, fitted)).toBe(fitted.relations['opposes']?.estimate);
  });

  it('does not go by the order of the articles', () => {
    const seen = [...observe('a', 5, 2), ...observe('b', 1, 3, { steps: ['time'] })];
    expect(measuredJson(fit([...seen].reverse()))).toBe(measuredJson(fit(seen)));
  });
});

describe('reliability', () => {
  it('puts each match into the bin of its confidence', () => {
    const bins = reliability([
      { confidence: 0.9, right: true },
      { confidence: 0.95, right: false },
      { confidence: 1, right: true },
      { confidence: 0.3, right: false },
    ]);
    expect(bins.map(({ from, to, count, right }) => [from, to, count, right])).toEqual([
      [0, 0.5, 1, 0],
      [0.9, 1, 3, 2 / 3],
    ]);
  });

  it('judges a document by what the others teach', () => {
    const seen = [...observe('a', 9, 0), ...observe('b', 1, 0, { document: 'own', relation: 'attacked' })];
    // Alone in its relation and its document, "b" has nothing to go by.
    expect(heldOut(seen).filter(({ confidence }) => confidence === 0)).toHaveLength(1);
  });
});

it('is written as the program reads it', () => {
  const fitted = fit([...observe('a', 5, 2), ...observe('b', 1, 3, { steps: ['time'], far: true })]);
  expect(JSON.parse(measuredJson(fitted))).toEqual(fitted);
  const { text, value } = measurements();
  expect(measuredJson(value)).toBe(text);
});
