import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/index.ts';
import { assertion, entity, record, RUN } from '../support/record.ts';

const keys = (graph: { nodes: { key: string }[] }): string[] => graph.nodes.map(({ key }) => key);

describe('nodes', () => {
  it('have the type and a slug of the name as key', () => {
    expect(keys(buildGraph([record('a', [entity('organization', 'Red Front (RF)')])], RUN))).toEqual([
      'organization/red-front-rf',
    ]);
  });

  it('keep letters of any script in their key', () => {
    expect(
      keys(buildGraph([record('a', [entity('person', 'Łukasz Ünal'), entity('location', '東京')])], RUN)),
    ).toEqual(['location/東京', 'person/łukasz-ünal']);
  });

  it('are one for two articles that share a full name, under the fullest of their names', () => {
    const graph = buildGraph(
      [
        record('a', [entity('person', 'Jane Doe', { aliases: ['Doe'] })]),
        record('b', [entity('person', 'Jane Mary Doe', { aliases: ['Jane Doe'] })]),
      ],
      RUN,
    );
    expect(graph.nodes).toMatchObject([
      {
        key: 'person/jane-mary-doe',
        attributes: { label: 'Jane Mary Doe', aliases: ['Doe', 'Jane Doe'], mention_count: 2 },
      },
    ]);
  });

  it.each([
    ['a bare surname', entity('person', 'Doe'), entity('person', 'Doe')],
    ['a bare acronym', entity('organization', 'NRF'), entity('organization', 'NRF')],
    [
      'an alias that is a surname',
      entity('person', 'Jane Doe', { aliases: ['Doe'] }),
      entity('person', 'John Doe', { aliases: ['Doe'] }),
    ],
    ['the same words of another type', entity('person', 'Paris Hill'), entity('location', 'Paris Hill')],
  ])('stay apart across articles on %s', (_, left, right) => {
    expect(buildGraph([record('a', [left]), record('b', [right])], RUN).nodes).toHaveLength(2);
  });

  it('stand in the graph without an edge where the text says which event is meant', () => {
    const blast = entity('event', 'blast in Larkos', { named: false, identified: true });
    const talks = entity('event', 'talks', { named: false });
    expect(buildGraph([record('a', [blast, talks]), record('b', [blast])], RUN).nodes).toMatchObject([
      { attributes: { label: 'blast in Larkos' } },
      { attributes: { label: 'blast in Larkos' } },
    ]);
  });

  it('unite what articles call a person', () => {
    const chief = { title: 'chief', affiliation: 'Red Front' };
    const graph = buildGraph(
      [
        record('a', [entity('person', 'Jane Doe', { roles: [{ title: 'poet' }, chief] })]),
        record('b', [entity('person', 'Jane Doe', { roles: [chief] })]),
      ],
      RUN,
    );
    expect(graph.nodes[0]?.attributes.roles).toEqual([chief, { title: 'poet' }]);
  });

  it.each([
    ['2026-03', '2026-03-12', { date: '2026-03-12' }],
    ['2026-03-11', '2026-03-12', {}],
  ])('of an event dated %s and %s have %o', (first, second, expected) => {
    const [a, b] = [first, second].map((date) => entity('event', 'Battle of Larkos', { date }));
    const graph = buildGraph([record('a', [a!]), record('b', [b!])], RUN);
    expect(graph.nodes).toHaveLength(1);
    expect(graph.nodes[0]?.attributes.date).toBe((expected as { date?: string }).date);
  });

  it('without a name of their own never meet those of another article, and stand in the graph only with an edge', () => {
    const gunmen = entity('group', 'gunmen', { named: false });
    const town = entity('location', 'Larkos');
    const graph = buildGraph(
      [
        record('a', [gunmen, town], [assertion(0, 'located-in', 1)]),
        record('b', [gunmen, town], [assertion(0, 'located-in', 1)]),
        record('c', [gunmen]),
      ],
      RUN,
    );
    expect(graph.nodes.filter(({ attributes }) => attributes.label === 'gunmen')).toHaveLength(2);
    expect(graph.edges).toHaveLength(2);
  });
});

