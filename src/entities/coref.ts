import { SAYING_VERBS } from '../language/index.ts';
import type { Quotation } from '../language/index.ts';
import { lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import { isNoun, isPlural, nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { isQuestion } from './interview.ts';
import type { Interview } from './interview.ts';
import { joinedReferent } from './sets.ts';
import { pronounClass } from './pronouns.ts';
import type { PronounClass } from './pronouns.ts';
import type { Antecedent, Referent } from './referent.ts';
import { childrenOf, headOf, isPredicate, isRootSubject, isSubject, relationOf } from './syntax.ts';
import { topicContinued } from './topic.ts';
import { HUMAN_NOUNS, TITLES } from './words.ts';

export type Gender = 'male' | 'female';

/** What is known of the article when a pronoun is read. `antecedents` in text order, later ones too. */
export interface Discourse {
  readonly document: Base;
  readonly antecedents: readonly Antecedent[];
  readonly quotations: readonly Quotation[];
  readonly genderOf: (entity: number) => Gender | null;
  /** The one body that a person speaks for by his role ("spokesman", "leader"), or null. */
  readonly sideOf: (entity: number) => number | null;
  /** Who answers, in an article of questions and answers. */
  readonly interview: Interview | null;
}

/**
 * The entity of a pronoun, or null. Sieves in the manner of Lee et al. (2013), the surest first: the speaker of a quotation, the subject
 * of the clause that holds the pronoun, the only candidate near, the subject of the sentence before. A candidate agrees in type,
 * number and gender; where another noun may be meant as well, the pronoun stays unresolved.
 */
export function resolvePronoun(discourse: Discourse, token: number): Referent | null {
  const { document, antecedents, quotations } = discourse;
  const kind = pronounClass(lowerAt(document.tokens, token));
  if (kind === null) return null;
  const quotation = quotations.find(({ firstToken, endToken }) => firstToken < token && token < endToken);
  const speaker =
    quotation &&
    antecedents.find(
      ({ firstToken, endToken }) => firstToken <= quotation.speaker && quotation.speaker < endToken,
    );
  if (kind === 'I' && !quotation) return answers(discourse, token);
  if (kind === 'I' || kind === 'we') return speaker ? speakerReferent(discourse, kind, speaker) : null;
  if (quotation && quotation.speaker < 0) return null;
  const fitting = antecedents.filter(
    (each) =>
      each.firstToken < token &&
      each.entity !== speaker?.entity &&
      !isFirstPerson(document, each) &&
      agrees(discourse, kind, each),
  );
  const other = participleObject(document, token, fitting);
  if (other !== undefined) return other;
  const subject = clauseSubject(discourse, token, kind, fitting, quotation);
  if (subject) return subject;
  // A video or a plan has no leader.
  const led = bodyOfOffice(document, token, fitting);
  if (led) return led;
  if (subject === null) return null;
  const outer = kind === 'it' ? outerSubject(document, token, fitting) : null;
  if (outer) return outer;
  if (quotation && kind !== 'he' && kind !== 'she') return null;
  const near =
    kind === 'he' || kind === 'she'
      ? personNear(document, token, fitting)
      : subjectBefore(document, token, fitting, kind === 'they' ? antecedents : []);
  return near ?? topicContinued(document, token, fitting);
}

/** Who speaks of himself as "we" is no "it" of his. */
const isFirstPerson = ({ tokens }: Base, { kind, head }: Antecedent): boolean =>
  kind === 'pronoun' && /^(?:I|we)$/u.test(pronounClass(lowerAt(tokens, head)) ?? '');

/** "I" in an answer is who was interviewed. */
function answers({ document, interview }: Discourse, token: number): Referent | null {
  if (!interview || token < interview.firstToken || isQuestion(document, token)) return null;
  return { entity: interview.entity, method: 'interviewee' };
}

/** "I" is the person who speaks; "we" the body that speaks, or that its spokesman or leader speaks for. */
function speakerReferent(
  { sideOf }: Discourse,
  kind: 'I' | 'we',
  { type, entity }: Antecedent,
): Referent | null {
  if (type === (kind === 'I' ? 'person' : 'organization')) return { entity, method: 'speaker' };
  const side = kind === 'we' && type === 'person' ? sideOf(entity) : null;
  return side === null ? null : { entity: side, method: "speaker's side" };
}

function agrees({ genderOf }: Discourse, kind: PronounClass, { type, entity, plural }: Antecedent): boolean {
  if (kind === 'he' || kind === 'she') {
    const gender = genderOf(entity);
    return type === 'person' && (gender === null || (gender === 'male') === (kind === 'he'));
  }
  if (kind === 'it') return (type === 'organization' || type === 'location') && !plural;
  return type === 'group' || type === 'organization';
}

/**
 * Subject of the nearest clause around the pronoun: its own for a possessive, the one above for a subject or object. Undefined where
 * there is none to judge by; null where it is something else that may be meant.
 */
function clauseSubject(
  { document, antecedents }: Discourse,
  token: number,
  kind: PronounClass,
  fitting: readonly Antecedent[],
  quotation: Quotation | undefined,
): Referent | null | undefined {
  const { tags } = document;
  const own = /^(?:nmod:poss|det)$/u.test(relationOf(document, token));
  const reflexive = /sel(?:f|ves)$/u.test(lowerAt(document.tokens, token));
  let skip = own || reflexive ? 0 : 1;
  for (let at = headOf(document, token), from = token; at >= 0; from = at, at = headOf(document, at)) {
    if (quotation && (at < quotation.firstToken || at >= quotation.endToken)) return undefined;
    const clausal = childrenOf(document, at).some((child) => isSubject(document, child));
    if (!clausal && uposAt(tags, at) !== 'VERB') continue;
    if (skip-- > 0) continue;
    const subject = subjectOf(document, at, token);
    if (subject === undefined || subject === from) {
      skip = 0;
      continue;
    }
    const found = fitting.findLast(({ head }) => head === subject);
    const personal = own || reflexive || kind === 'he' || kind === 'she';
    if (kind === 'they' && (own || reflexive || isSubject(document, token))) {
      const all = joinedReferent(document, antecedents, subject, 'clause subject');
      if (all) return all;
    }
    if (found && isJoined(document, subject) && kind !== 'they') return null;
    // "It shares [the front]'s aims, but is a danger to their rule": who is "it" is not "they" as well.
    if (found && kind === 'they' && own && lowerAt(document.tokens, subject) === 'it')
      return onlyOther(document, fitting, found.entity, token);
    if (found && (personal || (isSubject(document, token) && (kind === 'it' || counts(document, found, at)))))
      return { entity: found.entity, method: 'clause subject' };
    if (found) return undefined;
    return mayBeMeant(document, kind, subject) ? null : undefined;
  }
  return undefined;
}

/** The one other body or group that the sentence names before a pronoun. */
function onlyOther(
  document: Base,
  fitting: readonly Antecedent[],
  not: number,
  token: number,
): Referent | null {
  const sentence = document.tokens.sentence[token];
  const others = fitting.filter(
    (each) => each.sentence === sentence && each.head < token && each.entity !== not,
  );
  const [one, ...more] = new Set(others.map(({ entity }) => entity));
  return one !== undefined && more.length === 0 ? { entity: one, method: 'only other body' } : null;
}

/**
 * "[Vance] removed [Lee] from his post, accusing him of fraud": the subject of the participle is that of the verb above, so that its object
 * is another: the object above, or somebody told of elsewhere. Undefined where the pronoun stands elsewhere.
 */
function participleObject(
  document: Base,
  token: number,
  fitting: readonly Antecedent[],
): Referent | null | undefined {
  const verb = headOf(document, token);
  if (!/^i?obj$/u.test(relationOf(document, token)) || relationOf(document, verb) !== 'advcl')
    return undefined;
  const own = childrenOf(document, verb).some(
    (child) => isSubject(document, child) || /^(?:mark|case)$/u.test(relationOf(document, child)),
  );
  if (own || !/ing$/u.test(lowerAt(document.tokens, verb))) return undefined;
  const above = headOf(document, verb);
  const struck = fitting.findLast(
    ({ head }) => headOf(document, head) === above && /^i?obj$/u.test(relationOf(document, head)),
  );
  return struck ? { entity: struck.entity, method: 'object above' } : undefined;
}

/**
 * "[The front] denounced the troops, who fight it": the object in a relative clause that tells of another noun is the subject of the
 * clause above.
 */
function outerSubject(document: Base, token: number, fitting: readonly Antecedent[]): Referent | null {
  const verb = headOf(document, token);
  if (relationOf(document, token) !== 'obj' || relationOf(document, verb) !== 'acl:relcl') return null;
  const noun = headOf(document, verb);
  if (isSubject(document, noun) || !childrenOf(document, verb).some((child) => isSubject(document, child)))
    return null;
  const subject = fitting.find(({ head, sentence }) => {
    return sentence === document.tokens.sentence[token] && head < noun && isMainSubject(document, head);
  });
  return subject ? { entity: subject.entity, method: 'outer subject' } : null;
}

/**
 * "A video showed its leader", "said [Name], its director": only a body has such people. The one body that the sentence names before, or
 * else the main subject of the sentence before.
 */
function bodyOfOffice(document: Base, token: number, fitting: readonly Antecedent[]): Referent | null {
  const owned = headOf(document, token);
  const noun = nounLemma(document, owned);
  const office =
    isHuman(document, owned) || (TITLES.has(noun) && !isPlural(document, owned)) || noun === 'head';
  const held = relationOf(document, token) === 'nmod:poss' && office;
  if (!held || !/^(?:its|their)$/u.test(lowerAt(document.tokens, token))) return null;
  const sentence = document.tokens.sentence[token] ?? 0;
  const bodies = fitting.filter(({ type }) => type === 'organization');
  const here = bodies.filter((each) => each.sentence === sentence);
  const [one, ...more] = new Set(here.map(({ entity }) => entity));
  if (one !== undefined) return more.length === 0 ? { entity: one, method: 'body of an office' } : null;
  const before = bodies.findLast(
    ({ sentence: at, head }) =>
      at === sentence - 1 &&
      // Of a sentence whose verb was taken for a participle the subject is the root.
      (isMainSubject(document, head) || (relationOf(document, head) === 'root' && !isJoined(document, head))),
  );
  return before ? { entity: before.entity, method: 'body of an office' } : null;
}

/** Who does what a verb says: its subject, or the object of the verb above ("urged [Sarn] to withdraw"). Before `token`. */
function subjectOf(document: Base, verb: number, token: number): number | undefined {
  const own = childrenOf(document, verb).find((child) => isSubject(document, child) && child < token);
  if (own !== undefined || relationOf(document, verb) !== 'xcomp') return own;
  return childrenOf(document, headOf(document, verb)).find(
    (child) => /^i?obj$/u.test(relationOf(document, child)) && child < verb,
  );
}

/** A body is "they" to itself ("the front said they would"), a plural to any clause. */
const counts = (document: Base, { plural, type }: Antecedent, verb: number): boolean =>
  plural || type === 'group' || SAYING_VERBS.has(lemmaAt(document.tokens, document.tags, verb));

/** "Ray and Fox": neither alone is the subject. */
const isJoined = (document: Base, token: number): boolean =>
  relationOf(document, token) === 'conj' ||
  childrenOf(document, token).some((child) => relationOf(document, child) === 'conj');

/** Whether a subject that is no candidate may still be what the pronoun stands for. */
function mayBeMeant(document: Base, kind: PronounClass, subject: number): boolean {
  const word = lowerAt(document.tokens, subject);
  const pronoun = pronounClass(word);
  if (pronoun !== null) return pronoun === kind;
  if (!isNoun(document, subject)) return false;
  if (kind === 'he' || kind === 'she') return isHuman(document, subject);
  return isPlural(document, subject) === (kind === 'they');
}

const isHuman = (document: Base, token: number): boolean =>
  uposAt(document.tags, token) === 'NOUN' &&
  !isPlural(document, token) &&
  HUMAN_NOUNS.has(nounLemma(document, token));

/** The one person near; or, of several, the subject of the sentence before a sentence that names none. */
function personNear(document: Base, token: number, fitting: readonly Antecedent[]): Referent | null {
  const sentence = document.tokens.sentence[token] ?? 0;
  const near = fitting.filter((each) => sentence - each.sentence <= 2);
  const last = near.at(-1);
  if (!last || humanBetween(document, last.head + 1, token)) return null;
  if (near.every(({ entity }) => entity === last.entity))
    return { entity: last.entity, method: 'only person' };
  if (near.some((each) => each.sentence === sentence)) return null;
  const subject = near.findLast(
    (each) => each.sentence === sentence - 1 && isMainSubject(document, each.head),
  );
  const opens = isSubject(document, token) || isSubject(document, ownedBy(document, token));
  return subject && opens ? { entity: subject.entity, method: 'subject before' } : null;
}

/** The noun of a possessive ("his plan"), else the word itself. */
const ownedBy = (document: Base, token: number): number =>
  relationOf(document, token) === 'nmod:poss' ? headOf(document, token) : token;

/** An unnamed person between a name and the pronoun who stands for himself: "the teacher" is no role of a name. */
function humanBetween(document: Base, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    if (!isHuman(document, i) || isPredicate(document, i)) continue;
    if (/^(?:nsubj|obj|iobj|obl)/u.test(relationOf(document, i)) && !namesBeside(document, i)) return true;
  }
  return false;
}

const namesBeside = (document: Base, token: number): boolean =>
  childrenOf(document, token).some(
    (child) =>
      uposAt(document.tags, child) === 'PROPN' &&
      /^(?:appos|flat|nmod:desc|compound)$/u.test(relationOf(document, child)),
  );

const isMainSubject = (document: Base, token: number): boolean =>
  isRootSubject(document, token) && !isJoined(document, token);

/** A sentence with a plural noun: what "they" would rather stand for than a body. */
function namesMany(document: Base, sentence: number): boolean {
  const { sentences } = document;
  for (let i = sentences.firstToken[sentence] ?? 0; i < (sentences.endToken[sentence] ?? 0); i++)
    if (isNoun(document, i) && isPlural(document, i)) return true;
  return false;
}

/** "It" and "they" that open a sentence as its subject, after one whose main subject agrees. `all` are those that "they" may stand for together. */
function subjectBefore(
  document: Base,
  token: number,
  fitting: readonly Antecedent[],
  all: readonly Antecedent[],
): Referent | null {
  const { tokens, sentences } = document;
  const sentence = tokens.sentence[token] ?? 0;
  // "Its leader": a body has one; "its goal" may be a campaign's.
  const owned = relationOf(document, token) === 'nmod:poss' ? headOf(document, token) : token;
  if (!isMainSubject(document, owned) || (owned !== token && !isHuman(document, owned))) return null;
  for (let i = sentences.firstToken[sentence] ?? 0; i < token; i++) if (isNoun(document, i)) return null;
  const subjects = fitting.filter(
    (each) => each.sentence === sentence - 1 && isMainSubject(document, each.head),
  );
  for (const { head, sentence: at } of all) {
    if (at !== sentence - 1 || !isRootSubject(document, head)) continue;
    const together = joinedReferent(document, all, head, 'subject before');
    if (together) return together;
  }
  const last = subjects.at(-1);
  const plural = lowerAt(tokens, token) === 'they';
  if (!last || (plural && last.type !== 'group' && !last.plural && namesMany(document, sentence - 1)))
    return null;
  return { entity: last.entity, method: 'subject before' };
}
