import { arrow, oneLine, quoted } from '../../src/evaluate/show.ts';
import { overlaps, type SerializedGraph } from '../../src/model/index.ts';
import type { LabelledDocument, LabelledMention } from './corpora/corpus.ts';
import type { AskedRelation, Item, TaskScore } from './score.ts';

/** Why a relation was not met or an edge is wrong, in the order of the listing. */
export const ERROR_CAUSES = {
  'end not found': 'no node stands for an end',
  'other way round': 'an edge between the ends, the other way round',
  'no rule': 'both ends have a node, but no rule gave the edge',
  'extra edge': 'an edge that the corpus does not know',
} as const;
export type ErrorCause = keyof typeof ERROR_CAUSES;

export interface TaskError {
  readonly document: string;
  readonly cause: ErrorCause;
  readonly what: string;
  readonly quote: string;
}

const words = ({ text }: LabelledDocument, { start, end }: LabelledMention): string => text.slice(start, end);

const SENTENCE_END = /[.!?]["”')]*\s|\n/gu;

/** The sentence or sentences from the first end to the last, cut at full stops. */
function quoteOf({ text }: LabelledDocument, { relation }: AskedRelation): string {
  const first = Math.min(relation.source.start, relation.target.start);
  const last = Math.max(relation.source.end, relation.target.end);
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length);
  const start = ends.findLast((end) => end <= first) ?? 0;
  return text.slice(start, ends.find((end) => end >= last) ?? text.length);
}

const isReverse = ({ evidence }: Item, { relation }: AskedRelation): boolean =>
  evidence.some(({ item }) => {
    const [source, target] = [item.source, item.target].map(([start, end]) => ({ start, end }));
    return source && target && overlaps(source, relation.target) && overlaps(target, relation.source);
  });

function missedError(score: TaskScore, asked: AskedRelation): TaskError {
  const { document } = score;
  const { label, source, target } = asked.relation;
  const reverse = score.items.find((item) => !item.right && isReverse(item, asked));
  const cause: ErrorCause = reverse
    ? 'other way round'
    : asked.missing.length > 0
      ? 'end not found'
      : 'no rule';
  const missing = asked.missing.map((mention) => oneLine(words(document, mention))).join(' and ');
  const shown = arrow({ source: words(document, source), relation: label, target: words(document, target) });
  return {
    document: document.id,
    cause,
    what: cause === 'end not found' ? `${shown}; not found: ${missing}` : shown,
    quote: quoteOf(document, asked),
  };
}

function extraError(
  { document }: TaskScore,
  { source, target, evidence }: Item,
  graph: SerializedGraph,
): TaskError {
  const label = (key: string): string =>
    graph.nodes.find((node) => node.key === key)?.attributes.label ?? key;
  const [first] = evidence;
  const relation = [...new Set(evidence.map((each) => each.relation))].join('+');
  const rules = [...new Set(evidence.map(({ item }) => item.rule))].join(', ');
  return {
    document: document.id,
    cause: 'extra edge',
    what: `${arrow({ source: label(source), relation, target: label(target) })} by ${rules}`,
    quote: first?.item.text ?? '',
  };
}

/** Every relation missed and every edge too many of one document, in the order of the text. */
export const taskErrors = (score: TaskScore, graph: SerializedGraph): TaskError[] => [
  ...score.asked.filter(({ met }) => !met).map((asked) => missedError(score, asked)),
  ...score.items.filter(({ right }) => !right).map((item) => extraError(score, item, graph)),
];

export const errorLines = ({ document, cause, what, quote }: TaskError): string[] => [
  `${document}  ${cause}: ${what}`,
  `    ${quoted(quote, 400)}`,
];
