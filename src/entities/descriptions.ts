import { lowerAt, uposAt } from '../model/index.ts';
import { holderOf } from './holders.ts';
import type { Office } from './holders.ts';
import { FIGHTING, mayBeCalled, saysKind } from './callings.ts';
import type { Described } from './callings.ts';
import { capitalOf } from './gazetteer/index.ts';
import { isPersonNoun } from './lexicon/index.ts';
import { OF_AGE } from './nominals.ts';
import type { Nominal } from './nominal.ts';
import type { Base } from './phrases.ts';
import type { Antecedent, Referent } from './referent.ts';
import { caseOf, childrenOf, headOf, isSubject, relationOf } from './syntax.ts';
import { BODY_HEADS, ORGANIZATION_TAILS, PLACE_NOUNS, RULERS } from './words.ts';

/** What the members of an armed group are called. */
const FIGHTERS =
  /^(?:militant|rebel|insurgent|extremist|terrorist|jihadist|guerrilla|separatist|islamist|mutineer|secessionist|pirate|kidnapper|hijacker)$/u;
/** Sentences within which "the only one" is looked for. */
const NEAR = 2;
/**
 * The entity of a definite description, or null: the one whose name ends in its noun ("the ministry"), the one person of that role, or
 * the one body near that the noun may be said of. A noun with words of its own describes something else.
 */
export function resolveDescription(
  document: Base,
  nominal: Nominal,
  before: readonly Antecedent[],
  of: (entity: number) => Described,
  offices: readonly Office[],
): Referent | null {
  const sentence = document.tokens.sentence[nominal.head] ?? 0;
  const { lemma } = nominal;
  if (lemma === OF_AGE)
    return only(
      before.filter((each) => each.type === 'person' && sentence - each.sentence <= NEAR),
      'only person',
    );
  if (nominal.kind === 'person' || (nominal.kind === 'body' && isPersonNoun(lemma)))
    return holderOf(document, nominal, before, offices);
  const words = wordsBefore(document, nominal);
  const modified = words.length > 0;
  // "A danger to [the front]'s rule … the regime": who rules in this sentence, whoever was called so before.
  if (RULERS.has(lemma) && !modified) {
    const here = before.filter((each) => each.sentence === sentence && isRuler(document, each, of));
    if (here.length > 0) return only(here, 'whose rule it is');
  }
  if (modified ? !isToldApart(document, nominal) : !isBare(document, nominal)) return null;
  if (nominal.plural) return rebelsOf(before, lemma, sentence, of);
  const called = before.filter(
    ({ type, entity }) =>
      type !== 'person' && type !== 'event' && of(entity).names.length > 0 && of(entity).nouns.has(lemma),
  );
  if (called.length > 0) return only(called, 'said of it');
  if (PLACE_NOUNS.has(lemma)) return placeOf(document, before, lemma, sentence, of);
  const verb = headOf(document, nominal.head);
  // Nobody meets himself: what another argument of the verb names is not meant. Words of its own speak of an earlier sentence's.
  const bodies = before.filter(
    ({ type, head, sentence: at }) =>
      type === 'organization' &&
      (at < sentence || (!modified && (headOf(document, head) !== verb || verb < 0))),
  );
  const reach = RULERS.has(lemma) ? NEAR : Infinity;
  const named = bodies.filter(
    ({ entity, sentence: at }) =>
      sentence - at <= reach &&
      of(entity).names.some(
        (name) =>
          // Few names hold the noun at all, and many are asked.
          name.includes(lemma) &&
          (name.endsWith(` ${lemma}`) ||
            ['of', 'for', 'on'].some((word) => ` ${name}`.includes(` ${lemma} ${word} `))),
      ),
  );
  if (named.length > 0) return only(named, 'head noun');
  const near = bodies.filter(
    (each) => sentence - each.sentence <= NEAR && mayBeCalled(lemma, of(each.entity), words),
  );
  return only(near, 'only body');
}

const RULE = /^(?:rule|reign|regime|government|dictatorship|tyranny)$/u;

