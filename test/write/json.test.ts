import graphology from 'graphology';
import type { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import type { SerializedGraph } from '../../src/model/index.ts';
import { jsonWriter } from '../../src/write/json.ts';
import { dispute, hostileGraph } from './graphs.ts';

/** The package's types call its default export a namespace; at run time it is the class. */
const Graph = graphology as unknown as typeof MultiDirectedGraph;
const write = (graph: SerializedGraph) => jsonWriter.write(graph, {});

describe('JSON', () => {
  it.each([
    ['an ordinary graph', dispute],
    ['hostile strings', hostileGraph],
  ])('comes back the same through Graph.from: %s', (_, graph) => {
    const text = write(graph());
    const read = Graph.from(JSON.parse(text) as Parameters<typeof Graph.from>[0]);
    expect(write(read.export() as unknown as SerializedGraph)).toBe(text);
  });

  it('keeps the assertion and the denial apart', () => {
    const read = JSON.parse(write(dispute())) as SerializedGraph;
    expect(read.edges.map(({ attributes }) => attributes.status)).toEqual([
      'asserted',
      'negated',
      'uncertain',
    ]);
  });

  it('indents by two blanks and ends with a line feed', () => {
    const text = write(dispute());
    expect(text.startsWith('{\n  "options": {\n    "type": "directed",')).toBe(true);
    expect(text.endsWith('\n}\n')).toBe(true);
  });

  it('keeps keys it does not know, after the known ones', () => {
    const graph = dispute();
    const { label, ...rest } = graph.nodes[0]!.attributes;
    const attributes = { zeta: { b: 1, a: 2 }, alpha: null, ...rest, label };
    const text = write({ ...graph, nodes: [{ ...graph.nodes[0]!, attributes }] });
    const read = JSON.parse(text) as SerializedGraph;
    expect(Object.keys(read.nodes[0]!.attributes)).toEqual([
      'label',
      'entity_type',
      'aliases',
      'mentions',
      'mention_count',
      'alpha',
      'zeta',
    ]);
    expect(text).toMatch(/"zeta": \{\s+"a": 2,\s+"b": 1\s+\}/u);
  });

  it('writes nodes and edges in one order, whatever the order they came in', () => {
    const graph = hostileGraph();
    const turned = { ...graph, nodes: graph.nodes.toReversed(), edges: graph.edges.toReversed() };
    expect(write(turned)).toBe(write(graph));
  });
});
