/** Facts of public knowledge about names in the news: docs/gazetteer.md. */
import { foldName } from '../fold.ts';
import { spelling } from './spelling.ts';
import { entry, gazetteer } from './stored.ts';
import type { WordForm } from './stored.ts';

export type KnownKind =
  | 'country'
  | 'region'
  | 'city'
  | 'armed-group'
  | 'party'
  | 'government-body'
  | 'international'
  | 'ngo'
  | 'media'
  | 'company'
  | 'person'
  | 'event';

export interface KnownEntity {
  /** Of lower-case letters, digits and hyphens; one for each entity. */
  readonly id: string;
  readonly name: string;
  readonly type: 'organization' | 'location' | 'person' | 'event';
  readonly kind: KnownKind;
  /** The name is also a common personal name ("Jordan", "Georgia"): let the text decide before this does. */
  readonly personal: boolean;
  /** Found by its exact spelling, for its folded form is a word or several names ("US", "IS", "The Guardian"). */
  readonly caseSensitive: boolean;
}

export interface Demonym {
  /** Canonical name of the country or territory. */
  readonly country: string;
  /** A plural noun for its people ("Turks"); otherwise an adjective ("Turkish"), unless `person`. */
  readonly people: boolean;
  /** A noun for one of them that is not the adjective too ("Turk", "Briton"). */
  readonly person: boolean;
}

export interface People {
  /** Canonical plural: "Shiites" for "Shia". */
  readonly name: string;
  /** A plural noun ("Muslims"); otherwise the adjective or the noun for one ("Muslim", "Kurd"). */
  readonly plural: boolean;
}

const TYPES: Readonly<Partial<Record<KnownKind, KnownEntity['type']>>> = {
  country: 'location',
  region: 'location',
  city: 'location',
  person: 'person',
  event: 'event',
};

/**
 * @param folded the name as `foldName` leaves it.
 * @param raw the name as the text spells it, with its article if it has one. Without it names that hang on their spelling are
 * not found.
 */
export function knownName(folded: string, raw?: string): KnownEntity | null {
  const { entities, exact, folded: foldedNames } = gazetteer();
  const spelled = raw === undefined ? undefined : bySpelling(exact, raw);
  const place = spelled ?? entry(foldedNames, folded);
  const stored = place === undefined ? undefined : entities[place];
  if (stored === undefined) return null;
  const [name, kind, personal] = stored as readonly [string, KnownKind, 1?];
  return {
    id: foldName(name).replace(/[^\p{Ll}\p{N}]+/gu, '-'),
    name,
    type: TYPES[kind] ?? 'organization',
    kind,
    personal: personal === 1,
    caseSensitive: spelled !== undefined,
  };
}

/** @param word one or more words as the text spells them; they must begin with a capital ("polish" is no demonym). */
export function demonym(word: string): Demonym | null {
  const found = capitalized(gazetteer().demonyms, word);
  if (found === undefined) return null;
  const [country, form]: readonly [number, WordForm] = found;
  return { country: nameAt(country), people: form === 'people', person: form === 'person' };
}

/** The faith or people of a noun or adjective, which must begin with a capital. Those of a country are `demonym`'s. */
export function peopleOf(word: string): People | null {
  const found = capitalized(gazetteer().peoples, word);
  return found === undefined ? null : { name: found[0], plural: found[1] === 'people' };
}

/** Canonical name of the country whose capital this is. */
export function capitalOf(folded: string, raw?: string): string | null {
  const { capitals, exactCapitals } = gazetteer();
  const country = (raw === undefined ? undefined : bySpelling(exactCapitals, raw)) ?? entry(capitals, folded);
  return country === undefined ? null : nameAt(country);
}

/** Canonical name of the country for whose government this seat stands ("Kremlin", "Downing Street"). */
export function governmentSeat(folded: string): string | null {
  const country = entry(gazetteer().seats, folded);
  return country === undefined ? null : nameAt(country);
}

function bySpelling<T>(record: Readonly<Record<string, T>>, raw: string): T | undefined {
  const key = spelling(raw);
  return entry(record, key) ?? entry(record, key.replace(/^(?:The|THE) /u, ''));
}

function capitalized<T>(record: Readonly<Record<string, T>>, word: string): T | undefined {
  return /^\p{Lu}/u.test(word) ? entry(record, foldName(word)) : undefined;
}

function nameAt(place: number): string {
  return gazetteer().entities[place]?.[0] ?? '';
}
