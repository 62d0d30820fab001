import { describe, expect, it } from 'vitest';
import { dotWriter } from '../../src/write/dot.ts';
import { singleLine } from '../../src/write/text.ts';
import { HOSTILE_CASES, dispute, edge, evidence, graph, hostileGraph, node } from './graphs.ts';
import { drawDot, parseDot } from './readers.ts';

const write = (written: ReturnType<typeof graph>) => dotWriter.write(written, {});

describe('DOT', () => {
  it('is a digraph that keeps parallel edges', () => {
    expect(parseDot(write(dispute()))).toMatchObject({ directed: true, strict: false });
  });

  it('draws an assertion, a denial and a doubt between one pair as three edges that say so', () => {
    const edges = drawDot(write(dispute())).filter(({ kind }) => kind === 'edge');
    expect(edges.map(({ label, tooltip }) => [label, tooltip])).toEqual([
      [['opposes'], 'A sentence that is asserted.'],
      [['NOT opposes'], 'A sentence that is negated.'],
      [['opposes?'], 'A sentence that is uncertain.'],
    ]);
  });

  it('tells status by line style', () => {
    const { edges } = parseDot(write(dispute()));
    expect(edges).toMatchObject([{ style: 'solid' }, { style: 'dashed' }, { style: 'dotted' }]);
  });

  it('colours edges by names that Graphviz and Gephi both know', () => {
    const { edges } = parseDot(write(dispute()));
    expect(edges).toMatchObject([{ color: 'gray25' }, { color: 'firebrick' }, { color: 'gray45' }]);
  });

  it('carries relation, status, confidence, weight, rule and documents of each edge', () => {
    expect(parseDot(write(dispute())).edges[1]).toMatchObject({
      relation: 'opposes',
      status: 'negated',
      confidence: '0.9',
      weight: '1',
      rule: 'opposes.verb',
      documents: '0123456789abcdef',
    });
  });

  it('draws every hostile graph with all of its nodes and edges', () => {
    const hostile = hostileGraph();
    const drawn = drawDot(write(hostile));
    expect(drawn.filter(({ kind }) => kind === 'node')).toHaveLength(hostile.nodes.length);
    expect(drawn.filter(({ kind }) => kind === 'edge')).toHaveLength(hostile.edges.length);
  });

  it.each(HOSTILE_CASES)('draws %s as the label and tooltip it is', (_, text) => {
    const shown = singleLine(text);
    const drawn = drawDot(
      write(graph([node('a', { label: text }), node('b')], [edge('a', 'b', { evidence: [evidence(text)] })])),
    );
    expect(drawn.find(({ kind }) => kind === 'node')?.label.join('')).toBe(shown);
    // Without a quotation Graphviz falls back on the label.
    expect(drawn.find(({ kind }) => kind === 'edge')?.tooltip ?? '').toBe(shown);
  });

  it('gives a node the same id in every file, so that appended files agree', () => {
    const id = (nodes: string[]) =>
      /"(\w+)" \[label="person\/ada"/u.exec(
        write(
          graph(
            nodes.map((key) => node(key)),
            [],
          ),
        ),
      )?.[1];
    expect(id(['person/ada'])).toMatch(/^[0-9a-f]{12}$/u);
    expect(id(['aaa', 'person/ada'])).toBe(id(['person/ada']));
  });

  it('keeps nodes apart whose keys differ in lone surrogates only', () => {
    const drawn = drawDot(write(graph([node('a\ud800'), node('a\ud801')], [])));
    expect(drawn).toHaveLength(2);
  });

  it('has one attribute list per element and no default statements', () => {
    const lines = write(dispute()).split('\n').slice(2, -2);
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line).toMatch(/^ {2}"\w+"( -> "\w+")? \[[^[\]]*\];$/u);
  });

  it('writes an empty digraph for an empty graph', () => {
    expect(parseDot(write(graph([], [])))).toMatchObject({ objects: [], edges: [] });
  });
});
