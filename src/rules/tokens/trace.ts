import type { Reading } from '../reading.ts';
import type { Constraint } from './syntax.ts';

/**
 * Why a mention is no argument of a pattern: what it is (`without`: a step the rule turned off; `spoken-for`: somebody who speaks for a body,
 * to whom something is done), or a condition on its head.
 */
export type MisfitReason =
  'type' | 'kind' | 'role' | 'lead' | 'without' | 'spoken-for' | 'same-entity' | Constraint;

/** Why a thread ended: at the end of the sentence, on a condition, or as its last mention goes on ("Hamas" in "Hamas's leader"). */
export type StopReason =
  | { readonly kind: 'token'; readonly failed: Constraint | 'end' }
  | {
      readonly kind: 'mention';
      readonly reading: Reading | null;
      readonly failed: MisfitReason | 'end' | 'none';
    }
  | { readonly kind: 'edge' | 'absent' | 'open' };

/** Where a thread ended without a match. */
export interface TokenStop {
  /** Index of the instruction that could not go on. */
  readonly at: number;
  readonly firstToken: number;
  /** The token that was asked; the end of the sentence where there is none. */
  readonly token: number;
  readonly source: Reading | null;
  readonly target: Reading | null;
  readonly why: StopReason;
}

/** What follows a token pattern over one sentence. */
export interface TokenTrace {
  readonly stopped: (stop: TokenStop) => void;
}
