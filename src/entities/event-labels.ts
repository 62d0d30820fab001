import { lowerAt, uposAt } from '../model/index.ts';
import { isTime } from './event-times.ts';
import { displayName } from './fold.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';

/** The phrase without, with one, and with all of its complements; what says when, between them, is left out of all but the text's own. */
export function formsOf(
  document: Base,
  first: number,
  end: number,
  complements: readonly (readonly [from: number, end: number])[],
): string[] {
  const bare = labelOf(textOf(document, first, end));
  const parts = complements.map(([from, to]) => textOf(document, from, to));
  const last = complements.at(-1);
  const forms = [
    bare.replace(/^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twin|several) /u, ''),
    bare,
    ...(last ? [labelOf(textOf(document, first, last[1]))] : []),
    ...parts.map((part) => `${bare} ${part}`),
    [bare, ...parts].join(' '),
  ];
  return [...new Set(forms.reverse())].reverse();
}

const labelOf = (text: string): string =>
  displayName(text)
    .replace(/^(?:at least|least|all|both|another|some|such) /iu, '')
    .replace(/^(?:the|this|that|these|those|its|his|her|their|our|my|your) /iu, '');

/** Words that say nothing of which one is meant. */
const PLAIN =
  /^(?:new|old|recent|latest|last|first|second|third|next|same|other|proposed|planned|draft|controversial|deadly|brutal|bloody|major|massive|huge|large|big|small|great|alleged|so-called|current|former|ongoing|entire|whole|such|own|above|previous|earlier|later|possible|potential|final|more|general|further|additional)$/u;

export function modifiersOf(
  document: Base,
  first: number,
  noun: number,
  tags: RegExp,
  nameAt: ReadonlyMap<number, string>,
): Set<string> {
  const { tokens } = document;
  const lemmas = Array.from({ length: noun - first }, (_, k) => first + k)
    .filter((i) => tags.test(uposAt(document.tags, i)) && !isTime(document, i) && !nameAt.has(i))
    .map((i) => lowerAt(tokens, i));
  return new Set(lemmas.filter((word) => !PLAIN.test(word)));
}
