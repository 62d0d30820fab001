import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/index.ts';
import type { ArticleRecord, MergeDecision, RecordEntity, SerializedNode } from '../../src/model/index.ts';
import { assertion, entity, record, RUN } from '../support/record.ts';

const nodes = (
  records: readonly ArticleRecord[],
  decisions: readonly MergeDecision[] = [],
): SerializedNode[] => buildGraph(records, { ...RUN, decisions }).nodes;

/** Each node that more than one entity went into, as `name@document` of each. */
const joined = (records: readonly ArticleRecord[], decisions?: readonly MergeDecision[]): string[][] =>
  nodes(records, decisions)
    .map(({ attributes }) => (attributes.records ?? []).map(({ name, document }) => `${name}@${document}`))
    .filter((members) => members.length > 1);

/** One article for each list of entities: a, b, c … */
const articles = (...lists: readonly (readonly RecordEntity[])[]): ArticleRecord[] =>
  lists.map((list, i) => record('abcdef'.charAt(i), list));

const person = (name: string, ...aliases: string[]): RecordEntity => entity('person', name, { aliases });
const organization = (name: string, ...aliases: string[]): RecordEntity =>
  entity('organization', name, { aliases });

describe('full names', () => {
  it.each([
    ['of persons', person('Jane Doe'), person('Jane Doe')],
    ['however accented, hyphened and capitalised', person('José Al-Khan'), person('Jose al Khan')],
    [
      'of organizations with and without a legal form',
      organization('Red Front Inc.'),
      organization('Red Front'),
    ],
    ['of one word that is no acronym', organization('Taliban'), organization('Taliban')],
    ['of places', entity('location', 'Larkos'), entity('location', 'Larkos')],
    ['that the gazetteer knows, by acronym', organization('NATO'), organization('NATO')],
    ['of a country, long and short', entity('location', 'U.S.'), entity('location', 'United States')],
    ['of a country, old and new', entity('location', 'Burma'), entity('location', 'Myanmar')],
    ['of a person long in the news, with an initial', person('Donald J. Trump'), person('Donald Trump')],
    ['of an agency', organization('FBI'), organization('FBI')],
  ])('%s join', (_, left, right) => {
    expect(joined(articles([left], [right]))).toEqual([[`${left.name}@a`, `${right.name}@b`]]);
  });

  it('say on the node which names of which documents joined', () => {
    const [node] = nodes(articles([person('José Khan')], [person('Jose Khan')], [person('Jose Khan')]));
    expect(node?.attributes.joins).toEqual([
      { reason: 'name', names: ['Jose Khan', 'José Khan'], documents: ['a', 'b', 'c'] },
    ]);
  });

  it('that every country has for an office stay apart', () => {
    for (const office of ['Interior Ministry', 'Supreme Court', 'Congress'].map((name) => organization(name)))
      expect(joined(articles([office], [office]))).toEqual([]);
  });
});

describe('an alias', () => {
  it('joins the thing that bears it as its name', () => {
    const [node] = nodes(articles([person('Samir Haddo', 'Abu Tariq')], [person('Abu Tariq')]));
    expect(node?.attributes).toMatchObject({
      label: 'Samir Haddo',
      aliases: ['Abu Tariq'],
      joins: [{ reason: 'alias', names: ['Abu Tariq', 'Samir Haddo'], documents: ['a', 'b'] }],
    });
  });

  it.each([
    [
      'two who share it and nobody bears it',
      [person('Jane Doe', 'Abu Tariq')],
      [person('Samir Haddo', 'Abu Tariq')],
    ],
    [
      'two different persons by way of a third',
      [person('Jane Doe', 'Abu Tariq')],
      [person('Abu Tariq')],
      [person('Samir Haddo', 'Abu Tariq')],
    ],
    [
      'two different persons of whom each is said to be a third',
      [person('Abu Tariq', 'Jane Doe'), person('Jane Doe')],
      [person('Abu Tariq', 'Samir Haddo')],
      [person('Samir Haddo')],
    ],
    [
      'persons of one surname and other given names, even where an article says so',
      [person('Jane Doe', 'John Doe')],
      [person('John Doe')],
    ],
    [
      'an organization and what its name is short for within one article',
      [organization('Tide State Karos Province', 'Tide State')],
      [organization('Tide State')],
    ],
    [
      'a country and its capital',
      [entity('location', 'Larkos', { aliases: ['Port Elm'] })],
      [entity('location', 'Port Elm')],
    ],
  ] as const)('does not join %s', (_, ...lists: (readonly RecordEntity[])[]) => {
    const labels = nodes(articles(...lists)).map(({ attributes }) => attributes.label);
    const names = new Set(lists.flat().map(({ name }) => name));
    expect(labels).toHaveLength(names.size);
  });

  it('joins a chain of persons whose every two names stand together somewhere', () => {
    expect(
      joined(
        articles(
          [person('Samir Haddo', 'Abu Tariq')],
          [person('Abu Tariq', 'Sheikh Omar')],
          [person('Sheikh Omar', 'Samir Haddo')],
        ),
      ),
    ).toHaveLength(1);
  });
});

