import { lowerAt } from '../model/index.ts';
import { DEPREL } from '../language/index.ts';
import type { Deprel } from '../language/index.ts';
import type { Base } from './phrases.ts';

/** Token of the head in the tree; -1 for the root. */
export function headOf({ tokens, sentences, trees }: Base, token: number): number {
  const sentence = tokens.sentence[token] ?? 0;
  const first = sentences.firstToken[sentence] ?? 0;
  const head = trees.tree(sentence).head[token - first] ?? -1;
  return head < 0 ? -1 : first + head;
}

export function relationOf({ tokens, sentences, trees }: Base, token: number): Deprel {
  const sentence = tokens.sentence[token] ?? 0;
  const label = trees.tree(sentence).label[token - (sentences.firstToken[sentence] ?? 0)];
  return DEPREL[label ?? 0] ?? 'dep';
}

/** Tokens that hang on `token`, in text order. */
export function childrenOf(document: Base, token: number): number[] {
  const { tokens, sentences, trees } = document;
  const sentence = tokens.sentence[token] ?? 0;
  const first = sentences.firstToken[sentence] ?? 0;
  const { head, length } = trees.tree(sentence);
  const children: number[] = [];
  for (let i = 0; i < length; i++) if (head[i] === token - first) children.push(first + i);
  return children;
}

/** The token of a range that the others hang on. */
export function headWithin(document: Base, firstToken: number, endToken: number): number {
  for (let i = firstToken; i < endToken; i++) {
    const head = headOf(document, i);
    if (head < firstToken || head >= endToken) return i;
  }
  return endToken - 1;
}

/** The preposition that marks a noun ("at"), or the empty string. */
export function caseOf(document: Base, token: number): string {
  const marker = childrenOf(document, token).find(
    (child) => child < token && relationOf(document, child) === 'case',
  );
  return marker === undefined ? '' : lowerAt(document.tokens, marker);
}

export const isSubject = (document: Base, token: number): boolean =>
  relationOf(document, token).startsWith('nsubj');

/** The subject of the main clause of its sentence. */
export function isRootSubject(document: Base, token: number): boolean {
  const predicate = headOf(document, token);
  return isSubject(document, token) && predicate >= 0 && headOf(document, predicate) < 0;
}

/** Whether a noun says what something is, and names nothing besides it: "was a writer", "served as mayor and judge", "listed as a group". */
export const isPredicate = (document: Base, token: number): boolean =>
  childrenOf(document, token).some((child) => relationOf(document, child) === 'cop') ||
  caseOf(document, relationOf(document, token) === 'conj' ? headOf(document, token) : token) === 'as';