/** "[The front]'s rule", "their rule": a body that is told to rule, not a country, which others may rule. */
function isRuler(document: Base, each: Antecedent, of: (entity: number) => Described): boolean {
  if (each.type !== 'organization' || of(each.entity).names.length === 0) return false;
  return (
    relationOf(document, each.head) === 'nmod:poss' &&
    RULE.test(lowerAt(document.tokens, headOf(document, each.head)))
  );
}

/** "The rebels", "the extremists": the one body that the text calls so, or the one armed group near. */
function rebelsOf(
  before: readonly Antecedent[],
  lemma: string,
  sentence: number,
  of: (entity: number) => Described,
): Referent | null {
  if (!FIGHTERS.test(lemma)) return null;
  const bodies = before.filter(({ type, entity }) => type === 'organization' && of(entity).names.length > 0);
  const called = bodies.filter(({ entity }) => of(entity).nouns.has(lemma));
  if (called.length > 0) return only(called, 'said of it');
  const near = bodies.filter(
    (each) => sentence - each.sentence <= NEAR && mayBeCalled('group', of(each.entity)),
  );
  const armed = bodies.filter(({ entity }) => of(entity).kind === 'armed-group');
  if (near.length === 0) return only(armed, 'only armed group');
  return armed.some(({ entity }) => near.some((each) => each.entity === entity))
    ? only(near, 'only armed group')
    : null;
}

/**
 * "The country": the only country named so far, or the only one in this and two sentences before that the article speaks of most; "the
 * island" and the like: the one whose name says so.
 */
function placeOf(
  document: Base,
  before: readonly Antecedent[],
  lemma: string,
  sentence: number,
  of: (entity: number) => Described,
): Referent | null {
  const places = before.filter(({ type, kind }) => type === 'location' && kind === 'name');
  if (lemma === 'capital')
    return only(
      places.filter(({ entity }) => of(entity).names.some((name) => capitalOf(name) !== null)),
      'only capital',
    );
  const named = places.filter(({ entity }) =>
    of(entity).names.some((name) => name.endsWith(` ${lemma}`) || name.startsWith(`${lemma} of `)),
  );
  if (named.length > 0) return only(named, 'head noun');
  if (/^(?:city|town|village)$/u.test(lemma)) {
    const towns = places.filter(({ entity }) => !/^(?:country|region)$/u.test(of(entity).kind ?? ''));
    const near = towns.filter((each) => sentence - each.sentence <= NEAR);
    return (
      only(towns, 'only town') ??
      only(
        near.filter(({ entity }) => of(entity).kind === 'city'),
        'only city near',
      )
    );
  }
  if (/^(?:state|province)$/u.test(lemma))
    return only(
      places.filter(({ entity }) => of(entity).kind === 'region'),
      'only region',
    );
  if (!/^(?:country|nation)$/u.test(lemma)) return null;
  // "Nigerian troops" name their country, too; those in the same sentence are in another's.
  const countries = before.filter(
    ({ type, entity, kind, sentence: at }) =>
      type === 'location' && of(entity).kind === 'country' && (kind === 'name' || at < sentence),
  );
  const single = only(countries, 'only country');
  if (single) return single;
  // "U.S. troops left": a modifier says whose they are.
  const near = countries.filter(
    (each) =>
      sentence - each.sentence <= 1 &&
      each.kind === 'name' &&
      !/^(?:compound|amod|nmod:desc)$/u.test(relationOf(document, each.head)),
  );
  return only(near, 'only country near');
}

function only(candidates: readonly Antecedent[], method: string): Referent | null {
  const [first] = candidates;
  const single = first && candidates.every(({ entity }) => entity === first.entity);
  return single ? { entity: first.entity, method } : null;
}

/** Bodies and fighters that are spoken of together without having been named: "the unions"; "the parties" are two of those that were. */
const ALWAYS_UNNAMED =
  /^(?:union|bank|newspaper|church|university|airline|council|school|hospital|charity|company|firm|agency)$/u;

/**
 * "The church condemned …": a body that nothing named before can be, so that the noun stands for itself. A name that says what it is (by its last
 * word, or as the gazetteer knows it) is no other kind of body; of one that doesn't ("LO") nobody knows.
 */
