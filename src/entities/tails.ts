import { formAt, lowerAt, uposAt } from '../model/index.ts';
import type { NameSpan, NameType } from '../model/index.ts';
import { demonym } from './gazetteer/index.ts';
import type { Base } from './phrases.ts';

/** Types of names by what they are called: a name's last word often says what bears it. */
export type NamedType = NameType | 'group' | 'event' | 'policy';

/** A name of any type; `endToken` exclusive. */
export interface AnyName {
  readonly firstToken: number;
  readonly endToken: number;
  readonly type: NamedType;
}

const TAILS: Readonly<Record<string, string>> = {
  organization: `movement front party ministry council group brigade brigades army force forces militia alliance coalition league
    union association federation committee commission agency authority bureau department office institute university college
    foundation bank company corporation corp inc ltd airlines airways railways television tv radio news times gazette herald
    tribune guard guards guild society club network congress parliament assembly senate tribunal police organisation organization
    initiative media academy cartel syndicate gang holdings partners pictures studios rovers wanderers brotherhood battalion regiment command
    corps youth faction legion clan confederation chamber consortium directorate secretariat observatory archdiocese diocese patriarchate trust`,
  location: `hotel bridge dam station square park river lake valley mountain mountains hills island islands street road avenue airport
    stadium hospital church mosque cathedral palace tower museum theatre theater port harbour harbor bay gulf sea strait
    peninsula province district region county desert canyon gorge prison camp headquarters`,
  policy: 'act law bill treaty accord accords agreement pact protocol convention charter constitution',
  event: 'war revolution uprising intifada summit olympics massacre crisis',
};

const TYPE_OF_TAIL: ReadonlyMap<string, NamedType> = new Map(
  Object.entries(TAILS).flatMap(([type, words]) =>
    words.split(/\s+/u).map((word): [string, NamedType] => [word, type as NamedType]),
  ),
);

const LINK = /^(?:of|for|and|the|de|du|la)$/u;

/** A capitalised word that belongs to a name: not the first word of a sentence that any word could be. */
function isCapital({ tokens, tags, sentences }: Base, i: number): boolean {
  if (!/^\p{Lu}/u.test(formAt(tokens, i))) return false;
  const opens = sentences.firstToken[tokens.sentence[i] ?? 0] === i;
  return /^(?:PROPN|NOUN|ADJ)$/u.test(uposAt(tags, i)) || (!opens && uposAt(tags, i) === 'NUM');
}

/**
 * Names that their last word gives away and that were not found: "Ember Movement", "Emergency Labour Act", "Karoun Gorge", and operations
 * by their first ("Operation Claw"). Those found are typed by a last word that leaves no doubt: a law is a policy, whatever it was
 * taken for. Headlines in capitals show nothing and are left alone.
 *
 * @param read Sorted, not overlapping; so is the result.
 */
export function withTails(document: Base, read: readonly NameSpan[]): AnyName[] {
  const names = joinSites(document, read);
  const { tokens, passages, sentences } = document;
  const covered = new Set<number>();
  for (const { firstToken, endToken } of names) for (let i = firstToken; i < endToken; i++) covered.add(i);
  const found: AnyName[] = names.map((name) => retyped(document, withTail(document, name, covered)));
  for (let i = 0; i < tokens.length; i++) {
    const kind = passages[sentences.passage[tokens.sentence[i] ?? 0] ?? 0]?.kind;
    if (covered.has(i) || !isCapital(document, i) || (kind !== 'prose' && kind !== 'caption')) continue;
    const run = runFrom(document, i, covered);
    const name = trimmed(document, run) ?? beforeNoun(document, run);
    if (name) found.push(name);
    i = run.endToken - 1;
  }
  return found.sort((a, b) => a.firstToken - b.firstToken);
}

/** "[Manila] [Bay]": the last word of a site, taken for a name of its own. */
function joinSites({ tokens }: Base, names: readonly NameSpan[]): NameSpan[] {
  const joined: NameSpan[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    const isTail =
      name.endToken - name.firstToken === 1 &&
      TYPE_OF_TAIL.get(lowerAt(tokens, name.firstToken)) === 'location';
    if (isTail && last?.type === 'location' && last.endToken === name.firstToken)
      joined[joined.length - 1] = { ...last, endToken: name.endToken };
    else joined.push(name);
  }
  return joined;
}

