import type { Location, RuleFileRecord, Status } from '../model/index.ts';
import type { MatchExample } from './schema.ts';
import type { Program } from './tokens/compile.ts';
import type { ArgumentTypes } from './tokens/match.ts';
import type { PatternNode } from './tokens/syntax.ts';
import type { TreePattern } from './tree/syntax.ts';

/** What may stand at the ends of a relation, classes of types written out. */
export interface RelationDeclaration {
  readonly name: string;
  readonly source: ReadonlySet<string>;
  readonly target: ReadonlySet<string>;
  readonly description: string;
  readonly symmetric: boolean;
}

export interface CompiledPattern {
  readonly text: string;
  readonly node: PatternNode;
  /** The program, compiled when first asked for: most rules of a large set never are. */
  readonly program: () => Program;
}

export interface CompiledRule {
  readonly id: string;
  readonly relation: string;
  readonly description: string;
  readonly confidence: number;
  /** Null where the engine decides. */
  readonly status: Status | null;
  readonly types: ArgumentTypes;
  readonly symmetric: boolean;
  readonly patterns: readonly CompiledPattern[];
  readonly trees: readonly TreePattern[];
  readonly exclude: readonly CompiledPattern[];
  readonly match: readonly MatchExample[];
  readonly noMatch: readonly string[];
  readonly at: Location;
}

/** Rules ready to match, in order of their ids: the order of files and of rules in them is gone. */
export interface RuleSet {
  readonly files: readonly RuleFileRecord[];
  readonly relations: ReadonlyMap<string, RelationDeclaration>;
  readonly rules: readonly CompiledRule[];
  readonly index: PatternIndex;
}

/** A pattern of a rule, as the index holds it. */
export interface IndexedPattern {
  readonly rule: CompiledRule;
  readonly pattern: CompiledPattern;
}

/** A tree pattern of a rule, as the index holds it. */
export interface IndexedTree {
  readonly rule: CompiledRule;
  readonly tree: TreePattern;
}

/** From words to the patterns that can't match without one of them. */
export interface PatternIndex {
  readonly words: ReadonlyMap<string, readonly IndexedPattern[]>;
  readonly lemmas: ReadonlyMap<string, readonly IndexedPattern[]>;
  /** Patterns that require no particular word. */
  readonly always: readonly IndexedPattern[];
  /** From the lemma, or the word, of a trigger to the tree patterns that may start there. */
  readonly treeLemmas: ReadonlyMap<string, readonly IndexedTree[]>;
  readonly treeWords: ReadonlyMap<string, readonly IndexedTree[]>;
}
