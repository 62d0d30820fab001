import { lowerAt } from '../model/index.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';

/** End of what says that there is a state of emergency, exclusive: "a state of emergency", "the declaration of a national emergency". */
export function emergencyEnd(document: Base, i: number): number | null {
  const { tokens } = document;
  const word = (at: number): string =>
    tokens.sentence[at] === tokens.sentence[i] ? lowerAt(tokens, at) : '';
  const lemma = nounLemma(document, i);
  if (lemma === 'declaration') {
    if (word(i - 1) === 'emergency') return i + 1;
    const of = word(i + 1) === 'of' ? i + 2 : i;
    const at = /^(?:a|an|the)$/u.test(word(of)) ? of + 1 : of;
    if (at === i) return null;
    if (word(at) === 'emergency') return at + 1;
    if (word(at) === 'national' && word(at + 1) === 'emergency') return at + 2;
    return word(at) === 'state' ? emergencyEnd(document, at) : null;
  }
  if (lemma === 'state' && word(i + 1) === 'of' && /^(?:emergency|siege|alert)/u.test(word(i + 2)))
    return i + 3;
  return lemma === 'emergency' && word(i - 1) === 'national' ? i + 1 : null;
}

/** "The suit", "the complaint" behind a lawsuit: by itself either noun means other things. */
export function isSuit(document: Base, i: number): boolean {
  const { tokens } = document;
  if (!/^(?:suit|complaint)$/u.test(lowerAt(tokens, i)) || lowerAt(tokens, i - 1) !== 'the') return false;
  for (let k = 0; k < i; k++) if (/^lawsuits?$/u.test(lowerAt(tokens, k))) return true;
  return false;
}
