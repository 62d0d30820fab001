import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph, mergeGraphs, parseGraph, recordsOf } from '../../src/graph/index.ts';
import type { ArticleRecord, MergeDecision, SerializedGraph } from '../../src/model/index.ts';
import { writerFor } from '../../src/write/index.ts';
import { articleRecords, mergeDecisions } from '../support/records.ts';

const RULES = [{ file: 'builtin:test', version: '1', sha256: '0'.repeat(64) }];

const build = (
  records: readonly ArticleRecord[],
  decisions: readonly MergeDecision[] = [],
): SerializedGraph => buildGraph(records, { generator: 'test', rules: RULES, decisions });

const merge = (...graphs: SerializedGraph[]): SerializedGraph =>
  mergeGraphs(
    graphs.map((graph) => ({ graph })),
    'test',
  );

/** The very bytes, since equal objects may still be written differently. */
const bytes = (graph: SerializedGraph): string => JSON.stringify(graph);

const graphs = fc
  .tuple(articleRecords, mergeDecisions)
  .map(([records, decisions]) => build(records, decisions));

const runs = { numRuns: 100 };

describe('a graph', () => {
  it('is given back, byte for byte, by its own records', () => {
    fc.assert(
      fc.property(articleRecords, mergeDecisions, (records, decisions) => {
        const graph = build(records, decisions);
        expect(bytes(build(recordsOf(graph), decisions))).toBe(bytes(graph));
      }),
      runs,
    );
  });

  it('is given back from what the JSON writer wrote', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const written = writerFor('json').write(graph, {});
        expect(writerFor('json').write(merge(JSON.parse(written) as SerializedGraph), {})).toBe(written);
      }),
      runs,
    );
  });

  it('depends on neither the order of articles nor that of decisions', () => {
    fc.assert(
      fc.property(
        fc.tuple(articleRecords, mergeDecisions).chain(([records, decisions]) =>
          fc.record({
            records: fc.constant(records),
            decisions: fc.constant(decisions),
            shuffled: fc.shuffledSubarray(records, { minLength: records.length }),
            reordered: fc.shuffledSubarray(decisions, { minLength: decisions.length }),
          }),
        ),
        ({ records, decisions, shuffled, reordered }) => {
          expect(bytes(build(shuffled, reordered))).toBe(bytes(build(records, decisions)));
        },
      ),
      runs,
    );
  });

  it('keeps its contract: keys are unique and edges end at nodes', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(parseGraph(JSON.parse(bytes(graph)), 'a.json')).toEqual(graph);
      }),
      runs,
    );
  });
});

describe('merging', () => {
  it('is associative', () => {
    fc.assert(
      fc.property(graphs, graphs, graphs, (a, b, c) => {
        expect(bytes(merge(merge(a, b), c))).toBe(bytes(merge(a, merge(b, c))));
      }),
      runs,
    );
  });

  it('is commutative', () => {
    fc.assert(
      fc.property(graphs, graphs, (a, b) => {
        expect(bytes(merge(a, b))).toBe(bytes(merge(b, a)));
      }),
      runs,
    );
  });

  it('is idempotent: what is already in changes nothing', () => {
    fc.assert(
      fc.property(graphs, graphs, (a, b) => {
        const both = merge(a, b);
        expect(bytes(merge(both, b))).toBe(bytes(both));
      }),
      runs,
    );
  });

  it('loses no document, no mention and no sentence', () => {
    fc.assert(
      fc.property(articleRecords, mergeDecisions, (records, decisions) => {
        // One record a document: of two for one document, one is chosen.
        const distinct = [...new Map(records.map((each) => [each.document.id, each])).values()];
        const whole = build(distinct, decisions);
        const parts = distinct.map((each) => build([each]));
        const ids = (graph: SerializedGraph): string[] => graph.attributes.documents.map(({ id }) => id);
        const count = (graph: SerializedGraph): [number, number] => [
          graph.nodes.reduce((sum, { attributes }) => sum + attributes.mention_count, 0),
          graph.edges.reduce((sum, { attributes }) => sum + attributes.evidence.length, 0) +
            graph.nodes.reduce((sum, { attributes }) => sum + (attributes.withheld?.length ?? 0), 0),
        ];
        const sums = parts.map(count).reduce(([m, e], [n, f]) => [m + n, e + f], [0, 0]);
        expect(ids(whole)).toEqual(parts.flatMap(ids).sort());
        expect(count(whole)).toEqual(sums);
      }),
      runs,
    );
  });
});

describe('joining', () => {
  it('never makes one of what was told apart, by an answer or by an outside id', () => {
    fc.assert(
      fc.property(articleRecords, mergeDecisions, (records, decisions) => {
        const rejections = decisions.filter(({ answer }) => answer === 'reject');
        for (const { attributes } of build(records, rejections).nodes) {
          const own = attributes.records ?? [];
          expect(new Set(own.flatMap(({ external_id }) => external_id ?? [])).size).toBeLessThan(2);
          for (const { things } of rejections) {
            const pinned = things.filter(({ documents }) => documents?.length === 1);
            const met = pinned.filter((thing) =>
              own.some(
                ({ type, name, document, named }) =>
                  named && type === thing.type && name === thing.name && document === thing.documents?.[0],
              ),
            );
            expect(new Set(met.map(({ documents }) => documents?.[0])).size).toBeLessThan(2);
          }
        }
      }),
      runs,
    );
  });

  it('never brings an unnamed thing out of its article', () => {
    fc.assert(
      fc.property(articleRecords, mergeDecisions, (records, decisions) => {
        for (const { attributes } of build(records, decisions).nodes) {
          if (attributes.records?.some(({ named }) => !named)) expect(attributes.records).toHaveLength(1);
        }
      }),
      runs,
    );
  });

  it('never makes one of two persons of one surname and different given names', () => {
    fc.assert(
      fc.property(articleRecords, (records) => {
        const withoutIds = records.map((record) => ({
          ...record,
          entities: record.entities.map(({ external_id: _, ...entity }) => entity),
        }));
        for (const { attributes } of build(withoutIds).nodes) {
          const names = attributes.records?.map(({ name }) => name) ?? [];
          expect(names.includes('Jane Doe') && names.includes('John Doe')).toBe(false);
        }
      }),
      runs,
    );
  });

  it('gives a reason wherever a node holds more than one entity', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        for (const { attributes } of graph.nodes)
          expect((attributes.joins?.length ?? 0) > 0).toBe((attributes.records?.length ?? 0) > 1);
      }),
      runs,
    );
  });
});
