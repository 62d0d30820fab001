import { lemmaAt, lowerAt, tokenSpan, uposAt, xposAt } from '../model/index.ts';
import type { Document, Mention } from '../model/index.ts';

export type Base = Document<'passages' | 'sentences' | 'tokens' | 'tags' | 'names' | 'trees'>;

/** Parts that may stand before the head of a noun phrase, its determiner among them. */
const PREMODIFIER = /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u;

export const isNoun = (document: Base, i: number): boolean =>
  /^(?:NOUN|PROPN)$/u.test(uposAt(document.tags, i));

/** Lemma of a noun; the plural of a noun a tagger took for a name ("Rebels") loses its s too. */
export const nounLemma = ({ tokens, tags }: Base, i: number): string => {
  const lemma = lemmaAt(tokens, tags, i).toLowerCase();
  // The treebanks keep this plural as it is; the lists of nouns don't.
  return lemma === 'troops' ? 'troop' : lemma;
};

export const isPlural = ({ tokens, tags }: Base, i: number): boolean =>
  /^NNP?S$/u.test(xposAt(tokens, tags, i)) || /^(?:police|people|gunmen)$/u.test(lowerAt(tokens, i));

/** First token of the base noun phrase whose last token is `head`: its modifiers, possessor and determiner. */
export function phraseStart(document: Base, head: number): number {
  const { tokens, tags, sentences } = document;
  const first = sentences.firstToken[tokens.sentence[head] ?? 0] ?? 0;
  let start = head;
  while (start > first) {
    const lower = lowerAt(tokens, start - 1);
    const upos = uposAt(tags, start - 1);
    const participle = upos === 'VERB' && /^VB[NG]$/u.test(xposAt(tokens, tags, start - 1));
    // A participle modifies only behind a determiner or adjective: "the failed raid", but not "after killing soldiers".
    const modifying = participle && /^(?:DET|ADJ|PRON)$/u.test(uposAt(tags, start - 2)) && start - 2 >= first;
    const possessive = lower === "'s" || lower === "'" || /^(?:its|his|her|their|our|my|your)$/u.test(lower);
    const tight = (i: number): boolean => i - 1 >= first && tokens.end[i - 1] === tokens.start[i];
    const hyphen = lower === '-' && tight(start - 1);
    // "The front-led group", "the far-left party".
    const tied =
      (upos === 'VERB' && tight(start - 1) && lowerAt(tokens, start - 2) === '-') ||
      (lowerAt(tokens, start) === '-' && tight(start));
    if (!PREMODIFIER.test(upos) && !possessive && !hyphen && !modifying && !tied) break;
    // "Shot dead three villagers", "at least three": what stands before a number and behind a verb or preposition is no part of the phrase.
    const outside = start - 2 >= first && /^(?:VERB|ADP)$/u.test(uposAt(tags, start - 2));
    if (lower === 'least' || (upos === 'ADJ' && uposAt(tags, start) === 'NUM' && outside)) break;
    start--;
    if (
      /^(?:the|a|an|this|that|these|those|another|any|some|no|each|every|its|his|her|their|our|my|your)$/u.test(
        lower,
      )
    )
      break;
  }
  return start;
}

/** A mention over tokens `firstToken` to `endToken`. */
export function makeMention(
  { tokens }: Base,
  range: { firstToken: number; endToken: number; head?: number },
  kind: Mention['kind'],
  entity: number | null,
  resolvedBy: string | null,
): Mention {
  const { firstToken, endToken, head = endToken - 1 } = range;
  return {
    ...tokenSpan(tokens, firstToken, endToken),
    firstToken,
    endToken,
    head,
    sentence: tokens.sentence[firstToken] ?? 0,
    kind,
    entity,
    resolvedBy,
  };
}

export const textOf = ({ article, tokens }: Base, first: number, end: number): string => {
  const span = tokenSpan(tokens, first, end);
  return article.reading.slice(span.start, span.end).replace(/\s+/gu, ' ');
};
