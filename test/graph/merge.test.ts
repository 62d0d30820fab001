import { describe, expect, it } from 'vitest';
import { buildGraph, filterGraph, mergeGraphs, recordsOf } from '../../src/graph/index.ts';
import type { ArticleRecord, SerializedGraph } from '../../src/model/index.ts';
import { assertion, entity, record, RUN } from '../support/record.ts';

const jane = entity('person', 'Jane Doe');
const town = entity('location', 'Larkos', { at: 20 });
const located = [assertion(0, 'located-in', 1)];

const merge = (...graphs: SerializedGraph[]): SerializedGraph =>
  mergeGraphs(
    graphs.map((graph) => ({ graph })),
    'test',
  );
const build = (...records: ArticleRecord[]): SerializedGraph => buildGraph(records, RUN);

describe('recordsOf', () => {
  it('gives back attributions, in the words and to the entity', () => {
    const by = { start: 3, end: 8, entity: 0 };
    const said = record('a', [jane, town], [{ ...located[0]!, attributedTo: by, attributionText: 'Doe' }]);
    expect(recordsOf(build(said))[0]?.assertions).toMatchObject([
      { attributedTo: by, attributionText: 'Doe' },
    ]);
  });

  it('gives of a filtered graph what is left', () => {
    const graph = build(
      record('a', [jane, town, entity('organization', 'Red Front', { at: 30 })], located),
      record('b', [entity('person', 'John Roe')]),
    );
    const [a, b] = recordsOf(filterGraph(graph, { relations: ['located-in'] }));
    expect(a?.entities.map(({ name }) => name)).toEqual(['Jane Doe', 'Larkos']);
    expect(a?.assertions).toHaveLength(1);
    expect(b).toMatchObject({ document: { id: 'b' }, entities: [] });
  });

  it('keeps what it does not know of an entity', () => {
    const chief = { ...jane, role: 'chief' };
    expect(recordsOf(build(record('a', [chief])))[0]?.entities[0]).toMatchObject({ role: 'chief' });
  });

  it.each([
    [
      'a node without records',
      (graph: SerializedGraph) => delete graph.nodes[0]?.attributes.records,
      /no records/u,
    ],
    [
      'a document without a fingerprint',
      (graph: SerializedGraph) => delete graph.attributes.documents[0]?.fingerprint,
      /no fingerprint/u,
    ],
    ['a document it does not list', (graph: SerializedGraph) => graph.attributes.documents.pop(), /list/u],
  ])('names the file for %s', (_, spoil, message) => {
    const graph = structuredClone(build(record('a', [jane, town], located)));
    spoil(graph);
    expect(() => recordsOf(graph, 'old.json')).toThrow(
      expect.objectContaining({
        at: { file: 'old.json' },
        message: expect.stringMatching(message) as string,
      }),
    );
  });
});

describe('of two records of one document', () => {
  it('the one that says more is taken, since the other may have been filtered', () => {
    const whole = build(record('a', [jane, town], located));
    const part = filterGraph(whole, { entityTypes: ['person'] });
    expect(merge(part, whole)).toEqual(whole);
  });

  it('the path that is first by code units is named', () => {
    const graph = merge(
      build(record('a', [jane], [], { source: 'new.txt' })),
      build(record('a', [jane], [], { source: 'good.txt' })),
    );
    expect(graph.attributes.documents.map(({ source }) => source)).toEqual(['good.txt']);
  });
});

describe('a merged graph', () => {
  const rule = (file: string) => ({ file, version: '1', sha256: 'f'.repeat(64) });
  const made = (id: string, run: Partial<Parameters<typeof buildGraph>[1]>): SerializedGraph =>
    buildGraph([record(id, [jane])], { ...RUN, ...run });

  it('lists the rule files and the failed inputs of all', () => {
    const failed = [{ source: 'x.txt', reason: 'no such file' }];
    expect(
      merge(made('a', { rules: [rule('b'), rule('a')] }), made('b', { rules: [rule('a')], failed }))
        .attributes,
    ).toMatchObject({ rules: [rule('a'), rule('b')], failed });
  });

  it('has a configuration only where all have it', () => {
    const config = { configSha256: '0'.repeat(64) };
    expect(merge(made('a', config), made('b', config)).attributes.config_sha256).toBe('0'.repeat(64));
    expect(merge(made('a', config), made('b', {})).attributes).not.toHaveProperty('config_sha256');
  });

  it('keeps the decisions of all', () => {
    const decisions = [
      {
        answer: 'reject' as const,
        things: [
          { type: 'person', name: 'Jane Doe', documents: ['a'] },
          { type: 'person', name: 'Jane Doe', documents: ['b'] },
        ],
      },
    ];
    const graph = merge(made('a', { decisions }), made('b', {}));
    expect(graph.nodes).toHaveLength(2);
    expect(graph.attributes.decisions).toEqual(decisions);
  });
});

it('thousands of unnamed actors of one word have keys of their own', () => {
  const records = Array.from({ length: 6000 }, (_, i) =>
    record(
      i.toString(16).padStart(16, '0'),
      [entity('group', 'gunmen', { named: false }), town],
      [assertion(0, 'located-in', 1)],
    ),
  );
  const graph = buildGraph(records, RUN);
  expect(new Set(graph.nodes.map(({ key }) => key)).size).toBe(6001);
});
