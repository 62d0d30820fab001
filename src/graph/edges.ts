import { byCodeUnit, spanPair } from '../model/index.ts';
import type {
  ArticleRecord,
  EdgeAttributes,
  EvidenceRecord,
  RecordAssertion,
  SerializedEdge,
  Status,
  WithheldRecord,
} from '../model/index.ts';
import { edgeKey } from './keys.ts';
import { refKey, withSeveral } from './nodes.ts';
import type { JoinedNodes } from './nodes.ts';
import { byJson } from './record.ts';

/** What edges need to know of the nodes. */
interface Ends {
  readonly keyOf: ReadonlyMap<string, string>;
  /** By node key, the documents of which the node holds several entities. */
  readonly several: ReadonlyMap<string, ReadonlySet<string>>;
}

function evidenceOf(document: string, a: RecordAssertion, { keyOf, several }: Ends): EvidenceRecord {
  const by = a.attributedTo;
  const key = (entity: number): string | undefined => keyOf.get(refKey(document, entity));
  const isOneOfSeveral = (entity: number): boolean => several.get(key(entity) ?? '')?.has(document) ?? false;
  return {
    document,
    start: a.sentence.start,
    end: a.sentence.end,
    text: a.text,
    rule: a.rule,
    confidence: a.confidence,
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
        node: by.entity === null ? null : (key(by.entity) ?? null),
        text: a.attributionText ?? '',
        span: spanPair(by),
        ...(by.entity !== null && isOneOfSeveral(by.entity) && { entity: by.entity }),
      },
    }),
    ...([a.source, a.target].some(isOneOfSeveral) && { entities: [a.source, a.target] as [number, number] }),
  };
}

const compareEvidence = (a: EvidenceRecord, b: EvidenceRecord): number =>
  byCodeUnit(a.document, b.document) ||
  a.start - b.start ||
  a.source[0] - b.source[0] ||
  a.target[0] - b.target[0] ||
  b.confidence - a.confidence ||
  byCodeUnit(a.rule, b.rule) ||
  byJson(a, b);

interface Draft {
  source: string;
  target: string;
  relation: string;
  status: Status;
  evidence: EvidenceRecord[];
}

export interface BuiltEdges {
  readonly edges: readonly SerializedEdge[];
  /** By node key: relations whose two ends were joined into that node. Drawn they would say nothing; undone they return. */
  readonly withheld: ReadonlyMap<string, readonly WithheldRecord[]>;
}

/**
 * One edge for each distinct source, relation, target and status.
 *
 * @param records As `uniteRecords` gives them.
 * @param duplicateOf For each document id, the id of the document it repeats (itself where none).
 */
export function buildEdges(
  records: readonly ArticleRecord[],
  { nodes, keyOf }: JoinedNodes,
  duplicateOf: ReadonlyMap<string, string>,
): BuiltEdges {
  const several = new Map(
    nodes.map(({ key, attributes }) => [key, withSeveral(attributes.records ?? [])] as const),
  );
  const drafts = new Map<string, Draft>();
  const withheld = new Map<string, WithheldRecord[]>();
  for (const { document, assertions } of records) {
    for (const assertion of assertions) {
      const source = keyOf.get(refKey(document.id, assertion.source));
      const target = keyOf.get(refKey(document.id, assertion.target));
      if (source === undefined || target === undefined) continue;
      const { relation, status } = assertion;
      const evidence = evidenceOf(document.id, assertion, { keyOf, several });
      if (source === target) {
        withheld.set(source, [...(withheld.get(source) ?? []), { relation, status, evidence }]);
        continue;
      }
      const key = edgeKey(source, relation, target, status);
      const draft = drafts.get(key) ?? { source, target, relation, status, evidence: [] };
      draft.evidence.push(evidence);
      drafts.set(key, draft);
    }
  }
  const edges = [...drafts]
    .map(([key, draft]) => ({
      key,
      source: draft.source,
      target: draft.target,
      attributes: edgeAttributes(draft, duplicateOf),
    }))
    .sort((a, b) => byCodeUnit(a.key, b.key));
  for (const list of withheld.values())
    list.sort((a, b) => compareEvidence(a.evidence, b.evidence) || byJson(a, b));
  return { edges, withheld };
}

function edgeAttributes(draft: Draft, duplicateOf: ReadonlyMap<string, string>): EdgeAttributes {
  const evidence = draft.evidence.sort(compareEvidence);
  const documents = new Set(evidence.map(({ document }) => duplicateOf.get(document) ?? document));
  // What a text says itself, too, is not only somebody's word.
  const reported = evidence.every(({ attributed_to: by }) => by !== undefined);
  const speakers = evidence.flatMap(({ attributed_to: by }) => (reported && by?.node ? [by.node] : []));
  return {
    relation: draft.relation,
    status: draft.status,
    confidence: Math.max(...evidence.map(({ confidence }) => confidence)),
    weight: documents.size,
    attributed_to: [...new Set(speakers)].sort(byCodeUnit),
    evidence,
  };
}
