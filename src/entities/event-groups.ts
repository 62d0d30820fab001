import type { Description } from './events.ts';
import { foldName } from './fold.ts';
import { POLICY_FAMILY_OF, VIOLENT } from './event-words.ts';

interface Group {
  readonly members: number[];
  readonly names: Set<string>;
  readonly labels: Set<string>;
  readonly when: Set<string>;
}

/**
 * Groups descriptions into things. A description joins an earlier one of a family that fits when both name the same place or victim,
 * or when it is definite, names nothing that the earlier one does not, and agrees in number. Two that are said to have happened at
 * different times stay apart. The most recent fitting one wins.
 */
export function groupDescriptions(descriptions: readonly Description[]): number[][] {
  const groups: Group[] = [];
  descriptions.forEach((description, index) => {
    const fitting = groups.filter((group) => fits(descriptions, group, description, index));
    // What a verb told is meant only where no phrase tells of it, or where its victim stands by: "[Name] survived the attack".
    const home =
      fitting.findLast(
        ({ members, names }) => !isVerbal(descriptions, members) || sharesName(description.beside, names),
      ) ??
      fitting.at(-1) ??
      actTold(descriptions, groups, description) ??
      incidentTold(descriptions, groups, description);
    if (!home) {
      groups.push({
        members: [index],
        names: new Set(description.names),
        labels: new Set([foldName(description.label)]),
        when: new Set(description.when),
      });
      return;
    }
    home.members.push(index);
    for (const name of description.names) home.names.add(name);
    for (const time of description.when) home.when.add(time);
    home.labels.add(foldName(description.label));
  });
  return groups.map(({ members }) => members);
}

/** Nouns that say of an act only that it is one. */
const ACT = /^(?:decision|move|step|action)$/u;
/** What is in force and nobody's move. */
const STANDING =
  /^(?:constitution|charter|convention|mandate|oath|power|authority|duty|democracy|monarchy|independence|sovereignty|integrity|dignity|freedom|right)$/u;
/** Sentences within which "the move" looks for the act. */
const NEAR_ACT = 2;

/** "The decision", "this move": the one act that the two sentences before tell of, by whatever noun or verb. */
function actTold(
  descriptions: readonly Description[],
  groups: readonly Group[],
  { lemma, definite, plural, bare, modifiers, names, sentence, predicate }: Description,
): Group | undefined {
  const plain = definite && !plural && bare && modifiers.size === 0 && names.size === 0 && !predicate;
  if (!ACT.test(lemma) || !plain) return undefined;
  const near = groups.filter(({ members }) => {
    const last = descriptions[members.at(-1) ?? 0];
    const ago = sentence - (last?.sentence ?? sentence);
    return last?.type === 'policy' && !STANDING.test(last.lemma) && ago > 0 && ago <= NEAR_ACT;
  });
  const [only, ...more] = near;
  const singular = only?.members.every((m) => descriptions[m]?.plural === false);
  return more.length === 0 && singular === true ? only : undefined;
}

/** "The incident", wherever it says it was: the only violent event of the article. */
function incidentTold(
  descriptions: readonly Description[],
  groups: readonly Group[],
  { lemma, definite, plural, predicate, when }: Description,
): Group | undefined {
  if (lemma !== 'incident' || !definite || plural || predicate || when.length > 0) return undefined;
  const violent = groups.filter(({ members }) => {
    const first = descriptions[members[0] ?? 0];
    return first?.type === 'event' && VIOLENT.has(first.family) && !first.plural;
  });
  return violent.length === 1 ? violent[0] : undefined;
}

const sharesName = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((name) => b.has(name));

const isVerbal = (descriptions: readonly Description[], members: readonly number[]): boolean =>
  members.every((m) => descriptions[m]?.verbal === true);

