import { covers } from './covered.ts';
import type { ConditionFinder, Found } from './covered.ts';
import { isSpent } from './meter.ts';
import type { CompiledSuppression, RuleSet } from './ruleset.ts';
import type { Scene } from './scene.ts';
import type { ArgumentTypes } from './tokens/context.ts';
import type { Candidate, MatchTrace } from './trace.ts';
import { argumentsOf, meet, wordAt } from './tree/match.ts';
import type { SentenceGraph } from './tree/graph.ts';
import type { OpenTreePattern, TreeArgument } from './tree/syntax.ts';

/** Arguments of any type, by any step. */
export const anyArguments = ({ types }: RuleSet): ArgumentTypes => {
  const all = new Set(types.types);
  return { source: all, target: all, without: new Set() };
};

/** The matches of a sentence that no suppression takes away. */
export function unsuppressed(
  matches: readonly Candidate[],
  rules: RuleSet,
  scene: Scene,
  find: ConditionFinder,
  trace: MatchTrace | undefined,
): readonly Candidate[] {
  if (matches.length === 0 || rules.suppressions.length === 0) return matches;
  const types = anyArguments(rules);
  const known = new Map<CompiledSuppression, readonly Found[]>();
  const foundBy = (suppression: CompiledSuppression): readonly Found[] => {
    let found = known.get(suppression);
    if (!found) known.set(suppression, (found = findingsOf(suppression, scene, types, find)));
    return found;
  };
  return matches.filter((match) => {
    const by = rules.suppressions.find(
      (suppression) => isMeant(suppression, match) && takes(suppression, match, foundBy(suppression)),
    );
    if (by) trace?.suppressed(match, by);
    return by === undefined;
  });
}

const isMeant = ({ relations, priority }: CompiledSuppression, { relation, rule }: Candidate): boolean =>
  priority >= rule.priority && (relations === null || relations.has(relation.name));

const takes = ({ reach }: CompiledSuppression, match: Candidate, found: readonly Found[]): boolean =>
  reach === 'sentence' ? found.length > 0 : found.some((each) => covers(each, match));

/** What a suppression finds in a sentence: `RuleSet` holds no other way to see it at work. */
export function findingsOf(
  suppression: CompiledSuppression,
  scene: Scene,
  types: ArgumentTypes,
  find: ConditionFinder,
): readonly Found[] {
  const { patterns, trees } = suppression;
  const meter = scene.meters.of(suppression);
  const graph = trees.length > 0 ? scene.graph(types.without, meter) : null;
  const found = [
    ...patterns.flatMap((pattern) => find(pattern, types, meter)),
    ...(graph ? trees.flatMap((tree) => treeFindings(tree, graph, scene, types)) : []),
  ];
  return isSpent(meter) ? [] : found;
}

function treeFindings(
  tree: OpenTreePattern,
  graph: SentenceGraph,
  scene: Scene,
  types: ArgumentTypes,
): Found[] {
  const found: Found[] = [];
  for (let token = scene.firstToken; token < scene.endToken; token++) {
    const words = wordAt(graph, tree.trigger, token);
    if (!words || tree.unless.some((condition) => meet(graph, condition, token))) continue;
    const met = tree.with.map((condition) => meet(graph, condition, token));
    if (met.some((each) => each === null)) continue;
    const end = (
      argument: TreeArgument | null,
      of: 'source' | 'target',
    ): readonly ({ mention: number } | null)[] =>
      argument === null
        ? [null]
        : argumentsOf(argument, of, types[of], graph, scene.finder(graph), token, () => undefined);
    const trigger = [...new Set([...words, ...met.flatMap((each) => each ?? [])])];
    for (const source of end(tree.source, 'source'))
      for (const target of end(tree.target, 'target'))
        for (const word of trigger) found.push({ firstToken: word, endToken: word + 1, source, target });
  }
  return found;
}
