/** A stretch of a document's text in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span as the graph stores it: `[start, end]`. */
export type SpanPair = readonly [start: number, end: number];

export const spanPair = (span: Span): SpanPair => [span.start, span.end];

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
