import { byCodeUnit } from '../../model/index.ts';
import type { CompiledRule } from '../ruleset.ts';
import { programCovers, treeCovers } from './implies.ts';

/** The rule that wins wherever another matches, by the overlap policy; null where there is none. */
export function shadowFinder(rules: readonly CompiledRule[]): (rule: CompiledRule) => CompiledRule | null {
  const byWord = new Map<string, CompiledRule[]>();
  const open: CompiledRule[] = [];
  for (const rule of rules) {
    const words = wordsOf(rule);
    if (words === null) open.push(rule);
    else for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), rule]);
  }
  return (rule) => {
    const words = wordsOf(rule) ?? [];
    const near = new Set([...open, ...[...words].flatMap((word) => byWord.get(word) ?? [])]);
    return [...near].find((other) => shadows(other, rule)) ?? null;
  };
}

/** All words that patterns hang on; null where one hangs on none. */
function wordsOf({ patterns, trees }: CompiledRule): ReadonlySet<string> | null {
  const sets = [
    ...patterns
      .map(({ required }) => required()[0])
      .map((found) => found && [...found.words, ...found.lemmas]),
    ...trees.map(({ trigger }) => [
      ...(trigger.lemmas ?? []),
      ...trigger.phrases.keys(),
      ...(trigger.words ?? []),
    ]),
  ];
  if (sets.some((set) => set === undefined)) return null;
  return new Set(sets.flatMap((set) => set ?? []));
}

const within = (narrow: ReadonlySet<string>, wide: ReadonlySet<string>): boolean =>
  [...narrow].every((value) => wide.has(value));

function shadows(wide: CompiledRule, narrow: CompiledRule): boolean {
  if (wide === narrow || wide.relation !== narrow.relation || !wins(wide, narrow)) return false;
  if (wide.combine === 'both' || wide.exceptions.length > 0 || narrow.exceptions.length > 0) return false;
  const vetoes = new Set(narrow.exclude.map(({ text }) => text));
  if (!wide.exclude.every(({ text }) => vetoes.has(text))) return false;
  if (!within(wide.types.without, narrow.types.without)) return false;
  return (
    narrow.patterns.every((pattern) =>
      wide.patterns.some((other) => programCovers(other.program(), pattern.program())),
    ) && narrow.trees.every((tree) => wide.trees.some((other) => treeCovers(other, tree)))
  );
}

/** Whether a match of one rule beats one of the other that has the same words, by what the rules say alone. */
function wins(a: CompiledRule, b: CompiledRule): boolean {
  if (a.priority !== b.priority) return a.priority > b.priority;
  if (a.confidence !== b.confidence) return a.confidence > b.confidence;
  if ((a.status === null) !== (b.status === null)) return a.status !== null;
  // Equal in all else: only where both say the same words is it sure which one stays.
  return a.status === b.status && sameText(a, b) && byCodeUnit(a.id, b.id) < 0;
}

const sameText = (a: CompiledRule, b: CompiledRule): boolean => {
  const texts = new Set(a.patterns.map(({ text }) => text.replace(/\s+/gu, ' ')));
  return (
    b.patterns.every(({ text }) => texts.has(text.replace(/\s+/gu, ' '))) &&
    b.trees.every((tree) => a.trees.some((other) => treeCovers(other, tree) && treeCovers(tree, other)))
  );
};
