import type { Constraint, PatternNode, TokenNode } from './syntax.ts';

/** Lower case with curly quotes made straight, as in the `lower` column of the tokens. */
export const normalise = (word: string): string =>
  word.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

export const token = (constraints: readonly Constraint[], lexical: boolean): TokenNode => ({
  kind: 'token',
  constraints,
  lexical,
});

export const word = (text: string): TokenNode =>
  token([{ field: 'word', negated: false, values: new Set([normalise(text)]) }], /[\p{L}\p{N}]/u.test(text));

export const sequence = (items: readonly PatternNode[]): PatternNode =>
  items.length === 1 ? items[0]! : { kind: 'sequence', items };

export const alternatives = (options: readonly PatternNode[]): PatternNode =>
  options.length === 1 ? options[0]! : { kind: 'alternatives', options };
