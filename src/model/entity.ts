import type { Span } from './span.ts';

/** The built-in entity types; rule files may declare others. */
export const ENTITY_TYPES = ['person', 'organization', 'location', 'group', 'event', 'policy'] as const;

/** A stretch of text that stands for an entity, or may. Offsets into the text; token range with `endToken` exclusive. */
export interface Mention extends Span {
  readonly firstToken: number;
  readonly endToken: number;
  /** Token index of the syntactic head ("attack" in "the attack on the port"). */
  readonly head: number;
  readonly sentence: number;
  readonly kind: 'name' | 'nominal' | 'pronoun';
  /** Index into the entities, or null where it stayed unresolved. */
  readonly entity: number | null;
  /** How a nominal or a pronoun came to its entity ("description", "pronoun" …); null where its own words name it. */
  readonly resolvedBy: string | null;
  /** What decided it: "clause subject", "only person", "head noun" … */
  readonly sieve?: string;
}

/** One real thing, as one article speaks of it. */
export interface Entity {
  readonly type: string;
  /** The fullest proper name the text gives; for what has none, a short description in the text's words. */
  readonly name: string;
  /** Other names, without `name`, in order of first mention. No pronouns. */
  readonly aliases: readonly string[];
  /** Indices into the mentions, in text order. */
  readonly mentions: readonly number[];
  /** False for unnamed actors and described events: these never meet those of another article. */
  readonly named: boolean;
  /** Id in a collection outside (a Wikidata id), as a user's entity file gives it. */
  readonly externalId?: string;
  /** What the text calls a person, each role once, in text order. */
  readonly roles?: readonly Role[];
  /** Of an event: when it was, in the text's words ("saturday", "sept. 1"), and the entity where it was. */
  readonly when?: readonly string[];
  readonly place?: number;
  /** Of an attack: the entities that it struck, as any sentence of the article tells, in text order. */
  readonly struck?: readonly number[];
  /** Of an event: its year, month or day in ISO 8601, where the text and the date of the article tell it. */
  readonly date?: string;
  /**
   * Of a described event or policy: the text says which one is meant by a name, time or place, or comes back to one of a kind it tells; it stands in
   * the graph without a relation.
   */
  readonly identified?: boolean;
}

/** "Spokesman" of a body or place: `affiliation` is an index into the entities, or null where the text gives none. */
export interface Role {
  readonly title: string;
  readonly affiliation: number | null;
}
