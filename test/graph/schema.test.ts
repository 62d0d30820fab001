import { describe, expect, it } from 'vitest';
import { parseGraph } from '../../src/graph/index.ts';
import { UserError, formatUserError } from '../../src/model/index.ts';
import { dispute, edge, graph, hostileGraph, node } from '../write/graphs.ts';

const reread = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function refusal(json: unknown): string {
  try {
    parseGraph(json, 'a.json');
  } catch (error) {
    if (error instanceof UserError) return formatUserError(error);
    throw error;
  }
  throw new Error('the graph was taken');
}

describe('parseGraph', () => {
  it.each([
    ['an ordinary graph', dispute],
    ['an empty graph', () => graph([], [])],
    ['hostile strings', hostileGraph],
  ])('takes %s as it is', (_, made) => {
    expect(parseGraph(reread(made()), 'a.json')).toEqual(reread(made()));
  });

  it('takes a graph without any of the keys that may be missing, and with all of them', () => {
    const bare = dispute();
    const [document] = bare.attributes.documents;
    const [first] = bare.edges;
    const full = graph(
      bare.nodes,
      [
        edge(first!.source, first!.target, {
          evidence: first!.attributes.evidence.map((item) => ({
            ...item,
            trigger: [[2, 10]],
            resolved: [{ argument: 'source', from: [0, 1], to: [4, 9], method: 'pronoun' }],
            attributed_to: { node: null, text: 'officials', span: [0, 9] },
          })),
        }),
      ],
      {
        config_sha256: '0'.repeat(64),
        failed: [{ source: 'b.txt', reason: 'is a directory' }],
        documents: [
          { ...document!, url: 'https://example.org', date: '2024-01-02', duplicate_of: 'f'.repeat(16) },
        ],
      },
    );
    expect(parseGraph(reread(full), 'a.json')).toEqual(full);
  });

  it('keeps keys it does not know, at every depth', () => {
    const graphWithMore = reread(dispute()) as { nodes: { attributes: Record<string, unknown> }[] };
    graphWithMore.nodes[0]!.attributes['wikidata'] = { id: 'Q1' };
    const read = parseGraph({ ...graphWithMore, extra: 1 }, 'a.json');
    expect(read).toMatchObject({ extra: 1, nodes: [{ attributes: { wikidata: { id: 'Q1' } } }, {}] });
  });

  it.each([
    ['no object', [], 'a.json: not an extract-graph/1 graph: '],
    ['null', null, 'a.json: not an extract-graph/1 graph: '],
    ['another graph', { options: {}, attributes: {}, nodes: [], edges: [] }, 'graph: options.type: '],
    [
      'another version',
      { ...graph([], []), attributes: { ...graph([], []).attributes, schema: 'extract-graph/2' } },
      'graph: attributes.schema: ',
    ],
    [
      'a label that is no string',
      graph([node('a', { label: 1 as never })], []),
      'nodes[0].attributes.label: ',
    ],
    [
      'an unknown status',
      graph([node('a')], [edge('a', 'a', { status: 'denied' as never })]),
      'edges[0].attributes.status: ',
    ],
    [
      'an offset below zero',
      graph([node('a', { mentions: [{ document: 'd', start: -1, end: 0, text: '' }] })], []),
      'nodes[0].attributes.mentions[0].start: ',
    ],
    ['one node twice', graph([node('a'), node('a')], []), 'nodes[1].key: second node "a"'],
    ['one edge twice', graph([node('a')], [edge('a', 'a'), edge('a', 'a')]), 'edges[1].key: second edge '],
    ['an edge to nowhere', graph([node('a')], [edge('a', 'b')]), 'edges[0].target: no node "b"'],
  ])('refuses %s, saying where', (_, json, message) => {
    expect(refusal(json)).toContain(message);
  });
});
