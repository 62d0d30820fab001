import { reachable } from '../tokens/compile.ts';
import type { Program } from '../tokens/compile.ts';
import type { Constraint, MentionNode } from '../tokens/syntax.ts';
import type { MentionTest, TreeCondition, TreePattern, WordTest } from '../tree/syntax.ts';

/** Where a comparison of two patterns would take longer than it is worth. */
const MAX_PAIRS = 250_000;

const text = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    item instanceof Set
      ? [...(item as Set<unknown>)].sort()
      : item instanceof Map
        ? [...(item as Map<unknown, unknown>)]
        : item,
  );

const within = (narrow: ReadonlySet<string>, wide: ReadonlySet<string>): boolean =>
  [...narrow].every((value) => wide.has(value));

/** Whether all that meets `narrow` meets `wide`. Expressions are compared as they are written. */
function implied(narrow: Constraint, wide: Constraint): boolean {
  if (narrow.field !== wide.field || narrow.negated !== wide.negated) return false;
  const [some, more] = narrow.negated ? [wide, narrow] : [narrow, wide];
  const known = (more.expressions ?? []).map(({ source }) => source);
  return (
    within(some.values, more.values) && (some.expressions ?? []).every(({ source }) => known.includes(source))
  );
}

export const constraintsImply = (narrow: readonly Constraint[], wide: readonly Constraint[]): boolean =>
  wide.every((asked) => narrow.some((given) => implied(given, asked)));

const nullOrWithin = (narrow: ReadonlySet<string> | null, wide: ReadonlySet<string> | null): boolean =>
  wide === null || (narrow !== null && within(narrow, wide));

const mentionImplies = (narrow: MentionNode, wide: MentionNode): boolean =>
  narrow.argument === wide.argument &&
  nullOrWithin(narrow.types, wide.types) &&
  nullOrWithin(narrow.kinds, wide.kinds) &&
  (!wide.subject || narrow.subject) &&
  (!wide.bare || narrow.bare) &&
  constraintsImply(narrow.constraints, wide.constraints);

/**
 * Whether wherever one program matches the other does, with the same arguments: the wide program simulates the narrow one (Milner
 * 1971). Programs lead forwards only, so plain recursion ends. Says no where it can't tell.
 */
export function programCovers(wide: Program, narrow: Program): boolean {
  if (wide.length * narrow.length > MAX_PAIRS) return false;
  const known = new Map<number, boolean>();
  const follows = (a: number, b: number): boolean => {
    const key = a * narrow.length + b;
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = step(a, b)));
    return found;
  };
  const step = (a: number, b: number): boolean => {
    const next = narrow[b]!;
    switch (next.op) {
      case 'jump':
        return follows(a, next.to);
      case 'split':
        return follows(a, next.first) && follows(a, next.second);
      case 'match':
        return reachable(wide, a).some((at) => wide[at]!.op === 'match');
      case 'token':
        return reachable(wide, a).some((at) => {
          const own = wide[at]!;
          return (
            own.op === 'token' &&
            constraintsImply(next.test.constraints, own.test.constraints) &&
            follows(at + 1, b + 1)
          );
        });
      case 'mention':
        return reachable(wide, a).some((at) => {
          const own = wide[at]!;
          return (
            own.op === 'mention' &&
            own.last === next.last &&
            mentionImplies(next.test, own.test) &&
            follows(at + 1, b + 1)
          );
        });
      default:
        // What the narrow one asks besides makes it narrower only.
        return (
          reachable(wide, a).some((at) => text(wide[at]) === text(next) && follows(at + 1, b + 1)) ||
          follows(a, b + 1)
        );
    }
  };
  return follows(0, 0);
}

const wordImplies = (narrow: WordTest, wide: WordTest): boolean =>
  nullOrWithin(narrow.lemmas, wide.lemmas) &&
  nullOrWithin(narrow.words, wide.words) &&
  nullOrWithin(narrow.pos, wide.pos) &&
  [...narrow.phrases].every(([first, rests]) =>
    rests.every(
      (rest) =>
        wide.lemmas === null ||
        wide.lemmas.has(first) ||
        wide.phrases.get(first)?.some((each) => text(each) === text(rest)),
    ),
  );

const argumentImplies = (
  narrow: MentionTest & { path: unknown },
  wide: MentionTest & { path: unknown },
): boolean =>
  text(narrow.path) === text(wide.path) &&
  nullOrWithin(narrow.types, wide.types) &&
  nullOrWithin(narrow.kinds, wide.kinds) &&
  wordImplies(narrow.word, wide.word);

const conditionImplies = (narrow: TreeCondition, wide: TreeCondition): boolean =>
  text(narrow.path) === text(wide.path) && wordImplies(narrow.word, wide.word);

/** Whether wherever the narrow tree pattern matches the wide one does, with the same arguments. */
export const treeCovers = (wide: TreePattern, narrow: TreePattern): boolean =>
  wordImplies(narrow.trigger, wide.trigger) &&
  argumentImplies(narrow.source, wide.source) &&
  argumentImplies(narrow.target, wide.target) &&
  wide.with.every((asked) => narrow.with.some((given) => conditionImplies(given, asked))) &&
  wide.unless.every((veto) => narrow.unless.some((given) => conditionImplies(veto, given)));
