import { lowerAt } from '../model/index.ts';
import { demonymAt } from './bodies.ts';
import { nameOver } from './name-ranges.ts';
import type { NameRange } from './name-ranges.ts';
import { isOpposed, otherNamesOf } from './named-nouns.ts';
import { isPlural } from './phrases.ts';
import type { Base } from './phrases.ts';
import { COLLECTIVES } from './words.ts';

const REBELS = /^(?:rebel|insurgent|guerrilla|militant|separatist|jihadist|dissident|extremist)$/u;

/** The body that "X fighters", "X's forces", "members of X" stand for. */
export function representedBy(
  document: Base,
  { firstToken, head, lemma }: { firstToken: number; head: number; lemma: string },
  names: readonly NameRange[],
): { index: number; endToken: number } | null {
  const { tokens } = document;
  const next = lowerAt(tokens, head + 1);
  // "[Name], leader of the [Party], opposed": he is named, and speaks for himself.
  const before = lowerAt(tokens, firstToken - 1) === ',' ? nameOver(names, firstToken - 2) : undefined;
  if (before?.type === 'person' && /^(?:leader|commander)$/u.test(lemma) && !isPlural(document, head))
    return null;
  if (/^(?:of|from|for)$/u.test(next)) {
    const at = lowerAt(tokens, head + 2) === 'the' ? head + 3 : head + 2;
    const types = next === 'from' ? ['organization'] : ['organization', 'location'];
    const index = names.findIndex((name) => name.firstToken === at && types.includes(name.type));
    const end = names[index]?.endToken ?? 0;
    // "The leader of the [Party], [Name], said": the person speaks for himself.
    const person = lowerAt(tokens, end) === ',' ? nameOver(names, end + 1) : undefined;
    const own =
      !/^(?:spokes|official|member)/u.test(lemma) &&
      !isPlural(document, head) &&
      person?.type === 'person' &&
      lowerAt(tokens, person.endToken) === ',';
    if (index >= 0 && !own) return { index, endToken: end };
  }
  // "Taliban spokesman [Name]", "the group's leader, [Name]": the person is named, and speaks for himself.
  const beside = [head + 1, ...otherNamesOf(document, head)];
  const named = (token: number): boolean =>
    names.some((name) => name.type === 'person' && name.firstToken <= token && token < name.endToken);
  if (beside.some(named)) return null;
  const index = names.findIndex(
    (name) =>
      name.firstToken >= firstToken &&
      name.type !== 'person' &&
      !isOpposed(document, name.firstToken) &&
      (name.endToken === head ||
        (name.endToken === head - 1 && /^(?:suicide|death)$/u.test(lowerAt(tokens, name.endToken))) ||
        (name.endToken < head && lowerAt(tokens, name.endToken) === "'s" && name.endToken + 3 >= head)),
  );
  const name = names[index];
  if (!name) return stateBehind(document, firstToken, head, names);
  // "Colombia's rebels" fight the country that they are of.
  if (name.type === 'location' && REBELS.test(lemma)) return null;
  // The country of "Nigeria soldiers" acts through them; of a place it says only where they are.
  return name.type === 'organization' ||
    COLLECTIVES.has(lemma) ||
    /^(?:official|authority|spokesman|spokeswoman)$/u.test(lemma)
    ? { index, endToken: head + 1 }
    : null;
}

/** "Turkish forces": the country of the adjective, where the article names it. */
function stateBehind(
  document: Base,
  firstToken: number,
  head: number,
  names: readonly NameRange[],
): { index: number; endToken: number } | null {
  for (let i = firstToken; i < head; i++) {
    const country = demonymAt(document, i)?.country;
    const index = country === undefined ? -1 : names.findIndex(({ known }) => known?.name === country);
    if (index >= 0) return { index, endToken: head + 1 };
  }
  return null;
}
