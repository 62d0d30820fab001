import { arrow, columns, oneLine, quoted } from '../show.ts';
import { CAUSES, type Cause, type EvalError } from './causes.ts';
import type { Comparison } from './compare.ts';
import type { Evaluation } from './evaluate.ts';
import type { EntityFigures, Figures, Prf, RelationFigures } from './figures.ts';
import type { RuleFigures } from './rule-figures.ts';

const decimals = (x: number): string => x.toFixed(3);
const prfCells = ({ precision, recall, f1 }: Prf): string[] => [precision, recall, f1].map(decimals);

function figureCells(name: string, figures: EntityFigures): string[] {
  const { right, predicted, gold, interval } = figures;
  const range = interval ? interval.map(decimals).join('-') : '';
  return [name, ...prfCells(figures), range, ...[right, predicted, gold].map(String)];
}

function relationCells(name: string, figures: RelationFigures): string[] {
  const { anyStatus, coref, denialsAsFacts } = figures;
  return [
    ...figureCells(name, figures),
    decimals(anyStatus.f1),
    `${coref.right}/${coref.gold}`,
    String(denialsAsFacts),
  ];
}

function figureTable(figures: Figures): string[] {
  const { entities, typed, events, core, all, relations } = figures;
  const eventRow = ['events', '', decimals(events.recall), '', '', events.right, '', events.gold].map(String);
  return [
    ...columns([
      ['', 'P', 'R', 'F1', '95% of F1', 'right', 'predicted', 'gold', 'split'],
      [...figureCells('entities', entities), String(entities.split)],
      figureCells('entities, typed', typed),
      [...eventRow, String(events.split)],
    ]),
    '',
    ...columns([
      [
        '',
        'P',
        'R',
        'F1',
        '95% of F1',
        'right',
        'edges',
        'gold',
        'any status F1',
        'coref',
        'denials as facts',
      ],
      relationCells('core', core),
      relationCells('all', all),
      ...Object.entries(relations).map(([relation, own]) => relationCells(relation, own)),
    ]),
  ];
}

const ruleTable = (rules: readonly RuleFigures[]): string[] =>
  columns([
    ['rule', 'edges', 'right', 'P', 'share of recall', 'alone'],
    ...rules.map(({ rule, edges, right, precision, recallShare, alone }) => [
      rule,
      String(edges),
      String(right),
      decimals(precision),
      decimals(recallShare),
      String(alone),
    ]),
  ]);

const causeNames = Object.keys(CAUSES) as Cause[];

function causeTable(errors: readonly EvalError[]): string[] {
  const rows = causeNames.map((cause) => {
    const count = errors.filter((error) => error.cause === cause).length;
    return [cause, String(count), CAUSES[cause]];
  });
  return columns([['errors by cause', '', ''], ...rows.filter(([, count]) => count !== '0')], [0, 2]);
}

type Item = NonNullable<EvalError['gold']> | NonNullable<EvalError['predicted']>[number];

function itemText(item: Item): string {
  switch (item.kind) {
    case 'entity':
      return oneLine(`${item.name} (${item.type})`);
    case 'node':
      return oneLine(`${item.label} (${item.type})`);
    case 'relation':
      return `${arrow(item)}${item.coref ? ' (coref)' : ''}`;
    case 'edge':
      return `${arrow(item)} by ${item.rules.join(', ') || 'no rule'}`;
  }
}

/** One error on one line, its quote on the next. */
export function errorLines({ document, cause, gold, predicted = [], detail, quote }: EvalError): string[] {
  const got = predicted.map(itemText).join(' and ');
  const items = gold && got ? `${itemText(gold)}; got ${got}` : gold ? itemText(gold) : got;
  const line = `${document}  ${cause}: ${items}${detail === undefined ? '' : `; ${oneLine(detail)}`}`;
  return quote === undefined ? [line] : [line, `    ${quoted(quote)}`];
}

export interface EvalTextOptions {
  /** List every error, not only how many there are of each cause. */
  readonly errors?: boolean;
}

/** The figures as tables for a terminal. */
export function renderEvalText(
  evaluation: Evaluation,
  { errors: list = false }: EvalTextOptions = {},
): string {
  const { figures, rules, errors } = evaluation;
  const missing = figures.missing > 0 ? `, ${figures.missing} without a graph` : '';
  const parts = [[`${figures.documents} articles${missing}`], figureTable(figures)];
  if (rules.length > 0) parts.push(ruleTable(rules));
  if (errors.length > 0) parts.push(causeTable(errors));
  if (list) {
    const sorted = causeNames.flatMap((cause) => errors.filter((error) => error.cause === cause));
    if (sorted.length > 0) parts.push(sorted.flatMap(errorLines));
  }
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The whole evaluation as JSON, with what changed since an earlier one where there is one. */
export const renderEvalJson = (evaluation: Evaluation, comparison?: Comparison): string =>
  `${JSON.stringify(comparison ? { ...evaluation, comparison } : evaluation, null, 2)}\n`;
