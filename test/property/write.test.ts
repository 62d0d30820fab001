import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGraph } from '../../src/graph/index.ts';
import { STATUSES } from '../../src/model/index.ts';
import type { SerializedGraph } from '../../src/model/index.ts';
import { WRITERS, writerFor } from '../../src/write/index.ts';
import { edgeLabel } from '../../src/write/labels.ts';
import { singleLine, xmlSafe } from '../../src/write/text.ts';
import { edge, evidence, graph, node } from '../write/graphs.ts';
import { drawDot, readGraphml, readXml } from '../write/readers.ts';

const SYNTAX = [
  '"',
  "'",
  '\\',
  '&',
  ';',
  '<',
  '>',
  '{',
  '|',
  '}',
  '\n',
  '\r',
  '\0',
  '\v',
  '\x1b[',
  '--',
  ']]>',
  '#',
];

/** Any UTF-16 at all, lone surrogates and syntax of the formats included. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.string({
    unit: fc.oneof(fc.constantFrom(...SYNTAX), fc.constantFrom('N', 'l', 'n', 'amp', ' ', 'é', '👩')),
  }),
);
const key = text.filter((value) => value !== '');

const attributes = fc.record({ label: text, entity_type: key, aliases: fc.array(text, { maxLength: 3 }) });

const anyGraph = fc
  .uniqueArray(key, { minLength: 1, maxLength: 5 })
  .chain((keys) =>
    fc.record({
      keys: fc.constant(keys),
      entities: fc.array(attributes, { minLength: keys.length, maxLength: keys.length }),
      relations: fc.uniqueArray(
        fc.record({
          source: fc.constantFrom(...keys),
          target: fc.constantFrom(...keys),
          relation: key,
          status: fc.constantFrom(...STATUSES),
          evidence: fc.array(
            fc.record({
              quote: text,
              rule: text,
              document: text,
              confidence: fc.double({ min: 0, max: 1, noNaN: true }),
            }),
            { maxLength: 3 },
          ),
        }),
        {
          maxLength: 6,
          selector: ({ source, target, relation, status }) =>
            JSON.stringify([source, relation, target, status]),
        },
      ),
      generator: text,
    }),
  )
  .map(({ keys, entities, relations, generator }) =>
    graph(
      keys.map((name, index) => node(name, entities[index])),
      relations.map(({ source, target, relation, status, evidence: items }) =>
        edge(source, target, {
          relation,
          status,
          evidence: items.map(({ quote, ...values }) => evidence(quote, values)),
        }),
      ),
      { generator },
    ),
  );

const write = (format: string, written: SerializedGraph) => writerFor(format).write(written, {});
const sorted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();

/** The same value with the properties of every object turned round. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, reversed(inner as unknown)]);
  return Object.fromEntries(entries.reverse()) as T;
}

describe('every writer', () => {
  it.each(WRITERS.map(({ format }) => format))(
    '%s writes the same for any order of properties and elements',
    (format) => {
      fc.assert(
        fc.property(anyGraph, (written) => {
          const turned = reversed({
            ...written,
            nodes: written.nodes.toReversed(),
            edges: written.edges.toReversed(),
          });
          expect(write(format, turned)).toBe(write(format, written));
        }),
      );
    },
  );
});

describe('any graph comes back', () => {
  it('from JSON, equal', () => {
    fc.assert(
      fc.property(anyGraph, (written) => {
        const text = write('json', written);
        expect(write('json', parseGraph(JSON.parse(text), 'a.json'))).toBe(text);
      }),
    );
  });

  it('from GraphML, with the labels of all nodes and edges', () => {
    fc.assert(
      fc.property(anyGraph, (written) => {
        const xml = write('graphml', written);
        readXml(xml);
        const read = readGraphml(xml);
        const nodeLabels = read.mapNodes((_, { label }) => label as string);
        const edgeLabels = read.mapEdges((_, { label }) => label as string);
        expect(sorted(nodeLabels)).toEqual(sorted(written.nodes.map((n) => xmlSafe(n.attributes.label))));
        expect(sorted(edgeLabels)).toEqual(
          sorted(written.edges.map((e) => xmlSafe(edgeLabel(e.attributes)))),
        );
      }),
    );
  });

  it('from DOT, with the labels of all nodes and edges', () => {
    fc.assert(
      fc.property(anyGraph, (written) => {
        const drawn = drawDot(write('dot', written));
        const labels = (kind: string) =>
          drawn.filter((item) => item.kind === kind).map(({ label }) => label.join(''));
        expect(sorted(labels('node'))).toEqual(
          sorted(written.nodes.map((n) => singleLine(n.attributes.label))),
        );
        expect(sorted(labels('edge'))).toEqual(
          sorted(written.edges.map((e) => singleLine(edgeLabel(e.attributes)))),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('from the summary, without a character that a terminal obeys', () => {
    fc.assert(
      fc.property(anyGraph, (written) => {
        expect(write('summary', written)).not.toMatch(/[^\P{Cc}\n]|\p{Surrogate}/u);
      }),
    );
  });
});