describe('edges', () => {
  const two = [entity('organization', 'Red Front'), entity('location', 'Larkos')];

  it('gather all evidence of one source, relation, target and status', () => {
    const graph = buildGraph(
      [
        record('a', two, [
          assertion(0, 'located-in', 1, { confidence: 0.5 }),
          assertion(0, 'located-in', 1, { at: 20, confidence: 0.9 }),
        ]),
      ],
      RUN,
    );
    expect(graph.edges).toHaveLength(1);
    expect(graph.edges[0]?.attributes).toMatchObject({ confidence: 0.9, weight: 1 });
    expect(graph.edges[0]?.attributes.evidence.map(({ start }) => start)).toEqual([0, 20]);
  });

  it('keep a denial apart from the assertion', () => {
    const graph = buildGraph(
      [
        record('a', two, [
          assertion(0, 'located-in', 1),
          assertion(0, 'located-in', 1, { status: 'negated' }),
        ]),
      ],
      RUN,
    );
    expect(graph.edges.map(({ attributes }) => attributes.status).sort()).toEqual(['asserted', 'negated']);
  });

  it('weigh by distinct documents, a repeated story counting once', () => {
    const same = [assertion(0, 'located-in', 1)];
    const graph = buildGraph(
      [record('a', two, same), record('b', two, same), record('c', two, same, { fingerprint: 'a' })],
      RUN,
    );
    expect(graph.edges[0]?.attributes).toMatchObject({ weight: 2 });
    expect(graph.edges[0]?.attributes.evidence).toHaveLength(3);
    expect(graph.attributes.documents.map(({ duplicate_of }) => duplicate_of)).toEqual([
      undefined,
      undefined,
      'a',
    ]);
  });

  it('are dropped where both ends turned out to be one thing', () => {
    expect(buildGraph([record('a', two, [assertion(0, 'located-in', 0)])], RUN).edges).toEqual([]);
  });

  it('are nobody’s word where a text also states them itself', () => {
    const graph = buildGraph(
      [
        record(
          'a',
          [...two, entity('person', 'Jane Doe')],
          [
            assertion(0, 'located-in', 1, {
              attributedTo: { start: 1, end: 5, entity: 2 },
              attributionText: 'Jane Doe',
            }),
            assertion(0, 'located-in', 1, { at: 30 }),
          ],
        ),
      ],
      RUN,
    );
    expect(graph.edges[0]?.attributes.attributed_to).toEqual([]);
    expect(graph.edges[0]?.attributes.evidence[0]?.attributed_to?.node).toBe('person/jane-doe');
  });

  it('name the speaker by node, and an unnamed source by its words', () => {
    const speaker = { start: 1, end: 5 };
    const graph = buildGraph(
      [
        record(
          'a',
          [...two, entity('person', 'Jane Doe')],
          [
            assertion(0, 'located-in', 1, {
              attributedTo: { ...speaker, entity: 2 },
              attributionText: 'Jane Doe',
            }),
            assertion(0, 'located-in', 1, {
              at: 30,
              attributedTo: { ...speaker, entity: null },
              attributionText: 'officials',
            }),
          ],
        ),
      ],
      RUN,
    );
    expect(graph.edges[0]?.attributes.attributed_to).toEqual(['person/jane-doe']);
    expect(graph.edges[0]?.attributes.evidence.map(({ attributed_to }) => attributed_to)).toEqual([
      { node: 'person/jane-doe', text: 'Jane Doe', span: [1, 5] },
      { node: null, text: 'officials', span: [1, 5] },
    ]);
  });
});

describe('the set of articles', () => {
  const a = record(
    'a',
    [entity('person', 'Jane Doe'), entity('location', 'Larkos')],
    [assertion(0, 'located-in', 1)],
  );
  const b = record(
    'b',
    [entity('location', 'Larkos'), entity('person', 'Jane Doe')],
    [assertion(1, 'located-in', 0)],
  );

  it('is all that counts: order does not, and the same article twice counts once', () => {
    expect(buildGraph([b, a, b], RUN)).toEqual(buildGraph([a, b], RUN));
  });

  it('may hold one text under two paths: the first by code units is named', () => {
    const again = { ...a, document: { ...a.document, source: 'Z.txt' } };
    expect(buildGraph([a, again], RUN).attributes.documents.map(({ source }) => source)).toEqual(['Z.txt']);
  });

  it('gives a graph that graphology reads back as it was', () => {
    const graph = buildGraph([a, b], RUN);
    expect(JSON.parse(JSON.stringify(MultiDirectedGraph.from(graph as never).export()))).toEqual(
      JSON.parse(JSON.stringify(graph)),
    );
  });

  it('that failed to be read are listed', () => {
    expect(
      buildGraph([a], { ...RUN, failed: [{ source: 'x.txt', reason: 'no such file' }] }).attributes.failed,
    ).toEqual([{ source: 'x.txt', reason: 'no such file' }]);
  });
});
