import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../src/entities/fold.ts';
import { knownName } from '../../src/entities/gazetteer/index.ts';
import { gazetteer } from '../../src/entities/gazetteer/stored.ts';
import { compile } from '../../tools/gazetteer/compile.ts';
import { readTables } from '../../tools/gazetteer/tables.ts';
import type { Tables } from '../../tools/gazetteer/tables.ts';

const FILE = new URL('../../src/entities/gazetteer/gazetteer.json', import.meta.url);
const text = readFileSync(FILE, 'utf8');
const EMPTY: Tables = {
  open: [],
  countries: [],
  places: [],
  organizations: [],
  persons: [],
  events: [],
  peoples: [],
  seats: [],
};

describe('the build of the gazetteer', () => {
  it('gives the checked-in file, byte for byte (else run tsx tools/gazetteer/build.ts)', () => {
    expect(`${JSON.stringify(compile(readTables()))}\n` === text).toBe(true);
  });

  it('refuses a name that two entities claim', () => {
    const tables = {
      ...EMPTY,
      places: [['Arcadia', 'region']],
      organizations: [['Arcadian League', 'party', 'the Arcadia']],
    };
    expect(() => compile(tables)).toThrow('"the Arcadia" names two things');
  });

  it('refuses an adjective that two countries claim', () => {
    const tables = {
      ...EMPTY,
      countries: [
        ['x-a', '', 'Arcadia', '', 'Arcadian'],
        ['x-b', '', 'New Arcadia', '', 'Arcadian'],
      ],
    };
    expect(() => compile(tables)).toThrow('"Arcadian" is said of two countries');
  });

  it('takes capitals of three letters and fewer only as they are spelled', () => {
    const { folded, exact } = compile({
      ...EMPTY,
      organizations: [['Arcadian Union', 'party', 'A.U.', 'x']],
    });
    expect([Object.keys(folded), Object.keys(exact)]).toEqual([['arcadian union'], ['AU']]);
  });
});

describe('the file', () => {
  const { entities, folded, exact, demonyms, peoples, capitals, seats } = gazetteer();

  it('stays small', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(150_000);
  });

  it('holds what it should by number', () => {
    const count = (kinds: readonly string[]): number =>
      entities.filter(([, kind]) => kinds.includes(kind)).length;
    expect(count(['country'])).toBeGreaterThan(195);
    expect(
      count(['armed-group', 'party', 'government-body', 'international', 'ngo', 'media', 'company']),
    ).toBeGreaterThan(250);
    expect(Object.keys(capitals).length).toBeGreaterThan(180);
  });

  it('keeps its keys as foldName leaves them', () => {
    expect(Object.keys(folded).filter((key) => foldName(key) !== key)).toEqual([]);
  });

  it('points at an entity from every name', () => {
    const places = [folded, exact, capitals, seats].flatMap((names) => Object.values(names));
    expect(places.filter((place) => entities[place] === undefined)).toEqual([]);
  });

  it('gives every entity an id of its own, under its own name', () => {
    const ids = entities.map(([name]) => knownName(foldName(name), name)?.id);
    expect(entities.filter((_, i) => ids[i] === undefined)).toEqual([]);
    expect(new Set(ids).size).toBe(entities.length);
  });

  it('knows the country of every demonym, capital and seat', () => {
    const places = [
      ...Object.values(demonyms).map(([place]) => place),
      ...Object.values(capitals),
      ...Object.values(seats),
    ];
    const others = places.filter((place) => !['country', 'region'].includes(entities[place]?.[1] ?? ''));
    expect(others).toEqual([]);
  });

  it('keeps adjectives and people apart from names', () => {
    expect(Object.keys(demonyms).filter((word) => Object.hasOwn(folded, word))).toEqual([]);
    expect(Object.keys(peoples).filter((word) => Object.hasOwn(demonyms, word))).toEqual([]);
  });

  it('has no common word among the names found without their spelling', () => {
    const words =
      'who us is it reunion ap let ice time male nice sun may will an the pa pp un eu independent guardian times observer economist post ' +
      'mirror star dawn amnesty reading mobile cork bath deal sale wells split gap turkeys chile peppers china polish jersey ' +
      'apple amazon meta shell target gap visa dove sky fox congress senate parliament government army police guard navy ' +
      'labour labor liberal conservative democrats republicans union league front party movement state province capital';
    const common = words
      .split(' ')
      .filter((word) => Object.hasOwn(folded, word) && !['chile', 'china'].includes(word));
    expect(common).toEqual([]);
  });
});
