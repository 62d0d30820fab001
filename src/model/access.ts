import { UPOS } from './layers.ts';
import type { TagTable, TokenTable, Upos } from './layers.ts';
import type { Span } from './span.ts';

/** Reading single cells of the token columns. For an index outside the table: the empty string, tag `X`. */
export const formAt = (tokens: TokenTable, i: number): string => {
  const id = tokens.form[i];
  return id === undefined ? '' : tokens.strings.text(id);
};

export const lowerAt = (tokens: TokenTable, i: number): string => {
  const id = tokens.lower[i];
  return id === undefined ? '' : tokens.strings.text(id);
};

export const lemmaAt = (tokens: TokenTable, tags: TagTable, i: number): string => {
  const id = tags.lemma[i];
  return id === undefined ? '' : tokens.strings.text(id);
};

export const xposAt = (tokens: TokenTable, tags: TagTable, i: number): string => {
  const id = tags.xpos[i];
  return id === undefined ? '' : tokens.strings.text(id);
};

export const uposAt = (tags: TagTable, i: number): Upos => UPOS[tags.upos[i] ?? 16] ?? 'X';

/** The stretch of text that tokens `first` to `end` (exclusive, at least one) cover. */
export const tokenSpan = (tokens: TokenTable, first: number, end: number): Span => ({
  start: tokens.start[first] ?? 0,
  end: tokens.end[end - 1] ?? 0,
});
