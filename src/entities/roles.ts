import { formAt, lowerAt, uposAt } from '../model/index.ts';
import { demonymAt } from './bodies.ts';
import { isPersonNoun } from './lexicon/index.ts';
import type { NameMention } from './names.ts';
import { isPlural, nounLemma, phraseStart, textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, headOf, headWithin, relationOf } from './syntax.ts';
import { HUMAN_NOUNS, REPRESENTATIVES, TITLES } from './words.ts';

/** What a text calls a person: "spokesman", "chief of the port authority". */
export interface NamedRole {
  /** Index into the names. */
  readonly name: number;
  readonly lemma: string;
  /** The words of the role, its organization left out; an adjective for a country that the article does not name stays. */
  readonly text: string;
  /** The same without any country: "foreign minister". */
  readonly title: string;
  /** Index into the names of the body or place the role is held in, or null. */
  readonly affiliation: number | null;
  /** Name of the country that an adjective before the role says it is held in ("Norwegian minister"), or null. */
  readonly country: string | null;
}

/** Roles that stand before a person's name as a title, or beside it in apposition. */
export function findRoles(document: Base, names: readonly NameMention[]): NamedRole[] {
  return names.flatMap((name, index) => {
    if (name.type !== 'person') return [];
    const head = headWithin(document, name.firstToken, name.endToken);
    const beside = [
      titleBefore(document, name),
      besideCommas(document, name),
      ...appositions(document, head),
    ];
    const nouns = [...new Set(beside.flatMap((noun) => noun ?? []))];
    return [
      ...nouns.flatMap((noun) => roleOf(document, names, index, noun)),
      ...departmentTitle(document, name, index),
    ];
  });
}

/** Titles as they are cut short before a name, and what they stand for. */
const ABBREVIATED: Readonly<Record<string, string>> = {
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  gen: 'general',
  lt: 'lieutenant',
  col: 'colonel',
  maj: 'major',
  capt: 'captain',
  sgt: 'sergeant',
  adm: 'admiral',
  prof: 'professor',
  rev: 'reverend',
};

/** The noun of a role: "senator", also for "Sen.". */
function roleNoun(document: Base, token: number): string {
  const lemma = nounLemma(document, token).replace(/\.$/u, '');
  return ABBREVIATED[lemma] ?? lemma;
}

/** A role as the text writes it, spelled out. */
function roleWord(document: Base, token: number): string {
  const word = textOf(document, token, token + 1).toLowerCase();
  return ABBREVIATED[word.replace(/\.$/u, '')] ?? word;
}

const isRole = (document: Base, token: number): boolean => {
  const lemma = roleNoun(document, token);
  return (
    /^(?:NOUN|PROPN)$/u.test(uposAt(document.tags, token)) &&
    !isPlural(document, token) &&
    (lemma === 'head' ||
      TITLES.has(lemma) ||
      HUMAN_NOUNS.has(lemma) ||
      REPRESENTATIVES.has(lemma) ||
      isPersonNoun(lemma))
  );
};

function titleBefore(document: Base, name: NameMention): number | null {
  const token = name.firstToken - 1;
  const same = document.tokens.sentence[token] === document.tokens.sentence[name.firstToken];
  return same && isRole(document, token) && !HONORIFIC.test(lowerAt(document.tokens, token)) ? token : null;
}

