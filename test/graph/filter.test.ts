import { describe, expect, it } from 'vitest';
import { buildGraph, filterGraph } from '../../src/graph/index.ts';
import type { Status } from '../../src/model/index.ts';
import { assertion, entity, record, RUN } from '../support/record.ts';

const graph = buildGraph(
  [
    record(
      'a',
      [
        entity('organization', 'Red Front'),
        entity('location', 'Larkos'),
        entity('organization', 'Blue Army'),
        entity('person', 'Jane Doe'),
      ],
      [assertion(0, 'located-in', 1), assertion(0, 'opposes', 2, { status: 'negated', confidence: 0.4 })],
    ),
  ],
  RUN,
);
const labels = (filter: Parameters<typeof filterGraph>[1]): string[] =>
  filterGraph(graph, filter).nodes.map(({ attributes }) => attributes.label);
const relations = (filter: Parameters<typeof filterGraph>[1]): string[] =>
  filterGraph(graph, filter).edges.map(({ attributes }) => attributes.relation);

describe('filterGraph', () => {
  it('lets everything pass without a filter', () => expect(filterGraph(graph, {})).toEqual(graph));

  it('keeps the edges of a relation and the nodes that stand in them', () => {
    expect(relations({ relations: ['opposes'] })).toEqual(['opposes']);
    expect(labels({ relations: ['opposes'] })).toEqual(['Blue Army', 'Red Front']);
  });

  it('keeps a status', () => expect(relations({ statuses: ['asserted'] })).toEqual(['located-in']));

  it('keeps what is as sure as asked', () =>
    expect(relations({ minConfidence: 0.5 })).toEqual(['located-in']));

  it('keeps nodes of a type, and edges between such', () => {
    expect(labels({ entityTypes: ['organization', 'person'] })).toEqual([
      'Blue Army',
      'Red Front',
      'Jane Doe',
    ]);
    expect(relations({ entityTypes: ['organization', 'person'] })).toEqual(['opposes']);
  });

  it('drops relations that were withheld, too', () => {
    const said = record(
      'a',
      [
        entity('person', 'Samir Haddo'),
        entity('person', 'Abu Tariq', { at: 20 }),
        entity('location', 'Larkos', { at: 40 }),
      ],
      [assertion(0, 'opposes', 1, { status: 'negated' }), assertion(0, 'located-in', 2)],
    );
    const same = record('b', [entity('person', 'Samir Haddo', { aliases: ['Abu Tariq'] })]);
    const withheld = (statuses: Status[]): number | undefined =>
      filterGraph(buildGraph([said, same], RUN), { statuses }).nodes.find(
        ({ key }) => key === 'person/samir-haddo',
      )?.attributes.withheld?.length;
    expect(withheld(['asserted', 'negated'])).toBe(1);
    expect(withheld(['asserted'])).toBeUndefined();
  });
});
