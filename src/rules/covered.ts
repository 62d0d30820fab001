import type { Meter } from './meter.ts';
import type { Scene } from './scene.ts';
import { matchesIn } from './scene.ts';
import type { CompiledPattern, CompiledRule } from './ruleset.ts';
import type { ProgramMatch } from './tokens/context.ts';
import type { Candidate } from './trace.ts';

/** What a pattern without a rule of its own found: a range of tokens, and the mentions it names. */
export type Found = Pick<ProgramMatch, 'firstToken' | 'endToken'> & {
  readonly source: { readonly mention: number } | null;
  readonly target: { readonly mention: number } | null;
};

/** Whether what was found shares a word with a match and, where it names arguments, means the same. */
export function covers({ firstToken, endToken, source, target }: Found, match: Candidate): boolean {
  if (source !== null && source.mention !== match.source.mention) return false;
  if (target !== null && target.mention !== match.target.mention) return false;
  return match.words.some((words) => words.firstToken < endToken && firstToken < words.endToken);
}

/** What the patterns of rules find in one sentence besides the rules' own matches; each is run once. */
export function conditionFinder(
  scene: Scene,
): (pattern: CompiledPattern, types: CompiledRule['types'], meter: Meter) => readonly Found[] {
  const known = new Map<CompiledPattern, readonly Found[]>();
  return (pattern, types, meter) => {
    let found = known.get(pattern);
    if (!found) known.set(pattern, (found = matchesIn(pattern, scene, types, meter)));
    return found;
  };
}
export type ConditionFinder = ReturnType<typeof conditionFinder>;
