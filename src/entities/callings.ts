import type { KnownKind } from './gazetteer/index.ts';

/** What descriptions ask of an entity. */
export interface Described {
  /** Folded names. */
  readonly names: readonly string[];
  readonly kind: KnownKind | null;
  /** Lemmas of common nouns that the text says of it: "airline", "city". */
  readonly nouns: ReadonlySet<string>;
}

/** Nouns for fighters and their like, of which a name of unknown kind may be the bearer. */
export const FIGHTING =
  /^(?:group|militia|militant|rebel|insurgent|extremist|terrorist|jihadist|guerrilla|movement|organization|organisation|network|faction|outfit)$/u;
const OTHER_BODY =
  /(?:^| )(?:university|college|institute|ministry|company|inc|corp|airlines|airways|bank|council|committee|parliament|senate|court|police|(?<!liberation |resistance |revolutionary |republican )army|military|department|agency|office|television|tv|news|times|newspaper)$/u;

const BUSINESS =
  /^(?:company|firm|corporation|airline|carrier|broadcaster|manufacturer|retailer|automaker|publisher|supplier)$/u;
const NO_BUSINESS =
  /(?:^| )(?:university|college|institute|school|ministry|council|committee|commission|parliament|senate|house|congress|court|police|army|navy|force|forces|military|department|agency|office|government|party|union|front|association|foundation|church|fund|league|movement|club|team)$/u;

/** Last words of the names of parties, besides "party". */
const PARTIES =
  /(?:^| )(?:party|front|movement|alliance|congress|league|union|democrats|rally|bloc|forum|coalition|socialists|liberals|conservatives|greens|communists)$/u;

/** Last words of the names of newspapers. */
const PAPERS =
  /(?:^| )(?:news|times|post|gazette|herald|tribune|journal|mail|star|sun|daily|telegraph|guardian|observer|chronicle|mirror|express|standard|monitor|independent|weekly|press|today|examiner|inquirer|courier|dispatch)$|^daily /u;

/** Of bodies that the gazetteer knows: the kinds that a noun is said of. */
const KINDS: readonly (readonly [nouns: RegExp, kinds: readonly KnownKind[]])[] = [
  [/^group$/u, ['armed-group', 'ngo']],
  [/^organi[sz]ation$/u, ['armed-group', 'ngo', 'international']],
  [/^movement$/u, ['armed-group', 'ngo', 'party']],
  [FIGHTING, ['armed-group']],
  [/^(?:broadcaster|publisher|magazine|channel)$/u, ['media', 'company']],
  [BUSINESS, ['company']],
  [/^(?:watchdog|charity|nonprofit|campaigner)$/u, ['ngo']],
  [/^(?:bloc|alliance)$/u, ['international']],
  [/^party$/u, ['party']],
];

/** Words before a noun by which it is said of one kind of body. */
const ARMED =
  /^(?:rebel|guerrilla|insurgent|militant|extremist|terrorist|terror|separatist|secessionist|islamist|jihadist|paramilitary|militia|resistance|armed|underground|outlawed|shadowy)$/u;
const CIVIL =
  /^(?:rights|civil|liberties|aid|relief|advocacy|environmental|environmentalist|charity|charitable|conservation|medical|humanitarian|pressure|lobby|lobbying|monitoring|press|media|freedom|campaign|campaigning|consumer|human|nonprofit|philanthropic)$/u;

/** Whether words before a noun only say what kind of body is meant. */
export const saysKind = (word: string): boolean => ARMED.test(word) || CIVIL.test(word);

/**
 * Whether a noun for bodies may be said of one: of what the gazetteer knows by its kind, of another name where its last word does not speak
 * against it.
 *
 * @param words Those between the article and the noun ("the rebel group"), in lower case.
 */
export function mayBeCalled(
  lemma: string,
  { kind, names, nouns }: Described,
  words: readonly string[] = [],
): boolean {
  if (/^(?:paper|newspaper|daily|weekly|tabloid)$/u.test(lemma))
    return names.some((name) => PAPERS.test(name));
  // What has no name is what it was told by.
  if (names.length === 0)
    return [...nouns].some((noun) => [FIGHTING, BUSINESS].some((kin) => kin.test(noun) && kin.test(lemma)));
  if (kind !== null) {
    if (words.some((word) => ARMED.test(word)) && kind !== 'armed-group') return false;
    if (words.some((word) => CIVIL.test(word)) && !/^(?:ngo|international)$/u.test(kind)) return false;
    return KINDS.find(([noun]) => noun.test(lemma))?.[1].includes(kind) ?? false;
  }
  if (lemma === 'party') return names.some((name) => PARTIES.test(name));
  if (FIGHTING.test(lemma)) return !names.some((name) => OTHER_BODY.test(name));
  return (
    (BUSINESS.test(lemma) || /^(?:watchdog|charity|nonprofit)$/u.test(lemma)) &&
    !names.some((name) => NO_BUSINESS.test(name))
  );
}

/** Whether a noun for bodies may be said of a named one: the text says it, its name ends in it, or nothing speaks against it. */
export function answersTo(lemma: string, described: Described): boolean {
  const { names, nouns } = described;
  if (names.length === 0) return false;
  return (
    nouns.has(lemma) ||
    names.some((name) => name.split(' ').at(-1) === lemma) ||
    mayBeCalled(lemma, described)
  );
}
