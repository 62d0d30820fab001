import { byCodeUnit } from '../model/index.ts';
import type { EdgeAttributes, EvidenceRecord } from '../model/index.ts';
import { canonicalEvidence } from './canonical.ts';

/** Evidence of an edge for formats whose attributes are plain values: one rule for all of them. */
export interface FlatEvidence {
  /** Sentence of the best evidence, empty where there is none. */
  readonly quote: string;
  /** Its rule. */
  readonly rule: string;
  /** Ids of all documents of the evidence, sorted, joined by a blank. */
  readonly documents: string;
  /** All of the evidence, as in the JSON. */
  readonly evidence_json: string;
}

/** Highest confidence, then earliest in its document; document id and rule settle the rest. */
export const byStrength = (a: EvidenceRecord, b: EvidenceRecord): number =>
  b.confidence - a.confidence ||
  a.start - b.start ||
  byCodeUnit(a.document, b.document) ||
  byCodeUnit(a.rule, b.rule);

export const strongestEvidence = (evidence: readonly EvidenceRecord[]): EvidenceRecord | undefined =>
  evidence.toSorted(byStrength)[0];

export function flattenEvidence({ evidence }: Pick<EdgeAttributes, 'evidence'>): FlatEvidence {
  const best = strongestEvidence(evidence);
  return {
    quote: best?.text ?? '',
    rule: best?.rule ?? '',
    documents: joinedDocuments(evidence),
    evidence_json: JSON.stringify(canonicalEvidence(evidence)),
  };
}

/** Sorted ids of the documents of mentions or evidence, each once, joined by a blank. */
export const joinedDocuments = (records: readonly { readonly document: string }[]): string =>
  [...new Set(records.map(({ document }) => document))].sort(byCodeUnit).join(' ');
