import { lowerAt } from '../model/index.ts';
import { governingCapitals } from './capitals.ts';
import { foldName } from './fold.ts';
import { bracketedAcronym } from './names.ts';
import type { NameMention } from './names.ts';
import type { Base } from './phrases.ts';
import { ORGANIZATION_TAILS } from './words.ts';

/** Why two names are one thing. */
export interface Join {
  readonly a: string;
  readonly b: string;
  readonly reason:
    'known names' | 'acronym' | 'also known as' | 'apposition' | 'surname' | 'short form' | 'capital';
}

export interface NameCluster {
  readonly type: NameMention['type'];
  /** Indices into the name mentions, in text order. */
  readonly members: readonly number[];
  readonly joins: readonly Join[];
}

/**
 * Groups the names of one article into things. Names with equal folded spelling are one; beyond that only what the text defines
 * (brackets, "known as") and what is unambiguous in it (an acronym, a surname, a short form with one possible owner) joins.
 */
export function clusterNames(document: Base, names: readonly NameMention[]): NameCluster[] {
  const parent = new Map<string, string>();
  const joins: Join[] = [];
  for (const { folded } of names) if (!parent.has(folded)) parent.set(folded, folded);
  const find = (name: string): string => {
    let root = name;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    return root;
  };
  const join = (a: string, b: string, reason: Join['reason']): void => {
    const [x, y] = [find(a), find(b)];
    if (x === y) return;
    parent.set(y, x);
    joins.push({ a, b, reason });
  };
  const types = decideTypes(names);
  const capitals = governingCapitals(document, names).map(([country, capital]): JoinTriple => [
    country,
    capital,
    'capital',
  ]);
  const all = [
    ...knownJoins(names),
    ...capitals,
    ...definedJoins(document, names),
    ...inferredJoins(names, types),
  ];
  for (const [a, b, reason] of all) join(a, b, reason);

  const clusters = new Map<string, number[]>();
  names.forEach(({ folded }, i) => {
    const root = find(folded);
    clusters.set(root, [...(clusters.get(root) ?? []), i]);
  });
  return [...clusters].map(([root, members]) => ({
    members,
    type: clusterType(members.map((i) => names[i] as NameMention)),
    joins: joins.filter(({ a }) => find(a) === root),
  }));
}

/** The type most mentions of the spelling have, the earliest winning a tie. */
function decideTypes(names: readonly NameMention[]): ReadonlyMap<string, NameMention['type']> {
  const groups = new Map<string, NameMention[]>();
  for (const name of names) groups.set(name.folded, [...(groups.get(name.folded) ?? []), name]);
  return new Map([...groups].map(([folded, group]) => [folded, clusterType(group)]));
}

function clusterType(group: readonly NameMention[]): NameMention['type'] {
  const votes = new Map<NameMention['type'], number>();
  // A longer name is better evidence of its type than a single word.
  for (const { type, folded, known } of group)
    votes.set(type, (votes.get(type) ?? 0) + (known ? 3 : / /u.test(folded) ? 1.5 : 1));
  return [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best))[0];
}

/** Spellings of one entity that the gazetteer knows: "ISIS", "Islamic State". */
function knownJoins(names: readonly NameMention[]): JoinTriple[] {
  const first = new Map<string, string>();
  return names.flatMap(({ known, folded, type }): JoinTriple[] => {
    if (!known || type !== known.type) return [];
    const other = first.get(known.id);
    if (other === undefined) first.set(known.id, folded);
    return other === undefined || other === folded ? [] : [[other, folded, 'known names']];
  });
}

type JoinTriple = readonly [string, string, Join['reason']];

const KNOWN_AS = /^(?:known|called|named|dubbed|abbreviated|styled)$/u;

