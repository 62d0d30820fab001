import type { CompiledRule } from '../ruleset.ts';
import { lemmasOf, listed } from './words.ts';

/** What must stand in a sentence before a rule is tried in it, one line for each pattern; none where a pattern asks for no word. */
export function triggerWords({ patterns, trees }: CompiledRule): string[] {
  const ofTokens = patterns.flatMap(({ required }) =>
    required()
      .slice(0, 1)
      .map(({ words, lemmas }) => listed([...words, ...lemmas])),
  );
  return [
    ...new Set([
      ...ofTokens,
      ...trees.map(({ trigger }) => listed([...(trigger.words ?? []), ...lemmasOf(trigger)])),
    ]),
  ];
}
