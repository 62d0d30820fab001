import type { Status } from './assertion.ts';
import type { SpanPair } from './span.ts';

/** The output contract `extract-graph/1`: graphology's serialized form with these attributes. It only gains keys. */
export const GRAPH_SCHEMA = 'extract-graph/1';

export interface RuleFileRecord {
  /** Path as typed, or `builtin:NAME`. */
  file: string;
  version: string;
  sha256: string;
  /** Name of the pack it belongs to. */
  pack?: string;
}

export interface EntityFileRecord {
  /** Path as typed. */
  file: string;
  sha256: string;
}

export interface DocumentRecord {
  id: string;
  title: string;
  source: string;
  url?: string;
  date?: string;
  language: string;
  sha256: string;
  /** Length of the text in UTF-16 code units. */
  characters: number;
  /** Id of the document whose text this one repeats. */
  duplicate_of?: string;
  /** Equal for two documents whose words are the same; merging tells duplicates by it. */
  fingerprint?: string;
}

export interface FailedInput {
  source: string;
  reason: string;
}

/** A name that a person judged: in the documents given by id, or in all where none are. */
export interface DecidedThing {
  type: string;
  name: string;
  documents?: string[];
}

/** A person's word on whether names are one thing. */
export interface MergeDecision {
  answer: 'accept' | 'reject';
  things: DecidedThing[];
}

export interface GraphAttributes {
  schema: typeof GRAPH_SCHEMA;
  generator: string;
  rules: RuleFileRecord[];
  config_sha256?: string;
  /** Entity files of the user. */
  entity_files?: EntityFileRecord[];
  documents: DocumentRecord[];
  failed?: FailedInput[];
  /** What a person decided on joins. */
  decisions?: MergeDecision[];
}

export interface MentionRecord {
  document: string;
  start: number;
  end: number;
  text: string;
  /** Number of the entity in its document; only where the node holds several of that document. */
  entity?: number;
}

/** What a text calls a person, in lower case; `affiliation` is the name of the body or place, where the text gives one. */
export interface RoleRecord {
  readonly title: string;
  readonly affiliation?: string;
}

/** One entity of one article, as that article alone gives it: what a node was joined from. */
export interface NodeRecord {
  document: string;
  /** Number of the entity in its document. */
  entity: number;
  type: string;
  name: string;
  aliases: string[];
  /** False for unnamed actors and described events, which never meet those of another article. */
  named: boolean;
  external_id?: string;
  /** Of a described event or policy: the text says which one is meant; it is kept without a relation. */
  identified?: boolean;
  roles?: readonly RoleRecord[];
  date?: string;
  place?: string;
}

export const JOIN_REASONS = [
  'external id',
  'review',
  'name',
  'alias',
  'acronym',
  'shared relation',
  'same text',
] as const;
export type JoinReason = (typeof JOIN_REASONS)[number];

/** Why entities of several articles are one node. */
export interface JoinRecord {
  reason: JoinReason;
  /** The names that matched, or the external id. */
  names: string[];
  /** Ids of the documents whose entities it joined. */
  documents: string[];
  /** For a shared relation: the relation, and the label of the third thing both stand in it with. */
  with?: string;
}

/** A relation that was not drawn since both its ends are names of one node; it returns when the join is undone. */
export interface WithheldRecord {
  relation: string;
  status: Status;
  evidence: EvidenceRecord;
}

export interface NodeAttributes {
  label: string;
  entity_type: string;
  aliases: string[];
  mentions: MentionRecord[];
  mention_count: number;
  /** Id in a collection outside (a Wikidata id), as a user's entity file gives it. */
  external_id?: string;
  /** What texts call a person, each once, sorted. */
  roles?: readonly RoleRecord[];
  /** Of an event: year, month or day in ISO 8601, where all articles that tell it agree. */
  date?: string;
  /** Of an event: name of the place where it was, where all articles that tell it agree. */
  place?: string;
  records?: NodeRecord[];
  joins?: JoinRecord[];
  withheld?: WithheldRecord[];
}

export interface ResolutionRecord {
  argument: 'source' | 'target' | 'attributed_to';
  from: SpanPair;
  to: SpanPair;
  method: string;
}

export interface AttributionRecord {
  node: string | null;
  text: string;
  span: SpanPair;
  /** Number of the entity in its document; only where the node holds several of that document. */
  entity?: number;
}

export interface EvidenceRecord {
  document: string;
  /** The sentence; `text` is exactly that slice of the document. */
  start: number;
  end: number;
  text: string;
  rule: string;
  confidence: number;
  source: SpanPair;
  target: SpanPair;
  trigger: SpanPair[];
  resolved: ResolutionRecord[];
  attributed_to?: AttributionRecord;
  /** Numbers of source and target in their document; only where a node holds several of that document. */
  entities?: [number, number];
}

export interface EdgeAttributes {
  relation: string;
  status: Status;
  /** Highest confidence of the evidence. */
  confidence: number;
  /** Number of distinct documents in the evidence that are not duplicates of each other. */
  weight: number;
  attributed_to: string[];
  evidence: EvidenceRecord[];
}

export interface SerializedNode {
  key: string;
  attributes: NodeAttributes;
}

export interface SerializedEdge {
  key: string;
  source: string;
  target: string;
  attributes: EdgeAttributes;
}

/** What `graph.export()` of graphology gives for our graph; `Graph.from` reads it back. */
export interface SerializedGraph {
  options: { type: 'directed'; multi: true; allowSelfLoops: boolean };
  attributes: GraphAttributes;
  nodes: SerializedNode[];
  edges: SerializedEdge[];
}
