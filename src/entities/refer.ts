import { findQuotations } from '../language/index.ts';
import { lowerAt } from '../model/index.ts';
import type { Mention } from '../model/index.ts';
import { actReferent, standsForAct } from './acts.ts';
import { resolvePronoun } from './coref.ts';
import type { Draft } from './draft.ts';
import type { Gender } from './coref.ts';
import type { Antecedent, Referent } from './referent.ts';
import { descriptorsOf } from './descriptors.ts';
import { isUnnamedBody, resolveDescription } from './descriptions.ts';
import type { Described } from './callings.ts';
import type { NameMention } from './names.ts';
import { Generics } from './generics.ts';
import { interviewOf } from './interview.ts';
import { findNominals } from './nominals.ts';
import { namedNext } from './named-next.ts';
import type { Nominal } from './nominal.ts';
import { isPlural, makeMention } from './phrases.ts';
import type { Base } from './phrases.ts';
import { ownedReferent } from './office.ts';
import type { NamedRole } from './roles.ts';
import { isUnnamedHolder } from './holders.ts';
import type { Office } from './holders.ts';
import { subjectOfPredicate } from './predicates.ts';
import { pairReferent } from './sets.ts';
import { sideNamed } from './side-named.ts';
import { headWithin, isPredicate, isSubject } from './syntax.ts';
import { toldBefore } from './told-acts.ts';
import { FEMALE_NAMES, MALE_NAMES } from './given-names.ts';

