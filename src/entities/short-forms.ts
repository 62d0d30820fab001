import { isAcronymOf } from './acronyms.ts';
import { knownName } from './gazetteer/index.ts';
import type { NameMention } from './names.ts';
import {
  bodyName,
  isGivenName,
  isRespelled,
  isRespelledSurname,
  isSamePerson,
  isSurname,
  shortensBody,
  shortensToName,
} from './same-name.ts';
import type { BodyName } from './same-name.ts';

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

/** One spelling of the article, with the type most of its mentions have. */
export interface Spelling {
  readonly name: string;
  readonly folded: string;
  readonly type: NameMention['type'];
}

/** Full names of one person, and respellings of one name. */
export function fullNameJoins(spellings: readonly Spelling[]): JoinTriple[] {
  const people = spellings.filter(({ type, folded }) => type === 'person' && folded.includes(' '));
  const numbered = people.flatMap((long): JoinTriple[] => {
    const bare = long.folded.replace(/ (?:[ivx]+|jr|sr)$/u, '');
    const same =
      bare !== long.folded && spellings.some(({ folded, type }) => folded === bare && type === 'person');
    const rivals = people.filter(({ folded }) => folded !== long.folded && folded.startsWith(`${bare} `));
    return same && rivals.length === 0 ? [[long.folded, bare, 'full name']] : [];
  });
  const full = people.flatMap((long, i): JoinTriple[] => {
    const others = people.filter((each) => each !== long);
    const same = others.filter(
      (short) => short.folded.length < long.folded.length && isSamePerson(short.folded, long.folded),
    );
    const spelled = people.slice(i + 1).filter((each) => isRespelled(long.folded, each.folded));
    return [
      // "Ada Holm" with "Ada Holm Lind" and "Ada Holm Berg": either may be meant.
      ...same
        .filter((short) =>
          others.every(
            (each) => !isSamePerson(short.folded, each.folded) || isSamePerson(each.folded, long.folded),
          ),
        )
        .map((short): JoinTriple => [long.folded, short.folded, 'full name']),
      ...spelled.map((each): JoinTriple => [long.folded, each.folded, 'spelling']),
    ];
  });
  return [...numbered, ...full];
}

/** Names of bodies that differ in how they say whose it is: "US State Department", "Department of State" of the United States. */
export function sameBodyJoins(spellings: readonly Spelling[]): JoinTriple[] {
  const bodies = spellings
    .filter(({ type }) => type === 'organization')
    .map(({ folded }) => ({ folded, body: bodyName(folded) }));
  return bodies.flatMap(({ folded, body }, i) =>
    bodies
      .slice(i + 1)
      .filter(
        (other) =>
          body.place !== '' &&
          other.body.place === body.place &&
          other.body.core === body.core &&
          body.core !== '',
      )
      .map((other): JoinTriple => [folded, other.folded, 'short form']),
  );
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
  /** The spelling of the only thing that fits, if there is one. */
  const only = (short: Spelling, test: (long: Spelling) => boolean): Spelling | null => {
    const fitting = spellings.filter((long) => long.folded !== short.folded && test(long));
    const [first] = fitting;
    return first && fitting.every(({ folded }) => find(folded) === find(first.folded)) ? first : null;
  };
  return spellings.flatMap((short): JoinTriple[] => {
    const acronym = only(short, (long) => long.type !== 'person' && isAcronymOf(short.name, long.name));
    if (acronym) return [[acronym.folded, short.folded, 'acronym']];
    return personOf(short, only) ?? bodyOf(short, bodies, only);
  });
}

type Only = (short: Spelling, test: (long: Spelling) => boolean) => Spelling | null;

function personOf(short: Spelling, only: Only): JoinTriple[] | null {
  const known = knownName(short.folded, short.name);
  // A surname standing alone is often taken for something else: the full name in the same article decides.
  if (short.type === 'location' && known !== null) return null;
  if (known !== null && known.type !== 'person' && !known.personal) return null;
  const surname = only(short, (long) => long.type === 'person' && isSurname(short.folded, long.folded));
  if (surname) return [[surname.folded, short.folded, 'surname']];
  if (short.type !== 'person' || short.folded.includes(' ')) return null;
  const given = only(
    short,
    (long) =>
      long.type === 'person' &&
      (isGivenName(short.folded, long.folded) || isSurname(short.folded, long.folded)),
  );
  if (given) return [[given.folded, short.folded, 'given name']];
  const spelled = only(
    short,
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
    only(short, (each) => {
      const other = bodies.get(each.folded);
      return isBody(each) && isBody(short) && other !== undefined && shortensBody(own, other) !== null;
    });
  if (long) return [[long.folded, short.folded, 'short form']];
  // "Saha" for "Saha Airlines", also where the word alone was taken for a place.
  const named = only(
    short,
    (each) => isBody(each) && (isBody(short) || unknown) && shortensToName(short.folded, each.folded),
  );
  return named ? [[named.folded, short.folded, 'short form']] : [];
}
