import { columns } from '../../../src/evaluate/show.ts';
import type { MeasuredFactor, MeasuredPrecision, Measurements } from '../../../src/rules/index.ts';
import { calibrationError, type Bin } from './reliability.ts';

const decimals = (x: number): string => x.toFixed(3);
const share = ({ right, wrong }: { right: number; wrong: number }): string =>
  decimals(right / (right + wrong));

const precisionRow = ([name, one]: [string, MeasuredPrecision]): string[] => [
  name,
  `${one.right}/${one.right + one.wrong}`,
  share(one),
  decimals(one.estimate),
];

const factorRow = ([name, one]: [string, MeasuredFactor]): string[] => [
  name,
  `${one.right}/${one.right + one.wrong}`,
  one.right + one.wrong === 0 ? '' : share(one),
  decimals(one.factor),
];

/** Rules from the worst to the best, then relations, then steps. */
export function renderMeasurements({ relations, rules, steps, far }: Measurements): string {
  const worstFirst = Object.entries(rules).sort(([, a], [, b]) => a.estimate - b.estimate);
  return `${[
    columns([['rule', 'right', 'P', 'estimate'], ...worstFirst.map(precisionRow)]),
    columns([['relation', 'right', 'P', 'estimate'], ...Object.entries(relations).map(precisionRow)]),
    columns([['step', 'right', 'P', 'factor'], ...Object.entries({ ...steps, far }).map(factorRow)]),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** A Markdown table. */
export function renderReliability(title: string, bins: readonly Bin[]): string {
  const rows = bins.map(({ from, to, count, confidence, right, interval: [low, high] }) =>
    [
      `${from} to ${to}`,
      count,
      confidence.toFixed(2),
      right.toFixed(2),
      `${low.toFixed(2)} to ${high.toFixed(2)}`,
    ].join(' | '),
  );
  const error = calibrationError(bins).toFixed(3);
  return `${[
    `${title}; mean distance ${error}`,
    '',
    '| confidence | matches | mean | share right | 95% |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')}\n`;
}

/** One rule a line, so that a change shows as a line. */
export function measuredJson(measurements: Measurements): string {
  const block = (entries: Readonly<Record<string, unknown>>): string => {
    const lines = Object.entries(entries).map(
      ([key, value]) => `    ${JSON.stringify(key)}: ${inline(value)}`,
    );
    return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  };
  const { relations, rules, steps, far } = measurements;
  return `{
  "relations": ${block(relations)},
  "rules": ${block(rules)},
  "steps": ${block(steps)},
  "far": ${inline(far)}
}
`;
}

const inline = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/[{}]/gu, (brace) => (brace === '{' ? '{ ' : ' }'))
    .replace(/([:,])/gu, '$1 ');
