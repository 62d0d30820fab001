import picocolors from 'picocolors';
import { plural } from '../../evaluate/index.ts';
import type { Report, ReportItem, Wording } from '../../evaluate/index.ts';
import { LINT_KINDS } from '../../rules/index.ts';
import type { LintFinding } from '../../rules/index.ts';
import { terminalLine, terminalSafe } from '../../write/index.ts';

/** Findings for a report, by file; a file without one has passed. Notes fail nothing. */
export function lintReport(findings: readonly LintFinding[], files: Iterable<string>): Report {
  const names = new Set([...files, ...findings.map(({ at }) => at.file)]);
  const fixtures = [...names].map((name) => {
    const own = findings.filter(({ at }) => at.file === name).map(itemOf);
    return { name, outcomes: own.length > 0 ? own : [passed(name)] };
  });
  const notes = findings.filter(({ level }) => level === 'note').length;
  return {
    fixtures,
    passed: fixtures.filter(({ outcomes }) => outcomes[0]?.verdict === 'passed').length,
    failed: findings.length - notes,
    gaps: notes,
  };
}

const passed = (file: string): ReportItem => ({
  kind: 'fault',
  title: 'nothing to mend',
  verdict: 'passed',
  message: '',
  file,
  line: 1,
  column: 1,
});

const itemOf = ({ kind, level, message, hint, at }: LintFinding): ReportItem => ({
  kind,
  title: message,
  verdict: level === 'note' ? 'gap' : 'failed',
  ...(level === 'note' ? {} : { level }),
  message: hint === undefined ? message : `${message}; ${hint}`,
  file: at.file,
  line: at.line ?? 1,
  column: at.column ?? 1,
});

export const LINT_WORDING: Wording = {
  command: 'extract rules lint',
  prefix: 'rules-lint',
  kinds: LINT_KINDS,
  summary: (report) =>
    lintSummary(
      report.fixtures.flatMap(({ outcomes }) => outcomes.map(levelOf)),
      report.fixtures.length,
    ),
};

type Level = LintFinding['level'] | 'passed';

const levelOf = ({ verdict, level = 'error' }: ReportItem): Level =>
  verdict === 'passed' ? 'passed' : verdict === 'gap' ? 'note' : level;

function lintSummary(levels: readonly Level[], files: number): string {
  const count = (level: Level): number => levels.filter((each) => each === level).length;
  const counts = [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    plural(count('note'), 'note'),
  ];
  return `${plural(files, 'file')}: ${counts.join(', ')}`;
}

/** Findings as compilers print them: `file:line:column: warning: …`, the line of the file with its place marked, and what to do. */
export function renderLintText(
  findings: readonly LintFinding[],
  sources: ReadonlyMap<string, string>,
  { colour = false }: { readonly colour?: boolean } = {},
): string {
  const colours = picocolors.createColors(colour);
  const paint = { error: colours.red, warning: colours.yellow, note: colours.cyan };
  const lines = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const known = lines.get(file) ?? sources.get(file)?.split(/\r?\n/u) ?? [];
    lines.set(file, known);
    return known;
  };
  const blocks = findings.map(({ level, message, hint, at }) => {
    const place = [at.file, at.line, at.column].filter((part) => part !== undefined && part !== '').join(':');
    return [
      `${colours.bold(terminalLine(place))}: ${paint[level](level)}: ${terminalLine(message)}`,
      ...excerpt(linesOf(at.file), at),
      ...(hint === undefined ? [] : [`  fix: ${terminalLine(hint)}`]),
      '',
    ].join('\n');
  });
  const summary = lintSummary(
    findings.map(({ level }) => level),
    sources.size,
  );
  return `${[...blocks, summary].join('\n')}\n`;
}

/** Columns shown of a long line, before and after the place. */
const REACH = { before: 60, after: 40 };

function excerpt(lines: readonly string[], { line, column }: LintFinding['at']): string[] {
  const whole = line === undefined ? undefined : lines[line - 1];
  if (whole === undefined || column === undefined) return [];
  const from = Math.max(0, column - 1 - REACH.before);
  const shown = terminalSafe(whole.slice(from, column + REACH.after).replaceAll('\t', ' '));
  return [
    `  ${String(line)} | ${shown}`,
    `  ${' '.repeat(String(line).length)} | ${' '.repeat(column - 1 - from)}^`,
  ];
}
