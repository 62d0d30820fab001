import { distance } from 'fastest-levenshtein';
import { isAcronymOf } from '../../entities/index.ts';
import { byCodeUnit } from '../../model/index.ts';
import type { ArticleRecord, DecidedThing, MergeDecision } from '../../model/index.ts';
import { groupBy } from '../join/groups.ts';
import { joinRecords } from '../join/join.ts';
import { wordsOf } from '../join/members.ts';
import type { Member } from '../join/members.ts';
import type { Joining } from '../join/state.ts';
import { uniteRecords } from '../record.ts';
import { canonicalThings, meaning } from './decisions.ts';

/** Why two things may be one after all; where several hold, the first is named. */
export const DOUBTS = [
  'same name',
  'same acronym',
  'same surname',
  'same office',
  'initials',
  'alias',
  'short form',
  'other type',
  'one word more',
  'spelling',
] as const;
export type Doubt = (typeof DOUBTS)[number];

export interface DoubtfulJoin {
  readonly why: Doubt;
  readonly things: readonly DecidedThing[];
}

interface Case {
  readonly why: Doubt;
  readonly members: readonly number[];
}

const WEAK = { acronym: 'same acronym', surname: 'same surname', institution: 'same office' } as const;

/**
 * What rules alone can't decide: things of the articles that were left apart and may be one. A function of the sets of records
 * and decisions; what is decided is not asked again.
 */
export function doubtfulJoins(
  articles: readonly ArticleRecord[],
  decisions: readonly MergeDecision[],
): DoubtfulJoin[] {
  const state = joinRecords(uniteRecords(articles), decisions);
  const index = indexNames(state);
  const found = [
    ...sameNames(state, index),
    ...weakAndOwners(state, index),
    ...surnames(state, index),
    ...initials(state, index),
    ...aliases(state, index),
    ...otherTypes(index),
    ...oneWordMore(state, index),
    ...spellings(state, index),
  ];
  const joins = new Map<string, DoubtfulJoin>();
  for (const { why, members } of found.flatMap((each) => undecided(state, each))) {
    // Two entities of one article with one name can't be told apart in words.
    const named = new Map(members.map((m) => thingOf(state, index, m)).map((one) => [meaning(one), one]));
    if (named.size < 2) continue;
    const things = canonicalThings([...named.values()]);
    const key = JSON.stringify(things);
    const known = joins.get(key);
    if (!known || DOUBTS.indexOf(why) < DOUBTS.indexOf(known.why)) joins.set(key, { why, things });
  }
  return [...joins].sort(([a], [b]) => byCodeUnit(a, b)).map(([, join]) => join);
}

interface NameIndex {
  /** Members by the key of their name: those known by a full name, and the others. */
  readonly full: ReadonlyMap<string, readonly number[]>;
  readonly weak: ReadonlyMap<string, readonly number[]>;
  /** Members by the keys of their aliases. */
  readonly aliases: ReadonlyMap<string, readonly { readonly m: number; readonly short: boolean }[]>;
}

function indexNames(state: Joining): NameIndex {
  const named = [...state.members.keys()].filter((m) => state.member(m).entity.named);
  const full = named.filter((m) => state.member(m).kind === 'full');
  const aliased = named.flatMap((m) => state.member(m).aliases.map(({ key, short }) => ({ key, m, short })));
  const keyOf = (m: number): string => state.member(m).key;
  return {
    full: groupBy(full, keyOf),
    weak: groupBy(
      named.filter((m) => state.member(m).kind !== 'full'),
      keyOf,
    ),
    aliases: groupBy(aliased, ({ key }) => key),
  };
}

/** One member for each set, the cases in which at least two sets are left whose being one nobody has judged. */
function undecided(state: Joining, { why, members }: Case): Case[] {
  const one = [...groupBy(members, (m) => state.sets.find(m)).values()].map((unit) => unit[0] as number);
  const open = one.filter((m) =>
    one.some((other) => other !== m && !state.hasClash([...state.whole([m]), ...state.whole([other])])),
  );
  return open.length > 1 ? [{ why, members: open }] : [];
}

