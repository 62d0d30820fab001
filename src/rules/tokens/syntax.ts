/** The parts of a token pattern, as parsed: vocabularies resolved, shorthands written out. */

export type TokenField = 'word' | 'form' | 'lemma' | 'pos' | 'tag';

/** A regular expression over whole words, in time linear in the word. */
export interface WordExpression {
  /** As written, without the slashes. */
  readonly source: string;
  readonly matches: (word: string) => boolean;
}

/** One condition on one token: one of the values or of the expressions. `values` in lower case for words and lemmas; forms and tags as they are. */
export interface Constraint {
  readonly field: TokenField;
  readonly negated: boolean;
  readonly values: ReadonlySet<string>;
  readonly expressions?: readonly WordExpression[];
}

export interface TokenNode {
  readonly kind: 'token';
  /** All must hold; none means any token. */
  readonly constraints: readonly Constraint[];
  /** Whether it stands for particular words, and so belongs to the trigger. */
  readonly lexical: boolean;
}

export type ArgumentName = 'source' | 'target';
export type MentionKind = 'name' | 'nominal' | 'pronoun';

/** A whole mention of an entity. */
export interface MentionNode {
  readonly kind: 'mention';
  /** Null where the mention is only passed over (`#location`). */
  readonly argument: ArgumentName | null;
  /** Entity types allowed; null leaves it to the relation. */
  readonly types: ReadonlySet<string> | null;
  readonly kinds: ReadonlySet<MentionKind> | null;
  /** Only mentions that no preposition governs. */
  readonly subject: boolean;
  /** Only where the mention itself starts here, with no article or other word of its phrase before it. */
  readonly bare: boolean;
  /** Conditions on the head token of the mention. */
  readonly constraints: readonly Constraint[];
}

export type PatternNode =
  | TokenNode
  | MentionNode
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'alternatives'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly item: PatternNode; readonly min: number; readonly max: number }
  | { readonly kind: 'edge'; readonly at: 'start' | 'end' }
  | { readonly kind: 'absent'; readonly item: PatternNode }
  | { readonly kind: 'trigger'; readonly item: PatternNode };

/** A fault in a pattern; `offset` counts from 0 in the pattern's own string. */
export interface PatternFault {
  readonly message: string;
  readonly offset: number;
  /** What to do. */
  readonly hint: string;
}

/** What a pattern may refer to. */
export interface PatternContext {
  /** Lemmas and phrases by name. */
  readonly vocabulary: ReadonlyMap<string, readonly string[]>;
  /** Entity types and classes of types, each with the types it stands for. */
  readonly types: ReadonlyMap<string, readonly string[]>;
}

export const LIMITS = {
  /** Greatest count in `{m,n}` and the bound of `*`, `+` and `...`. */
  repeat: 20,
  /** Greatest depth of brackets. */
  depth: 20,
  /** Greatest number of instructions of one compiled pattern. */
  instructions: 4_000,
  /** Greatest length of a regular expression in characters; RE2 itself bounds its repeats to 1,000 in all. */
  expression: 200,
  /** No regular expression matches a longer word. */
  expressionWord: 100,
} as const;
