import { describe, expect, it } from 'vitest';
import { buildGraph, doubtfulJoins, openReview } from '../../src/graph/index.ts';
import { formatUserError, UserErrors } from '../../src/model/index.ts';
import type { ArticleRecord, RecordEntity } from '../../src/model/index.ts';
import { assertion, entity, record, RUN } from '../support/record.ts';

const articles = (...lists: readonly (readonly RecordEntity[])[]): ArticleRecord[] =>
  lists.map((list, i) => record('abcdef'.charAt(i), list));
const person = (name: string, ...aliases: string[]): RecordEntity => entity('person', name, { aliases });
const organization = (name: string, ...aliases: string[]): RecordEntity =>
  entity('organization', name, { aliases });

/** Each doubt as `why: name@documents + name`. */
const doubts = (records: readonly ArticleRecord[]): string[] =>
  doubtfulJoins(records, []).map(
    ({ why, things }) =>
      `${why}: ${things.map(({ name, documents }) => (documents ? `${name}@${documents.join(',')}` : name)).join(' + ')}`,
  );

describe('a doubtful join', () => {
  it.each([
    ['a bare acronym twice', [[organization('NRF')], [organization('NRF')]], ['same acronym: NRF@a + NRF@b']],
    ['a bare surname twice', [[person('Doe')], [person('Doe')]], ['same surname: Doe@a + Doe@b']],
    [
      'a bare surname and its only owner',
      [[person('Jane Doe', 'Doe')], [person('Doe')]],
      ['same surname: Doe@b + Jane Doe'],
    ],
    [
      'an acronym and each of its two owners',
      [
        [organization('National Relief Front', 'NRF')],
        [organization('Northern Rifles', 'NRF')],
        [organization('NRF')],
      ],
      ['same acronym: NRF@c + National Relief Front', 'same acronym: NRF@c + Northern Rifles'],
    ],
    [
      'an acronym and a name of those initials',
      [[organization('National Relief Front')], [organization('NRF')]],
      ['initials: NRF@b + National Relief Front'],
    ],
    [
      'an office that every country has',
      [[organization('Interior Ministry')], [organization('Interior Ministry')]],
      ['same office: Interior Ministry@a + Interior Ministry@b'],
    ],
    [
      'one name of two types',
      [[organization('Red Hill')], [entity('location', 'Red Hill')]],
      ['other type: Red Hill + Red Hill'],
    ],
    [
      'a name with one word more',
      [[person('Jane Mary Doe')], [person('Jane Doe')]],
      ['one word more: Jane Doe + Jane Mary Doe'],
    ],
    [
      'a letter of difference',
      [[organization('Hezbolar')], [organization('Hizbolar')]],
      ['spelling: Hezbolar + Hizbolar'],
    ],
    [
      'a short form',
      [[organization('Tide State Karos', 'Tide State')], [organization('Tide State')]],
      ['short form: Tide State Karos + Tide State'],
    ],
    [
      'an alias of two persons',
      [[person('Jane Doe', 'Abu Tariq')], [person('Samir Haddo', 'Abu Tariq')]],
      ['alias: Jane Doe + Samir Haddo'],
    ],
    [
      'a surname that a full name of another article ends in',
      [[person('Jane Doe')], [person('Doe')], [person('Doe Miller')]],
      ['same surname: Doe@b + Jane Doe'],
    ],
  ])('is %s', (_, lists, expected) => {
    expect(doubts(articles(...lists))).toEqual(expected);
  });

  it.each([
    ['what joined', [[person('Jane Doe')], [person('Jane Doe')]]],
    ['given names that differ', [[person('Jane Doe')], [person('John Doe')]]],
    ['places of one word more', [[entity('location', 'South Larkos')], [entity('location', 'Larkos')]]],
    ['names that differ by a number', [[entity('policy', 'Article 15')], [entity('policy', 'Article 16')]]],
    ['short names a letter apart', [[entity('location', 'Iral')], [entity('location', 'Iran')]]],
    [
      'a surname that many have',
      [
        ['Jane Doe', 'John Doe', 'Ada Doe', 'Bob Doe', 'Eve Doe'].map((name) => person(name, 'Doe')),
        [person('Doe')],
      ],
    ],
    [
      'unnamed actors',
      [[entity('group', 'Gunmen', { named: false })], [entity('group', 'Gunmen', { named: false })]],
    ],
    [
      'what an outside id tells apart',
      [
        [entity('person', 'Jane Doe', { external_id: 'Q1' })],
        [entity('person', 'Jane Doe', { external_id: 'Q2' })],
      ],
    ],
  ])('is not %s', (_, lists) => {
    expect(doubts(articles(...lists))).toEqual([]);
  });
});

const records = articles(
  [person('Jane Doe', 'Doe')],
  [person('Doe')],
  [organization('NRF')],
  [organization('NRF')],
);

