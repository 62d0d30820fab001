/**
 * What the engine reads between an argument and the word it belongs to, without changing who acts. Each stands in the evidence by
 * this name (`resolved`) and can be turned off by a rule (`without`). The first eight in both kinds of patterns, the others over trees.
 */
export const STEP_METHODS = [
  'parenthesis',
  'apposition',
  'relative-clause',
  'participle-clause',
  'prepositional-phrase',
  'time',
  'coordination',
  'shared-subject',
  'shared-object',
  'passive',
  'reciprocal',
  'where-clause',
  'control',
  'purpose',
  'nominalization',
  'light-verb',
  'compound',
  'demonym',
  'representative',
  'asset',
  'partitive',
  'set',
] as const;
export type StepMethod = (typeof STEP_METHODS)[number];

/** A rule that turns a step off turns it off too where the entity room took it: "fighters of X" as a mention of X. */
export const isTurnedOff = (
  { resolvedBy }: { readonly resolvedBy: string | null },
  without: ReadonlySet<string>,
): boolean => resolvedBy !== null && without.has(resolvedBy);

/** A step as tokens: the words of the mention (or what was read so far), and what was read over. */
export interface TokenStep {
  readonly method: StepMethod;
  readonly firstToken: number;
  readonly endToken: number;
}

/** One way to read an argument that starts at a given token. */
export interface Reading {
  readonly mention: number;
  /** Where the pattern goes on. */
  readonly endToken: number;
  readonly steps: readonly TokenStep[];
  /** No preposition governs it, or a relative pronoun takes its place. */
  readonly subject: boolean;
  /** Whether other words of its phrase come before the mention. */
  readonly leadIn: boolean;
}
