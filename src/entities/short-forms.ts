import { distance } from 'fastest-levenshtein';
import { initialsOf, isAcronymOf, lettersOf } from './acronyms.ts';
import { knownName } from './gazetteer/index.ts';
import {
  bodyName,
  isGivenName,
  isRespelled,
  isRespelledSurname,
  isSamePerson,
  isSurname,
  partyOf,
  shortensBody,
  shortensToName,
  shortNames,
  wordsOf,
} from './same-name.ts';
import type { BodyName } from './same-name.ts';
import { type Spelling, SpellingIndex } from './spelling-index.ts';

/** Why two names are one thing. */
export interface Join {
  readonly a: string;
  readonly b: string;
  readonly reason:
    | 'known names'
    | 'acronym'
    | 'also known as'
    | 'apposition'
    | 'full name'
    | 'spelling'
    | 'surname'
    | 'given name'
    | 'short form'
    | 'capital';
}

export type JoinTriple = readonly [string, string, Join['reason']];

/** Full names of one person, and respellings of one name. */
export function fullNameJoins(spellings: readonly Spelling[]): JoinTriple[] {
  const people = spellings.filter(({ type, folded }) => type === 'person' && folded.includes(' '));
  const persons = new Set(spellings.filter(({ type }) => type === 'person').map(({ folded }) => folded));
  const near = nearPeople(people);
  const numbered = people.flatMap((long): JoinTriple[] => {
    const bare = long.folded.replace(/ (?:[ivx]+|jr|sr)$/u, '');
    const same = bare !== long.folded && persons.has(bare);
    const rivals = (each: Spelling): boolean =>
      each.folded !== long.folded && each.folded.startsWith(`${bare} `);
    return same && !near(long).some(rivals) ? [[long.folded, bare, 'full name']] : [];
  });
  const order = new Map(people.map((each, i) => [each, i]));
  const full = people.flatMap((long, i): JoinTriple[] => {
    const others = near(long).filter((each) => each !== long);
    const same = others.filter(
      (short) => short.folded.length < long.folded.length && isSamePerson(short.folded, long.folded),
    );
    const spelled = others.filter(
      (each) => (order.get(each) ?? 0) > i && isRespelled(long.folded, each.folded),
    );
    return [
      // "Ada Holm" with "Ada Holm Lind" and "Ada Holm Berg": either may be meant.
      ...same
        .filter((short) =>
          near(short).every(
            (each) =>
              each === long ||
              !isSamePerson(short.folded, each.folded) ||
              isSamePerson(each.folded, long.folded),
          ),
        )
        .map((short): JoinTriple => [long.folded, short.folded, 'full name']),
      ...spelled.map((each): JoinTriple => [long.folded, each.folded, 'spelling']),
    ];
  });
  return [...numbered, ...full];
}

/** The full names that can be one person's with a given one, in their order: those that begin with the same letter or end with the same word. */
function nearPeople(people: readonly Spelling[]): (long: Spelling) => readonly Spelling[] {
  const keysOf = ({ folded }: Spelling): string[] => {
    const words = wordsOf(folded);
    const middle = words.length > 2 ? [`middle ${words.slice(1, -1).join(' ')}`] : [];
    return [`letter ${words[0]?.charAt(0) ?? ''}`, `last ${words.at(-1) ?? ''}`, ...middle];
  };
  const index = new SpellingIndex();
  for (const each of people) index.add(each, keysOf(each));
  return (long) => index.find(keysOf(long));
}

/** What a place is, behind its name; that of a town may bear it too, so that a port or an airport is not among them. */
const PLACE_TAILS =
  / (?:islands?|province|governorate|district|county|museum|mosque|cathedral|shrine|monument)$/u;

/**
 * "State of Virginia" and "Virginia", "Abaco Islands" and "Abaco", "Sarn province" and "Sarn": what is left out says only what the place
 * is. A republic may be another ("Republic of China").
 */
