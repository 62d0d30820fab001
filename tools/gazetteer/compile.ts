/** Compiles the tables into the gazetteer as it is stored. */
import { foldName } from '../../src/entities/fold.ts';
import { spelling } from '../../src/entities/gazetteer/spelling.ts';
import type { StoredGazetteer, WordForm } from '../../src/entities/gazetteer/stored.ts';
import { byCodeUnit } from '../../src/model/index.ts';
import { parts } from './tables.ts';
import type { Tables } from './tables.ts';

interface Draft {
  readonly entities: [name: string, kind: string, personal?: 1][];
  readonly byName: Map<string, number>;
  readonly folded: Map<string, number>;
  readonly exact: Map<string, number>;
  readonly demonyms: Map<string, [country: number, form: WordForm]>;
  readonly peoples: Map<string, [name: string, form: WordForm]>;
  readonly capitals: Map<string, number>;
  readonly exactCapitals: Map<string, number>;
  readonly seats: Map<string, number>;
}

/** @throws Error where two entities claim one name, or a table names a country that is none. */
export function compile(tables: Tables): StoredGazetteer {
  const draft: Draft = {
    entities: [],
    byName: new Map(),
    folded: new Map(),
    exact: new Map(),
    demonyms: new Map(),
    peoples: new Map(),
    capitals: new Map(),
    exactCapitals: new Map(),
    seats: new Map(),
  };
  const countries = countryRows(tables);
  for (const row of countries) addCountry(draft, row);
  for (const table of [tables.places, tables.organizations]) {
    for (const [name = '', kind = '', names] of table) addEntity(draft, name, kind, parts(names));
  }
  for (const [name = '', names] of tables.persons) addEntity(draft, name, 'person', parts(names));
  for (const [name = '', names] of tables.events) addEntity(draft, name, 'event', parts(names));
  for (const row of countries) if (row.kind === 'country') addCapitals(draft, row);
  for (const row of tables.peoples) addPeople(draft, row);
  for (const [country = '', seats] of tables.seats) {
    for (const seat of parts(seats)) claim(draft.seats, foldName(seat), known(draft, country), seat);
  }
  const { entities, byName: _, ...maps } = draft;
  const sorted = Object.entries(maps).map(([name, map]) => [name, sortedObject<unknown>(map)] as const);
  return { entities, ...Object.fromEntries(sorted) } as unknown as StoredGazetteer;
}

interface CountryRow {
  readonly kind: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  readonly people: string;
  /** The package's capital, '' where there is none. */
  readonly capital: string;
  readonly capitals: readonly string[];
}

function countryRows({ open, countries }: Tables): CountryRow[] {
  const own = new Map(countries.map((row) => [row[0] ?? '', row]));
  const facts = new Map(open.map((row) => [row[0] ?? '', row]));
  return [...new Set([...facts.keys(), ...own.keys()])].sort(byCodeUnit).flatMap((code) => {
    const [, openName = '', capital = '', adjective = ''] = facts.get(code) ?? [];
    const [, kind = '', name = '', names, adjectives = '', people = '', capitals] = own.get(code) ?? [];
    if (kind === '-') return [];
    return {
      kind: kind || 'country',
      name: name || openName,
      names: parts(names),
      adjectives: adjectives === '-' ? [] : parts(adjectives || adjective),
      people,
      capital,
      capitals: parts(capitals),
    };
  });
}

function addCountry(draft: Draft, { kind, name, names, adjectives, people }: CountryRow): void {
  const country = addEntity(draft, name, kind, names);
  for (const adjective of adjectives) addDemonym(draft, adjective, country, 'adjective');
  const nouns =
    people ||
    adjectives
      .filter((word) => /(?:an|i)$/u.test(word))
      .map((word) => `/${word}s`)
      .join('|');
  for (const noun of people === '-' ? [] : parts(nouns)) {
    const [person = '', plural = ''] = noun.split('/');
    if (person !== '' && !adjectives.includes(person)) addDemonym(draft, person, country, 'person');
    if (!adjectives.includes(plural)) addDemonym(draft, plural, country, 'people');
  }
}