/** "The foreign minister, [Name], said": by the commas, since the tree often has two subjects there. */
function besideCommas(document: Base, { firstToken, endToken }: NameMention): number | null {
  const { tokens } = document;
  const noun = firstToken - 2;
  const closed = lowerAt(tokens, firstToken - 1) === ',' && /^[,.:;]$/u.test(lowerAt(tokens, endToken));
  if (!closed || tokens.sentence[noun] !== tokens.sentence[firstToken] || !isRole(document, noun))
    return null;
  const opening = Array.from({ length: noun - phraseStart(document, noun) }, (_, k) => noun - 1 - k);
  const definite = opening.some((i) => /^(?:the|its|his|her|their|our|'s|’s)$/u.test(lowerAt(tokens, i)));
  return definite && relationOf(document, noun) === relationOf(document, firstToken) ? noun : null;
}

/** Most words of a department in a title. */
const DEPARTMENT = 4;

/** "Secretary of State [Name]", "Minister for Foreign Affairs [Name]": a title that ends in what it is the office for. */
function departmentTitle(document: Base, { firstToken }: NameMention, name: number): NamedRole[] {
  const { tokens } = document;
  for (let at = firstToken - 2; at > firstToken - 2 - DEPARTMENT && at > 0; at--) {
    if (tokens.sentence[at - 1] !== tokens.sentence[firstToken]) return [];
    if (!/^(?:of|for)$/u.test(lowerAt(tokens, at))) continue;
    const within = Array.from({ length: firstToken - at - 1 }, (_, k) => at + 1 + k);
    const capital = within.every((i) => /^(?:\p{Lu}|and$|the$|,$)/u.test(formAt(tokens, i)));
    if (!capital || !isRole(document, at - 1) || !/^\p{Lu}/u.test(formAt(tokens, at - 1))) return [];
    const title = textOf(document, at - 1, firstToken).toLowerCase();
    return [
      { name, lemma: roleNoun(document, at - 1), text: title, title, affiliation: null, country: null },
    ];
  }
  return [];
}

const HONORIFIC = /^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady)\.?$/u;

function appositions(document: Base, head: number): number[] {
  const beside = childrenOf(document, head).filter((child) => relationOf(document, child) === 'appos');
  const above = relationOf(document, head) === 'appos' ? [headOf(document, head)] : [];
  return [...beside, ...above].filter((noun) => isRole(document, noun));
}

function roleOf(document: Base, names: readonly NameMention[], name: number, noun: number): NamedRole[] {
  const holder = childrenOf(document, noun).flatMap((child) => {
    const at = names.findIndex(
      (each, i) => i !== name && each.type !== 'person' && each.firstToken <= child && child < each.endToken,
    );
    const held = child < noun || /^(?:of|at|for|with)$/u.test(caseOf(document, child));
    return at >= 0 && held ? [at] : [];
  });
  const before = names.findIndex((each) => each.type !== 'person' && each.endToken === noun);
  const first = firstOfRole(document, names, noun);
  const adjective = demonymAt(document, first);
  const stateless = adjective !== null && adjective.endToken <= noun;
  const state = stateless ? names.findIndex(({ known }) => known?.name === adjective.country) : -1;
  const affiliation = [...holder, before, state].find((each) => each >= 0) ?? null;
  // An adjective that the affiliation repeats is no part of the role.
  const start = affiliation !== null && affiliation === state ? (adjective?.endToken ?? first) : first;
  const words = (from: number): string =>
    [...(from < noun ? [textOf(document, from, noun).toLowerCase()] : []), roleWord(document, noun)].join(
      ' ',
    );
  return [
    {
      name,
      lemma: roleNoun(document, noun),
      text: words(start),
      title: words(stateless ? adjective.endToken : first),
      affiliation,
      country: stateless ? adjective.country : null,
    },
  ];
}

/** "Prime" in "prime minister": the words of the role before its noun. */
function firstOfRole(document: Base, names: readonly NameMention[], noun: number): number {
  const { tokens, tags } = document;
  let first = noun;
  while (
    first > 0 &&
    tokens.sentence[first - 1] === tokens.sentence[noun] &&
    (/^(?:compound|amod|nmod:desc)$/u.test(relationOf(document, first - 1)) ||
      lowerAt(tokens, first - 1) === 'attorney') &&
    !names.some(({ firstToken, endToken }) => firstToken < first && first <= endToken) &&
    /^(?:NOUN|ADJ|PROPN)$/u.test(uposAt(tags, first - 1))
  )
    first--;
  return first;
}
