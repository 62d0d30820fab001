import { byCodeUnit } from '../../model/index.ts';
import type { ArticleRecord, DecidedThing, MergeDecision } from '../../model/index.ts';
import { nameKey } from '../join/names.ts';
import { outweigh, uniteDecisions } from './decisions.ts';
import { doubtfulJoins } from './doubts.ts';
import { decisionsIn, formatReview, parseReview, updateReview } from './file.ts';

export interface Review {
  /** The answers of the file. */
  readonly decisions: readonly MergeDecision[];
  /**
   * The file's text after a run over these records: answers kept, what is doubtful added. The same again for the same records.
   *
   * @param others Decisions that graphs carry; the file's own outweigh them.
   */
  readonly after: (
    records: readonly ArticleRecord[],
    others?: readonly MergeDecision[],
  ) => { readonly text: string; readonly open: number };
}

/** How many of the articles a name was read in are listed. */
const MAX_SOURCES = 3;

/**
 * A review file as it stands, or a new one.
 *
 * @param text Null where there is no file yet.
 * @param file Named in errors.
 * @throws UserErrors with line and column for every fault.
 */
export function openReview(text: string | null, file: string): Review {
  const cases = text === null ? [] : parseReview(text, file);
  const decisions = decisionsIn(cases);
  return {
    decisions,
    after(records, others = []) {
      const doubts = doubtfulJoins(records, outweigh(decisions, others));
      const updated = updateReview(cases, doubts, uniteDecisions(others), sourceIndex(records));
      return {
        text: formatReview(updated),
        open: updated.filter(({ answer }) => answer === 'open').length,
      };
    },
  };
}

function sourceIndex(records: readonly ArticleRecord[]): (thing: DecidedThing) => readonly string[] {
  const sources = new Map<string, Set<string>>();
  const add = (key: string, source: string): void => {
    sources.set(key, (sources.get(key) ?? new Set()).add(source));
  };
  for (const { document, entities } of records) {
    add(document.id, document.source);
    for (const { type, name } of entities) add(`${type}/${nameKey(type, name)}`, document.source);
  }
  return ({ type, name, documents = [`${type}/${nameKey(type, name)}`] }) =>
    [...new Set(documents.flatMap((key) => [...(sources.get(key) ?? [])]))]
      .sort(byCodeUnit)
      .slice(0, MAX_SOURCES);
}