/** Adds unnamed actors, descriptions and pronouns to the mentions, each with what it refers to, or null. */
export function addNominals(
  document: Base,
  names: readonly NameMention[],
  entityOfName: ReadonlyMap<number, number>,
  roles: readonly NamedRole[],
  drafts: Draft[],
  mentions: Mention[],
): void {
  const generics = new Generics(document, drafts);
  const genders = gendersOf(document, names, entityOfName);
  const described = descriptionsOf(document, names, entityOfName);
  const offices = officesOf(roles, names, entityOfName);
  const quotations = findQuotations(document);
  const sideOf = sidesOf(roles, entityOfName);
  const told = (some: readonly Mention[]): Antecedent[] =>
    some
      .filter(({ sentence }) => isTold(document, sentence))
      .map((mention) => antecedent(document, mention, drafts))
      .sort((a, b) => a.firstToken - b.firstToken);
  const before = told(mentions.filter(({ kind }) => kind === 'name'));
  const interview = interviewOf(document, before, quotations);
  const acts = told(
    mentions.filter(({ entity }) => /^(?:event|policy)$/u.test(drafts[entity ?? -1]?.type ?? '')),
  );
  const remember = (mention: Mention): void => {
    mentions.push(mention);
    // "She was a writer", "served as mayor": the noun says what she is, and is nobody besides her.
    const says =
      mention.kind === 'nominal' && (isPredicate(document, mention.head) || isBareRole(document, mention));
    if (mention.entity === null || says) return;
    const one = antecedent(document, mention, drafts);
    before.splice(countUpTo(before, one.firstToken + 1), 0, one);
  };
  const unnamed = (nominal: Nominal): number => {
    const entity = generics.entityOf(nominal);
    described(entity).nouns.add(nominal.lemma);
    return entity;
  };
  const toldByVerb = new Map<number, number>();
  /** "Closed its border … called it a disgrace": what the verb of the sentence before tells, where nothing else is meant. */
  const toldReferent = (token: number): Referent | null => {
    const sentence = (document.tokens.sentence[token] ?? 0) - 1;
    if (!standsForAct(document, token, quotations) || !isTold(document, sentence)) return null;
    if (acts.some((act) => act.sentence === sentence)) return null;
    const act = toldBefore(document, sentence, quotations);
    if (!act) return null;
    const draft = { type: 'policy', name: act.label, aliases: [], named: false };
    const entity = toldByVerb.get(act.verb) ?? drafts.push(draft) - 1;
    toldByVerb.set(act.verb, entity);
    return { entity, method: 'told by a verb' };
  };
  const refer = (nominal: Nominal): Referent | null => {
    if (nominal.of !== null) {
      const entity = entityOfName.get(nominal.of);
      return entity === undefined ? null : { entity, method: nominal.kind };
    }
    const earlier = before.slice(0, countUpTo(before, nominal.firstToken));
    if (nominal.kind !== 'pronoun')
      return (
        pairReferent(document, nominal, earlier, described) ??
        resolveDescription(document, nominal, earlier, described, offices)
      );
    const discourse = {
      document,
      antecedents: before,
      quotations,
      genderOf: genderOf(genders),
      sideOf,
      interview,
    };
    const referent =
      resolvePronoun(discourse, nominal.head) ??
      actReferent(document, nominal.head, acts, before, quotations) ??
      toldReferent(nominal.head);
    const gender = /^(?:he|him|his|himself)$/u.test(nominal.lemma)
      ? 'male'
      : /^(?:she|hers?|herself)$/u.test(nominal.lemma)
        ? 'female'
        : null;
    if (referent && gender) genders.set(referent.entity, gender);
    return referent;
  };
  const named = [...before];
  const lead = document.passages.findIndex(({ kind }) => kind === 'prose');
  const leadSentence = document.sentences.passage.findIndex((passage) => passage === lead);
  const hasOffice = (entity: number): boolean => offices.some((office) => office.entity === entity);
  for (const nominal of findNominals(document, names)) {
    const owned =
      nominal.kind === 'generic'
        ? ownedReferent(document, nominal, { before, roles, entityOfName, of: described })
        : null;
    if (owned) {
      const by = nominal.plural ? 'representative' : 'description';
      remember({ ...makeMention(document, nominal, 'nominal', owned.entity, by), sieve: owned.method });
      continue;
    }
    const said = nominal.kind === 'generic' ? subjectOfPredicate(document, nominal, before) : null;
    if (said) {
      if (said.entity !== null)
        mentions.push({
          ...makeMention(document, nominal, 'nominal', said.entity, 'description'),
          sieve: said.method,
        });
      continue;
    }
    const next =
      nominal.kind === 'generic'
        ? (namedNext(document, nominal, named, leadSentence, hasOffice) ??
          sideNamed(document, nominal, named, described))
        : null;
    if (next) {
      const by = nominal.plural ? 'representative' : 'description';
      remember({
        ...makeMention(document, nominal, 'nominal', next.entity, by),
        sieve: next.method,
      });
      continue;
    }
    if (nominal.kind === 'generic') {
      const entity = unnamed(nominal);
      const gender = genderOfNoun(nominal.lemma);
      if (gender && !nominal.plural) genders.set(entity, gender);
      remember(makeMention(document, nominal, 'nominal', entity, null));
      continue;
    }
    const referent = refer(nominal);
    const stands = (): boolean =>
      nominal.kind === 'body' ||
      isUnnamedHolder(document, nominal, offices) ||
      isUnnamedBody(document, nominal, before.slice(0, countUpTo(before, nominal.firstToken)), described);
    if (referent === null && stands()) {
      remember(makeMention(document, nominal, 'nominal', unnamed(nominal), null));
      continue;
    }
    const same = referent === null && nominal.kind === 'description' ? generics.earlierOf(nominal) : null;
    if (same !== null) {
      remember(makeMention(document, nominal, 'nominal', same, null));
      continue;
    }
    // A person's role that nobody in particular holds is no mention of anything.
    if (referent === null && nominal.kind === 'person') continue;
    const mention = mentionOf(document, nominal, referent);
    if (!referent?.others) {
      remember(mention);
      continue;
    }
    // One mention for each: a rule then gives one edge for each.
    for (const entity of [referent.entity, ...referent.others])
      mentions.push({ ...mention, entity, resolvedBy: 'set' });
  }
}

