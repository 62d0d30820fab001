import { distance } from 'fastest-levenshtein';
import { demonym, knownName } from './gazetteer/index.ts';
import { BODY_HEADS, ORGANIZATION_TAILS, STATE_BODIES } from './words.ts';

/** Words of a folded name without "Jr" and the like. */
export const wordsOf = (folded: string): string[] =>
  folded.split(' ').filter((word) => !/^(?:jr|sr|ii|iii|iv)$/u.test(word));

const agree = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** Every word of `short` stands in `long`, in order. */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of short) {
    while (at < long.length && !agree(word, long[at] ?? '')) at++;
    if (at++ >= long.length) return false;
  }
  return true;
}

/**
 * Two full names that can be one person's: the words of one stand in the other, beginning with the same given name or its initial
 * ("Ada Holm", "Ada M. Holm", "Ada Holm Lind"), or ending alike behind the given name ("Holm Lind").
 */
export function isSamePerson(a: string, b: string): boolean {
  const [short, long] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (short.length < 2 || a === b) return false;
  if (short.length === long.length)
    return (
      agree(short[0] ?? '', long[0] ?? '') &&
      isWithin(short, long) &&
      !short.every((word) => word.length === 1)
    );
  if (agree(short[0] ?? '', long[0] ?? '')) return isWithin(short, long);
  return long.slice(-short.length).join(' ') === short.join(' ');
}

/** One name in two spellings: as many words, the given names equal, and of the others one differs by a letter ("Ladin", "Laden"). */
export function isRespelled(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (x.length !== y.length || x.length < 2) return false;
  // "Osama bin Laden", "Usama bin Ladin": of three words and more each may be spelled otherwise by a letter.
  if (
    x.length > 2 &&
    x.every((word, i) => word === y[i] || (word.length >= 5 && distance(word, y[i] ?? '') === 1))
  )
    return true;
  if (x[0] !== y[0]) return false;
  const other = x.flatMap((word, i) => (word === y[i] ? [] : [[word, y[i] ?? '']]));
  const [one] = other;
  return (
    other.length === 1 &&
    one !== undefined &&
    (one[0]?.length ?? 0) >= 5 &&
    distance(one[0] ?? '', one[1] ?? '') === 1
  );
}

/** A single name of a person with a fuller one: the surname, or what is behind the given name. */
export function isSurname(short: string, long: string): boolean {
  const words = wordsOf(long);
  // "Mohammed bin Salman" is no Salman: that is his father.
  if (/^(?:bin|ibn|bint)$/u.test(words.at(words.indexOf(short) - 1) ?? '') && words.indexOf(short) > 0)
    return false;
  return (
    words.length > 1 &&
    (words.at(-1) === short ||
      words.slice(1).join(' ') === short ||
      (words.length > 2 && words.slice(1).includes(short)))
  );
}

/** "Wasif" for "Sally Wasef". */
export function isRespelledSurname(short: string, long: string): boolean {
  const words = wordsOf(long);
  const surname = words.at(-1) ?? '';
  return (
    words.length > 1 &&
    short.length >= 5 &&
    short.charAt(0) === surname.charAt(0) &&
    distance(short, surname) === 1
  );
}

export function isGivenName(short: string, long: string): boolean {
  const words = wordsOf(long);
  return words.length > 1 && words[0] === short;
}

/** A body's name without what says whose it is: "us state department" is the department of state of the United States. */
export interface BodyName {
  /** All words but those of the place. */
  readonly text: string;
  /** Content words, singular, sorted. */
  readonly core: string;
  /** Content words in their order. */
  readonly words: readonly string[];
  /** What the body is: "department". */
  readonly head: string;
  /** Canonical country or place, or the empty string. */
  readonly place: string;
}

const singular = (word: string): string =>
  word.length > 3 && !/ss$/u.test(word) ? word.replace(/s$/u, '') : word;
const isSmall = (word: string): boolean => /^(?:of|the|for|and|on|in|to|&|de|la|du|des)$/u.test(word);

const capitalized = (words: readonly string[]): string =>
  words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');

/** The country or place that some words name, as a noun or an adjective, or null. */
function placeOf(words: readonly string[]): string | null {
  const folded = words.join(' ');
  const text = capitalized(words);
  const known = knownName(folded, folded.length <= 3 ? folded.toUpperCase() : text);
  if (known?.type === 'location') return known.name;
  return demonym(text)?.country ?? null;
}

