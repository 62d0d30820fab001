import type { TokenStep } from '../reading.ts';
import type { ArgumentTypes } from '../tokens/match.ts';
import type { SentenceGraph } from './graph.ts';
import { mentionsAt } from './reach.ts';
import type { MentionFinder, ReachedMention } from './reach.ts';
import type { TreeArgument, TreeCondition, TreePattern, WordTest } from './syntax.ts';
import { walk } from './walk.ts';

export interface TreeMatch {
  readonly source: { readonly mention: number; readonly steps: readonly TokenStep[] };
  readonly target: { readonly mention: number; readonly steps: readonly TokenStep[] };
  /** Token indices in text order. */
  readonly trigger: readonly number[];
}

/** The tokens of a word or phrase that starts at `token`, or null where it does not stand there. */
export function wordAt(
  { view, below, graph, firstToken }: SentenceGraph,
  test: WordTest,
  token: number,
): readonly number[] | null {
  if (test.pos && !test.pos.has(view.pos(token))) return null;
  if (test.words && !test.words.has(view.word(token))) return null;
  if (!test.lemmas) return [token];
  const lemma = view.lemma(token);
  for (const rest of test.phrases.get(lemma) ?? []) {
    const end = firstToken + graph.firstEdge.length - 1;
    if (rest.every((word, index) => token + 1 + index < end && view.lemma(token + 1 + index) === word))
      return [token, ...rest.map((_, index) => token + 1 + index)];
    const parts = rest.map((word) =>
      below(token)
        .map((edge) => graph.dependent[edge]! + firstToken)
        .find((dependent) => view.lemma(dependent) === word),
    );
    if (parts.every((part) => part !== undefined)) return [token, ...parts];
  }
  return test.lemmas.has(lemma) ? [token] : null;
}

const meet = (sentence: SentenceGraph, condition: TreeCondition, token: number): readonly number[] | null => {
  for (const reached of walk(sentence, condition.path, token)) {
    const words = wordAt(sentence, condition.word, reached.token);
    if (words) return words;
  }
  return null;
};

/** What a pattern finds with its trigger at `token`. */
export function matchTree(
  pattern: TreePattern,
  sentence: SentenceGraph,
  finder: MentionFinder,
  types: ArgumentTypes,
  token: number,
): TreeMatch[] {
  const words = wordAt(sentence, pattern.trigger, token);
  if (!words) return [];
  const trigger = new Set(words);
  for (const condition of pattern.with) {
    const found = meet(sentence, condition, token);
    if (!found) return [];
    for (const each of found) trigger.add(each);
  }
  if (pattern.unless.some((condition) => meet(sentence, condition, token))) return [];
  const argument = (end: 'source' | 'target'): readonly ReachedMention[] =>
    argumentsOf(pattern[end], types[end], types.without, sentence, finder, token);
  const sources = argument('source');
  if (sources.length === 0) return [];
  const { mentions } = sentence.view.document;
  const sorted = [...trigger].sort((a, b) => a - b);
  return argument('target').flatMap((target) =>
    sources
      .filter((source) => mentions[source.mention]!.entity !== mentions[target.mention]!.entity)
      .map((source) => ({
        source: { mention: source.mention, steps: stepsOf(source) },
        target: { mention: target.mention, steps: stepsOf(target) },
        trigger: sorted,
      })),
  );
}

function argumentsOf(
  argument: TreeArgument,
  allowed: ReadonlySet<string>,
  without: ReadonlySet<string>,
  sentence: SentenceGraph,
  finder: MentionFinder,
  trigger: number,
): ReachedMention[] {
  const { mentions, entities } = sentence.view.document;
  return walk(sentence, argument.path, trigger)
    .filter(({ token }) => wordAt(sentence, argument.word, token) !== null)
    .flatMap((reached) => mentionsAt(sentence, finder, reached))
    .filter(({ mention, steps }) => {
      const { entity, kind } = mentions[mention]!;
      const { type } = entities[entity!]!;
      if (!allowed.has(type) || (argument.types && !argument.types.has(type))) return false;
      if (argument.kinds && !argument.kinds.has(kind)) return false;
      return !steps.some(({ method }) => without.has(method));
    });
}

const stepsOf = ({ steps }: ReachedMention): TokenStep[] =>
  steps.map(({ method, token }) => ({ method, firstToken: token, endToken: token + 1 }));
