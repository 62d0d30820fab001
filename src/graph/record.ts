import { createHash } from 'node:crypto';
import { byCodeUnit } from '../model/index.ts';
import type { ArticleRecord, RecordAssertion, RecordEntity, Resolution, Span } from '../model/index.ts';
import { groupBy } from './join/groups.ts';

/** JSON with the keys of every object by code unit: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => byCodeUnit(a, b)))
      : part,
  );
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

const plain = ({ start, end }: Span): Span => ({ start, end });

const canonicalResolution = ({ argument, from, to, method }: Resolution): Resolution => ({
  argument,
  from: plain(from),
  to: plain(to),
  method,
});

const compareSpans = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

function canonicalEntity(entity: RecordEntity): RecordEntity {
  const mentions = entity.mentions.map(({ start, end, text }) => ({ start, end, text }));
  return {
    ...entity,
    mentions: mentions.sort((a, b) => compareSpans(a, b) || byCodeUnit(a.text, b.text)),
  };
}

function compareEntities(a: RecordEntity, b: RecordEntity): number {
  const [first, second] = [a.mentions[0], b.mentions[0]];
  if (!first || !second) return Number(!first) - Number(!second) || byJson(a, b);
  return compareSpans(first, second) || byJson(a, b);
}

/** An order on any values, equal only for equal ones. */
export const byJson = (a: unknown, b: unknown): number => byCodeUnit(canonicalJson(a), canonicalJson(b));

function canonicalAssertion(
  assertion: RecordAssertion,
  numberOf: ReadonlyMap<number, number>,
): RecordAssertion[] {
  const source = numberOf.get(assertion.source);
  const target = numberOf.get(assertion.target);
  if (source === undefined || target === undefined || source === target) return [];
  const { relation, status, rule, text, attributedTo: by } = assertion;
  return [
    {
      relation,
      source,
      target,
      status,
      sentence: plain(assertion.sentence),
      rule,
      confidence: round(assertion.confidence),
      sourceSpan: plain(assertion.sourceSpan),
      targetSpan: plain(assertion.targetSpan),
      trigger: assertion.trigger.map(plain),
      resolved: assertion.resolved.map(canonicalResolution),
      text,
      ...(by && {
        attributedTo: {
          ...plain(by),
          entity: by.entity === null ? null : (numberOf.get(by.entity) ?? null),
        },
        attributionText: assertion.attributionText ?? '',
      }),
    },
  ];
}

/**
 * The record as the graph can hold it: without unnamed entities that stand in no relation, but for events and policies of which the
 * text says which one is meant, and without relations of a thing to
 * itself; entities numbered by first mention; everything in one order; confidences rounded to three decimals. A record in this
 * form is given back as it is.
 */
export function canonicalRecord(record: ArticleRecord): ArticleRecord {
  const related = new Set(
    record.assertions
      .filter(({ source, target }) => source !== target)
      .flatMap(({ source, target, attributedTo }) => [source, target, attributedTo?.entity]),
  );
  const kept = record.entities
    .map((entity, number) => ({ entity: canonicalEntity(entity), number }))
    .filter(({ entity, number }) => entity.named || entity.identified === true || related.has(number))
    .sort((a, b) => compareEntities(a.entity, b.entity));
  const numberOf = new Map(kept.map(({ number }, index) => [number, index]));
  const assertions = new Map(
    record.assertions
      .flatMap((assertion) => canonicalAssertion(assertion, numberOf))
      .map((assertion) => [canonicalJson(assertion), assertion]),
  );
  const { duplicate_of: _, fingerprint: __, ...document } = record.document;
  return {
    document,
    fingerprint: record.fingerprint,
    entities: kept.map(({ entity }) => entity),
    assertions: [...assertions].sort(([a], [b]) => byCodeUnit(a, b)).map(([, assertion]) => assertion),
  };
}

const last = <T>(items: readonly T[], compare: (a: T, b: T) => number): T =>
  items.reduce((best, item) => (compare(item, best) > 0 ? item : best));

const hash = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** What says more wins, since it may be that the other was filtered; then the later hash, so that order can't matter. */
const compareContents = (a: ArticleRecord, b: ArticleRecord): number =>
  a.assertions.length - b.assertions.length ||
  a.entities.length - b.entities.length ||
  byCodeUnit(hash([a.entities, a.assertions]), hash([b.entities, b.assertions]));

/** The one with most metadata, then the first path by code units, then the first as JSON. */
const compareHeads = (a: ArticleRecord, b: ArticleRecord): number =>
  Object.keys(a.document).length - Object.keys(b.document).length ||
  byCodeUnit(b.document.source, a.document.source) ||
  byJson([b.document, b.fingerprint], [a.document, a.fingerprint]);

/**
 * The set of records, one for each document, by document id. Two records of one document (read under two paths, or by other
 * rules) become one by orders on their content alone, so that which came first plays no part.
 */
export function uniteRecords(records: readonly ArticleRecord[]): ArticleRecord[] {
  const groups = groupBy(records.map(canonicalRecord), ({ document }) => document.id);
  return [...groups.values()]
    .map((group) => {
      const { document, fingerprint } = last(group, compareHeads);
      const { entities, assertions } = last(group, compareContents);
      return { document, fingerprint, entities, assertions };
    })
    .sort((a, b) => byCodeUnit(a.document.id, b.document.id));
}