export function samePlaceJoins(spellings: readonly Spelling[]): JoinTriple[] {
  const places = new Set(spellings.flatMap(({ folded, type }) => (type === 'location' ? [folded] : [])));
  return [...places].flatMap((long): JoinTriple[] => {
    const short = long.replace(/^(?:state|commonwealth) of /u, '').replace(PLACE_TAILS, '');
    // A city is not the province around it.
    const city = knownName(short)?.kind === 'city';
    return short !== long && places.has(short) && !city ? [[long, short, 'full name']] : [];
  });
}

/** Shorter names that differ by a letter are two as often as one. */
const MIN_RESPELLED = 9;

/** "Haghia Sophia" and "Hagia Sophia": long names of places and bodies that differ by one letter within, neither of them known. */
export function respelledJoins(spellings: readonly Spelling[]): JoinTriple[] {
  const long = spellings.filter(
    ({ folded, name, type }) =>
      /^(?:location|organization)$/u.test(type) &&
      /^[\p{L} ]+$/u.test(folded) &&
      folded.includes(' ') &&
      folded.length >= MIN_RESPELLED &&
      knownName(folded, name) === null,
  );
  const index = new SpellingIndex();
  return long.flatMap((each): JoinTriple[] => {
    const [last = ''] = each.folded.split(' ').slice(-1);
    const [first = ''] = each.folded.split(' ');
    const keys = [`first ${first}`, `last ${last}`];
    const other = index
      .find(keys)
      .find(({ folded, type }) => type === each.type && differsWithin(folded, each.folded));
    index.add(each, keys);
    return other ? [[other.folded, each.folded, 'spelling']] : [];
  });
}

/** One letter more, less or other, not at the beginning or end of a word: a last letter may be a plural's or tell east from west. */
function differsWithin(a: string, b: string): boolean {
  const [x, y] = [a.split(' '), b.split(' ')];
  const other = x.flatMap((word, i) => (word === y[i] ? [] : [[word, y[i] ?? ''] as const]));
  const [one] = other;
  if (x.length !== y.length || other.length !== 1 || !one || one[0].length < 5) return false;
  return (
    distance(one[0], one[1]) === 1 &&
    one[0].charAt(0) === one[1].charAt(0) &&
    one[0].slice(-1) === one[1].slice(-1)
  );
}

/** Names of bodies that differ in how they say whose it is: "US State Department", "Department of State" of the United States. */
export function sameBodyJoins(spellings: readonly Spelling[]): JoinTriple[] {
  return [...partyJoins(spellings), ...ownedBodyJoins(spellings)];
}

/** A party, and the words for its people and views: "Democrat Ada Holm", "the Democratic Party". */
function partyJoins(spellings: readonly Spelling[]): JoinTriple[] {
  const first = new Map<string, string>();
  return spellings.flatMap(({ folded, type }): JoinTriple[] => {
    const party = type === 'organization' ? partyOf(folded) : null;
    if (party === null) return [];
    const other = first.get(party);
    if (other === undefined) first.set(party, folded);
    return other === undefined ? [] : [[other, folded, 'short form']];
  });
}

function ownedBodyJoins(spellings: readonly Spelling[]): JoinTriple[] {
  const before = new Map<string, string[]>();
  const joined = new Map<string, JoinTriple[]>();
  for (const { folded, type } of spellings) {
    if (type !== 'organization') continue;
    joined.set(folded, []);
    const { place, core } = bodyName(folded);
    if (place === '' || core === '') continue;
    const key = `${place}\n${core}`;
    const same = before.get(key) ?? [];
    for (const other of same) joined.get(other)?.push([other, folded, 'short form']);
    same.push(folded);
    before.set(key, same);
  }
  return [...joined.values()].flat();
}

/**
 * Joins of short forms, which hold only where exactly one thing of the article can be meant.
 *
 * @param find The thing that a spelling is of, as joined so far.
 */
