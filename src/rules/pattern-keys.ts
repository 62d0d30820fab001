import type { RuleSet } from './ruleset.ts';
import type { Required, RequiredReader } from './tokens/required.ts';

/**
 * Of each token pattern, by the id of its rule and its text, the indices of the sets of words of each of which every match holds one.
 * Many patterns share their words, so these stand once.
 */
export interface PatternKeys {
  readonly sets: readonly (readonly [words: readonly string[], lemmas: readonly string[]])[];
  readonly rules: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

export function keysOf({
  rules,
  suppressions,
  entityRules,
}: Pick<RuleSet, 'rules' | 'suppressions' | 'entityRules'>): PatternKeys {
  const sets = new Map<string, number>();
  const indexOf = (required: Required): number => {
    const text = JSON.stringify([[...required.words], [...required.lemmas]]);
    const known = sets.get(text) ?? sets.size;
    sets.set(text, known);
    return known;
  };
  const written = [
    ...rules.map(({ id, patterns, exclude, exceptions }) => ({
      id,
      patterns: [...patterns, ...exclude, ...exceptions.flatMap((each) => each.patterns ?? [])],
    })),
    ...suppressions,
    ...entityRules,
  ];
  const byRule = written.map(({ id, patterns }): [string, Record<string, number[]>] => [
    id,
    Object.fromEntries(patterns.map(({ text, required }) => [text, required().map(indexOf)])),
  ]);
  return {
    sets: [...sets.keys()].map((text) => JSON.parse(text) as [string[], string[]]),
    rules: Object.fromEntries(byRule),
  };
}

/** The same as the compiler asks for it: undefined for a pattern that the build has not seen. */
export function keyReader({ sets, rules }: PatternKeys): RequiredReader {
  const known = sets.map(([words, lemmas]): Required => ({ words: new Set(words), lemmas: new Set(lemmas) }));
  return (rule, text) => rules[rule]?.[text]?.map((index) => known[index]!);
}
