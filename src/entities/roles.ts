import { lowerAt, uposAt } from '../model/index.ts';
import { isPersonNoun } from './lexicon/index.ts';
import type { NameMention } from './names.ts';
import { isPlural, nounLemma, textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, headOf, headWithin, relationOf } from './syntax.ts';
import { HUMAN_NOUNS, REPRESENTATIVES, TITLES } from './words.ts';

/** What a text calls a person: "spokesman", "chief of the port authority". */
export interface NamedRole {
  /** Index into the names. */
  readonly name: number;
  readonly lemma: string;
  /** The words of the role, its organization left out. */
  readonly text: string;
  /** Index into the names of the body or place the role is held in, or null. */
  readonly affiliation: number | null;
}

/** Roles that stand before a person's name as a title, or beside it in apposition. */
export function findRoles(document: Base, names: readonly NameMention[]): NamedRole[] {
  return names.flatMap((name, index) => {
    if (name.type !== 'person') return [];
    const head = headWithin(document, name.firstToken, name.endToken);
    return [titleBefore(document, name), ...appositions(document, head)].flatMap((noun) =>
      noun === null ? [] : roleOf(document, names, index, noun),
    );
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

const HONORIFIC = /^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady)\.?$/u;

function appositions(document: Base, head: number): number[] {
  const beside = childrenOf(document, head).filter((child) => relationOf(document, child) === 'appos');
  const above = relationOf(document, head) === 'appos' ? [headOf(document, head)] : [];
  return [...beside, ...above].filter((noun) => isRole(document, noun));
}

function roleOf(document: Base, names: readonly NameMention[], name: number, noun: number): NamedRole[] {
  const { tokens } = document;
  const holder = childrenOf(document, noun).flatMap((child) => {
    const at = names.findIndex(
      (each, i) => i !== name && each.type !== 'person' && each.firstToken <= child && child < each.endToken,
    );
    const held = child < noun || /^(?:of|at|for|with)$/u.test(caseOf(document, child));
    return at >= 0 && held ? [at] : [];
  });
  const before = names.findIndex((each) => each.type !== 'person' && each.endToken === noun);
  let first = noun;
  while (
    first > 0 &&
    tokens.sentence[first - 1] === tokens.sentence[noun] &&
    /^(?:compound|amod)$/u.test(relationOf(document, first - 1)) &&
    !names.some(({ firstToken, endToken }) => firstToken < first && first <= endToken) &&
    /^(?:NOUN|ADJ|PROPN)$/u.test(uposAt(document.tags, first - 1))
  )
    first--;
  return [
    {
      name,
      lemma: roleNoun(document, noun),
      text: [
        ...(first < noun ? [textOf(document, first, noun).toLowerCase()] : []),
        roleWord(document, noun),
      ].join(' '),
      affiliation: holder[0] ?? (before >= 0 ? before : null),
    },
  ];
}
