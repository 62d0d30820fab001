import { formAt, lowerAt, uposAt } from '../model/index.ts';
import { foldName } from './fold.ts';
import { textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { isSubject } from './syntax.ts';
import type { AnyName } from './tails.ts';
import { TITLES } from './words.ts';

/** Shorter surnames are too often words. */
const MIN_SURNAME = 4;
/** What a surname may begin with. */
const PARTICLE = /^(?:de|da|di|du|van|von|der|den|bin|ibn|al|el|la|le|[-‐–])$/u;

/**
 * Names that the reader found in one place and missed in another: the same spelling, or the surname of a person named in full, wherever it
 * stands by itself with a capital, accents aside.
 *
 * @param names Sorted; so is the result.
 */
export function withAgain(document: Base, names: readonly AnyName[]): AnyName[] {
  const { tokens, tags, sentences, passages } = document;
  const covered = new Set<number>();
  const known = new Map<string, AnyName['type']>();
  for (const { firstToken, endToken, type } of names) {
    for (let i = firstToken; i < endToken; i++) covered.add(i);
    const last = foldName(textOf(document, endToken - 1, endToken));
    const surname =
      type === 'person' && endToken - firstToken > 1 && last.length >= MIN_SURNAME && !TITLES.has(last);
    const single = endToken - firstToken === 1 && /^(?:person|organization|location)$/u.test(type);
    if (surname || single) known.set(last, known.get(last) ?? type);
  }
  const capital = (i: number, sentence: number): boolean =>
    tokens.sentence[i] === sentence && /^\p{Lu}/u.test(formAt(tokens, i));
  const found: AnyName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const sentence = tokens.sentence[i] ?? 0;
    if (covered.has(i) || !capital(i, sentence)) continue;
    const kind = passages[sentences.passage[sentence] ?? 0]?.kind;
    const type = known.get(foldName(formAt(tokens, i)));
    // A name that opens a sentence and acts may have been tagged as anything.
    const acts = type === 'person' && i === sentences.firstToken[sentence] && isSubject(document, i);
    if (uposAt(tags, i) !== 'PROPN' && !acts) continue;
    const alone =
      !capital(i - 1, sentence) &&
      !capital(i + 1, sentence) &&
      !PARTICLE.test(lowerAt(tokens, i - 1)) &&
      !/^[-‐–]$/u.test(lowerAt(tokens, i + 1));
    if (type !== undefined && alone && (kind === 'prose' || kind === 'caption'))
      found.push({ firstToken: i, endToken: i + 1, type });
  }
  return [...names, ...found].sort((a, b) => a.firstToken - b.firstToken || a.endToken - b.endToken);
}