function fits(
  descriptions: readonly Description[],
  { members, names, labels, when }: Group,
  description: Description,
  index: number,
): boolean {
  const latest = descriptions[members[0] ?? 0];
  if (!latest || latest.anaphoric === true) return false;
  if (latest.type !== description.type || !sameKind(latest, description)) return false;
  const { definite, plural } = description;
  const timed = description.when.length > 0;
  // "The bombing in Lyon … one last year … they claimed responsibility": for what the article tells of, not for what went before.
  if (description.anaphoric === true && [...when].some((time) => scaleOf(time) === 'year')) return false;
  const sameTime = description.when.some((time) => when.has(time));
  if (!sameTime && description.when.some((a) => [...when].some((b) => atOdds(a, b)))) return false;
  if (labels.has(foldName(description.label)) && (definite || description.names.size > 0)) return true;
  // "A state of emergency" is the one that was declared, unless somebody else's.
  if (
    description.lemma.includes(' ') &&
    [...description.names].every((name) => names.has(name) || names.size === 0)
  )
    return true;
  // "Overturned a ruling by [Name] … the ruling": what was overturned is no more.
  if (description.bare && definite && members.every((m) => descriptions[m]?.overturned === true))
    return false;
  if (description.predicate) return members.at(-1) === index - 1;
  if (members.some((m) => clash(descriptions[m]?.modifiers ?? NOTHING, description.modifiers))) return false;
  const agrees =
    latest.plural === plural ||
    description.anaphoric === true ||
    // A verb counts nothing: "workers clashed with police … the clashes".
    isVerbal(descriptions, members) ||
    (description.lemma === 'operation' && latest.lemma === 'attack') ||
    // Protests are one thing, whether they are counted or not.
    (NUMBERLESS.has(description.family) && definite && description.bare);
  // Told of one day: "stormed the village on Sunday … the May 12 attack".
  const sameDay = description.dates.some(
    (date) => date.length === DAY && members.some((m) => descriptions[m]?.dates.includes(date)),
  );
  const elsewhere = members.some((m) => {
    const place = descriptions[m]?.place ?? null;
    return place !== null && description.place !== null && place !== description.place;
  });
  if (sameDay && definite && !elsewhere && latest.plural === plural && VIOLENT.has(description.family))
    return true;
  // "The October 7 attack", "the October 7 attacks": a day of the calendar says which, however they are counted.
  if (
    sameTime &&
    latest.lemma === description.lemma &&
    description.when.some((time) => scaleOf(time) === 'date')
  )
    return true;
  if (!agrees) return false;
  // "Protests continued": of those told of before, unless another kind, place or time is given.
  if (
    NUMBERLESS.has(description.family) &&
    plural &&
    description.bare &&
    description.names.size === 0 &&
    !timed
  )
    return true;
  const untold = latest.inTitle && members.length === 1 && latest.names.size === 0;
  const sameNews = description.verbal === true && latest.family === description.family;
  if (untold && (latest.lemma === description.lemma || sameNews)) return true;
  const near = description.sentence - latest.sentence <= 2;
  if (near && [...description.victims].some((victim) => latest.victims.has(victim))) return true;
  const silent = [...description.names].every((name) => names.has(name));
  if (sameTime && (silent || latest.lemma === description.lemma)) return true;
  // Two policies of one maker ("EU sanctions on Norway", "on Sweden") are two; an attack may be said to be in a town and in its country.
  const covering = silent || [...names].every((name) => description.names.has(name));
  const samePlace =
    description.place !== null && members.some((m) => descriptions[m]?.place === description.place);
  const shared = samePlace || sharesName(description.names, names);
  if (shared && (description.type === 'event' || covering)) return true;
  // "A bombing killed six … last night's attack": the time is told only now.
  const untimed = when.size === 0 && members.every((m) => descriptions[m]?.dates.length === 0);
  const recent = description.sentence - (descriptions[members.at(-1) ?? 0]?.sentence ?? 0) <= 3;
  if (!definite || (timed && !(recent && untimed && VIOLENT.has(description.family)))) return false;
  // "Stabbed [Name] … the attack": the noun speaks of what was told a few sentences before, or of what it is the noun for.
  const far = description.sentence - latest.sentence > 4 && description.lemma !== latest.lemma;
  if (isVerbal(descriptions, members) && far) return false;
  // "The brutal attack on worshippers": a definite description that names nobody is of the attack told of just before.
  const last = descriptions[members.at(-1) ?? 0];
  const continues = last?.lemma === description.lemma && description.sentence - last.sentence <= 3;
  if (continues && description.names.size === 0) return true;
  // "The attacks on the tower" after "the attacks": several are spoken of together, and then of one part.
  return (
    (description.bare && silent) ||
    (plural &&
      latest.definite &&
      latest.lemma === description.lemma &&
      (silent || !isLed(description) || !isLed(latest)))
  );
}

