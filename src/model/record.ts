import type { Assertion } from './assertion.ts';
import type { DocumentRecord, RoleRecord } from './graph.ts';
import type { Span } from './span.ts';

/** A mention as a record keeps it: what stands in the text, free of token indices. */
export interface RecordMention extends Span {
  readonly text: string;
}

export interface RecordEntity {
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly named: boolean;
  /** Id in a collection outside (a Wikidata id), as a user's entity file gives it. */
  readonly external_id?: string;
  /** Of a described event or policy: the text says which one is meant; it is kept without a relation. */
  readonly identified?: boolean;
  /** What the text calls a person, sorted. */
  readonly roles?: readonly RoleRecord[];
  /** Of an event: year, month or day, ISO 8601. */
  readonly date?: string;
  /** Of an event: name of the place where it was. */
  readonly place?: string;
  readonly mentions: readonly RecordMention[];
}

/** An assertion with the text of its sentence, and of its attribution. */
export interface RecordAssertion extends Assertion {
  readonly text: string;
  readonly attributionText?: string;
}

/**
 * All that the graph needs of one article. A graph is a pure function of a set of these records, so merging is set union.
 */
export interface ArticleRecord {
  readonly document: DocumentRecord;
  /** Equal for two articles whose words are the same, however spaced and punctuated: such repeat each other. */
  readonly fingerprint: string;
  readonly entities: readonly RecordEntity[];
  readonly assertions: readonly RecordAssertion[];
}
