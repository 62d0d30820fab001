import { lowerAt } from '../model/index.ts';
import { childrenOf, headOf, relationOf } from '../language/index.ts';
import type { Base } from './phrases.ts';

export { childrenOf, headOf, relationOf };

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
