import type { ReachedMention } from './reach.ts';
import type { TreeCondition } from './syntax.ts';

/** The step at which a tree pattern ended without a match, in the order in which they are taken. */
export type TreeStop =
  | { readonly step: 'trigger' | 'source' | 'target' | 'same-entity' }
  | { readonly step: 'with' | 'unless'; readonly condition: TreeCondition };

/** A word that the path of an argument reached and that is none: `word` where a condition on the word does not hold. */
export interface Refused {
  readonly why: 'word' | 'no-mention' | 'type' | 'kind' | 'without';
  readonly token: number;
  /** Null where no mention was looked at. */
  readonly mention: ReachedMention | null;
}

/** What follows a tree pattern at one trigger. `stopped` is called once, last, and only where nothing matched. */
export interface TreeTrace {
  readonly refused: (argument: 'source' | 'target', refused: Refused) => void;
  readonly stopped: (stop: TreeStop) => void;
}
