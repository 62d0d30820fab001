import type { MentionKind } from '../tokens/syntax.ts';

/** One relation of the enhanced graph as a path names it. */
export interface RelationTest {
  /** Index into `ENHANCED_DEPREL`; -1 for any relation. */
  readonly label: number;
  /** The case marker or conjunction (`for` of `nmod:for`); null leaves it open. */
  readonly marker: string | null;
}

export type PathNode =
  /** To the dependents (or, `up`, to the heads) by any of the relations. */
  | { readonly kind: 'relation'; readonly tests: readonly RelationTest[]; readonly up: boolean }
  /** Who does it, and what it is done to, whatever the voice. */
  | { readonly kind: 'subject' | 'object' }
  /** The word itself; who says the clause that it stands in; the country of an adjective before it. */
  | { readonly kind: 'self' | 'speaker' | 'demonym' }
  /** A prepositional phrase of the word or of its object. */
  | { readonly kind: 'preposition'; readonly marker: string }
  /** The name X of a compound before the word: `X-backed` (`after`), `anti-X` (`before`). */
  | { readonly kind: 'hyphen'; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'sequence'; readonly items: readonly PathNode[] }
  | { readonly kind: 'alternatives'; readonly options: readonly PathNode[] }
  | { readonly kind: 'optional'; readonly item: PathNode };

/** What is asked of a word. Null leaves it open. */
export interface WordTest {
  /** Lemmas. */
  readonly lemmas: ReadonlySet<string> | null;
  /** Phrases of lemmas by their first lemma ("carry": "out"), the first left out. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly words: ReadonlySet<string> | null;
  readonly pos: ReadonlySet<string> | null;
}

/** What is asked of a mention and its head word. Null leaves it open. */
export interface MentionTest {
  readonly word: WordTest;
  readonly types: ReadonlySet<string> | null;
  readonly kinds: ReadonlySet<MentionKind> | null;
}

export interface TreeArgument extends MentionTest {
  readonly path: PathNode;
}

export interface TreeCondition {
  readonly path: PathNode;
  readonly word: WordTest;
}

/** A pattern over the enhanced graph: a word, what must hang on it, and the ways from it to both ends. */
export interface TreePattern {
  readonly trigger: WordTest;
  readonly with: readonly TreeCondition[];
  readonly unless: readonly TreeCondition[];
  readonly source: TreeArgument;
  readonly target: TreeArgument;
}

/** A tree pattern whose ends may be left out. */
export interface OpenTreePattern extends Omit<TreePattern, 'source' | 'target'> {
  readonly source: TreeArgument | null;
  readonly target: TreeArgument | null;
}

export const PATH_LIMITS = {
  /** Greatest depth of brackets. */
  depth: 20,
  /** Greatest number of hops of one path, alternatives counted. */
  hops: 200,
} as const;
