import { formAt, lowerAt } from '../model/index.ts';
import { governingCapitals, isPlace } from './capitals.ts';
import { headWithin } from './syntax.ts';
import { foldName } from './fold.ts';
import type { NameMention } from './names.ts';
import type { Base } from './phrases.ts';
import { bracketedAcronym, isAcronymOf, spokenAcronym } from './acronyms.ts';
import { typeVotes } from './typing.ts';
import type { TypeVote } from './typing.ts';
import {
  fullNameJoins,
  sameBodyJoins,
  respelledJoins,
  samePlaceJoins,
  shortFormJoins,
} from './short-forms.ts';
import type { Join, JoinTriple } from './short-forms.ts';
import type { Spelling } from './spelling-index.ts';
import { BODY_HEADS } from './words.ts';

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
export function clusterNames(document: Base, all: readonly NameMention[]): NameCluster[] {
  const names = withSurnames(document, all);
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
  const votes = names.map((name) => typeVotes(document, name));
  const types = decideTypes(names, votes);
  const capitals = governingCapitals(document, names).map(([country, capital]): JoinTriple => [
    country,
    capital,
    'capital',
  ]);
  const firsts = firstInStory(document, names);
  const placed = placesIn(document, names);
  const spellings = [...new Map(names.map((name) => [name.folded, name])).values()].map(
    ({ name, folded, type }): Spelling => ({
      name,
      folded,
      type: types.get(folded) ?? type,
      first: firsts.get(folded) ?? Infinity,
      placed: placed.has(folded),
    }),
  );
  const joinAll = (found: readonly JoinTriple[]): void => {
    for (const [a, b, reason] of found) join(a, b, reason);
  };
  joinAll([...knownJoins(names), ...capitals, ...definedJoins(document, names)]);
  joinAll(fullNameJoins(spellings));
  joinAll(sameBodyJoins(spellings));
  joinAll(samePlaceJoins(spellings));
  joinAll(respelledJoins(spellings));
  joinAll(shortFormJoins(spellings, find));
  // Names told apart before may be one by now, so that a short form of both has one owner.
  joinAll(shortFormJoins(spellings, find));

  const clusters = new Map<string, number[]>();
  names.forEach(({ folded }, i) => {
    const root = find(folded);
    const members = clusters.get(root);
    if (members) members.push(i);
    else clusters.set(root, [i]);
  });
  const joinsOf = new Map<string, Join[]>();
  for (const one of joins) {
    const root = find(one.a);
    const own = joinsOf.get(root);
    if (own) own.push(one);
    else joinsOf.set(root, [one]);
  }
  return [...clusters].map(([root, members]) => ({
    members,
    type: clusterType(members, names, votes),
    joins: joinsOf.get(root) ?? [],
  }));
}

/**
 * Cities that are somebody's surname in the article: "[Sudesh Amman] … [Amman] was jailed", where nothing is said to be in or go to the
 * city. Those are persons.
 */
function withSurnames(document: Base, names: readonly NameMention[]): NameMention[] {
  const surnames = new Set(
    names.flatMap(({ type, folded }) =>
      type === 'person' && / /u.test(folded) ? folded.split(' ').slice(-1) : [],
    ),
  );
  const places = new Set(
    names.flatMap(({ folded, firstToken, endToken }) =>
      surnames.has(folded) && isPlace(document, headWithin(document, firstToken, endToken)) ? [folded] : [],
    ),
  );
  return names.map((name) =>
    name.known?.kind === 'city' && surnames.has(name.folded) && !places.has(name.folded)
      ? { ...name, type: 'person', known: null }
      : name,
  );
}

/** Spellings that the reader took for a place and that say where something is: "in Hampshire" is no "Hampshire Police". */
const placesIn = (document: Base, names: readonly NameMention[]): ReadonlySet<string> =>
  new Set(
    names.flatMap(({ type, folded, firstToken, endToken }) => {
      const within =
        // "Winchester, [Hampshire], England": one of a chain.
        (lowerAt(document.tokens, firstToken - 1) === ',' && lowerAt(document.tokens, endToken) === ',') ||
        isPlace(document, headWithin(document, firstToken, endToken));
      return type === 'location' && within ? [folded] : [];
    }),
  );

/** By spelling, the first token of its first mention outside titles. */
function firstInStory(
  { tokens, sentences, passages }: Base,
  names: readonly NameMention[],
): ReadonlyMap<string, number> {
  const firsts = new Map<string, number>();
  for (const { folded, firstToken } of names) {
    const passage = passages[sentences.passage[tokens.sentence[firstToken] ?? 0] ?? 0];
    if (passage?.kind === 'title' || firsts.has(folded)) continue;
    // "David and Louise Holm": the surname is of both.
    const shared =
      folded.includes(' ') &&
      lowerAt(tokens, firstToken - 1) === 'and' &&
      /^\p{Lu}\p{Ll}+$/u.test(formAt(tokens, firstToken - 2));
    firsts.set(folded, shared ? Infinity : firstToken);
  }
  return firsts;
}

