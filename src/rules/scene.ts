import type { Reading } from './reading.ts';
import type { CompiledPattern } from './ruleset.ts';
import { runProgram } from './tokens/match.ts';
import type { ArgumentTypes, ProgramMatch } from './tokens/match.ts';
import type { TokenTrace } from './tokens/trace.ts';
import { sentenceGraph } from './tree/graph.ts';
import type { SentenceGraph } from './tree/graph.ts';
import { mentionFinder } from './tree/reach.ts';
import type { MentionFinder } from './tree/reach.ts';
import type { DocumentView } from './view.ts';

/** One sentence as rules look at it. What takes time is made when first asked for, and kept. */
export interface Scene {
  readonly view: DocumentView;
  readonly sentence: number;
  /** Tokens of the sentence, `endToken` exclusive. */
  readonly firstToken: number;
  readonly endToken: number;
  readonly readings: (token: number) => readonly Reading[];
  /** Counts steps of the matcher: the measure of cost. */
  readonly counter: { steps: number };
  /** Null in a document without trees. */
  readonly graph: () => SentenceGraph | null;
  /** Which mentions stand for the words of the tree. */
  readonly finder: (graph: SentenceGraph) => MentionFinder;
}

/** @param mentions Indices of the resolved mentions of the sentence. */
export function sceneOf(
  view: DocumentView,
  sentence: number,
  mentions: readonly number[],
  { readings, counter }: Pick<Scene, 'readings' | 'counter'>,
): Scene {
  const { sentences } = view.document;
  let graph: SentenceGraph | null | undefined;
  let finder: MentionFinder | undefined;
  return {
    view,
    sentence,
    firstToken: sentences.firstToken[sentence]!,
    endToken: sentences.endToken[sentence]!,
    readings,
    counter,
    graph: () => (graph === undefined ? (graph = sentenceGraph(view, sentence)) : graph),
    finder: (of) => (finder ??= mentionFinder(of, mentions)),
  };
}

/** What a pattern matches in a sentence, with arguments of the types given. */
export function matchesIn(
  pattern: CompiledPattern,
  scene: Scene,
  types: ArgumentTypes,
  trace?: TokenTrace,
): ProgramMatch[] {
  const found: ProgramMatch[] = [];
  const { view, readings, counter, firstToken, endToken } = scene;
  runProgram(
    pattern.program(),
    { view, readings, types, counter, trace },
    firstToken,
    endToken,
    false,
    (match) => found.push(match),
  );
  return found;
}