export function isUnnamedBody(
  document: Base,
  { head, firstToken, lemma, plural, kind }: Nominal,
  before: readonly Antecedent[],
  of: (entity: number) => Described,
): boolean {
  if (kind !== 'description' || PLACE_NOUNS.has(lemma)) return false;
  if (plural && FIGHTERS.test(lemma))
    return !before.some(
      ({ type, entity }) =>
        type === 'organization' && of(entity).names.length > 0 && mayBeCalled('group', of(entity)),
    );
  // "The rights groups": the word before the noun says which ones.
  const told = plural && (head - firstToken > 1 || ALWAYS_UNNAMED.test(lemma));
  if (plural ? !told : FIGHTING.test(lemma)) return false;
  const acts = isSubject(document, head) || isAgent(document, head) || firstToken === head;
  if (!acts && !((plural || NO_SITE.test(lemma)) && isObject(document, head))) return false;
  return before.every(({ type, entity }) => {
    const { kind: known, names } = of(entity);
    if (type !== 'organization' || names.length === 0) return true;
    const tails = names.map((name) => name.split(' ').at(-1) ?? '');
    if (tails.includes(lemma)) return false;
    return known !== null || tails.some((tail) => ORGANIZATION_TAILS.has(tail) || BODY_HEADS.has(tail));
  });
}

/** Bodies that are no sites. */
const NO_SITE = /^(?:ministry|union|agency|league|airline)$/u;

const isObject = (document: Base, head: number): boolean => /^i?obj$/u.test(relationOf(document, head));

/** Who does it in the passive: "opposed by the church". */
const isAgent = (document: Base, head: number): boolean =>
  /^obl/u.test(relationOf(document, head)) && caseOf(document, head) === 'by';

/** The words between the article and the noun. */
const wordsBefore = ({ tokens }: Base, { firstToken, head }: Nominal): string[] =>
  Array.from({ length: head - firstToken - 1 }, (_, k) => lowerAt(tokens, firstToken + 1 + k));

/** "The far-right party", "the militant group": the words between say what it is like, not which one of several. */
function isToldApart(document: Base, { firstToken, head, plural }: Nominal): boolean {
  const { tokens, tags } = document;
  if (plural || lowerAt(tokens, firstToken) !== 'the' || isComplemented(document, head)) return false;
  return Array.from({ length: head - firstToken - 1 }, (_, k) => firstToken + 1 + k).every(
    (i) =>
      saysKind(lowerAt(tokens, i)) ||
      (uposAt(tags, i) === 'ADJ' && !OTHERS.test(lowerAt(tokens, i))) ||
      [i - 1, i, i + 1].some((at) => lowerAt(tokens, at) === '-') ||
      // "New York-based".
      (lowerAt(tokens, i + 2) === '-' && lowerAt(tokens, i + 3) === 'based'),
  );
}

/** Words by which a noun is another than the one told of. */
const OTHERS =
  /^(?:other|another|new|rival|ruling|opposing|same|main|largest|biggest|first|second|third|last|latest|only|similar|different|separate|smaller|larger|parent|national|local|regional|state|international)$/u;

/** Nothing but "the" or "this" before the noun, and no complement or name behind it. */
function isBare(document: Base, { firstToken, head }: Nominal): boolean {
  // "A rebel attack": the side before an act of war.
  if (firstToken === head) return true;
  if (
    head - firstToken !== 1 ||
    !/^(?:the|this|that|these|those)$/u.test(lowerAt(document.tokens, firstToken))
  )
    return false;
  return !isComplemented(document, head);
}

/**
 * A complement or name behind the noun says which one is meant; what stands behind a comma ("the council, based in Oslo") only adds to it, and a
 * participle of a noun that is all there is ("The Oslo-based council condemned it") is the parser's mistake for the verb.
 */
const isComplemented = (document: Base, head: number): boolean =>
  childrenOf(document, head).some(
    (child) =>
      child > head &&
      !(
        child === head + 1 &&
        relationOf(document, head) === 'root' &&
        uposAt(document.tags, child) === 'VERB'
      ) &&
      !(lowerAt(document.tokens, head + 1) === ',' && /^(?:acl|nmod)/u.test(relationOf(document, child))) &&
      (/^(?:nmod|acl|appos|flat|compound|nummod)/u.test(relationOf(document, child)) ||
        uposAt(document.tags, child) === 'PROPN'),
  );