describe('a bare acronym', () => {
  const front = organization('National Relief Front', 'NRF');

  it('joins the only thing whose article gives it with a full name', () => {
    const [node] = nodes(articles([front], [organization('NRF')]));
    expect(node?.attributes.joins).toEqual([
      { reason: 'acronym', names: ['NRF', 'National Relief Front'], documents: ['a', 'b'] },
    ]);
  });

  it('joins none of two such things', () => {
    expect(
      joined(articles([front], [organization('Northern Rifles', 'NRF')], [organization('NRF')])),
    ).toEqual([]);
  });

  it('does not join a thing of its own article', () => {
    expect(joined(articles([front, organization('NRF')]))).toEqual([]);
  });

  it('joins its like where both stand in the same relation with the same third thing', () => {
    const scene = (id: string, relation: string): ArticleRecord =>
      record(id, [organization('NRF'), organization('Red Front')], [assertion(0, relation, 1)]);
    expect(joined([scene('a', 'opposes'), scene('b', 'opposes')])).toContainEqual(['NRF@a', 'NRF@b']);
    expect(joined([scene('a', 'opposes'), scene('b', 'member-of')])).not.toContainEqual(['NRF@a', 'NRF@b']);
  });
});

describe('a bare surname', () => {
  const scene = (id: string, who: RecordEntity, third: RecordEntity, relation: string): ArticleRecord =>
    record(id, [who, third], [assertion(0, relation, 1)]);
  const jane = person('Jane Doe', 'Doe');
  const front = organization('Red Front');
  const town = entity('location', 'Larkos');

  it('joins the only bearer in the set where both stand in the same relation with the same third thing', () => {
    const records = [scene('a', jane, front, 'member-of'), scene('b', person('Doe'), front, 'member-of')];
    expect(joined(records)).toContainEqual(['Jane Doe@a', 'Doe@b']);
    expect(nodes(records).find(({ key }) => key === 'person/jane-doe')?.attributes.joins).toEqual([
      {
        reason: 'shared relation',
        names: ['Doe', 'Jane Doe'],
        documents: ['a', 'b'],
        with: 'member-of Red Front',
      },
    ]);
  });

  it.each([
    ['has nothing but the name', [scene('a', jane, front, 'member-of'), record('b', [person('Doe')])]],
    [
      'shares only a place',
      [scene('a', jane, town, 'located-in'), scene('b', person('Doe'), town, 'located-in')],
    ],
    [
      'has two bearers',
      [
        scene('a', jane, front, 'member-of'),
        scene('b', person('Doe'), front, 'member-of'),
        record('c', [person('John Doe', 'Doe')]),
      ],
    ],
  ])('stays apart where it %s', (_, records) => {
    expect(joined(records).flat()).not.toContain('Doe@b');
  });

  it('may have a particle', () => {
    expect(joined(articles([person('bin Larkan')], [person('bin Larkan')]))).toEqual([]);
  });
});