/** How many of the antecedents, which are sorted, begin before a token. */
function countUpTo(sorted: readonly Antecedent[], token: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.firstToken ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mentionOf(document: Base, nominal: Nominal, referent: Referent | null): Mention {
  const pronoun = nominal.kind === 'pronoun';
  if (referent === null) return makeMention(document, nominal, pronoun ? 'pronoun' : 'nominal', null, null);
  const by = nominal.kind === 'person' || nominal.kind === 'body' ? 'description' : nominal.kind;
  const mention = makeMention(document, nominal, pronoun ? 'pronoun' : 'nominal', referent.entity, by);
  return { ...mention, sieve: referent.method };
}

/** "Woman", "spokesman": what the noun itself says. */
function genderOfNoun(lemma: string): Gender | null {
  if (
    /(?:woman|girl|lady)$|^(?:daughter|sister|mother|wife|aunt|niece|queen|princess|actress|bride|widow|heiress|girlfriend|granddaughter|grandmother|nun|duchess|waitress|mom|mum)$/u.test(
      lemma,
    )
  )
    return 'female';
  return /(?<!wo)man$|^(?:boy|son|brother|father|husband|uncle|nephew|king|prince|monk|priest|imam|boyfriend|grandson|grandfather|duke|dad|guy|gentleman)$/u.test(
    lemma,
  )
    ? 'male'
    : null;
}

const genderOf =
  (genders: ReadonlyMap<number, Gender>) =>
  (entity: number): Gender | null =>
    genders.get(entity) ?? null;

function officesOf(
  roles: readonly NamedRole[],
  names: readonly NameMention[],
  entityOfName: ReadonlyMap<number, number>,
): Office[] {
  return roles.flatMap(({ name, title, affiliation, country }) => {
    const entity = entityOfName.get(name);
    const held = affiliation === null ? null : names[affiliation]?.known;
    const countries = [country, held?.kind === 'country' ? held.name : null].flatMap((each) => each ?? []);
    return entity === undefined ? [] : [{ entity, title, countries }];
  });
}

/** Roles in which one speaks for a body; an official's or a member's "we" may be another. */
const SPEAKS_FOR =
  /^(?:spokesman|spokeswoman|spokesperson|leader|president|chairman|chairwoman|chair|director|head|chief|commander|minister|secretary|ceo)$/u;

/** Of persons with such a role: the one body that they hold it in. */
function sidesOf(
  roles: readonly NamedRole[],
  entityOfName: ReadonlyMap<number, number>,
): (entity: number) => number | null {
  const sides = new Map<number, Set<number>>();
  for (const { name, lemma, affiliation } of roles) {
    const person = entityOfName.get(name);
    const body = affiliation === null ? undefined : entityOfName.get(affiliation);
    if (person === undefined || body === undefined || !SPEAKS_FOR.test(lemma)) continue;
    sides.set(person, (sides.get(person) ?? new Set()).add(body));
  }
  return (entity) => {
    const [side, ...others] = sides.get(entity) ?? [];
    return side === undefined || others.length > 0 ? null : side;
  };
}

/** By title or given name. */
function gendersOf(
  { tokens }: Base,
  names: readonly NameMention[],
  entityOfName: ReadonlyMap<number, number>,
): Map<number, Gender> {
  const genders = new Map<number, Gender>();
  names.forEach(({ firstToken, type }, index) => {
    const entity = entityOfName.get(index);
    if (type !== 'person' || entity === undefined) return;
    for (const token of [firstToken - 1, firstToken]) {
      const word = lowerAt(tokens, token).replace(/\.$/u, '');
      const gender = MALE_NAMES.has(word) ? 'male' : FEMALE_NAMES.has(word) ? 'female' : null;
      if (gender && !genders.has(entity)) genders.set(entity, gender);
    }
  });
  return genders;
}

interface Known extends Described {
  readonly names: string[];
  kind: Described['kind'];
  readonly nouns: Set<string>;
}

function descriptionsOf(
  document: Base,
  names: readonly NameMention[],
  entityOfName: ReadonlyMap<number, number>,
): (entity: number) => Known {
  const known = new Map<number, Known>();
  const at = (entity: number): Known => {
    const one = known.get(entity) ?? { names: [], kind: null, nouns: new Set() };
    known.set(entity, one);
    return one;
  };
  names.forEach((name, index) => {
    const { folded, known: fact } = name;
    const entity = entityOfName.get(index);
    if (entity === undefined) return;
    const one = at(entity);
    one.names.push(folded);
    one.kind ??= fact?.kind ?? null;
    for (const noun of descriptorsOf(document, name)) one.nouns.add(noun);
  });
  return at;
}

/** Captions are read beside a picture: what a sentence of the story refers back to stands in the story. */
const isTold = ({ passages, sentences }: Base, sentence: number): boolean =>
  /^(?:prose|title)$/u.test(passages[sentences.passage[sentence] ?? 0]?.kind ?? '');

function antecedent(document: Base, mention: Mention, drafts: readonly Draft[]): Antecedent {
  const { entity, sentence, firstToken, endToken, kind } = mention;
  const head = headWithin(document, firstToken, endToken);
  const type = drafts[entity ?? -1]?.type ?? '';
  const plural =
    kind === 'pronoun'
      ? /^the/u.test(lowerAt(document.tokens, head))
      : isPlural(document, head) && type !== 'location';
  return { entity: entity ?? -1, type, sentence, firstToken, endToken, head, plural, kind };
}

/** "Governor of [Place]" without an article, which is a role somebody has; as a subject it acts ("police said"). */
const isBareRole = (document: Base, { firstToken, head }: Mention): boolean =>
  firstToken === head && !isPlural(document, head) && !isSubject(document, head);
