export const LENGTHS = {
  /** Characters of a pattern, a path, an example. */
  pattern: 2_000,
  /** Patterns of one rule. */
  patterns: 100,
  /** Entries of one vocabulary. */
  vocabulary: 5_000,
  /** Conditions under one key. */
  conditions: 20,
} as const;
