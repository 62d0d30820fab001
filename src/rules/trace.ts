import type { Reading } from './reading.ts';
import type { Status } from '../model/index.ts';
import type {
  CompiledPattern,
  CompiledRule,
  CompiledSuppression,
  IndexedPattern,
  IndexedTree,
  RelationDeclaration,
} from './ruleset.ts';
import type { TokenTrace } from './tokens/trace.ts';
import type { SentenceGraph } from './tree/graph.ts';
import type { TreePattern } from './tree/syntax.ts';
import type { TreeTrace } from './tree/trace.ts';

/** A match of one rule, before the overlap policy. */
export interface Candidate {
  readonly rule: CompiledRule;
  /** What it states: the rule's own relation, status and confidence, or what an exception says instead. */
  readonly relation: RelationDeclaration;
  /** Null where the engine decides. */
  readonly status: Status | null;
  readonly confidence: number;
  readonly sentence: number;
  readonly source: Argument;
  readonly target: Argument;
  /** Token indices in text order. */
  readonly trigger: readonly number[];
  /** The token at which a tree pattern's paths start; null for a token pattern. */
  readonly anchor: number | null;
  /** The words it covers: all from the first to the last of a token pattern; trigger and arguments of a tree pattern. */
  readonly words: readonly TokenRange[];
}

/** A range of tokens, `endToken` exclusive. */
export interface TokenRange {
  readonly firstToken: number;
  readonly endToken: number;
}

export type Argument = Pick<Reading, 'mention' | 'steps'>;

/**
 * What follows the matcher at work: `explain` is made of it. A pattern that is tried in a sentence ends as `untyped`, or stops
 * (`tokens`, `tree`), or is found; what is found is unconfirmed, vetoed, changed by an exception, suppressed, or beaten by another
 * match, or stands.
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
  readonly found: (match: Candidate, by: CompiledPattern | TreePattern) => void;
  /** An excluding pattern, by its index, took a match away. */
  readonly vetoed: (match: Candidate, exclude: number) => void;
  /** A tree's match was confirmed by none of the rule's token patterns (`combine: both`). */
  readonly unconfirmed: (match: Candidate) => void;
  /** The source has no name of its own, which the relation asks for. */
  readonly unnamed: (match: Candidate) => void;
  /** An exception of the rule, by its index, turned a match into others, or into none. */
  readonly excepted: (match: Candidate, exception: number, instead: readonly Candidate[]) => void;
  /** A suppression took a match away. */
  readonly suppressed: (match: Candidate, by: CompiledSuppression) => void;
  /** Another match of the relation between the same mentions is better. */
  readonly beaten: (match: Candidate, by: Candidate) => void;
}