/** A full name means all that bear it, unless they were told apart; any other name that of the documents of its set. */
function thingOf(state: Joining, { full }: NameIndex, m: number): DecidedThing {
  const { key, entity } = state.member(m);
  const bearers = full.get(key);
  if (!bearers || state.member(m).kind !== 'full' || state.roots(bearers).length > 1)
    return { type: entity.type, name: entity.name, documents: documentsOf(state, m) };
  const names = bearers.map((bearer) => state.member(bearer).entity.name);
  return { type: entity.type, name: names.reduce((a, b) => (byCodeUnit(b, a) < 0 ? b : a)) };
}

/** Those whose article gives a weak name together with a full one. */
const owners = (state: Joining, aliases: NameIndex['aliases'], key: string) =>
  (aliases.get(key) ?? []).filter(({ m }) => state.member(m).kind === 'full');

/** The documents in which the set of a member has its name. */
const documentsOf = (state: Joining, m: number): string[] => [
  ...new Set(
    state
      .whole([m])
      .filter((one) => state.member(one).key === state.member(m).key)
      .map((one) => state.member(one).document),
  ),
];

const sameNames = (state: Joining, { full, weak, aliases: owned }: NameIndex): Case[] => [
  ...[...full.values()].map((members): Case => ({ why: 'same name', members })),
  ...[...weak]
    .filter(([key]) => owners(state, owned, key).length === 0)
    .map(([, members]): Case => ({ why: weakness(state.member(members[0] as number)), members })),
];

const weakness = ({ kind }: Member): Doubt => (kind === 'full' ? 'same name' : WEAK[kind]);

/** A weak name that more than this many have tells nothing about who is meant: no question a person could answer. */
const MAX_OWNERS = 4;

/** Every pair of a thing known by a weak name only, and one whose article gives that name with a full one. */
const weakAndOwners = (state: Joining, { weak, aliases: owned }: NameIndex): Case[] =>
  [...weak].flatMap(([key, members]) => {
    const sets = groupBy(owners(state, owned, key), ({ m }) => state.sets.find(m));
    if (sets.size > MAX_OWNERS) return [];
    return members.flatMap((m) =>
      [...sets.values()].map(([owner]): Case => ({
        why: weakness(state.member(m)),
        members: [owner?.m as number, m],
      })),
    );
  });

/** A bare surname, and each full name that ends in it, whether or not its own article uses the surname alone. */
function surnames(state: Joining, { weak, full }: NameIndex): Case[] {
  const byLast = groupBy(
    full,
    ([key]) => `${key.slice(0, key.indexOf('/'))}/${wordsOf(key).split(' ').at(-1) ?? ''}`,
  );
  return [...weak].flatMap(([key, members]) => {
    if (state.member(members[0] as number).kind !== 'surname') return [];
    const owning = byLast.get(key) ?? [];
    if (owning.length > MAX_OWNERS) return [];
    return owning.flatMap(([, bearers]) => pairs(state, 'same surname', bearers, members));
  });
}

/** One member for each set. */
const oneEach = (state: Joining, members: readonly number[]): number[] =>
  [...groupBy(members, (m) => state.sets.find(m)).values()].map((set) => set[0] as number);

/** Every pair of a set of the one list and a set of the other. */
const pairs = (state: Joining, why: Doubt, these: readonly number[], those: readonly number[]): Case[] =>
  oneEach(state, these).flatMap((a) => oneEach(state, those).map((b) => ({ why, members: [a, b] })));

