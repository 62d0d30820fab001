import { basename, join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, goldenUpdates, withGoldensUpdated } from '../../../src/evaluate/check/check.ts';
import type { Outcome } from '../../../src/evaluate/check/outcome.ts';
import { UserError, type SerializedGraph } from '../../../src/model/index.ts';
import { graphOf, graphOver, node } from '../build.ts';
import { folderWith } from './fixture-folder.ts';

const text = `Blast at the port

The Red Front (RFB) claimed responsibility for the attack
on the port, Jane Doe said. The Blue Army denied it. Dorn’s mayor condemned the blast.
`;
const { edge } = graphOver(text);
const claim = 'The Red Front (RFB) claimed responsibility for the attack\non the port, Jane Doe said.';
const graph = graphOf(
  [
    node('red', 'Red Front', 'organization', ['RFB'], ['the group']),
    node('blue', 'Blue Army', 'organization'),
    node('blast', 'attack', 'event', [], ['the attack\non the port', 'the blast']),
    node('jane', 'Jane Doe', 'person'),
  ],
  [
    edge('red', 'claimed-responsibility', 'blast', { quote: claim, rule: 'claim.active', speaker: 'jane' }),
    edge('blue', 'claimed-responsibility', 'blast', {
      quote: 'The Blue Army denied it.',
      status: 'negated',
      rule: 'claim.denied',
    }),
  ],
);

const outcomesOf = (
  yaml: string,
  over: SerializedGraph = graph,
  files: Record<string, string> = {},
): Outcome[] => {
  const folder = folderWith({ 'a.txt': text, 'a.expect.yaml': yaml, ...files });
  return check(folder, () => over).fixtures.flatMap(({ outcomes }) => [...outcomes]);
};
/** `passed`, or what the first outcome says. */
const verdict = (yaml: string, over?: SerializedGraph): string => {
  const [outcome] = outcomesOf(yaml, over);
  return outcome?.verdict === 'passed' ? 'passed' : (outcome?.message ?? 'no outcome');
};
const expectEdge = (parts: Record<string, string>, over?: SerializedGraph): string => {
  const fields = {
    source: 'Red Front',
    relation: 'claimed-responsibility',
    target: 'attack on the port',
    quote: 'claimed responsibility for the attack on the port',
    ...parts,
  };
  return verdict(JSON.stringify({ edges: [fields] }), over);
};

