import picocolors from 'picocolors';
import { oneLine } from '../../show.ts';
import type { CheckResult, FixtureResult, Outcome } from '../check.ts';

export interface CheckTextOptions {
  readonly colour?: boolean;
  /** Also list what passed. */
  readonly passes?: boolean;
}

type Colours = ReturnType<typeof picocolors.createColors>;

/** Without characters that steer a terminal; indentation, which diffs need, stays. */
function cleaned(line: string): string {
  const text = line.trimStart();
  return ' '.repeat(line.length - text.length) + oneLine(text);
}

const indented = (message: string): string[] => message.split('\n').map((line) => `      ${cleaned(line)}`);

function outcomeLines({ passed, line, column, title, message }: Outcome, colours: Colours): string[] {
  const mark = passed ? colours.green('ok  ') : colours.red('FAIL');
  const first = `  ${mark}  ${colours.dim(`${line}:${column}`)}  ${title}`;
  return passed ? [first] : [first, ...indented(message)];
}

function fixtureLines({ name, outcomes }: FixtureResult, colours: Colours, passes: boolean): string[] {
  const shown = passes ? outcomes : outcomes.filter(({ passed }) => !passed);
  if (shown.length === 0) return [];
  return [colours.bold(oneLine(name)), ...shown.flatMap((outcome) => outcomeLines(outcome, colours)), ''];
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `14 fixtures, 80 expectations: 78 passed, 2 failed`. */
export const checkSummary = ({ fixtures, passed, failed }: CheckResult): string =>
  `${plural(fixtures.length, 'fixture')}, ${plural(passed + failed, 'expectation')}: ${passed} passed, ${failed} failed`;

/** Failures with what was found instead, then the counts. */
export function renderCheckText(
  result: CheckResult,
  { colour = false, passes = false }: CheckTextOptions = {},
): string {
  const colours = picocolors.createColors(colour);
  const lines = result.fixtures.flatMap((fixture) => fixtureLines(fixture, colours, passes));
  const paint = result.failed > 0 ? colours.red : colours.green;
  return `${[...lines, paint(checkSummary(result))].join('\n')}\n`;
}
