import type { Reading } from './reading.ts';
import type { CompiledRule, IndexedPattern, IndexedTree } from './ruleset.ts';
import type { TokenTrace } from './tokens/trace.ts';
import type { SentenceGraph } from './tree/graph.ts';
import type { TreeTrace } from './tree/trace.ts';

/** A match of one rule, before the overlap policy. */
export interface Candidate {
  readonly rule: CompiledRule;
  readonly sentence: number;
  readonly source: Argument;
  readonly target: Argument;
  /** Token indices in text order. */
  readonly trigger: readonly number[];
}

export type Argument = Pick<Reading, 'mention' | 'steps'>;

/**
 * What follows the matcher at work: `explain` is made of it. A pattern that is tried in a sentence ends as `untyped`, or stops
 * (`tokens`, `tree`), or is found; what is found is vetoed, or beaten by another match, or stands.
 */
export interface MatchTrace {
  /** No rule is tried in a sentence: it is no title and no prose, or holds less than two entities. */
  readonly skipped: (sentence: number, why: 'passage' | 'mentions') => void;
  /** A rule's words stand in the sentence, but no mention of a type that it takes at one end. */
  readonly untyped: (rule: CompiledRule, sentence: number, end: 'source' | 'target') => void;
  /** A pattern is tried over a sentence. */
  readonly tokens: (entry: IndexedPattern, sentence: number) => TokenTrace;
  /** A tree pattern is tried with its trigger at a token. */
  readonly tree: (entry: IndexedTree, graph: SentenceGraph, token: number) => TreeTrace;
  readonly found: (match: Candidate) => void;
  /** An excluding pattern, by its index, took a match away. */
  readonly vetoed: (match: Candidate, exclude: number) => void;
  /** Another match of the relation between the same mentions is better. */
  readonly beaten: (match: Candidate, by: Candidate) => void;
}
