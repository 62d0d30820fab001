import picocolors from 'picocolors';
import { oneLine } from '../../show.ts';
import type { Verdict } from '../outcome.ts';
import { messageOf } from './place.ts';
import { CHECK_WORDING } from './report.ts';
import type { Report, ReportItem, Wording } from './report.ts';

export interface CheckTextOptions {
  readonly colour?: boolean;
  /** Also list what passed, and the known gaps with what was found instead. */
  readonly all?: boolean;
}

type Colours = ReturnType<typeof picocolors.createColors>;

/** Without characters that steer a terminal; indentation, which diffs need, stays. */
function cleaned(line: string): string {
  const text = line.trimStart();
  return ' '.repeat(line.length - text.length) + oneLine(text);
}

const indented = (message: string): string[] => message.split('\n').map((line) => `      ${cleaned(line)}`);

function markOf(verdict: Verdict, colours: Colours): string {
  if (verdict === 'passed') return colours.green('ok  ');
  return verdict === 'gap' ? colours.yellow('gap ') : colours.red('FAIL');
}

function outcomeLines(outcome: ReportItem, colours: Colours): string[] {
  const { verdict, line, column, title } = outcome;
  const first = `  ${markOf(verdict, colours)}  ${colours.dim(`${line}:${column}`)}  ${title}`;
  return verdict === 'passed' ? [first] : [first, ...indented(messageOf(outcome))];
}

function fixtureLines(
  { name, outcomes }: Report['fixtures'][number],
  colours: Colours,
  all: boolean,
): string[] {
  const shown = all ? outcomes : outcomes.filter(({ verdict }) => verdict === 'failed');
  if (shown.length === 0) return [];
  return [colours.bold(oneLine(name)), ...shown.flatMap((outcome) => outcomeLines(outcome, colours)), ''];
}

/** Failures with what was found instead, then the counts. */
export function renderCheckText(
  result: Report,
  { colour = false, all = false }: CheckTextOptions = {},
  { summary }: Wording = CHECK_WORDING,
): string {
  const colours = picocolors.createColors(colour);
  const lines = result.fixtures.flatMap((fixture) => fixtureLines(fixture, colours, all));
  const paint = result.failed > 0 ? colours.red : colours.green;
  return `${[...lines, paint(summary(result))].join('\n')}\n`;
}
