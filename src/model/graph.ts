import type { Status } from './assertion.ts';
import type { SpanPair } from './span.ts';

/** The output contract `extract-graph/1`: graphology's serialized form with these attributes. It only gains keys. */
export const GRAPH_SCHEMA = 'extract-graph/1';

export interface RuleFileRecord {
  /** Path as typed, or `builtin:NAME`. */
  file: string;
  version: string;
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
}

export interface FailedInput {
  source: string;
  reason: string;
}

export interface GraphAttributes {
  schema: typeof GRAPH_SCHEMA;
  generator: string;
  rules: RuleFileRecord[];
  config_sha256?: string;
  documents: DocumentRecord[];
  failed?: FailedInput[];
}

export interface MentionRecord {
  document: string;
  start: number;
  end: number;
  text: string;
}

export interface NodeAttributes {
  label: string;
  entity_type: string;
  aliases: string[];
  mentions: MentionRecord[];
  mention_count: number;
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