export function bodyName(folded: string): BodyName {
  // "116th United States Congress".
  let words = folded.replace(/^\d+(?:st|nd|rd|th) (?=\p{L}+ )/u, '').split(' ');
  let place = '';
  for (const length of [3, 2, 1]) {
    const found = words.length > length ? placeOf(words.slice(0, length)) : null;
    if (found === null) continue;
    [place, words] = [found, words.slice(length)];
    break;
  }
  const of = words.lastIndexOf('of');
  const behind = of > 0 ? placeOf(words.slice(of + 1).filter((word) => word !== 'the')) : null;
  if (behind !== null && (place === '' || place === behind)) [place, words] = [behind, words.slice(0, of)];
  const link = words.findIndex((word, i) => i > 0 && /^(?:of|for|on)$/u.test(word));
  const content = words.filter((word) => !isSmall(word)).map(singular);
  const head = singular((link > 0 ? words[link - 1] : words.at(-1)) ?? '');
  return { text: words.join(' '), core: [...content].sort().join(' '), words: content, head, place };
}

/**
 * How `short` may be the same body as `long`, or null: the same words but for whose body it is ("State Department", "US Department of
 * State"), the words of the longer name in their order with the noun that heads it ("Oversight Committee"), or that noun alone.
 */
export function shortensBody(
  short: BodyName,
  long: BodyName,
): 'same words' | 'fewer words' | 'head noun' | null {
  // What says whose body it is must not be lost on the way: "Trade Ministry" may be another country's.
  if ((short.place !== '' && short.place !== long.place) || short.words.length === 0) return null;
  if (short.core === long.core)
    return short.words.length > 1 || isClosed(short.head) || isPluralName(short, long) ? 'same words' : null;
  if (short.head !== long.head) return null;
  if (short.words.length === 1)
    return isClosed(short.head) || ORGANIZATION_TAILS.has(short.head) || isPluralName(short, long)
      ? 'head noun'
      : null;
  // "Democratic Party" and "Social Democratic Party" are two.
  if (short.head === 'party' || short.head === 'union') return null;
  // "House of Commons Library" is no House of Commons.
  if (
    long.text.startsWith(`${short.text} `) &&
    !/^(?:of|for|on) /u.test(long.text.slice(short.text.length + 1))
  )
    return null;
  return short.words.length < long.words.length && isWithin(short.words, long.words) ? 'fewer words' : null;
}

const isClosed = (head: string): boolean => BODY_HEADS.has(head) || STATE_BODIES.has(head);

/** "Tigers" for the "Tigers of Karos" or the "Karos Tigers": a noun in the plural that bears a name of its own means its bearers. */
const isPluralName = (short: BodyName, long: BodyName): boolean =>
  short.text.length > 4 && /[^s]s$/u.test(short.text) && long.text.split(' ').includes(short.text);

const withoutOwner = (long: string): string => long.replace(/'s?(?= )/gu, '');

/** Words for a party's people and views, by the one that stands for all: "Democrat", "Democratic Party". */
const PARTY_WORDS: Readonly<Record<string, string>> = {
  democratic: 'democrat',
  tory: 'conservative',
  tories: 'conservative',
  conservatives: 'conservative',
  greens: 'green',
  socialists: 'socialist',
  communists: 'communist',
  liberals: 'liberal',
  'lib dems': 'liberal democrat',
  'liberal democrats': 'liberal democrat',
  'social democrats': 'social democrat',
  'christian democrats': 'christian democrat',
  labor: 'labour',
  'lib dem': 'liberal democrat',
  'liberal democratic': 'liberal democrat',
  'social democratic': 'social democrat',
  'christian democratic': 'christian democrat',
};

/** What tells which party a name or an adjective is of ("Democrat", "Democratic Party"), or null for other names. */
export function partyOf(folded: string): string | null {
  const stem = folded.replace(/ party$/u, '');
  const word = PARTY_WORDS[stem] ?? stem;
  const known =
    /^(?:(?:social|christian|liberal) )?democrat$|^(?:republican|conservative|labour|liberal|green|socialist|communist|libertarian)$/u;
  return known.test(word) ? word : null;
}

/** "Of", also of other languages: "Lashkar-e-Nur". */
const OF = /^ (?:of|e|i|ul|ud|uz) /u;

/** "Norwick" for "Norwick University", where what is left out says only what kind of body it is; "Sons" for "Sons of the Tide". */
export function shortensToName(short: string, long: string): boolean {
  if (OF.test(long.slice(short.length)) && long.startsWith(short)) return !short.includes(' ');
  const plain = withoutOwner(long);
  const rest = plain.slice(short.length).trim().split(' ');
  return plain.startsWith(`${short} `) && rest.every((word) => ORGANIZATION_TAILS.has(word));
}

/** All that `shortensToName` may hold of: a first word before "of", and what is left without tails at the end. */
export function shortNames(long: string): string[] {
  const [first = '', second] = long.split(' ');
  const words = withoutOwner(long).split(' ');
  const found = OF.test(` ${second} `) ? [first] : [];
  for (let end = words.length - 1; end > 0 && ORGANIZATION_TAILS.has(words[end] ?? ''); end--) {
    found.push(words.slice(0, end).join(' '));
  }
  return found;
}