/** A name or date before the noun says which one is meant: "the Paris attacks". */
const isLed = ({ label }: Description): boolean => /^\p{Lu}/u.test(label);

/** Length of an ISO 8601 day. */
const DAY = 10;

const NUMBERLESS: ReadonlySet<string> = new Set(['protest', 'unrest']);
const NOTHING: ReadonlySet<string> = new Set();

/** Both phrases say of what kind they are, and neither says what the other says: "car bombing", "suicide bombing". */
const clash = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((word) => !b.has(word)) && [...b].some((word) => !a.has(word));

/** Two times that can't both be: of one scale, or a year against a day. */
function atOdds(a: string, b: string): boolean {
  const [x, y] = [scaleOf(a), scaleOf(b)];
  return a !== b && (x === y || x === 'year' || y === 'year');
}

function scaleOf(time: string): 'weekday' | 'date' | 'year' | 'other' {
  if (/day$/u.test(time) && !/^(?:last |this |next )?day$/u.test(time)) return 'weekday';
  if (/ \d{1,2}$/u.test(time)) return 'date';
  return /(?:year|decade|century|\d{4})$/u.test(time) ? 'year' : 'other';
}

/** Nouns for a particular kind of war or revolt, with the others that may speak of it: a war is no coup. */
const KIN: ReadonlyMap<string, RegExp> = new Map([
  ['coup', /^(?:revolt|uprising|mutiny|crisis)$/u],
  ['battle', /^(?:fighting|clash)$/u],
  ['revolution', /^(?:uprising|revolt|rebellion)$/u],
  ['mutiny', /^(?:revolt|rebellion|uprising|coup)$/u],
  ['crackdown', /^(?:campaign|crisis|conflict)$/u],
]);

const isKin = (kind: string, other: string): boolean => KIN.get(kind)?.test(other) ?? true;

/** `b` comes later. */
function sameKind(a: Description, b: Description): boolean {
  if (a.lemma === b.lemma) return true;
  if (a.type === 'policy') return a.family === b.family && b.definite && b.bare;
  if (a.family === b.family && a.family !== 'meeting')
    return isKin(a.lemma, b.lemma) && isKin(b.lemma, a.lemma);
  return (a.family === 'general' || b.family === 'general') && VIOLENT.has(a.family) && VIOLENT.has(b.family);
}

/**
 * The named event that a description speaks of, if any: the only one of the article whose name holds the noun ("Operation Karst"), for
 * "the operation" behind the name, or an operation told of up to three sentences before the name is given.
 */
export function namedEventOf(description: Description, named: readonly NamedEvent[]): number | null {
  const { lemma, plural, type, sentence, definite } = description;
  if (plural) return null;
  const family = POLICY_FAMILY_OF.get(lemma);
  const [first, ...more] = named.filter(
    (each) =>
      each.type === type &&
      (type === 'event' || isBareLaw(description, each.folded)) &&
      each.folded
        .split(' ')
        .some(
          (word) =>
            word === lemma ||
            (family !== undefined &&
              (POLICY_FAMILY_OF.get(word) === family || (family === 'law' && BILL.test(word)))),
        ),
  );
  if (!first || more.some(({ entity }) => entity !== first.entity)) return null;
  const ahead = first.sentence - sentence;
  // "Groups sue over ballot law": a headline names it by what its name says.
  const headed = description.inTitle && description.modifiers.size > 0;
  return (ahead <= 0 ? definite : (type === 'event' || headed) && ahead <= 3) ? first.entity : null;
}

/** Bills by number: "SB4". */
const BILL = /^(?:sb|hb|ab|hr|proposition|prop)\d*$/u;

/** "The bill", "the ballot law": with nothing that would make it another than the one that was named. */
const isBareLaw = ({ lemma, label, bare, names, modifiers }: Description, name: string): boolean =>
  POLICY_FAMILY_OF.has(lemma) &&
  bare &&
  names.size === 0 &&
  [...modifiers].every((word) => name.split(' ').includes(word)) &&
  !/^(?:previous|earlier|old|former|existing|new|another|proposed|draft) /u.test(label);

/** An event or policy with a name of its own. */
export interface NamedEvent {
  readonly type: string;
  readonly folded: string;
  readonly sentence: number;
  readonly entity: number;
}