/** "Abu Dhabi [TV]", "PA [Media]": capitals behind a name that end in what makes a body or a site of it. */
function withTail(document: Base, name: NameSpan, covered: Set<number>): NameSpan {
  const { tokens, tags } = document;
  const part = (i: number): boolean =>
    tokens.sentence[i] === tokens.sentence[name.firstToken] &&
    !covered.has(i) &&
    /^\p{Lu}/u.test(formAt(tokens, i)) &&
    uposAt(tags, i) === 'PROPN';
  let end = name.endToken;
  while (end < name.endToken + MAX_TAIL && part(end)) end++;
  const type = TYPE_OF_TAIL.get(lowerAt(tokens, end - 1));
  const tail = end > name.endToken && !part(end) && (type === 'organization' || type === 'location');
  if (name.type === 'person' || !tail) return name;
  for (let i = name.endToken; i < end; i++) covered.add(i);
  return { ...name, endToken: end, type };
}

/** Words of a tail, at most: "Police Headquarters". */
const MAX_TAIL = 3;

/** What is built, whoever runs it; a university or school is a body first. */
const BUILT = /^(?:hospital|airport|stadium|prison|cathedral|mosque|palace|bridge|headquarters)$/u;
/** "Crow Tribe", "Fort Marn Community". */
const TRIBAL = /^(?:tribes?|community|nation)$/u;

/** Last words that are surnames too: a person may be called so. */
const SURNAMES =
  /^(?:guard|guards|force|clan|command|news|times|herald|gazette|tribune|corps|legion|front|gang|young|network|partners|pictures|inc|society|club|office|police)$/u;

function retyped({ tokens }: Base, name: NameSpan): AnyName {
  const operation = lowerAt(tokens, name.firstToken) === 'operation';
  const last = lowerAt(tokens, name.endToken - 1);
  const type = operation ? 'event' : TYPE_OF_TAIL.get(last);
  const long = name.endToken - name.firstToken > 1;
  const body = type === 'organization' && name.type === 'person' && !SURNAMES.test(last);
  if (long && name.type === 'organization' && BUILT.test(last)) return { ...name, type: 'location' };
  if (long && name.type === 'location' && TRIBAL.test(last)) return { ...name, type: 'organization' };
  return long && (type === 'policy' || body || (type === 'event' && name.type !== 'person'))
    ? { ...name, type }
    : name;
}

/** What is a name before one of these nouns in lower case, though not by itself: "the Free Citizens party". */
const NAMED_BY = /^(?:party|movement|coalition|alliance|newspaper|bloc)$/u;

function beforeNoun(
  document: Base,
  { firstToken, endToken }: { firstToken: number; endToken: number },
): AnyName | null {
  const { tokens, tags } = document;
  const own = Array.from({ length: endToken - firstToken }, (_, k) => firstToken + k).some((i) => {
    const people = demonym(formAt(tokens, i))?.people;
    return /^(?:PROPN|NOUN)$/u.test(uposAt(tags, i)) && (people === undefined || people);
  });
  const named =
    endToken - firstToken > 1 &&
    own &&
    NAMED_BY.test(formAt(tokens, endToken)) &&
    tokens.sentence[endToken] === tokens.sentence[firstToken];
  return named ? { firstToken, endToken, type: 'organization' } : null;
}

function runFrom(
  document: Base,
  first: number,
  covered: ReadonlySet<number>,
): { firstToken: number; endToken: number } {
  const { tokens } = document;
  const free = (i: number): boolean =>
    tokens.sentence[i] === tokens.sentence[first] && !covered.has(i) && isCapital(document, i);
  let endToken = first + 1;
  for (;;) {
    if (free(endToken)) endToken++;
    else if (LINK.test(lowerAt(tokens, endToken)) && free(endToken + 1)) endToken += 2;
    else if (
      LINK.test(lowerAt(tokens, endToken)) &&
      LINK.test(lowerAt(tokens, endToken + 1)) &&
      free(endToken + 2)
    )
      endToken += 3;
    else return { firstToken: first, endToken };
  }
}

/** The run where a word of it tells the type: its last, or the one before "of" ("Council of Elders"). */
function trimmed(
  { tokens }: Base,
  { firstToken, endToken }: { firstToken: number; endToken: number },
): AnyName | null {
  if (endToken - firstToken < 2) return null;
  if (lowerAt(tokens, firstToken) === 'operation') return { firstToken, endToken, type: 'event' };
  let head = endToken - 1;
  for (let i = firstToken + 1; i < endToken; i++) {
    if (LINK.test(lowerAt(tokens, i))) {
      head = i - 1;
      break;
    }
  }
  const type = TYPE_OF_TAIL.get(lowerAt(tokens, head)) ?? TYPE_OF_TAIL.get(lowerAt(tokens, endToken - 1));
  return type === undefined ? null : { firstToken, endToken, type };
}
