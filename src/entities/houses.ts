import { formAt, lowerAt, uposAt } from '../model/index.ts';
import { demonymAt } from './bodies.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import type { AnyName } from './tails.ts';
import { ORGANIZATION_TAILS } from './words.ts';

/** Nouns that make a group of the name before them: "[Chakri] dynasty". */
const KIN = /^(?:family|dynasty|clan|tribe|house)$/u;
/** Nouns that make a body of a person's name: "[Holm] administration", "[Holm]'s government". */
const FOLLOWING =
  /^(?:administration|government|cabinet|campaign|team|movement|regime|camp|ministry|presidency)$/u;
/** Nouns that make a body of a body's name: "[NRF] secretariat". */
const OFFICES =
  /^(?:secretariat|presidency|headquarters|parliament|assembly|commission|council|leadership|board)$/u;

/**
 * Bodies and families named after what stands before them, and parties and ministries whose country's adjective was left out of the
 * name ("Thai [Raksa Party]").
 *
 * @param names Sorted. The result keeps the order; a body comes behind the name it begins with.
 */
export function withHouses(document: Base, names: readonly AnyName[]): AnyName[] {
  const known = names.map((name, i) => withAdjective(document, name, names[i - 1]));
  return known.flatMap((name): AnyName[] => {
    const house = houseOf(document, name);
    if (house === null) return [name];
    return house.type === 'group' && isOnlyThere(document, name, known) ? [house] : [name, house];
  });
}

/** "Thai [Raksa Party]", "Turkish [Foreign Ministry]": the adjective of a country before a body named by its last word is part of it. */
function withAdjective(document: Base, name: AnyName, before: AnyName | undefined): AnyName {
  if (name.type !== 'organization' || name.endToken - name.firstToken < 2) return name;
  const { tokens } = document;
  const bodied =
    ORGANIZATION_TAILS.has(lowerAt(tokens, name.endToken - 1)) ||
    (lowerAt(tokens, name.firstToken) === 'academy' && lowerAt(tokens, name.firstToken + 1) === 'of') ||
    // "Indonesian [Democratic Party of Struggle]".
    Array.from({ length: name.endToken - name.firstToken - 2 }, (_, k) => name.firstToken + 1 + k).some(
      (i) => /^(?:party|front|movement|union)$/u.test(lowerAt(tokens, i)) && lowerAt(tokens, i + 1) === 'of',
    );
  for (const first of [name.firstToken - 2, name.firstToken - 1]) {
    if (
      !bodied ||
      first < (before?.endToken ?? 0) ||
      tokens.sentence[first] !== tokens.sentence[name.firstToken]
    )
      continue;
    if (demonymAt(document, first)?.endToken === name.firstToken) return { ...name, firstToken: first };
  }
  return name;
}

function houseOf(document: Base, { firstToken, endToken, type }: AnyName): AnyName | null {
  const { tokens, tags } = document;
  const possessive = /^['’]s?$/u.test(formAt(tokens, endToken));
  const from = possessive ? endToken + 1 : endToken;
  let head = from;
  while (
    head < from + 2 &&
    (/^(?:royal|legal|transition|new|coalition|ruling)$/u.test(lowerAt(tokens, head)) ||
      // "The [Holm] campaign team", but "the [Holm] campaign said".
      (lowerAt(tokens, head) === 'campaign' && FOLLOWING.test(lowerAt(tokens, head + 1))))
  )
    head++;
  const noun = nounLemma(document, head);
  const last =
    tokens.sentence[head] === tokens.sentence[firstToken] &&
    uposAt(tags, head) === 'NOUN' &&
    /^\p{Ll}/u.test(formAt(tokens, head)) &&
    !/^(?:NOUN|PROPN)$/u.test(uposAt(tags, head + 1));
  if (!last) return null;
  const range = { firstToken, endToken: head + 1 };
  if (KIN.test(noun) && noun !== 'house' && !possessive && /^(?:person|location|organization)$/u.test(type))
    return { ...range, type: 'group' };
  if (type === 'person' && FOLLOWING.test(noun)) return { ...range, type: 'organization' };
  return type === 'organization' &&
    !possessive &&
    OFFICES.test(noun) &&
    !/ /u.test(formAt(tokens, firstToken))
    ? { ...range, type: 'organization' }
    : null;
}

/** The name stands nowhere else without such a noun. */
function isOnlyThere(document: Base, name: AnyName, names: readonly AnyName[]): boolean {
  const word = lowerAt(document.tokens, name.endToken - 1);
  return names.every(
    (each) => lowerAt(document.tokens, each.endToken - 1) !== word || houseOf(document, each) !== null,
  );
}