describe('a review file', () => {
  it('asks what is doubtful, with where it was read', () => {
    const { text, open } = openReview(null, 'merges.yaml').after(records);
    expect(open).toBe(2);
    expect(text.slice(text.indexOf('extract-merges'))).toBe(`extract-merges: 1
cases:
  - answer: open
    why: same acronym
    things:
      - type: organization
        name: NRF
        documents:
          - c
        in:
          - c.txt
      - type: organization
        name: NRF
        documents:
          - d
        in:
          - d.txt
  - answer: open
    why: same surname
    things:
      - type: person
        name: Doe
        documents:
          - b
        in:
          - b.txt
      - type: person
        name: Jane Doe
        in:
          - a.txt
`);
  });

  const asked = openReview(null, 'merges.yaml').after(records).text;
  const answered = asked.replace('answer: open', 'answer: accept').replace('answer: open', 'answer: reject');

  it('is the same after the same run', () => {
    expect(openReview(asked, 'merges.yaml').after(records).text).toBe(asked);
    expect(openReview(answered, 'merges.yaml').after(records)).toEqual({ text: answered, open: 0 });
  });

  it('joins what was accepted and keeps apart what was rejected', () => {
    const { decisions } = openReview(answered, 'merges.yaml');
    const labels = buildGraph(records, { ...RUN, decisions }).nodes.map(({ attributes }) => attributes.label);
    expect(labels).toEqual(['NRF', 'Doe', 'Jane Doe']);
  });

  it('keeps answers and notes when other articles come, and asks what is new', () => {
    const noted = answered.replace('why: same acronym', 'why: same acronym\n    note: seen on their flag');
    const { text, open } = openReview(noted, 'merges.yaml').after([
      ...records,
      record('e', [organization('NRF')]),
    ]);
    expect(open).toBe(1);
    expect(text).toContain('note: seen on their flag');
    expect(text.match(/answer: (?:accept|reject)/gu)).toHaveLength(2);
  });

  it('does not depend on the order of articles', () => {
    expect(openReview(null, 'merges.yaml').after(records.toReversed()).text).toBe(asked);
  });

  it('drops an open question that has found its answer', () => {
    const shared = [record('a', [person('Jane Doe')])];
    expect(openReview(asked, 'merges.yaml').after(shared).open).toBe(0);
  });

  it.each([
    [
      'an unknown answer',
      'answer: maybe',
      /^m\.yaml:3:13: "answer" can't be "maybe"; known: accept, reject, open$/u,
    ],
    [
      'an unknown key',
      'answer: open\n    whi: alias',
      /^m\.yaml:4:5: unknown key "whi"; did you mean "why"\?$/u,
    ],
  ])('is refused with line and column for %s', (_, answer, message) => {
    const text = `extract-merges: 1\ncases:\n  - ${answer}\n    things: [{type: person, name: A}, {type: person, name: B}]\n`;
    expect(faults(text)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['broken YAML', 'extract-merges: 1\ncases: [', /^m\.yaml:2:9: not valid YAML/u],
    ['no version', 'cases: []', /^m\.yaml:1:1: "extract-merges" is missing/u],
    [
      'a case of one thing',
      'extract-merges: 1\ncases:\n  - answer: open\n    things: [{type: person, name: A}]\n',
      /^m\.yaml:4:13: "things" must name at least two; mend it, or take it out$/u,
    ],
  ])('is refused for %s', (_, text, message) => {
    expect(faults(text)).toEqual([expect.stringMatching(message)]);
  });

  it('is refused where its answers contradict each other', () => {
    const thing = (name: string): string => `{type: person, name: ${name}}`;
    const text = [
      'extract-merges: 1',
      'cases:',
      `  - {answer: accept, things: [${thing('A')}, ${thing('B')}]}`,
      `  - {answer: accept, things: [${thing('B')}, ${thing('C')}]}`,
      `  - {answer: reject, things: [${thing('A')}, ${thing('C')}]}`,
    ].join('\n');
    expect(faults(text)).toEqual([
      expect.stringMatching(/^m\.yaml:5:\d+: other answers say that "C" is one/u),
    ]);
  });

  const faults = (text: string): string[] => {
    try {
      openReview(text, 'm.yaml');
      return [];
    } catch (error) {
      if (!(error instanceof UserErrors)) throw error;
      return error.errors.map(formatUserError);
    }
  };
});

it('an answer names things, so it holds when keys change', () => {
  const relation = [assertion(0, 'opposes', 1)];
  const before = [
    record('a', [person('Jane Doe'), organization('Red Front')], relation),
    record('b', [person('Doe')]),
  ];
  const review = openReview(null, 'm.yaml').after(before).text;
  const { decisions } = openReview(
    `extract-merges: 1\ncases:\n  - answer: accept\n    things:\n      - {type: person, name: Doe, documents: [b]}\n      - {type: person, name: jane doe}\n`,
    'm.yaml',
  );
  const after = [...before, record('c', [person('Jane Mary Doe', 'Jane Doe')])];
  expect(review).toContain('extract-merges: 1');
  expect(
    buildGraph(after, { ...RUN, decisions }).nodes.find(({ key }) => key === 'person/jane-mary-doe')
      ?.attributes.records,
  ).toHaveLength(3);
});
