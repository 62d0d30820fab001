import { covers } from './covered.ts';
import type { ConditionFinder } from './covered.ts';
import { orient } from './overlap.ts';
import type { CompiledException, Instead } from './ruleset.ts';
import type { Scene } from './scene.ts';
import type { Argument, Candidate, MatchTrace } from './trace.ts';
import { headOf } from './tree/graph.ts';
import type { SentenceGraph } from './tree/graph.ts';
import { argumentsOf, meet, stepsOf } from './tree/match.ts';
import type { MentionTest, TreeArgument, WordTest } from './tree/syntax.ts';
import type { DocumentView } from './view.ts';

/**
 * What becomes of a match by its rule's exceptions: the first that applies excludes it or says what it states instead. A redirected
 * end that is not there, or is of a type that the relation does not take, leaves no match.
 */
export function applyExceptions(
  match: Candidate,
  scene: Scene,
  find: ConditionFinder,
  trace: MatchTrace | undefined,
): readonly Candidate[] {
  const index = match.rule.exceptions.findIndex((exception) => applies(exception, match, scene, find));
  const exception = match.rule.exceptions[index];
  if (!exception) return [match];
  const instead = exception.then === 'exclude' ? [] : restated(match, exception.then, scene);
  trace?.excepted(match, index, instead);
  return instead;
}

function applies(
  exception: CompiledException,
  match: Candidate,
  scene: Scene,
  find: ConditionFinder,
): boolean {
  const { view } = scene;
  if (exception.source && !fills(view, exception.source, match.source.mention)) return false;
  if (exception.target && !fills(view, exception.target, match.target.mention)) return false;
  const { patterns } = exception;
  if (
    patterns?.some((pattern) =>
      find(pattern, match.rule.types, scene.meters.of(match.rule)).some((found) => covers(found, match)),
    ) === false
  )
    return false;
  if (exception.with.length + exception.unless.length === 0) return true;
  const graph = graphFor(match, scene);
  if (!graph) return exception.with.length === 0;
  const anchor = anchorOf(match, graph);
  return (
    exception.with.every((condition) => meet(graph, condition, anchor) !== null) &&
    exception.unless.every((condition) => meet(graph, condition, anchor) === null)
  );
}

const graphFor = ({ rule }: Candidate, { graph, meters }: Scene): SentenceGraph | null =>
  graph(rule.types.without, meters.of(rule));

/** Whether a mention, by its head word, is what a slot asks for. */
function fills(view: DocumentView, { word, types, kinds }: MentionTest, index: number): boolean {
  const mention = view.document.mentions[index]!;
  if (types && !types.has(view.document.entities[mention.entity!]!.type)) return false;
  if (kinds && !kinds.has(mention.kind)) return false;
  return isWord(view, word, mention.head);
}

function isWord(view: DocumentView, { lemmas, phrases, words, pos }: WordTest, token: number): boolean {
  if (pos && !pos.has(view.pos(token))) return false;
  if (words && !words.has(view.word(token))) return false;
  if (!lemmas || lemmas.has(view.lemma(token))) return true;
  const { length } = view.document.tokens;
  return (phrases.get(view.lemma(token)) ?? []).some((rest) =>
    rest.every((word, index) => token + 1 + index < length && view.lemma(token + 1 + index) === word),
  );
}

/** The word of the trigger from which paths start: that of the tree pattern, or of a token pattern the highest in the tree. */
function anchorOf({ trigger, anchor, words }: Candidate, graph: SentenceGraph): number {
  if (anchor !== null) return anchor;
  const inside = new Set(trigger);
  const top = trigger.find((token) => !inside.has(headOf(graph, token)));
  return top ?? words[0]!.firstToken;
}

function restated(match: Candidate, instead: Instead, scene: Scene): Candidate[] {
  const { mentions, entities } = scene.view.document;
  const relation = instead.relation ?? match.relation;
  const changed = {
    ...match,
    relation,
    status: instead.status ?? match.status,
    confidence: instead.confidence ?? match.confidence,
  };
  const ends = (end: 'source' | 'target'): readonly Argument[] => {
    const path = instead[end];
    return path ? redirected(path, match, scene) : [match[end]];
  };
  const sources = ends('source');
  const typed = ({ source, target }: Candidate): boolean => {
    const [a, b] = [mentions[source.mention]!.entity!, mentions[target.mention]!.entity!];
    return a !== b && relation.source.has(entities[a]!.type) && relation.target.has(entities[b]!.type);
  };
  return ends('target')
    .flatMap((target) =>
      sources.map((source) =>
        instead.swap ? { ...changed, source: target, target: source } : { ...changed, source, target },
      ),
    )
    .filter(typed)
    .map((candidate) => orient(candidate, scene.view.document));
}

/** The mentions at the end of a path from the trigger, of whatever type: what the relation takes is asked at the end. */
function redirected(path: TreeArgument, match: Candidate, scene: Scene): readonly Argument[] {
  const graph = graphFor(match, scene);
  if (!graph) return [];
  const { entities } = scene.view.document;
  const any = new Set(entities.map(({ type }) => type));
  return argumentsOf(
    path,
    'target',
    any,
    graph,
    scene.finder(graph),
    anchorOf(match, graph),
    () => undefined,
  ).map((reached) => ({ mention: reached.mention, steps: stepsOf(reached) }));
}
