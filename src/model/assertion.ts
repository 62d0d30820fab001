import type { Span } from './span.ts';

export const STATUSES = ['asserted', 'negated', 'uncertain'] as const;
export type Status = (typeof STATUSES)[number];

/** A step from the words in the sentence to the entity at an end of the edge: `from` stands in the text, `to` explains it. */
export interface Resolution {
  readonly argument: 'source' | 'target' | 'attributed_to';
  readonly from: Span;
  readonly to: Span;
  readonly method: string;
}

/** Whose word it is: an entity, or null with the words of an unnamed source ("officials said"). */
export interface Attribution extends Span {
  readonly entity: number | null;
}

/** One relation as one sentence states it. Entities by index into the document's entities. */
export interface Assertion {
  readonly relation: string;
  readonly source: number;
  readonly target: number;
  readonly status: Status;
  /** The sentence. */
  readonly sentence: Span;
  readonly rule: string;
  readonly confidence: number;
  /** What stands in the sentence for source, target and trigger. */
  readonly sourceSpan: Span;
  readonly targetSpan: Span;
  readonly trigger: readonly Span[];
  readonly resolved: readonly Resolution[];
  readonly attributedTo?: Attribution;
}