export function shortFormJoins(
  spellings: readonly Spelling[],
  find: (folded: string) => string,
): JoinTriple[] {
  const bodies = new Map(spellings.map((each) => [each.folded, bodyName(each.folded)]));
  const index = shortFormIndex(spellings, bodies);
  /** The spelling of the only thing that fits, if there is one, of those under some keys of the index. */
  const only: Only = (short, keys, test) => {
    const fitting = index.find(keys).filter((long) => long.folded !== short.folded && test(long));
    const [first] = fitting;
    return first && fitting.every(({ folded }) => find(folded) === find(first.folded)) ? first : null;
  };
  /** The same of those told of before the short form is first used: relatives who come later are named in full. */
  const onlyBefore: Only = (short, keys, test) =>
    only(short, keys, (long) => long.first < short.first && test(long));
  return spellings.flatMap((short): JoinTriple[] => {
    const acronym = only(
      short,
      [`initials ${lettersOf(short.name)}`],
      (long) => long.type !== 'person' && isAcronymOf(short.name, long.name),
    );
    if (acronym) return [[acronym.folded, short.folded, 'acronym']];
    return personOf(short, only) ?? personOf(short, onlyBefore) ?? bodyOf(short, bodies, only);
  });
}

/** Where the longer names stand that a short form can be of: under what both must have. */
function shortFormIndex(
  spellings: readonly Spelling[],
  bodies: ReadonlyMap<string, BodyName>,
): SpellingIndex {
  const index = new SpellingIndex();
  for (const each of spellings) {
    const { name, folded, type } = each;
    const body = bodies.get(folded);
    if (type !== 'person')
      index.add(
        each,
        initialsOf(name).map((letters) => `initials ${letters}`),
      );
    if (type === 'person') {
      const words = wordsOf(folded);
      const surname = words.at(-1) ?? '';
      index.add(
        each,
        [...words, words.slice(1).join(' ')].map((word) => `word ${word}`),
      );
      index.add(each, [`surname ${surname.charAt(0)} ${surname.length}`]);
    }
    if (type !== 'organization' || !body) continue;
    index.add(each, [`head ${body.head}`, `core ${body.core}`]);
    index.add(
      each,
      shortNames(folded).map((short) => `name ${short}`),
    );
  }
  return index;
}

type Only = (short: Spelling, keys: readonly string[], test: (long: Spelling) => boolean) => Spelling | null;

function personOf(short: Spelling, only: Only): JoinTriple[] | null {
  const known = knownName(short.folded, short.name);
  // A surname standing alone is often taken for something else: the full name in the same article decides.
  if (short.type === 'location' && known !== null) return null;
  // A city that is somebody's surname here was typed so over the whole article.
  if (short.type !== 'person' && known !== null && known.type !== 'person' && !known.personal) return null;
  const word = [`word ${short.folded}`];
  const surname = only(short, word, (long) => long.type === 'person' && isSurname(short.folded, long.folded));
  if (surname) return [[surname.folded, short.folded, 'surname']];
  if (short.type !== 'person' || short.folded.includes(' ')) return null;
  const given = only(
    short,
    word,
    (long) =>
      long.type === 'person' &&
      (isGivenName(short.folded, long.folded) || isSurname(short.folded, long.folded)),
  );
  if (given) return [[given.folded, short.folded, 'given name']];
  const lengths = [-1, 0, 1].map((more) => short.folded.length + more);
  const spelled = only(
    short,
    lengths.map((length) => `surname ${short.folded.charAt(0)} ${length}`),
    (long) => long.type === 'person' && isRespelledSurname(short.folded, long.folded),
  );
  return spelled && [[spelled.folded, short.folded, 'spelling']];
}

function bodyOf(short: Spelling, bodies: ReadonlyMap<string, BodyName>, only: Only): JoinTriple[] {
  const unknown = knownName(short.folded, short.name) === null;
  if (short.type === 'person' && (!unknown || short.folded.includes(' '))) return [];
  const own = bodies.get(short.folded);
  const isBody = ({ type }: Spelling): boolean => type === 'organization';
  const long =
    own &&
    only(short, [`head ${own.head}`, `core ${own.core}`], (each) => {
      const other = bodies.get(each.folded);
      return isBody(each) && isBody(short) && other !== undefined && shortensBody(own, other) !== null;
    });
  if (long) return [[long.folded, short.folded, 'short form']];
  // "Saha" for "Saha Airlines", also where the word alone was taken for a place.
  const named = short.placed
    ? null
    : only(
        short,
        [`name ${short.folded}`],
        (each) => isBody(each) && (isBody(short) || unknown) && shortensToName(short.folded, each.folded),
      );
  return named ? [[named.folded, short.folded, 'short form']] : [];
}
