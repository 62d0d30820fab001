import { expect, test } from 'vitest';
import { evaluate } from '../../../src/evaluate/gold/evaluate.ts';
import { renderEvalJson, renderEvalText } from '../../../src/evaluate/gold/report.ts';
import { goldOf, graphOf, graphOver, node } from '../build.ts';

const text = 'Dorn is in Vell. Kess is in Vell. Mor is in Vell.';
const { edge } = graphOver(text);
const gold = goldOf(
  text,
  [
    ['e1', 'Dorn', 'location'],
    ['e2', 'Vell', 'location'],
    ['e3', 'Kess', 'location'],
    ['e4', 'Mor', 'location'],
  ],
  [
    ['e1', 'located-in', 'e2', 'Dorn is in Vell.'],
    ['e3', 'located-in', 'e2', 'Kess is in Vell.'],
    ['e4', 'located-in', 'e2', 'Mor is in Vell.'],
    ['e4', 'twinned-with', 'e1', 'Mor is in Vell.'],
  ],
);
const nodes = ['Dorn', 'Vell', 'Kess', 'Mor'].map((name) => node(name, name, 'location'));
const shared = edge('Dorn', 'located-in', 'Vell', { quote: 'Dorn is in Vell.', rule: 'place.is-in' });
const both = {
  ...shared,
  attributes: {
    ...shared.attributes,
    evidence: [
      ...shared.attributes.evidence,
      ...shared.attributes.evidence.map((item) => ({ ...item, rule: 'place.of' })),
    ],
  },
};
const edges = [
  both,
  edge('Kess', 'located-in', 'Vell', { quote: 'Kess is in Vell.', rule: 'place.is-in' }),
  edge('Vell', 'located-in', 'Mor', { quote: 'Mor is in Vell.', rule: 'place.of' }),
  edge('Mor', 'twinned-with', 'Dorn', { quote: 'Mor', rule: 'own.twin' }),
];
const evaluation = evaluate([gold], new Map([['d', graphOf(nodes, edges)]]));

test('a rule counts the edges it backs, the right ones, its share of recall and what it finds alone', () => {
  expect(evaluation.rules).toEqual([
    { rule: 'own.twin', edges: 1, right: 1, precision: 1, recallShare: 1, alone: 1 },
    { rule: 'place.is-in', edges: 2, right: 2, precision: 1, recallShare: 0.667, alone: 1 },
    { rule: 'place.of', edges: 2, right: 1, precision: 0.5, recallShare: 0.333, alone: 0 },
  ]);
});

test('a relation of the user’s own gets a row and stays out of "all"', () => {
  expect(evaluation.figures.relations['twinned-with']).toMatchObject({ right: 1, gold: 1, predicted: 1 });
  expect(evaluation.figures.all).toMatchObject({ right: 2, gold: 3, predicted: 3 });
});

test('hits name the gold relation and the edge', () => {
  expect(evaluation.hits[0]).toEqual({
    document: 'd',
    gold: {
      kind: 'relation',
      relation: 'located-in',
      source: 'Dorn',
      target: 'Vell',
      status: 'asserted',
      coref: false,
    },
    edge: {
      ...{
        kind: 'edge',
        key: both.key,
        relation: 'located-in',
        source: 'Dorn',
        target: 'Vell',
        status: 'asserted',
      },
      rules: ['place.is-in', 'place.of'],
    },
  });
});

test('intervals are the same every time', () => {
  const again = evaluate([gold, { ...gold, id: 'x' }], new Map([['d', graphOf(nodes, edges)]]));
  const twice = evaluate([gold, { ...gold, id: 'x' }], new Map([['d', graphOf(nodes, edges)]]));
  expect(again.figures.core.interval).toEqual(twice.figures.core.interval);
  expect(again.figures.core.interval?.[0]).toBeLessThan(again.figures.core.interval?.[1] ?? 0);
});

test('the text report aligns its columns and lists errors when asked', () => {
  const report = renderEvalText(evaluation, { errors: true });
  expect(report).toMatch(/^1 articles\n/);
  expect(report).toMatch(/^located-in +0\.667 +0\.667 +0\.667 +2 +3 +3 +0\.667 +0\/0 +0$/m);
  expect(report).toMatch(/^place\.of +2 +1 +0\.500 +0\.333 +0$/m);
  expect(report).toMatch(/^wrong rule +1 /m);
  expect(report).toContain(
    'd  wrong rule: Mor -[located-in]-> Vell; got Vell -[located-in]-> Mor by place.of\n    "Mor is in Vell."',
  );
  expect(renderEvalText(evaluation)).not.toContain('got Vell');
});

test('control characters of an article do not reach the terminal', () => {
  const steering = graphOf([...nodes, node('x', 'Bad\u001b[2JName', 'person')], edges);
  const report = renderEvalText(evaluate([gold], new Map([['d', steering]])), { errors: true });
  expect(report).toContain('Bad [2JName');
  expect(report).not.toContain('\u001b');
});

test('the JSON report reads back as the evaluation', () => {
  expect(JSON.parse(renderEvalJson(evaluation))).toEqual(evaluation);
});