function definedJoins(document: Base, names: readonly NameMention[]): JoinTriple[] {
  const { tokens } = document;
  const startAt = new Map(names.map((name) => [name.firstToken, name]));
  return names.flatMap((name): JoinTriple[] => {
    const bracket = bracketedAcronym(document, name.endToken);
    const inside = bracket && (startAt.get(bracket.first) ?? null);
    if (bracket && inside && definesAcronym(name.folded, foldName(bracket.text)))
      return [[name.folded, inside.folded, 'acronym']];
    let at = name.endToken;
    if (lowerAt(tokens, at) === ')') at++;
    // "NRF, the National Resistance Front,"
    if (lowerAt(tokens, at) === ',') {
      const next = startAt.get(lowerAt(tokens, at + 1) === 'the' ? at + 2 : at + 1);
      if (next && isAcronymOf(name.name, next.name)) return [[next.folded, name.folded, 'acronym']];
      if (next && isRenaming(document, name, next, startAt))
        return [[next.folded, name.folded, 'apposition']];
      at++;
    }
    for (const skip of ['or', 'also', 'better', 'formerly', 'previously'])
      if (lowerAt(tokens, at) === skip) at++;
    if (!KNOWN_AS.test(lowerAt(tokens, at))) return [];
    at++;
    if (/^(?:as|by)$/u.test(lowerAt(tokens, at))) at++;
    while (/^(?:the|its|acronym|initials|["“'‘])$/u.test(lowerAt(tokens, at))) at++;
    const other = startAt.get(at);
    const compatible = other?.type === name.type;
    return compatible ? [[name.folded, other.folded, 'also known as']] : [];
  });
}

/** "ISIS, the Islamic State, …": two names of bodies with nothing but the article between, closed by a comma, and no list. */
function isRenaming(
  { tokens }: Base,
  name: NameMention,
  next: NameMention,
  startAt: ReadonlyMap<number, NameMention>,
): boolean {
  const behind = next.endToken;
  return (
    name.type === 'organization' &&
    next.type === 'organization' &&
    lowerAt(tokens, next.firstToken - 1) === 'the' &&
    lowerAt(tokens, behind) === ',' &&
    !/^(?:and|or|the|as)$/u.test(lowerAt(tokens, behind + 1)) &&
    !startAt.has(behind + 1) &&
    !/^(?:,|and|or)$/u.test(lowerAt(tokens, name.firstToken - 1))
  );
}

/** In brackets right after a name, an acronym need only begin with the letter of one of its words ("ISIS-K"). */
const definesAcronym = (long: string, acronym: string): boolean =>
  long.split(' ').some((word) => word.charAt(0) === acronym.charAt(0)) && long.length > acronym.length;

/** Every capital of the acronym is the initial of a word of the name, in order, all content words used. */
export function isAcronymOf(acronym: string, long: string): boolean {
  const letters = acronym.replace(/[^\p{Lu}]/gu, '').toLowerCase();
  if (letters.length < 2 || acronym.replace(/[.\s-]/gu, '').length > letters.length + 1) return false;
  const words = long.toLowerCase().split(/[\s-]+/u);
  const all = words.map((word) => word.charAt(0)).join('');
  const content = words
    .filter((word) => !/^(?:of|the|and|in|for|on|de|la|du|to)$/u.test(word))
    .map((word) => word.charAt(0))
    .join('');
  return words.length > 1 && (letters === all || letters === content);
}

/** Joins that hold only where exactly one longer name of the article can be meant. */
function inferredJoins(
  names: readonly NameMention[],
  types: ReadonlyMap<string, NameMention['type']>,
): JoinTriple[] {
  const spellings = [...new Map(names.map((name) => [name.folded, name])).values()];
  return spellings.flatMap((short): JoinTriple[] => {
    const type = types.get(short.folded);
    const owners = (test: (long: NameMention) => boolean): NameMention[] =>
      spellings.filter((long) => long.folded !== short.folded && test(long));
    const acronymOf = owners(
      (long) => types.get(long.folded) !== 'person' && isAcronymOf(short.name, long.name),
    );
    if (acronymOf.length === 1)
      return acronymOf.map((long) => [long.folded, short.folded, 'acronym'] as const);
    const surname = owners(
      (long) => types.get(long.folded) === 'person' && isSurname(short.folded, long.folded),
    );
    // A surname standing alone is often tagged as something else: the full name in the same article decides.
    if (surname.length === 1 && type !== 'location')
      return [[surname[0]?.folded ?? '', short.folded, 'surname']];
    return tailJoins(short, type, owners);
  });
}

const isSurname = (short: string, long: string): boolean => {
  const words = long.split(' ');
  return words.length > 1 && (words.at(-1) === short || words.slice(1).join(' ') === short);
};

function tailJoins(
  short: NameMention,
  type: NameMention['type'] | undefined,
  owners: (test: (long: NameMention) => boolean) => NameMention[],
): JoinTriple[] {
  const long = owners(
    ({ folded, type: other }) =>
      other === 'organization' && type !== 'person' && shortens(short.folded, folded),
  );
  return long.length === 1 ? [[long[0]?.folded ?? '', short.folded, 'short form']] : [];
}

/** "Northeastern" for "Northeastern University", "Front" for "National Resistance Front". */
function shortens(short: string, long: string): boolean {
  const words = long.split(' ');
  const rest = long.slice(short.length).trim().split(' ');
  if (long.startsWith(`${short} `)) return rest.every((word) => ORGANIZATION_TAILS.has(word));
  return words.length > 1 && words.at(-1) === short && ORGANIZATION_TAILS.has(short);
}
