import { SPEAKERS } from './tree/lexicon.ts';
import type { DocumentView } from './view.ts';

/**
 * Whether a mention is only somebody who speaks for the body it is resolved to ("a Hamas official"), and stands at the end of a relation where
 * that counts for nothing: what a spokesman does is his body's doing, what is done to him is not done to it.
 */
export function isSpokenFor(view: DocumentView, mention: number, end: 'source' | 'target' | null): boolean {
  if (end !== 'target') return false;
  const { resolvedBy, head } = view.document.mentions[mention]!;
  return resolvedBy === 'representative' && SPEAKERS.has(view.lemma(head));
}
