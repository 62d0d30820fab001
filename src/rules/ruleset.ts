import type { Location, RuleFileRecord, Status } from '../model/index.ts';
import type { GazetteerEntry, MatchExample, WrittenEntityRule } from './schema/index.ts';
import type { Program } from './tokens/compile.ts';
import type { ArgumentTypes } from './tokens/context.ts';
import type { Required } from './tokens/required.ts';
import type { PatternNode } from './tokens/syntax.ts';
import type {
  MentionTest,
  OpenTreePattern,
  TreeArgument,
  TreeCondition,
  TreePattern,
} from './tree/syntax.ts';
import type { Taxonomy } from './types.ts';

/** What may stand at the ends of a relation, classes of types written out. */
export interface RelationDeclaration {
  readonly name: string;
  readonly source: ReadonlySet<string>;
  readonly target: ReadonlySet<string>;
  /** Types that can be the source only with a name of their own. */
  readonly named: ReadonlySet<string>;
  readonly description: string;
  /** What a spokesman does is the doing of whom he speaks for. */
  readonly spokenFor: boolean;
  /** `counts`: who threatens, plans or tries to do it stands in the relation already; `open`: what somebody will do is uncertain. */
  readonly intent: 'counts' | 'open' | null;
  readonly symmetric: boolean;
}

export interface CompiledPattern {
  readonly text: string;
  /** The pattern parsed; of a built-in rule not before somebody asks. */
  readonly node: () => PatternNode;
  /** Sets of words of each of which every match holds one, the cheapest to look for first; worked out when first asked for. */
  readonly required: () => readonly Required[];
  /** The program, compiled when first asked for: most rules of a large set never are. */
  readonly program: () => Program;
}

/** What a match states instead of what its rule says. */
export interface Instead {
  /** Null for the rule's own. */
  readonly relation: RelationDeclaration | null;
  readonly status: Status | null;
  readonly confidence: number | null;
  readonly swap: boolean;
  readonly source: TreeArgument | null;
  readonly target: TreeArgument | null;
}

/** What becomes of a match by what fills a slot. All conditions must hold; a null one always does. */
export interface CompiledException {
  readonly source: MentionTest | null;
  readonly target: MentionTest | null;
  readonly with: readonly TreeCondition[];
  readonly unless: readonly TreeCondition[];
  /** One of them matches; null where none is asked for. */
  readonly patterns: readonly CompiledPattern[] | null;
  readonly then: 'exclude' | Instead;
}

export interface CompiledRule {
  readonly id: string;
  readonly relation: string;
  readonly description: string;
  /** As written: of two rules that match alike the surer one counts. */
  readonly confidence: number;
  /** Measured precision of a built-in rule, which its matches get as their confidence; null for other rules. */
  readonly measured: number | null;
  readonly priority: number;
  /** Null where the engine decides. */
  readonly status: Status | null;
  readonly types: ArgumentTypes;
  /** The target found is an event; the edge goes to what it struck. */
  readonly throughEvent: boolean;
  readonly declaration: RelationDeclaration;
  readonly patterns: readonly CompiledPattern[];
  readonly trees: readonly TreePattern[];
  /** `both`: what a tree finds counts where a pattern matches too. */
  readonly combine: 'either' | 'both';
  readonly exclude: readonly CompiledPattern[];
  readonly exceptions: readonly CompiledException[];
  readonly match: readonly MatchExample[];
  readonly noMatch: readonly string[];
  /** Where the id stands; worked out when asked for. */
  readonly at: Location;
}

/** Says "this is not a match". */
export interface CompiledSuppression {
  readonly id: string;
  readonly description: string;
  /** Null for all. */
  readonly relations: ReadonlySet<string> | null;
  readonly patterns: readonly CompiledPattern[];
  readonly trees: readonly OpenTreePattern[];
  readonly reach: 'match' | 'sentence';
  readonly priority: number;
  readonly match: readonly string[];
  readonly noMatch: readonly string[];
  readonly at: Location;
}

/** A pattern that makes names of a type, or gives names that type. */
export interface CompiledEntityRule {
  readonly id: string;
  readonly description: string;
  readonly type: string;
  readonly patterns: readonly CompiledPattern[];
  readonly priority: number;
  readonly match: readonly NonNullable<WrittenEntityRule['match']>[number][];
  readonly noMatch: readonly string[];
  readonly at: Location;
}

/** A thing known by name, with the places of its parts. */
export interface GazetteerRow {
  readonly entry: GazetteerEntry;
  /** Where the value of a key of the entry stands, or an item of its list. */
  readonly at: (key: keyof GazetteerEntry, index?: number) => Location;
}

/** Rules ready to match, in order of their ids: the order of files and of rules in them is gone. */
export interface RuleSet {
  readonly files: readonly RuleFileRecord[];
  readonly types: Taxonomy;
  readonly relations: ReadonlyMap<string, RelationDeclaration>;
  readonly rules: readonly CompiledRule[];
  readonly suppressions: readonly CompiledSuppression[];
  readonly entityRules: readonly CompiledEntityRule[];
  readonly gazetteer: readonly GazetteerRow[];
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