function addDemonym(draft: Draft, word: string, country: number, form: WordForm): void {
  const key = foldName(word);
  const before = draft.demonyms.get(key);
  if (before !== undefined && before[0] !== country) throw new Error(`"${word}" is said of two countries`);
  if (before === undefined) draft.demonyms.set(key, [country, form]);
}

function addCapitals(draft: Draft, { name, capital, capitals }: CountryRow): void {
  const country = known(draft, name);
  const main = capitals.includes('-') ? '' : capital;
  const aliases = capitals.filter((city) => city !== '-' && !city.startsWith('+'));
  if (main !== '') {
    addCity(draft, main, aliases, country);
  } else {
    for (const alias of aliases) addCity(draft, alias, [], country);
  }
  for (const other of capitals.filter((city) => city.startsWith('+')))
    addCity(draft, other.slice(1), [], country);
}

/** A capital that bears the name of its country is no name apart ("Singapore"). */
function addCity(draft: Draft, city: string, aliases: readonly string[], country: number): void {
  const bare = city.replace(/^!/u, '');
  if (draft.folded.get(foldName(bare)) === country) return;
  if (!draft.byName.has(bare)) addEntity(draft, bare, 'city', city === bare ? aliases : [city, ...aliases]);
  for (const name of [city, ...aliases].filter((alias) => alias !== '?')) {
    if (name.startsWith('!')) claim(draft.exactCapitals, spelling(name.slice(1)), country, name);
    else claim(draft.capitals, foldName(name), country, name);
  }
}

function addPeople(draft: Draft, [name = '', plurals, adjectives]: readonly string[]): void {
  const add = (word: string, form: WordForm): void => {
    const key = foldName(word);
    const before = draft.peoples.get(key);
    if (before !== undefined && before[0] !== name) throw new Error(`"${word}" is said of two peoples`);
    if (draft.demonyms.has(key)) throw new Error(`"${word}" is said of a people and of a country`);
    if (before === undefined) draft.peoples.set(key, [name, form]);
  };
  for (const word of [name, ...parts(plurals)]) add(word, 'people');
  for (const word of parts(adjectives)) add(word, 'adjective');
}

/** @param aliases `!` before one: only in this spelling; `?`: also a personal name. */
function addEntity(draft: Draft, marked: string, kind: string, aliases: readonly string[]): number {
  const name = marked.replace(/^\?/u, '');
  if (draft.byName.has(name)) throw new Error(`"${name}" is listed twice`);
  const entity = draft.entities.length;
  const personal = marked !== name || aliases.includes('?');
  draft.entities.push(personal ? [name, kind, 1] : [name, kind]);
  draft.byName.set(name, entity);
  const others = aliases.filter((alias) => alias !== '?');
  for (const alias of others.includes(`!${name}`) ? others : [name, ...others]) {
    const bare = alias.replace(/^!/u, '');
    // Short capitals are too often words or other things once the case is lost ("WHO", "US", "IS").
    if (bare !== alias || /^\p{Lu}{1,3}$/u.test(spelling(bare)))
      claim(draft.exact, spelling(bare), entity, bare);
    else claim(draft.folded, foldName(bare), entity, bare);
  }
  return entity;
}

function claim(map: Map<string, number>, key: string, owner: number, name: string): void {
  const before = map.get(key);
  if (key === '' || (before !== undefined && before !== owner)) throw new Error(`"${name}" names two things`);
  map.set(key, owner);
}

function known({ byName }: Draft, name: string): number {
  const entity = byName.get(name);
  if (entity === undefined) throw new Error(`no country is called "${name}"`);
  return entity;
}

function sortedObject<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([a], [b]) => byCodeUnit(a, b)));
}
