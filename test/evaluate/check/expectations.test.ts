import { expect, test } from 'vitest';
import { parseExpectations } from '../../../src/evaluate/check/expectations.ts';

const faults = (yaml: string): string[] => {
  try {
    parseExpectations('x.expect.yaml', yaml);
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
};

test('the status of an edge is asserted where not given', () => {
  const [expectation] = parseExpectations(
    'x',
    'edges: [{source: A, relation: opposes, target: B, quote: A fights B}]',
  );
  expect(expectation).toMatchObject({ kind: 'edge', expected: { status: 'asserted' }, line: 1, column: 9 });
});

test('every fault is named with line and column, in the order of the file', () => {
  const yaml = `edges:
  - sorce: A
    relation: opposes
    target: 3
    quote: ""
    status: assertd
entites: []
`;
  expect(faults(yaml)).toEqual([
    'x.expect.yaml:2:5: "source" is missing; add it',
    'x.expect.yaml:2:5: unknown key "sorce"; did you mean "source"?',
    'x.expect.yaml:4:13: "target" must be a string, not a number; put it in quotation marks',
    'x.expect.yaml:5:12: "quote" must not be empty; mend it, or take it out',
    'x.expect.yaml:6:13: "status" can\'t be "assertd"; did you mean "asserted"?',
    'x.expect.yaml:7:1: unknown key "entites"; did you mean "entities"?',
  ]);
});

test('a key like no other gets the list of keys', () => {
  expect(faults('quotation: x')).toEqual([
    'x.expect.yaml:1:1: unknown key "quotation"; known: edges, no-edges, entities, no-entities, graph',
  ]);
});

test.each([
  ['edges: A opposes B', 'x.expect.yaml:1:8: "edges" must be a list, not a string; write one'],
  ['edges:', 'x.expect.yaml:1:7: "edges" must be a list, not nothing; write one'],
  ['- a', 'x.expect.yaml:1:1: the file must be a mapping, not a list; write one'],
  ['no-entities: ["."]', 'x.expect.yaml:1:15: "no-entities[0]" names nothing; mend it, or take it out'],
  [
    'no-entities: [3]',
    'x.expect.yaml:1:15: "no-entities[0]" must be a string or a mapping, not a number; write one',
  ],
  ['no-entities: [{name: A, gab: x}]', 'x.expect.yaml:1:25: unknown key "gab"; did you mean "gap"?'],
  ['entities: [{name: A, gap: " "}]', 'x.expect.yaml:1:27: "gap" must not be empty; mend it, or take it out'],
])('%j: %s', (yaml, message) => {
  expect(faults(yaml)).toEqual([message]);
});

test('a syntax error and a doubled key are named with their place', () => {
  expect(faults('edges: [')[0]).toMatch(/^x\.expect\.yaml:1:\d+: not valid YAML: /);
  expect(faults('graph: a.json\ngraph: b.json')[0]).toMatch(
    /^x\.expect\.yaml:2:1: not valid YAML: Map keys must be unique/,
  );
});

test.each(['', '# nothing yet\n', '{}', 'edges: []'])('%j expects nothing, which is an error', (yaml) => {
  expect(faults(yaml)[0]).toMatch(/^expects nothing/);
});

test('aliases that unfold without end are refused', () => {
  const levels = Array.from({ length: 12 }, (_, k) => `a${k + 1}: &a${k + 1} [${`*a${k},`.repeat(10)}]`);
  expect(faults(['a0: &a0 [x]', ...levels].join('\n'))[0]).toMatch(/too many aliases/);
});