/** A bare acronym that has found no full name, and a name of those initials. */
function initials(state: Joining, { weak, full }: NameIndex): Case[] {
  const place = (key: string): string => key.slice(0, key.indexOf('/') + 2);
  const byInitial = groupBy(full, ([key]) => place(key));
  return [...weak.values()].flatMap((members) => {
    const alone = members.filter((m) => state.whole([m]).every((one) => state.member(one).kind !== 'full'));
    const { kind, key, entity } = state.member(members[0] as number);
    if (kind !== 'acronym') return [];
    return (byInitial.get(place(key)) ?? [])
      .filter(([, [bearer]]) => isAcronymOf(entity.name, state.member(bearer as number).entity.name))
      .flatMap(([, bearers]) => pairs(state, 'initials', bearers, alone));
  });
}

/** A full name that others have as an alias; and an alias that two have in common. */
const aliases = (state: Joining, { full, aliases: owned }: NameIndex): Case[] =>
  [...owned].flatMap(([key, owning]): Case[] => {
    const bearers = full.get(key);
    if (bearers)
      return owning.flatMap(({ m, short }) => pairs(state, short ? 'short form' : 'alias', bearers, [m]));
    const whole = owning.filter(({ m, short }) => !short && hasFullAlias(state.member(m), key));
    return [{ why: 'alias', members: whole.map(({ m }) => m) }];
  });

const hasFullAlias = ({ aliases: own }: Member, key: string): boolean =>
  own.some((alias) => alias.key === key && alias.kind === 'full');

const otherTypes = ({ full }: NameIndex): Case[] =>
  [...groupBy(full, ([key]) => wordsOf(key)).values()]
    .filter((entries) => entries.length > 1)
    .map((entries) => ({ why: 'other type', members: entries.flatMap(([, members]) => members) }));

/** Words that a place's name may have or lack; any other makes it another place ("South Sudan"). */
const PLACE_WORDS: ReadonlySet<string> = new Set(
  `area bay borough city county district governorate island islands lake mountain mountains municipality of oblast peninsula
   port prefecture province region republic river state territory the town valley village`.split(/\s+/u),
);

function oneWordMore(state: Joining, { full }: NameIndex): Case[] {
  return [...full].flatMap(([key, members]) => {
    const type = key.slice(0, key.indexOf('/'));
    const words = wordsOf(key).split(' ');
    return words.flatMap((word, i): Case[] => {
      if (type === 'location' && !PLACE_WORDS.has(word)) return [];
      const fewer = full.get(`${type}/${words.toSpliced(i, 1).join(' ')}`);
      return fewer ? pairs(state, 'one word more', members, fewer) : [];
    });
  });
}

const MIN_LENGTH = 5;
/** From this length on two letters may differ, else one. */
const LONG = 8;

/** Names of one type that differ by a letter or two. Candidates share a spelling with one letter deleted (Garbe's SymSpell). */
function spellings(state: Joining, { full }: NameIndex): Case[] {
  const keys = [...full.keys()].filter((key) => wordsOf(key).length >= MIN_LENGTH);
  const deletions = keys.flatMap((key) => {
    const start = key.length - wordsOf(key).length;
    const shorter = Array.from(wordsOf(key), (_, i) => key.slice(0, start + i) + key.slice(start + i + 1));
    return [...new Set([key, ...shorter])].map((spelling) => ({ spelling, key }));
  });
  return [...groupBy(deletions, ({ spelling }) => spelling).values()].flatMap((list) =>
    list.flatMap(({ key: a }, i) =>
      list
        .slice(i + 1)
        .filter(({ key: b }) => areSpelledAlike(wordsOf(a), wordsOf(b)))
        .flatMap(({ key: b }) => pairs(state, 'spelling', full.get(a) ?? [], full.get(b) ?? [])),
    ),
  );
}

const digits = (name: string): string => name.replace(/\P{N}+/gu, ' ').trim();

/** "Article 5" and "Article 6" are spelled alike and mean two things. */
const areSpelledAlike = (a: string, b: string): boolean =>
  a !== b && digits(a) === digits(b) && distance(a, b) <= (Math.min(a.length, b.length) < LONG ? 1 : 2);
