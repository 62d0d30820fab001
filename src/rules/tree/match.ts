import type { TokenStep } from '../reading.ts';
import type { ArgumentTypes } from '../tokens/context.ts';
import { isTurnedOff } from '../reading.ts';
import type { SentenceGraph } from './graph.ts';
import { mentionsAt } from './reach.ts';
import type { ArgumentEnd, MentionFinder, ReachedMention } from './reach.ts';
import type { TreeArgument, TreeCondition, TreePattern, WordTest } from './syntax.ts';
import type { Refused, TreeStop, TreeTrace } from './trace.ts';
import { walk } from './walk.ts';
import { meantByWhich } from './which.ts';

export interface TreeMatch {
  readonly source: { readonly mention: number; readonly steps: readonly TokenStep[] };
  readonly target: { readonly mention: number; readonly steps: readonly TokenStep[] };
  /** Token indices in text order. */
  readonly trigger: readonly number[];
}

/** The tokens of a word or phrase that starts at `token`, or null where it does not stand there. */
export function wordAt(
  { view, below, graph, firstToken, meter }: SentenceGraph,
  test: WordTest,
  token: number,
): readonly number[] | null {
  meter.steps++;
  if (test.pos && !test.pos.has(view.pos(token))) return null;
  if (test.words && !test.words.has(view.word(token))) return null;
  if (!test.lemmas) return [token];
  const lemma = view.lemma(token);
  for (const rest of test.phrases.get(lemma) ?? []) {
    meter.steps += rest.length;
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

/** The words by which a condition is met, with its path starting at `token`; null where it is not. */
export const meet = (
  sentence: SentenceGraph,
  condition: TreeCondition,
  token: number,
): readonly number[] | null => {
  for (const reached of walk(sentence, condition.path, token)) {
    const words = wordAt(sentence, condition.word, reached.token);
    if (words) return words;
  }
  return null;
};

/**
 * What a pattern finds with its trigger at `token`.
 *
 * @param trace Told at which step the pattern ended without a match; for `explain` alone.
 */
export function matchTree(
  pattern: TreePattern,
  sentence: SentenceGraph,
  finder: MentionFinder,
  types: ArgumentTypes,
  token: number,
  trace?: TreeTrace,
): TreeMatch[] {
  const stopped = (stop: TreeStop): [] => {
    trace?.stopped(stop);
    return [];
  };
  const words = wordAt(sentence, pattern.trigger, token);
  if (!words) return stopped({ step: 'trigger' });
  const trigger = new Set(words);
  for (const condition of pattern.with) {
    const found = meet(sentence, condition, token);
    if (!found) return stopped({ step: 'with', condition });
    for (const each of found) trigger.add(each);
  }
  const veto = pattern.unless.find((condition) => meet(sentence, condition, token));
  if (veto) return stopped({ step: 'unless', condition: veto });
  const { mentions } = sentence.view.document;
  const argument = (end: ArgumentEnd): readonly ReachedMention[] => {
    const refuse = (refused: Refused): void => trace?.refused(end, refused);
    const found = argumentsOf(pattern[end], end, types[end], sentence, finder, token, refuse).filter(
      (reached) => {
        const off = isTurnedOff(mentions[reached.mention]!, types.without);
        if (off) refuse({ why: 'without', token, mention: reached });
        return !off;
      },
    );
    const { whole } = sentence;
    if (found.length === 0 && trace && whole)
      for (const mention of argumentsOf(pattern[end], end, types[end], whole, finder, token, () => undefined))
        refuse({ why: 'without', token, mention });
    return found;
  };
  const sources = argument('source');
  if (sources.length === 0) return stopped({ step: 'source' });
  const targets = argument('target');
  if (targets.length === 0) return stopped({ step: 'target' });
  const found = targets.flatMap((target) =>
    sources
      .filter((source) => mentions[source.mention]!.entity !== mentions[target.mention]!.entity)
      .map((source) => ({
        source: { mention: source.mention, steps: stepsOf(source) },
        target: { mention: target.mention, steps: stepsOf(target) },
        trigger: [...new Set([...trigger, ...carriers(source), ...carriers(target)])].sort((a, b) => a - b),
      })),
  );
  return found.length > 0 ? found : stopped({ step: 'same-entity' });
}

/** The verb that carries a noun is part of what is stated: "did not launch an attack" denies the attack. */
const carriers = ({ steps }: ReachedMention): number[] =>
  steps.filter(({ method }) => method === 'light-verb').map(({ token }) => token);

/** The mentions that an argument's path leads to and its conditions allow; `refuse` hears of the others. */
export function argumentsOf(
  argument: TreeArgument,
  end: ArgumentEnd,
  allowed: ReadonlySet<string>,
  sentence: SentenceGraph,
  finder: MentionFinder,
  trigger: number,
  refuse: (refused: Refused) => void,
): ReachedMention[] {
  const { mentions, entities } = sentence.view.document;
  const whyNot = (mention: number): Refused['why'] | null => {
    const { entity, kind } = mentions[mention]!;
    const { type } = entities[entity!]!;
    if (!allowed.has(type) || (argument.types && !argument.types.has(type))) return 'type';
    return argument.kinds && !argument.kinds.has(kind) ? 'kind' : null;
  };
  const isPerson = (token: number): boolean =>
    finder.at(token).some((mention) => entities[mentions[mention]!.entity!]!.type === 'person');
  return walk(sentence, argument.path, trigger).flatMap((first) => {
    const reached = meantByWhich(sentence, first, isPerson);
    const { token, steps } = reached;
    if (wordAt(sentence, argument.word, token) === null) {
      refuse({ why: 'word', token, mention: null });
      return [];
    }
    const refused: Refused[] = [];
    const fits = (mention: number): boolean => {
      const why = whyNot(mention);
      if (why) refused.push({ why, token, mention: { mention, steps } });
      return why === null;
    };
    const found = mentionsAt(sentence, { finder, end, fits }, reached);
    if (found.length > 0) return found;
    if (refused.length === 0) refused.push({ why: 'no-mention', token, mention: null });
    refused.forEach(refuse);
    return found;
  });
}

export const stepsOf = ({ steps }: ReachedMention): TokenStep[] =>
  steps.map(({ method, token }) => ({ method, firstToken: token, endToken: token + 1 }));
