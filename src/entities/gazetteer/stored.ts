import { readFileSync } from 'node:fs';

/** What a word is when said of a country or people: "Turkish", "Turks", "Turk". */
export type WordForm = 'adjective' | 'people' | 'person';

/** gazetteer.json. Numbers are places in `entities`; the keys of `exact…` are spellings, all others are folded names. */
export interface StoredGazetteer {
  readonly entities: readonly (readonly [name: string, kind: string, personal?: 1])[];
  readonly folded: Readonly<Record<string, number>>;
  readonly exact: Readonly<Record<string, number>>;
  readonly demonyms: Readonly<Record<string, readonly [country: number, form: WordForm]>>;
  readonly peoples: Readonly<Record<string, readonly [name: string, form: WordForm]>>;
  readonly capitals: Readonly<Record<string, number>>;
  readonly exactCapitals: Readonly<Record<string, number>>;
  readonly seats: Readonly<Record<string, number>>;
}

let stored: StoredGazetteer | undefined;

/** Read once, when first asked for. */
export function gazetteer(): StoredGazetteer {
  stored ??= JSON.parse(
    readFileSync(new URL('./gazetteer.json', import.meta.url), 'utf8'),
  ) as StoredGazetteer;
  return stored;
}

/** The record's own entry: "constructor" is no name. */
export function entry<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