describe('an external id', () => {
  const withId = (name: string, id: string): RecordEntity => entity('person', name, { external_id: id });

  it('joins what shares no name, and gives the node its name', () => {
    const [node] = nodes(articles([withId('Jane Doe', 'Q1')], [withId('Baroness of Larkos', 'Q1')]));
    expect(node?.attributes).toMatchObject({ external_id: 'Q1', joins: [{ reason: 'external id' }] });
  });

  it('keeps namesakes apart, and apart from those who may be either', () => {
    expect(
      joined(articles([withId('Jane Doe', 'Q1')], [withId('Jane Doe', 'Q2')], [person('Jane Doe')])),
    ).toEqual([]);
  });

  it('takes in its namesake where there is only one', () => {
    expect(joined(articles([withId('Jane Doe', 'Q1')], [person('Jane Doe')]))).toHaveLength(1);
  });
});

describe('a decision', () => {
  const accept = (...things: MergeDecision['things']): MergeDecision => ({ answer: 'accept', things });
  const reject = (...things: MergeDecision['things']): MergeDecision => ({ answer: 'reject', things });
  const doe = { type: 'person', name: 'Doe', documents: ['b'] };
  const jane = { type: 'person', name: 'Jane Doe' };

  it('joins what rules leave apart', () => {
    const records = articles([person('Jane Doe')], [person('Doe')]);
    expect(joined(records, [accept(doe, jane)])).toEqual([['Jane Doe@a', 'Doe@b']]);
    expect(nodes(records, [accept(doe, jane)])[0]?.attributes.joins).toEqual([
      { reason: 'review', names: ['Doe', 'Jane Doe'], documents: ['a', 'b'] },
    ]);
  });

  it('holds for articles that come later where it names no document', () => {
    const names = accept(jane, { type: 'person', name: 'Jane Mary Doe' });
    expect(
      joined(articles([person('Jane Doe')], [person('Jane Mary Doe')], [person('Jane Doe')]), [names]),
    ).toHaveLength(1);
  });

  it('undoes a join of two names', () => {
    const records = articles([person('Samir Haddo', 'Abu Tariq')], [person('Abu Tariq')]);
    const names = reject({ type: 'person', name: 'Samir Haddo' }, { type: 'person', name: 'Abu Tariq' });
    expect(joined(records, [names])).toEqual([]);
  });

  it('takes a namesake out, the others staying together', () => {
    const records = articles([person('Jane Doe')], [person('Jane Doe')], [person('Jane Doe')]);
    expect(joined(records, [reject({ ...jane, documents: ['b'] }, jane)])).toEqual([
      ['Jane Doe@a', 'Jane Doe@c'],
    ]);
  });

  it('to keep apart outweighs one to join, by way of others too', () => {
    const records = articles([person('Jane Doe')], [person('Doe')], [person('J. Doe')]);
    const third = { type: 'person', name: 'J. Doe', documents: ['c'] };
    expect(joined(records, [accept(jane, doe), accept(doe, third), reject(jane, third)])).toEqual([]);
  });

  it('joins things of two types, the node taking the type most articles give', () => {
    const records = articles(
      [organization('Red Hill')],
      [entity('location', 'Red Hill')],
      [entity('location', 'Red Hill')],
    );
    const both = accept({ type: 'organization', name: 'Red Hill' }, { type: 'location', name: 'Red Hill' });
    expect(nodes(records, [both]).map(({ key }) => key)).toEqual(['location/red-hill']);
  });
});

describe('a relation between two names of one thing', () => {
  const said = record(
    'a',
    [person('Samir Haddo'), person('Abu Tariq')],
    [assertion(0, 'opposes', 1, { status: 'negated' })],
  );
  const same = record('b', [person('Samir Haddo', 'Abu Tariq')]);

  it('is withheld, not drawn', () => {
    const graph = buildGraph([said, same], RUN);
    expect(graph.edges).toEqual([]);
    expect(graph.nodes[0]?.attributes.withheld).toMatchObject([{ relation: 'opposes', status: 'negated' }]);
  });

  it('returns when the join is undone', () => {
    const apart: MergeDecision = {
      answer: 'reject',
      things: [
        { type: 'person', name: 'Samir Haddo' },
        { type: 'person', name: 'Abu Tariq' },
      ],
    };
    expect(buildGraph([said, same], { ...RUN, decisions: [apart] }).edges).toHaveLength(1);
  });
});
