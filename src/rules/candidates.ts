import { orient } from './overlap.ts';
import type { PatternTries, TreeTries } from './prefilter.ts';
import type { CompiledRule, IndexedPattern } from './ruleset.ts';
import { matchesIn } from './scene.ts';
import type { Scene } from './scene.ts';
import type { ProgramMatch } from './tokens/context.ts';
import type { Candidate, MatchTrace, TokenRange } from './trace.ts';
import { matchTree } from './tree/match.ts';
import type { TreeMatch } from './tree/match.ts';
import type { DocumentView } from './view.ts';

/** What the patterns of all rules match in one sentence, before anything is excluded. */
export function candidatesIn(
  scene: Scene,
  patternsIn: PatternTries,
  treesAt: TreeTries,
  mentions: readonly number[],
  trace: MatchTrace | undefined,
): Candidate[] {
  const { document } = scene.view;
  const types = [
    ...new Set(mentions.map((index) => document.entities[document.mentions[index]!.entity!]!.type)),
  ];
  const found: Candidate[] = [];
  for (const entry of patternsIn(scene.firstToken, scene.endToken))
    if (typed(entry.rule, types, scene.sentence, trace)) found.push(...patternMatches(entry, scene, trace));
  found.push(...treeMatches(scene, treesAt, types, trace));
  return found;
}

/** Whether mentions of types that a rule takes at its ends are there at all. */
function typed(
  rule: CompiledRule,
  present: readonly string[],
  sentence: number,
  trace: MatchTrace | undefined,
): boolean {
  const lacking = (['source', 'target'] as const).find(
    (end) => !present.some((type) => rule.types[end].has(type)),
  );
  if (lacking) trace?.untyped(rule, sentence, lacking);
  return lacking === undefined;
}

function patternMatches(entry: IndexedPattern, scene: Scene, trace: MatchTrace | undefined): Candidate[] {
  const { rule, pattern } = entry;
  const { view, sentence, meters } = scene;
  const follow = trace?.tokens(entry, sentence);
  return matchesIn(pattern, scene, rule.types, meters.of(rule), follow).flatMap((match) => {
    const { source, target } = match;
    if (!source || !target) return [];
    const ends = { source, target, trigger: triggerTokens(match, view) };
    const words = [stretchOf(ends, view)];
    const candidate = orient({ ...stated(rule), sentence, ...ends, anchor: null, words }, view.document);
    trace?.found(candidate, pattern);
    return [candidate];
  });
}

/** What tree patterns match in one sentence. Its tree is asked for only where a trigger stands. */
function treeMatches(
  scene: Scene,
  treesAt: TreeTries,
  present: readonly string[],
  trace: MatchTrace | undefined,
): Candidate[] {
  const { view, sentence, meters } = scene;
  if (!view.document.trees) return [];
  const found: Candidate[] = [];
  for (let token = scene.firstToken; token < scene.endToken; token++) {
    for (const entry of treesAt(token)) {
      const { rule, tree } = entry;
      if (!typed(rule, present, sentence, trace)) continue;
      const meter = meters.of(rule);
      const graph = scene.graph(rule.types.without, meter)!;
      const follow = trace?.tree(entry, graph, token);
      for (const match of matchTree(tree, graph, scene.finder(graph), rule.types, token, follow)) {
        meter.steps++;
        const words = wordsOfTree(match, view);
        const candidate = orient(
          { ...stated(rule), sentence, ...match, anchor: token, words },
          view.document,
        );
        trace?.found(candidate, tree);
        found.push(candidate);
      }
    }
  }
  return found;
}

const stated = (rule: CompiledRule): Pick<Candidate, 'rule' | 'relation' | 'status' | 'confidence'> => ({
  rule,
  relation: rule.declaration,
  status: rule.status,
  confidence: rule.confidence,
});

/** From the first to the last word of a token match, without what is read over before and behind its arguments. */
function stretchOf(
  { source, target, trigger }: Pick<Candidate, 'source' | 'target' | 'trigger'>,
  { document }: DocumentView,
): TokenRange {
  const ends = [source, target].map(({ mention }) => document.mentions[mention]!);
  return {
    firstToken: Math.min(...trigger, ...ends.map(({ firstToken }) => firstToken)),
    endToken: Math.max(...trigger.map((token) => token + 1), ...ends.map(({ endToken }) => endToken)),
  };
}

const wordsOfTree = ({ trigger, source, target }: TreeMatch, { document }: DocumentView): TokenRange[] => [
  ...trigger.map((token) => ({ firstToken: token, endToken: token + 1 })),
  ...[source, target].map(({ mention }) => {
    const { firstToken, endToken } = document.mentions[mention]!;
    return { firstToken, endToken };
  }),
];

/** The trigger; of a pattern without words of its own ("Lyon, France") what stands between the arguments. */
function triggerTokens({ trigger, source, target }: ProgramMatch, view: DocumentView): readonly number[] {
  if (trigger.length > 0) return trigger;
  const { mentions } = view.document;
  const [a, b] = [mentions[source!.mention]!, mentions[target!.mention]!].sort(
    (x, y) => x.firstToken - y.firstToken,
  );
  const between: number[] = [];
  for (let token = a!.endToken; token < b!.firstToken; token++) between.push(token);
  return between;
}