describe('an edge that must be there', () => {
  test.each([
    ['by label and description', {}],
    ['by alias, whatever the case and the article', { source: 'the rfb' }],
    ['by a description in the mentions of an event', { target: 'the blast' }],
    ['by its speaker', { attributed_to: 'Jane Doe' }],
    ['by the words for its speaker', { attributed_to: 'she' }],
    ['as a denial', { source: 'Blue Army', status: 'negated', quote: 'denied it' }],
  ])('passes %s', (_, parts) => {
    expect(expectEdge(parts)).toBe('passed');
  });

  test.each([
    [
      'a quote that the article lacks',
      { quote: 'claimed the attack' },
      'the quote does not stand in the article: "claimed the attack"',
    ],
    [
      'a quote with other quotation marks',
      { quote: "Dorn's mayor" },
      /does not stand in the article \(it differs in case, quotation marks or dashes\)/,
    ],
    [
      'a quote outside its evidence',
      { quote: 'condemned the blast' },
      /^the edge is there, but its evidence does not hold the quote; it has Red Front -\[claimed/,
    ],
    [
      'another speaker',
      { attributed_to: 'Blue Army' },
      'the edge is there, but attributed to "Jane Doe", "she"',
    ],
    [
      'no speaker',
      { source: 'Blue Army', status: 'negated', quote: 'denied it', attributed_to: 'Jane Doe' },
      'the edge is there, but attributed to nobody',
    ],
    ['an unknown end', { source: 'Front' }, /^no entity is called "Front"; near it: "Red Front"/],
    [
      'a pronoun or description of what is no event',
      { source: 'the group' },
      /^no entity is called "the group"/,
    ],
    [
      'another status',
      { source: 'Blue Army', quote: 'denied it' },
      'found with another status: Blue Army -[NOT claimed-responsibility]-> attack: "The Blue Army denied it." (rule claim.denied)',
    ],
    [
      'the other direction',
      { source: 'the blast', target: 'RFB' },
      /^found the other way round: Red Front -\[claimed-responsibility\]-> attack/,
    ],
    [
      'another relation',
      { relation: 'opposes' },
      /^found another relation between the two: Red Front -\[claimed-responsibility\]/,
    ],
    ['another target', { target: 'Jane Doe' }, /^found with another target: Red Front/],
    ['another source', { source: 'Jane Doe' }, /^found with another source: Red Front .*; Blue Army -\[NOT/],
    [
      'no edge between the two',
      { source: 'Jane Doe', relation: 'opposes', target: 'Blue Army' },
      /^both entities are there, but no edge joins them; the quote gave Red Front -\[claimed/,
    ],
  ])('fails for %s and says so', (_, parts, message) => {
    expect(expectEdge(parts)).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });
});

describe('edges that must not be there', () => {
  test.each([
    '{relation: opposes}',
    '{relation: claimed-responsibility, source: Blue Army, status: asserted}',
    '{source: Jane Doe}',
    '{target: Nobody Known}',
    '{relation: claimed-responsibility, quote: condemned the blast}',
  ])('pass when %s matches none', (fields) => {
    expect(verdict(`no-edges: [${fields}]`)).toBe('passed');
  });

  test.each([
    '{}',
    '{relation: claimed-responsibility}',
    '{source: RFB, target: attack}',
    '{status: negated}',
    '{quote: denied it}',
  ])('fail when %s matches one', (fields) => {
    expect(verdict(`no-edges: [${fields}]`)).toMatch(/^found (Red Front|Blue Army) -\[/);
  });

  test('fail for a quote that the article lacks, since they could never fail', () => {
    expect(verdict('no-edges: [{quote: nowhere}]')).toBe(
      'the quote does not stand in the article: "nowhere"',
    );
  });
});

describe('entities', () => {
  test.each([
    ['{name: Red Front, type: organization, aliases: [RFB]}', 'passed'],
    ['{name: the blast, type: event, aliases: [attack on the port]}', 'passed'],
    ['{name: Red Front, type: person}', '"Red Front" has the type organization'],
    ['{name: Front}', 'no entity is called "Front"; near it: "Red Front"'],
    [
      '{name: Red Front, aliases: [RFB, Blue Army]}',
      '"Blue Army" stands on another node: "Blue Army" (organization)',
    ],
    [
      '{name: Red Front, aliases: [Red Guard]}',
      '"Red Front" does not bear the name "Red Guard", and no other entity does',
    ],
  ])('%s: %s', (fields, message) => {
    expect(verdict(`entities: [${fields}]`)).toBe(message);
  });

  test('a name that must not be there', () => {
    expect(verdict('no-entities: [Green Party]')).toBe('passed');
    expect(verdict('no-entities: [the RFB]')).toBe('found red');
  });
});

describe('a whole graph', () => {
  const golden = (over: SerializedGraph): Record<string, string> => ({
    'a.expected.json': goldenUpdates(
      check(folderWith({ 'a.txt': text, 'a.expect.yaml': 'graph: a.expected.json' }), () => over),
    )[0]?.content as string,
  });
  const document = { id: 'd', title: 't', language: 'en', sha256: 's', characters: 1 };
  const from = (source: string, generator: string): SerializedGraph => ({
    ...graph,
    attributes: {
      ...graph.attributes,
      generator,
      config_sha256: generator,
      documents: [{ ...document, source }],
    },
  });

  test('passes whatever the version, the rules’ hashes and the folder', () => {
    const [outcome] = outcomesOf(
      'graph: a.expected.json',
      from('there/a.txt', '2'),
      golden(from('here/a.txt', '1')),
    );
    expect(outcome).toMatchObject({ verdict: 'passed', message: '' });
  });

  test('fails with a diff when it differs, and the update makes it pass', () => {
    const other = graphOf([...graph.nodes, node('x', 'Extra', 'person')], graph.edges);
    const folder = folderWith({ 'a.txt': text, 'a.expect.yaml': 'graph: a.expected.json', ...golden(graph) });
    const result = check(folder, () => other);
    const [update] = goldenUpdates(result);
    expect(result.fixtures[0]?.outcomes[0]?.message).toContain('+        "label": "Extra",');
    expect(update).toMatchObject({ file: join(folder, 'a.expected.json') });
    expect(readFileSync(join(folder, 'a.expected.json'), 'utf8')).not.toContain('Extra');
    writeFileSync(update?.file ?? '', update?.content ?? '');
    expect(check(folder, () => other)).toEqual(withGoldensUpdated(result));
    expect(withGoldensUpdated(result)).toMatchObject({ passed: 1, failed: 0 });
  });

  test('fails when the file is missing or no JSON', () => {
    expect(verdict('graph: a.expected.json')).toBe('there is no a.expected.json; --update writes it');
    const [broken] = outcomesOf('graph: b.json', graph, { 'b.json': '{' });
    expect(broken).toMatchObject({
      verdict: 'failed',
      message: expect.stringContaining('the graph differs:') as string,
    });
  });

  test('a long difference is cut in the message and whole in the update', () => {
    const [outcome] = outcomesOf('graph: b.json', graph, { 'b.json': '{}' });
    expect(outcome?.message).toMatch(/\n… \d+ more lines$/);
    expect(outcome?.update?.diff).toContain('"key": "jane"');
  });

  test.each(['../a.json', '/a.json', 'c:a.json', 'a.txt'])('%s is refused', (path) => {
    expect(verdict(`graph: ${path}`)).toMatch(
      /^"graph" must be a \.json file in the same folder or below it/,
    );
  });
});

describe('fixtures', () => {
  const only = (files: Record<string, string>, extract: (path: string) => SerializedGraph = () => graph) =>
    check(folderWith(files), extract);

  test('are found in folders below, sorted, beside .txt or .md', () => {
    const yaml = 'no-entities: [Nobody]';
    const seen: string[] = [];
    const files = {
      'b/z.md': '',
      'b/z.expect.yaml': yaml,
      'b.txt': '',
      'b.expect.yaml': yaml,
      'B/a.txt': '',
      'B/a.expect.yml': yaml,
    };
    const result = only(files, (path) => (seen.push(basename(path)), graph));
    expect(result.fixtures.map(({ name }) => name)).toEqual([
      'B/a.expect.yml',
      'b.expect.yaml',
      'b/z.expect.yaml',
    ]);
    expect(seen).toEqual(['a.txt', 'b.txt', 'z.md']);
    expect(result).toMatchObject({ passed: 3, failed: 0 });
  });

  test.each([
    ['no article', {}, /^there is no .*a\.txt or .*a\.md beside it$/],
    ['two articles', { 'a.txt': '', 'a.md': '' }, /^both .* stand beside it; rename one$/],
  ])('%s', (_, files, message) => {
    const [outcome] =
      only({ 'a.expect.yaml': 'no-entities: [Nobody]', ...files }).fixtures[0]?.outcomes ?? [];
    const said = outcome?.verdict === 'passed' ? 'passed' : outcome?.message;
    expect(said).toMatch(message);
  });

  test('an article that cannot be read fails its fixture, not the others', () => {
    const yaml = 'no-entities: [Nobody]';
    const result = only(
      { 'a.txt': '', 'a.expect.yaml': yaml, 'b.txt': '', 'b.expect.yaml': yaml },
      (path) => {
        if (path.endsWith('a.txt'))
          throw new UserError('is empty', { at: { file: path }, hint: 'write something' });
        return graph;
      },
    );
    expect(result).toMatchObject({ passed: 1, failed: 1 });
    expect(result.fixtures[0]?.outcomes[0]?.message).toMatch(/a\.txt: is empty; write something$/);
  });

  test('a bug keeps its stack', () => {
    const bug = new TypeError('bug');
    expect(() =>
      only({ 'a.txt': '', 'a.expect.yaml': 'no-edges: [{}]' }, () => {
        throw bug;
      }),
    ).toThrow(bug);
  });

  test('an empty folder and a missing one are errors', () => {
    expect(() => only({ 'a.txt': '' })).toThrow('no fixtures here');
    expect(() => check('/nowhere/at/all', () => graph)).toThrow('no such folder');
    expect(() => check(join(folderWith({ 'a.txt': '' }), 'a.txt'), () => graph)).toThrow('is not a folder');
  });

  test('an expectation says where it stands', () => {
    const outcomes = outcomesOf('no-entities:\n  - Nobody\nno-edges:\n  - {relation: opposes}\n');
    expect(outcomes.map(({ kind, line, column }) => [kind, line, column])).toEqual([
      ['no-edge', 4, 5],
      ['no-entity', 2, 5],
    ]);
  });
});

describe('a known gap', () => {
  const verdicts = (yaml: string): unknown[] =>
    outcomesOf(yaml).map(({ verdict, cause, gap, message }) => [verdict, cause, gap, message]);
  const claimBy = (source: string, quote: string, gap: string): string =>
    `edges: [${JSON.stringify({ source, relation: 'claimed-responsibility', target: 'attack', quote, gap })}]`;

  test.each([
    ['edge', claimBy('Jane Doe', 'Jane Doe said', 'reads no asides')],
    ['no-edge', 'no-edges: [{relation: claimed-responsibility, gap: reads no asides}]'],
    ['entity', 'entities: [{name: Dorn, gap: reads no asides}]'],
    ['no-entity', 'no-entities: [{name: RFB, gap: reads no asides}]'],
  ])('that is open is neither passed nor failed: %s', (kind, yaml) => {
    const [outcome] = outcomesOf(yaml);
    expect(outcome).toMatchObject({ kind, verdict: 'gap', gap: 'reads no asides' });
    expect(outcome?.message).toMatch(/found|no entity|bears|joins/);
  });

  test.each([
    ['edge', claimBy('Red Front', 'claimed responsibility', 'reads no claims')],
    ['no-edge', 'no-edges: [{relation: located-in, gap: reads no claims}]'],
    ['entity', 'entities: [{name: RFB, gap: reads no claims}]'],
    ['no-entity', 'no-entities: [{name: Friday, gap: reads no claims}]'],
  ])('that is closed fails, so that the mark goes: %s', (_, yaml) => {
    expect(verdicts(yaml)).toEqual([
      ['failed', 'closed', 'reads no claims', 'now met: take the mark away (gap: "reads no claims")'],
    ]);
  });

  test('does not excuse a quote that the article lacks', () => {
    const [outcome] = outcomesOf(claimBy('Red Front', 'never written', 'reads no claims'));
    expect(outcome).toMatchObject({ verdict: 'failed', cause: 'fault' });
  });

  test('is counted apart and plays no part in the title', () => {
    const folder = folderWith({
      'a.txt': text,
      'a.expect.yaml': 'no-edges: [{gap: x}]\nno-entities: [Friday, RFB]',
    });
    const result = check(folder, () => graph);
    expect(result).toMatchObject({ passed: 1, failed: 1, gaps: 1 });
    expect(result.fixtures[0]?.outcomes[0]?.title).toBe('no edge at all');
  });
});
