import { byCodeUnit, spanPair } from '../model/index.ts';
import type {
  ArticleRecord,
  EdgeAttributes,
  EvidenceRecord,
  RecordAssertion,
  SerializedEdge,
  Status,
} from '../model/index.ts';
import { edgeKey } from './keys.ts';
import { refKey } from './nodes.ts';

const round = (value: number): number => Math.round(value * 1000) / 1000;

function evidenceOf(
  document: string,
  a: RecordAssertion,
  keyOf: ReadonlyMap<string, string>,
): EvidenceRecord {
  const by = a.attributedTo;
  return {
    document,
    start: a.sentence.start,
    end: a.sentence.end,
    text: a.text,
    rule: a.rule,
    confidence: round(a.confidence),
    source: spanPair(a.sourceSpan),
    target: spanPair(a.targetSpan),
    trigger: a.trigger.map(spanPair),
    resolved: a.resolved.map(({ argument, from, to, method }) => ({
      argument,
      from: spanPair(from),
      to: spanPair(to),
      method,
    })),
    ...(by && {
      attributed_to: {
        node: by.entity === null ? null : (keyOf.get(refKey(document, by.entity)) ?? null),
        text: a.attributionText ?? '',
        span: spanPair(by),
      },
    }),
  };
}

const compareEvidence = (a: EvidenceRecord, b: EvidenceRecord): number =>
  byCodeUnit(a.document, b.document) ||
  a.start - b.start ||
  a.source[0] - b.source[0] ||
  a.target[0] - b.target[0] ||
  b.confidence - a.confidence ||
  byCodeUnit(a.rule, b.rule) ||
  byCodeUnit(JSON.stringify(a), JSON.stringify(b));

interface Draft {
  source: string;
  target: string;
  relation: string;
  status: Status;
  evidence: EvidenceRecord[];
}

/**
 * One edge for each distinct source, relation, target and status. A relation of a thing to itself is dropped: it comes of two
 * names having been joined, and says nothing.
 *
 * @param duplicateOf For each document id, the id of the document it repeats (itself where none).
 */
export function buildEdges(
  records: readonly ArticleRecord[],
  keyOf: ReadonlyMap<string, string>,
  duplicateOf: ReadonlyMap<string, string>,
): SerializedEdge[] {
  const drafts = new Map<string, Draft>();
  for (const { document, assertions } of records) {
    for (const assertion of assertions) {
      const source = keyOf.get(refKey(document.id, assertion.source));
      const target = keyOf.get(refKey(document.id, assertion.target));
      if (source === undefined || target === undefined || source === target) continue;
      const { relation, status } = assertion;
      const key = edgeKey(source, relation, target, status);
      const draft = drafts.get(key) ?? { source, target, relation, status, evidence: [] };
      draft.evidence.push(evidenceOf(document.id, assertion, keyOf));
      drafts.set(key, draft);
    }
  }
  return [...drafts]
    .map(([key, draft]) => ({
      key,
      source: draft.source,
      target: draft.target,
      attributes: edgeAttributes(draft, duplicateOf),
    }))
    .sort((a, b) => byCodeUnit(a.key, b.key));
}

function edgeAttributes(draft: Draft, duplicateOf: ReadonlyMap<string, string>): EdgeAttributes {
  const evidence = draft.evidence.sort(compareEvidence);
  const documents = new Set(evidence.map(({ document }) => duplicateOf.get(document) ?? document));
  const speakers = evidence.flatMap(({ attributed_to: by }) => (by?.node ? [by.node] : []));
  return {
    relation: draft.relation,
    status: draft.status,
    confidence: Math.max(...evidence.map(({ confidence }) => confidence)),
    weight: documents.size,
    attributed_to: [...new Set(speakers)].sort(byCodeUnit),
    evidence,
  };
}
