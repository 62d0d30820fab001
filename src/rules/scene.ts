import type { Reading } from './reading.ts';
import type { CompiledPattern } from './ruleset.ts';
import { runProgram } from './tokens/match.ts';
import type { ArgumentTypes, ProgramMatch } from './tokens/context.ts';
import type { TokenTrace } from './tokens/trace.ts';
import { newMeters } from './meter.ts';
import type { Meter, Meters } from './meter.ts';
import { graphReader, sentenceGraph } from './tree/graph.ts';
import type { GraphReader, SentenceGraph } from './tree/graph.ts';
import { mentionFinder } from './tree/reach.ts';
import type { MentionFinder } from './tree/reach.ts';
import type { DocumentView } from './view.ts';
import { wordsBetween } from './words.ts';
import type { HasWord } from './words.ts';

/** One sentence as rules look at it. What takes time is made when first asked for, and kept. */
export interface Scene {
  readonly view: DocumentView;
  readonly sentence: number;
  /** Tokens of the sentence, `endToken` exclusive. */
  readonly firstToken: number;
  readonly endToken: number;
  /** Which words it holds. */
  readonly has: HasWord;
  readonly readings: (token: number) => readonly Reading[];
  readonly meters: Meters;
  /** Gives null in a document without trees. */
  readonly graph: GraphReader;
  /** Which mentions stand for the words of the tree. */
  readonly finder: (graph: SentenceGraph) => MentionFinder;
}

/** @param mentions Indices of the resolved mentions of the sentence. */
export function sceneOf(
  view: DocumentView,
  sentence: number,
  mentions: readonly number[],
  readings: Scene['readings'],
): Scene {
  const { sentences } = view.document;
  const firstToken = sentences.firstToken[sentence]!;
  const endToken = sentences.endToken[sentence]!;
  let finder: MentionFinder | undefined;
  let words: HasWord | undefined;
  return {
    view,
    sentence,
    firstToken,
    endToken,
    has: (required) => (words ??= wordsBetween(view.document, firstToken, endToken))(required),
    readings,
    meters: newMeters(),
    graph: graphReader(() => sentenceGraph(view, sentence)),
    finder: (of) => (finder ??= mentionFinder(of, mentions)),
  };
}

/** What a pattern matches in a sentence, with arguments of the types given. */
export function matchesIn(
  pattern: CompiledPattern,
  scene: Scene,
  types: ArgumentTypes,
  meter: Meter,
  trace?: TokenTrace,
): ProgramMatch[] {
  const found: ProgramMatch[] = [];
  const { view, readings, firstToken, endToken, has } = scene;
  // Who follows the matcher wants to know where a pattern stopped.
  if (!trace && !pattern.required().every(has)) return found;
  runProgram(
    pattern.program(),
    { view, readings, types, meter, trace },
    firstToken,
    endToken,
    false,
    (match) => found.push(match),
  );
  return found;
}
