import { columns } from '../../src/evaluate/show.ts';
import type { Interval } from '../../src/evaluate/gold/bootstrap.ts';
import { ERROR_CAUSES, errorLines, type ErrorCause, type TaskError } from './errors.ts';
import type { TaskFigures, TaskRuleFigures } from './figures.ts';
import type { Task } from './tasks.ts';

export interface TaskReport {
  readonly task: Task;
  readonly files: readonly string[];
  readonly figures: TaskFigures;
  readonly rules: readonly TaskRuleFigures[];
  readonly errors: readonly TaskError[];
}

/** How labels and words map, printed above the figures. */
const READING = `End to end from the text: no entity of the corpus is given to the program.
- P: of the sentences of ours that state a task's relation between two nodes, those that the corpus labels so. Denials are left out.
- R: of the labelled relations those that such a sentence meets; "in reach": of those between types that our relation takes.
- An end is met where a mention of the node, name or pronoun, has the same head word as the labelled one, or the head of one lies
  within the other and the types do not contradict. The sentence must touch the labelled pair. Direction counts, but for CoLocated.
- Not counted: edges between ends that the task's labels never join (a person's or an event's place in conll04), edges of unnamed
  things in conll04, which labels names alone, relations that re3d gives a confidence below 0.5; places that a corpus takes for one name
  ("Tabqa Dam, Syria"), and a place in a place where conll04 says instead that somebody lived in both ("born in Niles, Ohio").
- 95% intervals: percentile bootstrap over documents.`;

const decimals = (x: number): string => x.toFixed(3);
const withInterval = (x: number, [low, high]: Interval): string =>
  `${decimals(x)} [${low.toFixed(2)}-${high.toFixed(2)}]`;

const figureRow = ({ task, figures }: TaskReport): string[] => [
  task.corpus,
  task.name,
  withInterval(figures.precision, figures.intervals.precision),
  withInterval(figures.recall, figures.intervals.recall),
  withInterval(figures.f1, figures.intervals.f1),
  `${figures.right}/${figures.items}`,
  `${figures.met}/${figures.asked}`,
  `${figures.metInReach}/${figures.inReach}`,
  String(figures.uncounted),
];

const ruleRows = ({ task, rules }: TaskReport): string[][] =>
  rules.map(({ rule, items, right, precision, alone }) => [
    rule,
    task.corpus,
    `${right}/${items}`,
    decimals(precision),
    String(alone),
  ]);

const causes = Object.keys(ERROR_CAUSES) as ErrorCause[];

const causeRow = ({ task, errors }: TaskReport): string[] => [
  task.corpus,
  task.name,
  ...causes.map((cause) => String(errors.filter((error) => error.cause === cause).length)),
];

/** Tables for a terminal. */
export function renderText(reports: readonly TaskReport[], { errors: list = false } = {}): string {
  const files = [...new Set(reports.flatMap((report) => report.files))].join(', ');
  const parts = [
    [files],
    [READING],
    columns(
      [
        ['corpus', 'task', 'P', 'R', 'F1', 'right', 'met', 'in reach', 'not counted'],
        ...reports.map(figureRow),
      ],
      [0, 1],
    ),
    columns([['rule', 'corpus', 'right', 'P', 'alone'], ...reports.flatMap(ruleRows)], [0, 1]),
    columns([['errors by cause', '', ...causes], ...reports.map(causeRow)], [0, 1]),
  ];
  if (list) {
    for (const { task, errors } of reports) {
      const sorted = causes.flatMap((cause) => errors.filter((error) => error.cause === cause));
      parts.push([`${task.corpus}: ${task.name}`, ...sorted.flatMap(errorLines)]);
    }
  }
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

export const renderJson = (reports: readonly TaskReport[]): string => `${JSON.stringify(reports, null, 2)}\n`;
