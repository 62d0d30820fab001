import type { Quotation } from '../language/index.ts';
import { uposAt } from '../model/index.ts';
import type { Document, Trees, Upos } from '../model/index.ts';
import { speakerOf, spokenIn } from './speakers.ts';

/** The layers that matching reads. Tree patterns match nothing in a document without trees. */
export type MatchableDocument = Document<
  'sentences' | 'tokens' | 'tags' | 'mentions' | 'entities' | 'passages'
> & { readonly trees?: Trees };

/** A document's tokens as the matcher asks for them. */
export interface DocumentView {
  readonly document: MatchableDocument;
  readonly word: (token: number) => string;
  /** The word as it stands, case and all. */
  readonly form: (token: number) => string;
  readonly lemma: (token: number) => string;
  readonly pos: (token: number) => Upos;
  readonly tag: (token: number) => string;
  /** Indices of the resolved mentions that start at a token, longest first. */
  readonly mentionsFrom: (token: number) => readonly number[];
  /** Indices of the resolved mentions that end right before a token. */
  readonly mentionsUntil: (token: number) => readonly number[];
  /** Token of the speaker of the quotation that a token stands in, maybe in another sentence; -1 outside quotations. */
  readonly speakerOf: (token: number) => number;
  /** Quotations whose speaker the text names. */
  readonly quotations: () => readonly Quotation[];
}

const NONE: readonly number[] = [];

const push = (map: Map<number, number[]>, key: number, value: number): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

export function viewDocument(document: MatchableDocument): DocumentView {
  const { tokens, tags, mentions } = document;
  const { strings } = tokens;
  const lowerLemmas = new Map<number, string>();
  const from = new Map<number, number[]>();
  const until = new Map<number, number[]>();
  // The head of a root, or of what the border of a quotation cuts off, is -1: no word, and without any.
  const textAt = (id: number | undefined): string => (id === undefined ? '' : strings.text(id));
  let spoken: readonly Quotation[] | undefined;
  const quotations = (): readonly Quotation[] => (spoken ??= spokenIn(document));
  mentions.forEach((mention, index) => {
    // An adjective ("Israeli") stands for its country, a verb for what it tells, only where a path over the tree looks for it.
    if (mention.entity === null || mention.resolvedBy === 'demonym' || mention.resolvedBy === 'verb') return;
    push(from, mention.firstToken, index);
    push(until, mention.endToken, index);
  });
  for (const list of from.values())
    list.sort((a, b) => mentions[b]!.endToken - mentions[a]!.endToken || a - b);
  return {
    document,
    word: (token) => textAt(tokens.lower[token]),
    form: (token) => textAt(tokens.form[token]),
    lemma: (token) => {
      const id = tags.lemma[token];
      if (id === undefined) return '';
      const known = lowerLemmas.get(id);
      if (known !== undefined) return known;
      const lemma = strings.text(id).toLowerCase();
      lowerLemmas.set(id, lemma);
      return lemma;
    },
    pos: (token) => uposAt(tags, token),
    tag: (token) => textAt(tags.xpos[token]),
    mentionsFrom: (token) => from.get(token) ?? NONE,
    mentionsUntil: (token) => until.get(token) ?? NONE,
    speakerOf: (token) => speakerOf(quotations(), token),
    quotations,
  };
}
