import type { Span, Status } from '../model/index.ts';
import type { TokenRange } from './trace.ts';

export interface ArgumentMatch {
  /** Index into the mentions. */
  readonly mention: number;
  /** What was read over between the mention and its verb: `from` is the mention, `to` what was read over. */
  readonly steps: readonly { readonly method: string; readonly from: Span; readonly to: Span }[];
}

/** A relation that one rule reads in one sentence. */
export interface RuleMatch {
  readonly rule: string;
  readonly relation: string;
  readonly confidence: number;
  /** Fixed by the rule, or null where the engine decides. */
  readonly status: Status | null;
  readonly sentence: number;
  readonly source: ArgumentMatch;
  readonly target: ArgumentMatch;
  readonly trigger: readonly TokenRange[];
}