/** The type most mentions of the spelling have, the earliest winning a tie. */
function decideTypes(
  names: readonly NameMention[],
  votes: readonly (readonly TypeVote[])[],
): ReadonlyMap<string, NameMention['type']> {
  const groups = new Map<string, number[]>();
  names.forEach(({ folded }, i) => {
    const group = groups.get(folded);
    if (group) group.push(i);
    else groups.set(folded, [i]);
  });
  return new Map([...groups].map(([folded, group]) => [folded, clusterType(group, names, votes)]));
}

/** What the reader's guesses of one type weigh at most beside a noun that tells it. */
const MAX_READ = 2.5;

const SAID = /^(?:policy|event)$/u;

/** One type for all mentions of a thing: what the gazetteer knows, what stands beside the names, what the reader took each for. */
function clusterType(
  members: readonly number[],
  names: readonly NameMention[],
  votes: readonly (readonly TypeVote[])[],
): NameMention['type'] {
  // "Vote Protection Act (VPA)": a full name that says what it is settles what its acronym was taken for.
  const named = members
    .map((i) => names[i])
    .find((name) => name && SAID.test(name.type) && / /u.test(name.folded));
  if (named && members.every((i) => names[i]?.known === null)) return named.type;
  const sums = new Map<NameMention['type'], number>();
  const add = (type: NameMention['type'], weight: number): void =>
    void sums.set(type, (sums.get(type) ?? 0) + weight);
  for (const i of members) {
    const name = names[i];
    // A longer name is better evidence of its type than a single word.
    if (name) add(name.type, readWeight(name));
  }
  const known = members.some((i) => names[i]?.known);
  const alike = members.every((i) => names[i]?.folded === names[members[0] ?? 0]?.folded);
  const told = members.flatMap((i) => {
    const name = names[i];
    // What a name is that says so itself (an act, a people) or that the gazetteer knows does not hang on its neighbours.
    const sure = !name || (name.known !== null && !name.known.personal);
    return !sure && /^(?:person|organization|location)$/u.test(name.type) ? (votes[i] ?? []) : [];
  });
  // The reader errs alike wherever one spelling stands: however often, it weighs less than a noun that says what it is.
  if (!known && alike && told.some(([, weight]) => weight > MAX_READ))
    for (const [type, weight] of sums) sums.set(type, Math.min(weight, MAX_READ));
  for (const [type, weight] of told) add(type, weight);
  return [...sums].reduce((best, vote) => (vote[1] > best[1] ? vote : best))[0];
}

