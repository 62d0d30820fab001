import { foldName, knownName } from '../../entities/index.ts';

/**
 * How far a name alone tells who is meant, across articles. Only `full` does: a bare surname, a bare acronym and the name of
 * an office that every country has ("the interior ministry") are shared by many.
 */
export type NameKind = 'full' | 'surname' | 'acronym' | 'institution';

const PARTICLE = /^(?:bin|ibn|van|von|der|den|de|di|da|du|dos|la|le|el|ter|ten|of)$/iu;

const INSTITUTION_WORDS: ReadonlySet<string> = new Set(
  `academy administration affairs air airport army assembly attack attacks attorney authorities authority bank board
   border bombing cabinet capital central chamber chief church city civil coalition coast commission committee command
   conference congress constitution constitutional council counterterrorism court customs day defence defense department
   district economy education election elections embassy energy executive federal finance fire force forces foreign
   general government governor guard health high home hospital house immigration independence information institute
   intelligence interior international internal joint judiciary justice labour labor law lower military minister
   ministry mission mosque municipal museum national naval navy northern office official officials opposition palace
   parliament parliamentary party peace people peoples plan police policy presidency president prime prison prosecutor
   prosecutors protest province provincial public referendum region regional republic revolution sciences school
   security senate service services southern special staff state stock supreme exchange talks tax trade transport
   treasury treaty treaties university union upper war western eastern crown county and the of for on in a an s`.split(
    /\s+/u,
  ),
);

const LEGAL_FORM =
  /(?<=.) (?:group|inc|incorporated|corp|corporation|ltd|limited|llc|plc|co|company|gmbh|ag)$/u;

/** What the gazetteer of public facts knows a country or body by: "NATO" is one thing in every article, as "Burma" is Myanmar. */
function publicName(type: string, name: string): string | null {
  if (!/^(?:location|organization|person)$/u.test(type)) return null;
  const known = knownName(foldName(name), name);
  // Two spellings of one's full name; a surname alone may be a relative's.
  if (type === 'person') return known?.type === 'person' && /\S\s+\S/u.test(name) ? known.name : null;
  if (known?.type !== type || known.personal) return null;
  // "The Supreme Court" is each country's own; "FBI" is not.
  const telling = PUBLIC.has(known.kind) || (known.kind === 'government-body' && isAcronym(name.trim()));
  return telling ? known.name : null;
}

/** Kinds of which there are few enough that a name, however short, is of one: no companies, papers or towns. */
const PUBLIC: ReadonlySet<string> = new Set(['country', 'international', 'armed-group']);

/**
 * The form in which names of one type are compared: `foldName`, for what the gazetteer knows of its canonical name, and for organizations
 * without legal form ("Inc.", "group").
 */
export function nameKey(type: string, name: string): string {
  let folded = foldName(publicName(type, name) ?? name);
  if (type !== 'organization') return folded;
  while (LEGAL_FORM.test(folded)) folded = folded.replace(LEGAL_FORM, '');
  return folded;
}

export function nameKind(type: string, name: string): NameKind {
  const words = name.trim().split(/\s+/u);
  if (type === 'person') {
    const telling = words.filter((word) => !PARTICLE.test(word) && /\p{L}[\p{L}'’-]/u.test(word));
    return telling.length > 1 ? 'full' : 'surname';
  }
  if (publicName(type, name) !== null) return 'full';
  if (words.length === 1 && isAcronym(name.trim())) return 'acronym';
  const folded = nameKey(type, name).split(' ');
  return type !== 'group' && folded.every((word) => INSTITUTION_WORDS.has(word)) ? 'institution' : 'full';
}

/** "NRF", "U.S.", "ISIS-K", "G20": at most six capitals and digits, no small letters. */
const isAcronym = (word: string): boolean =>
  /^[\p{Lu}\d.&/-]+$/u.test(word) && (word.match(/[\p{Lu}\d]/gu) ?? []).length <= 6;

/** A name as a name, not a description ("the attackers"): begins with a capital, a digit or a letter of a script without case. */
export const isProper = (alias: string): boolean => /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(alias.trim());

/** Whether all words of `short` stand in `long`, in order, and `long` has more. Both folded. */
export function isShortForm(short: string, long: string): boolean {
  const [few, many] = [short.split(' '), long.split(' ')];
  return few.length < many.length && standsIn(few, many, (a, b) => a === b);
}

/**
 * Whether two full names of persons can be one person's: the words of one stand in the other, in order, an initial standing for
 * any word it begins. Both folded.
 */
export function canBeOnePerson(a: string, b: string): boolean {
  const sorted = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length);
  const [few, many] = sorted as [string[], string[]];
  return standsIn(
    few,
    many,
    (x, y) => x === y || (x.length === 1 && y.startsWith(x)) || (y.length === 1 && x.startsWith(y)),
  );
}

/** Jane Doe and John Doe: one surname, given names that can't be one person's. */
export const areNamesakes = (a: string, b: string): boolean =>
  a.split(' ').at(-1) === b.split(' ').at(-1) && !canBeOnePerson(a, b);

function standsIn(
  few: readonly string[],
  many: readonly string[],
  same: (a: string, b: string) => boolean,
): boolean {
  let at = 0;
  for (const word of many) if (at < few.length && same(few[at] as string, word)) at++;
  return at === few.length;
}
