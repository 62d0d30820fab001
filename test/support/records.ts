import fc from 'fast-check';
import { nameKey } from '../../src/graph/join/names.ts';
import { STATUSES } from '../../src/model/index.ts';
import type { ArticleRecord, MergeDecision, RecordAssertion, RecordEntity } from '../../src/model/index.ts';

const DOCUMENTS = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6'] as const;

const NAMES = {
  person: ['Jane Doe', 'John Doe', 'Jane Mary Doe', 'J. Doe', 'Doe', 'Abu Tariq', 'Samir Haddo', 'Tariq'],
  organization: [
    'Red Front',
    'National Relief Front',
    'NRF',
    'Northern Rifles',
    'Interior Ministry',
    'Red Front Inc.',
  ],
  location: ['Larkos', 'Ankara', 'Republic of Larkos', 'US'],
  group: ['gunmen', 'Kurds'],
} as const;

const TYPES = Object.keys(NAMES) as (keyof typeof NAMES)[];

const entity: fc.Arbitrary<RecordEntity> = fc.constantFrom(...TYPES).chain((type) =>
  fc
    .record({
      type: fc.constant(type),
      name: fc.constantFrom(...NAMES[type]),
      aliases: fc.uniqueArray(fc.constantFrom(...NAMES[type]), { maxLength: 2 }),
      // Mostly named; an external id now and then.
      flags: fc.record({ named: fc.nat(5), id: fc.nat(12), identified: fc.boolean() }),
      told: fc.record(
        {
          roles: fc.uniqueArray(fc.constantFrom({ title: 'chief' }, { title: 'chief', affiliation: 'NRF' }), {
            selector: (role) => JSON.stringify(role),
          }),
          date: fc.constantFrom('2026', '2026-03', '2026-03-31'),
          place: fc.constantFrom('Larkos', 'Ankara'),
        },
        { requiredKeys: [] },
      ),
      mentions: fc.array(
        fc.nat(40).map((start) => ({ start, end: start + 3, text: 'abc' })),
        { maxLength: 3 },
      ),
    })
    .map(({ flags: { named, id, identified }, told, ...rest }) => ({
      ...rest,
      ...told,
      named: named > 0,
      ...(named === 0 && identified && { identified }),
      ...(id < 3 && { external_id: `Q${id}` }),
    })),
);

const assertion = (entities: number): fc.Arbitrary<RecordAssertion> =>
  fc
    .record({
      relation: fc.constantFrom('opposes', 'member-of'),
      source: fc.nat(entities - 1),
      target: fc.nat(entities - 1),
      status: fc.constantFrom(...STATUSES),
      start: fc.nat(50),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      speaker: fc.option(fc.option(fc.nat(entities - 1))),
    })
    .map(({ start, speaker, ...rest }) => ({
      ...rest,
      sentence: { start, end: start + 9 },
      text: 'ten chars',
      rule: 'test-rule',
      sourceSpan: { start, end: start + 2 },
      targetSpan: { start: start + 6, end: start + 9 },
      trigger: [{ start: start + 3, end: start + 5 }],
      resolved: [
        {
          argument: 'source' as const,
          from: { start, end: start + 2 },
          to: { start: 0, end: 1 },
          method: 'pronoun',
        },
      ],
      ...(speaker !== null && {
        attributedTo: { start, end: start + 1, entity: speaker },
        attributionText: 't',
      }),
    }));

/** A record of one of six documents, its names from a stock small enough that they meet, clash and chain. */
const articleRecordOf = (entities: fc.Arbitrary<RecordEntity[]>): fc.Arbitrary<ArticleRecord> =>
  fc
    .record({
      id: fc.constantFrom(...DOCUMENTS),
      folder: fc.constantFrom('', 'old/'),
      url: fc.boolean(),
      entities,
    })
    .chain(({ id, folder, url, entities }) =>
      fc
        .array(assertion(Math.max(entities.length, 1)), { maxLength: entities.length ? 4 : 0 })
        .map((assertions) => ({
          document: {
            id,
            title: `Title of ${id}`,
            source: `${folder}${id}.txt`,
            ...(url && { url: `https://news.example/${id}` }),
            language: 'en',
            sha256: id.repeat(32),
            characters: 100,
          },
          // e5 repeats the words of a1.
          fingerprint: id === 'e5' ? 'a1' : id,
          entities,
          assertions,
        })),
    );

/** Any records at all, two entities of one name in one article included. */
export const articleRecords: fc.Arbitrary<ArticleRecord[]> = fc.array(
  articleRecordOf(fc.array(entity, { maxLength: 6 })),
  { maxLength: 6 },
);

/** Records as articles give them: an article has one entity of a type and name. */
export const plausibleRecords: fc.Arbitrary<ArticleRecord[]> = fc.array(
  articleRecordOf(
    fc.uniqueArray(entity, { maxLength: 6, selector: ({ type, name }) => `${type}/${nameKey(type, name)}` }),
  ),
  { maxLength: 6 },
);

const thing = fc.constantFrom(...TYPES).chain((type) =>
  fc.record(
    {
      type: fc.constant(type),
      name: fc.constantFrom(...NAMES[type]),
      documents: fc.uniqueArray(fc.constantFrom(...DOCUMENTS), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['type', 'name'] },
  ),
);

export const mergeDecisions: fc.Arbitrary<MergeDecision[]> = fc.array(
  fc.record({
    answer: fc.constantFrom('accept', 'reject'),
    things: fc.array(thing, { minLength: 2, maxLength: 3 }),
  }),
  { maxLength: 3 },
);
