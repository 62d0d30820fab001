import { UserError } from '../model/index.ts';
import type {
  ArticleRecord,
  EvidenceRecord,
  NodeRecord,
  RecordAssertion,
  RecordEntity,
  SerializedGraph,
  SerializedNode,
  Span,
  SpanPair,
  Status,
} from '../model/index.ts';
import { groupBy } from './join/groups.ts';

import { canonicalRecord } from './record.ts';

const span = ([start, end]: SpanPair): Span => ({ start, end });

/**
 * The records a graph was built from: the inverse of `buildGraph`, so that graphs are merged by building the graph of all their
 * records. Of a filtered graph, the records of what is left.
 *
 * @param file Named in errors.
 * @throws UserError where the graph lacks what it takes: written by a program that keeps none of it, or edited.
 */
export function recordsOf(graph: SerializedGraph, file?: string): ArticleRecord[] {
  const fail = (message: string): never => {
    throw new UserError(`can't be merged: ${message}`, {
      ...(file !== undefined && { at: { file } }),
      hint: 'make the graph again from its articles, with the json format',
    });
  };
  const recordsIn = new Map(
    graph.nodes.map(({ key, attributes }) => [
      key,
      groupBy(attributes.records ?? [], ({ document }) => document),
    ]),
  );
  const entities = groupBy(
    graph.nodes.flatMap((node) => entitiesOf(node, fail)),
    ({ document }) => document,
  );
  /** The number of the entity that the end of an edge stands for in a document. */
  const numberIn = (key: string, document: string, given: number | undefined): number | null => {
    const own = recordsIn.get(key)?.get(document) ?? [];
    return given ?? (own.length === 1 ? (own[0] as NodeRecord).entity : null);
  };
  const assertions = groupBy(
    stated(graph).map(({ source, target, relation, status, evidence }) => {
      const { document, entities: ends } = evidence;
      const from = numberIn(source, document, ends?.[0]);
      const to = numberIn(target, document, ends?.[1]);
      if (from === null || to === null)
        return fail(
          `the evidence at ${document}:${evidence.start} fits no entity of ${source} and ${target}`,
        );
      const by = evidence.attributed_to;
      const speaker = by?.node ? numberIn(by.node, document, by.entity) : null;
      return { document, assertion: assertionOf(relation, status, from, to, evidence, speaker) };
    }),
    ({ document }) => document,
  );
  const ids = new Set(graph.attributes.documents.map(({ id }) => id));
  for (const id of [...entities.keys(), ...assertions.keys()])
    if (!ids.has(id)) fail(`it speaks of a document ${JSON.stringify(id)} that it doesn't list`);
  return graph.attributes.documents.map((document) => {
    const { fingerprint, duplicate_of: _, ...rest } = document;
    if (fingerprint === undefined) return fail(`document ${document.id} has no fingerprint`);
    return canonicalRecord(
      renumbered(
        { document: rest, fingerprint },
        entities.get(document.id) ?? [],
        (assertions.get(document.id) ?? []).map(({ assertion }) => assertion),
      ),
    );
  });
}

interface NumberedEntity {
  readonly document: string;
  readonly number: number;
  readonly entity: RecordEntity;
}

function entitiesOf({ key, attributes }: SerializedNode, fail: (message: string) => never): NumberedEntity[] {
  const { records, mentions } = attributes;
  if (!records?.length) return fail(`node ${JSON.stringify(key)} has no records`);
  const mentionsIn = groupBy(mentions, ({ document }) => document);
  return records.map(({ document, entity: number, ...rest }) => ({
    document,
    number,
    entity: {
      ...rest,
      mentions: (mentionsIn.get(document) ?? [])
        .filter(({ entity }) => (entity ?? number) === number)
        .map(({ start, end, text }) => ({ start, end, text })),
    },
  }));
}

interface Stated {
  readonly source: string;
  readonly target: string;
  readonly relation: string;
  readonly status: Status;
  readonly evidence: EvidenceRecord;
}

const stated = ({ nodes, edges }: SerializedGraph): Stated[] => [
  ...edges.flatMap(({ source, target, attributes: { relation, status, evidence } }) =>
    evidence.map((each) => ({ source, target, relation, status, evidence: each })),
  ),
  ...nodes.flatMap(({ key, attributes }) =>
    (attributes.withheld ?? []).map((each) => ({ source: key, target: key, ...each })),
  ),
];

function assertionOf(
  relation: string,
  status: Status,
  source: number,
  target: number,
  evidence: EvidenceRecord,
  speaker: number | null,
): RecordAssertion {
  const by = evidence.attributed_to;
  return {
    relation,
    source,
    target,
    status,
    sentence: { start: evidence.start, end: evidence.end },
    rule: evidence.rule,
    confidence: evidence.confidence,
    sourceSpan: span(evidence.source),
    targetSpan: span(evidence.target),
    trigger: evidence.trigger.map(span),
    resolved: evidence.resolved.map(({ argument, from, to, method }) => ({
      argument,
      from: span(from),
      to: span(to),
      method,
    })),
    text: evidence.text,
    ...(by && { attributedTo: { ...span(by.span), entity: speaker }, attributionText: by.text }),
  };
}

/** Numbers the entities as they stand: a filter may have left gaps. */
function renumbered(
  head: Pick<ArticleRecord, 'document' | 'fingerprint'>,
  entities: readonly NumberedEntity[],
  assertions: readonly RecordAssertion[],
): ArticleRecord {
  const sorted = entities.toSorted((a, b) => a.number - b.number);
  const place = new Map(sorted.map(({ number }, i) => [number, i]));
  const at = (number: number): number => place.get(number) ?? -1;
  return {
    ...head,
    entities: sorted.map(({ entity }) => entity),
    assertions: assertions.map((assertion) => ({
      ...assertion,
      source: at(assertion.source),
      target: at(assertion.target),
      ...(assertion.attributedTo && {
        attributedTo: {
          ...assertion.attributedTo,
          entity: assertion.attributedTo.entity === null ? null : at(assertion.attributedTo.entity),
        },
      }),
    })),
  };
}
