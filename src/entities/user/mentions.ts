import { ENTITY_TYPES, formAt, lowerAt } from '../../model/index.ts';
import { displayName, foldName } from '../fold.ts';
import { isStory } from '../names.ts';
import type { NameMention } from '../names.ts';
import { textOf } from '../phrases.ts';
import type { Base } from '../phrases.ts';
import type { NamedType } from '../tails.ts';
import type { UserEntities, UserEntity } from './entities.ts';

/** The type a thing's names get among those found; its own type is what the entity has in the end. */
const nameType = ({ type }: UserEntity, { builtin }: UserEntities): NamedType =>
  ENTITY_TYPES.find((known) => known === type) ?? builtin?.(type) ?? 'organization';

/** Acronyms up to this length may be words ("IT", "WHO"): they count only as they are written. */
const MAX_WORDLIKE = 3;

/** Whether text without a tagger's word for it can be the name: a capital where the name has one, all where it may be a word. */
function isWrittenAs(text: string, name: string): boolean {
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (letters.length <= MAX_WORDLIKE && !/\p{Ll}/u.test(letters)) return !/\p{Ll}/u.test(text);
  return !/^\p{Lu}/u.test(name) || /^\p{Lu}/u.test(text);
}

const isArticle = (word: string): boolean => /^(?:the|an?)$/u.test(word);

const firstWordsOf = new WeakMap<UserEntities, ReadonlyMap<string, number>>();

/** For the first word of each folded name: how many words the longest name has that begins so. */
function firstWords(user: UserEntities): ReadonlyMap<string, number> {
  const before = firstWordsOf.get(user);
  if (before) return before;
  const longest = new Map<string, number>();
  for (const folded of user.names.keys()) {
    const [first = '', ...rest] = folded.split(' ');
    longest.set(first, Math.max(longest.get(first) ?? 0, rest.length + 1));
  }
  firstWordsOf.set(user, longest);
  return longest;
}

/** The longest of the user's names that begins at a token, in its sentence. */
function nameAt(
  document: Base,
  start: number,
  words: ReadonlyMap<string, number>,
  user: UserEntities,
): NameMention | null {
  const { tokens } = document;
  if (isArticle(lowerAt(tokens, start))) return null;
  const first = foldName(formAt(tokens, start)).split(' ')[0] ?? '';
  const longest = words.get(first);
  if (longest === undefined) return null;
  const found: NameMention[] = [];
  // Hyphens and full stops are tokens of their own, so a name may have about twice as many tokens as words.
  for (let end = start + 1; end <= start + 2 * longest + 1; end++) {
    if (end > tokens.length || tokens.sentence[end - 1] !== tokens.sentence[start]) break;
    const text = textOf(document, start, end);
    const folded = foldName(text);
    const entity = user.lookup(folded);
    if (!entity || folded === found.at(-1)?.folded) continue;
    if (!user.names.get(folded)?.some((name) => isWrittenAs(text, name))) continue;
    found.push({
      firstToken: start,
      endToken: end,
      type: nameType(entity, user),
      name: displayName(text),
      folded,
      known: null,
    });
  }
  return found.at(-1) ?? null;
}

const overlap = (a: NameMention, b: NameMention): boolean =>
  a.firstToken < b.endToken && b.firstToken < a.endToken;

const isInside = (a: NameMention, b: NameMention): boolean =>
  b.firstToken <= a.firstToken &&
  a.endToken <= b.endToken &&
  b.endToken - b.firstToken > a.endToken - a.firstToken;

/**
 * The names of a document with those of the user's entities: names found get the user's type, and the user's names are found where
 * no tagger saw one. A longer name that holds one of the user's stays whole ("New York Times" where the user knows "New York"),
 * unless an article stands between.
 *
 * @param names As `nameMentions` gives them.
 * @returns In text order, not overlapping.
 */
export function withUserNames(
  document: Base,
  names: readonly NameMention[],
  user: UserEntities,
): readonly NameMention[] {
  if (user.entities.length === 0) return names;
  const typed = names.map((name) => {
    const entity = user.lookup(name.folded);
    return entity ? { ...name, type: nameType(entity, user) } : name;
  });
  // Behind an article a name begins anew: "Friday the Red Front" is not one.
  const isPartOf = (one: NameMention, name: NameMention): boolean =>
    isInside(one, name) &&
    (one.firstToken === name.firstToken || !isArticle(lowerAt(document.tokens, one.firstToken - 1)));
  const found = findNames(document, user).filter((one) => !typed.some((name) => isPartOf(one, name)));
  const kept = typed.filter((name) => !found.some((one) => overlap(one, name) && one.folded !== name.folded));
  const news = found.filter((one) => !kept.some((name) => overlap(one, name)));
  return [...kept, ...news].sort((a, b) => a.firstToken - b.firstToken);
}

function findNames(document: Base, user: UserEntities): NameMention[] {
  const words = firstWords(user);
  const found: NameMention[] = [];
  for (let at = 0; at < document.tokens.length;) {
    const name = isStory(document, at) ? nameAt(document, at, words, user) : null;
    if (name) found.push(name);
    at = name?.endToken ?? at + 1;
  }
  return found;
}
