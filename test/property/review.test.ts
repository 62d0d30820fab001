import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph, openReview } from '../../src/graph/index.ts';
import type { ArticleRecord, MergeDecision, SerializedNode } from '../../src/model/index.ts';
import { plausibleRecords } from '../support/records.ts';

const runs = { numRuns: 100 };

/** Which entities of which documents are one node. */
const partition = (records: readonly ArticleRecord[], decisions: readonly MergeDecision[]): string[] =>
  buildGraph(records, { generator: 'test', rules: [], decisions })
    .nodes.map(({ attributes }) =>
      (attributes.records ?? []).map(({ document, entity }) => `${document}#${entity}`).join(' '),
    )
    .sort();

describe('a review file', () => {
  it('is the same after the same run, whatever the order of articles', () => {
    fc.assert(
      fc.property(plausibleRecords, (records) => {
        const { text } = openReview(null, 'm.yaml').after(records);
        expect(openReview(text, 'm.yaml').after(records.toReversed()).text).toBe(text);
      }),
      runs,
    );
  });

  it('asks nothing again once all is rejected, and what was apart stays as it was', () => {
    fc.assert(
      fc.property(plausibleRecords, (records) => {
        const asked = openReview(null, 'm.yaml').after(records).text;
        const review = openReview(asked.replaceAll('answer: open', 'answer: reject'), 'm.yaml');
        expect(review.after(records).open).toBe(0);
        expect(partition(records, review.decisions)).toEqual(partition(records, []));
      }),
      runs,
    );
  });

  it('with one answer accepted makes one node of its things', () => {
    fc.assert(
      fc.property(plausibleRecords, (records) => {
        const asked = openReview(null, 'm.yaml').after(records);
        const { decisions } = openReview(asked.text.replace('answer: open', 'answer: accept'), 'm.yaml');
        const { nodes } = buildGraph(records, { generator: 'test', rules: [], decisions });
        for (const { things } of decisions) {
          const holds = ({ attributes }: SerializedNode): boolean =>
            things.every((thing) =>
              attributes.records?.some(
                ({ type, name, document, named }) =>
                  named &&
                  type === thing.type &&
                  name === thing.name &&
                  (thing.documents ?? [document]).includes(document),
              ),
            );
          expect(nodes.some(holds)).toBe(true);
        }
      }),
      runs,
    );
  });
});