/** How much it counts what the reader took a name for. Of initials it is a guess; a full name that ends in a noun for bodies says it. */
function readWeight({ known, type, name, folded }: NameMention): number {
  if (known) return 3;
  if (!folded.includes(' ')) return type === 'person' && /^\p{Lu}{2,}$/u.test(name) ? 0.5 : 1;
  const body = type === 'organization' && BODY_HEADS.has(folded.slice(folded.lastIndexOf(' ') + 1));
  return body ? 3 : 1.5;
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

const isAcronymNoun = (word: string): boolean =>
  /^(?:acronym|initials|abbreviation|nickname|alias)$/u.test(word);
const BEFORE_NAME = /^(?:the|its|his|her|their|acronym|initials|abbreviation|nickname|alias|["“'‘])$/u;

/** Behind "a leftist guerrilla group" in "[Name], a leftist guerrilla group known as …", where no comma parts them; else where it was. */
function behindKind({ tokens }: Base, from: number): number {
  if (!/^(?:a|an|the)$/u.test(lowerAt(tokens, from))) return from;
  for (let at = from + 1; at < from + 7; at++) {
    if (KNOWN_AS.test(lowerAt(tokens, at))) return at;
    if (tokens.sentence[at] !== tokens.sentence[from] || !/^\p{Ll}[\p{L}-]*$|^-$/u.test(formAt(tokens, at)))
      return from;
  }
  return from;
}

const KNOWN_AS = /^(?:known|called|named|dubbed|abbreviated|styled|alias|aka|nicknamed|codenamed)$/u;

function definedJoins(document: Base, names: readonly NameMention[]): JoinTriple[] {
  const { tokens } = document;
  const startAt = new Map(names.map((name) => [name.firstToken, name]));
  return names.flatMap((name): JoinTriple[] => {
    const spelled = spelledOut(document, name, startAt);
    if (spelled) return [[spelled.folded, name.folded, 'acronym']];
    const bracket = bracketedAcronym(document, name.endToken);
    const inside = bracket && (startAt.get(bracket.first) ?? null);
    // Initials of another language define it too: "People's Unit (YB)".
    const foreign =
      name.type === 'organization' && name.folded.includes(' ') && /^\p{Lu}{2,6}$/u.test(bracket?.text ?? '');
    if (bracket && inside && (foreign || definesAcronym(name.folded, foldName(bracket.text))))
      return [[name.folded, inside.folded, 'acronym']];
    const spoken = name.type === 'organization' ? spokenAcronym(document, name.endToken, name.name) : null;
    const word = spoken && startAt.get(spoken.first);
    if (word && word.known === null) return [[name.folded, word.folded, 'acronym']];
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
    at = behindKind(document, at);
    const other = initialsBehindOr(document, name, startAt);
    if (other) return [[name.folded, other.folded, 'acronym']];
    for (const skip of ['is', 'was', 'are', 'were', 'or', 'also', 'better', 'formerly', 'previously'])
      if (lowerAt(tokens, at) === skip) at++;
    if (
      /^(?:popularly|widely|commonly|sometimes|affectionately|simply|locally|usually|often|formally|officially|universally)$/u.test(
        lowerAt(tokens, at),
      )
    )
      at++;
    const verb = lowerAt(tokens, at);
    // "Doe called Roe": said of a thing the verb is passive, and something stands before it.
    if (!KNOWN_AS.test(verb) || (at === name.endToken && !/^(?:known|alias|aka)$/u.test(verb))) return [];
    at++;
    if (/^(?:as|by)$/u.test(lowerAt(tokens, at))) at++;
    while (BEFORE_NAME.test(lowerAt(tokens, at)) || isAcronymNoun(lowerAt(tokens, at + 1))) at++;
    const called = startAt.get(at);
    // What the text says outweighs what a name was taken for: "General Vance, known as Red", read as a body.
    // "The committee on Norway, called Vance naive": what a thing is called closes the phrase.
    const closes =
      called &&
      (!/^(?:called|named|dubbed|styled)$/u.test(verb) ||
        /^(?:[,.;)]|["”])$/u.test(lowerAt(tokens, called.endToken)));
    const compatible =
      closes && (called.type === name.type || (called.known === null && name.known?.type !== 'location'));
    return compatible ? [[name.folded, called.folded, 'also known as']] : [];
  });
}

/** "The Democratic Union of Norway, or [DUN],": initials, also of another language, behind "or". */
function initialsBehindOr(
  { tokens }: Base,
  { type, folded, endToken }: NameMention,
  startAt: ReadonlyMap<number, NameMention>,
): NameMention | null {
  const or = lowerAt(tokens, endToken) === ',' ? endToken + 1 : endToken;
  const initials =
    lowerAt(tokens, or) === 'or' ? startAt.get(or + (lowerAt(tokens, or + 1) === 'the' ? 2 : 1)) : undefined;
  const short = initials && /^(?:\p{Lu}[\p{Lu}\p{Ll}-]{1,9}|(?:\p{Lu}\.){2,6})$/u.test(initials.name);
  const closed = initials && /^[,.)]$/u.test(lowerAt(tokens, initials.endToken));
  // "Umoja wa Marn, or Movement for Marn,": the same in another language.
  const translated =
    initials?.type === 'organization' && initials.folded.includes(' ') && lowerAt(tokens, endToken) === ',';
  if (type !== 'organization' || !folded.includes(' ') || !(short || translated) || !closed) return null;
  return initials.type === 'location' || initials.name === initials.name.toLowerCase() ? null : initials;
}

/** "The ELN (National Liberation Army)": a body's name behind an acronym that may be of another language. */
function spelledOut(
  { tokens }: Base,
  { name, folded, type, endToken }: NameMention,
  startAt: ReadonlyMap<number, NameMention>,
): NameMention | null {
  const open = lowerAt(tokens, endToken) === '.' ? endToken + 1 : endToken;
  const within = lowerAt(tokens, open) === '(' ? startAt.get(open + 1) : undefined;
  // "Norsk Glass Kft. (Norsk Limited)": another name of a body begins with the same word.
  const again =
    within?.type === 'organization' &&
    lowerAt(tokens, within.endToken) === ')' &&
    within.folded.split(' ')[0] === folded.split(' ')[0];
  if (type === 'organization' && again) return within;
  if (type !== 'organization' || !/^\p{Lu}{2,6}$/u.test(name) || lowerAt(tokens, endToken) !== '(')
    return null;
  const inside = startAt.get(lowerAt(tokens, endToken + 1) === 'the' ? endToken + 2 : endToken + 1);
  const whole = inside?.type === 'organization' && lowerAt(tokens, inside.endToken) === ')';
  return whole && inside.folded.split(' ').length > 1 ? inside : null;
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

/**
 * In brackets right after a name, an acronym need only begin with the letter of one of its words ("ISIS-K"). Behind a single word it
 * is an agency's ("Norway (NTB)").
 */
const definesAcronym = (long: string, acronym: string): boolean =>
  long.includes(' ') &&
  long.split(' ').some((word) => word.charAt(0) === acronym.charAt(0)) &&
  long.length > acronym.length;
