import type { Span } from './span.ts';

/** What the file format says of a stretch of text; whether it is news prose is the language room's judgement. */
export type BlockKind = 'title' | 'heading' | 'paragraph' | 'item' | 'code';

export interface Block extends Span {
  readonly kind: BlockKind;
}

/** One article as read: decoded text, its blocks, and what is known about it from outside the text. */
export interface Article {
  /** First 16 hex digits of `sha256`: the same text is the same document, wherever it lay. */
  readonly id: string;
  /** The path as typed, or `-` for standard input. */
  readonly source: string;
  readonly title: string;
  /** Decoded input, BOM removed, line endings as they stand. All offsets of the program point into it. */
  readonly text: string;
  /** `text` with markup (Markdown) overwritten by blanks and the signs of old news wires (`_` for a dash) as others write them: same length, so offsets agree. What the stages read. */
  readonly reading: string;
  /** In order, not overlapping; text between blocks is blank or markup. */
  readonly blocks: readonly Block[];
  /** Hex SHA-256 of the UTF-8 bytes of `text`. */
  readonly sha256: string;
  /** BCP 47 code of the language, `und` where it could not be told. */
  readonly language: string;
  readonly url?: string;
  /** ISO 8601 date of publication. */
  readonly date?: string;
}
