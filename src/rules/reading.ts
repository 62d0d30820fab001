/** What may stand between an argument and the word it belongs to, without changing who acts; the last seven in trees only. */
export const STEP_METHODS = [
  'parenthesis',
  'apposition',
  'relative-clause',
  'participle-clause',
  'prepositional-phrase',
  'time',
  'coordination',
  'shared-subject',
  'passive',
  'control',
  'purpose',
  'nominalization',
  'representative',
  'partitive',
  'set',
] as const;
export type StepMethod = (typeof STEP_METHODS)[number];

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
