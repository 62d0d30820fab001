import { arrow, plural, quoted } from '../../evaluate/index.ts';
import type { Report, ReportItem, Wording } from '../../evaluate/index.ts';
import type { UserError } from '../../model/index.ts';
import { watchRules } from '../../rules/index.ts';
import type { ExampleCase } from '../../rules/index.ts';
import { shellQuoted } from '../../write/index.ts';
import { analyseText } from '../analysis.ts';
import type { Bench } from '../analysis.ts';
import { rulesFor } from './run.ts';
import type { ExampleOutcome, ExampleVerdict, FoundEdge } from './run.ts';

const VERDICTS: readonly ExampleVerdict[] = ['validated', 'noisy', 'missing', 'wrong'];

export interface ExampleReport extends Report {
  readonly verdicts: Readonly<Record<ExampleVerdict, number>>;
  /** Faults of rule files and sidecars. */
  readonly faults: number;
}

/** How the examples of rules came out, grouped by file, below the faults that kept others from being run. */
export function exampleReport(
  outcomes: readonly ExampleOutcome[],
  bench: Bench,
  faults: readonly UserError[] = [],
): ExampleReport {
  const byFile = new Map<string, ReportItem[]>();
  for (const fault of faults) {
    const item = faultItem(fault);
    byFile.set(item.file, [...(byFile.get(item.file) ?? []), item]);
  }
  for (const outcome of outcomes) {
    const { file } = outcome.example.at;
    byFile.set(file, [...(byFile.get(file) ?? []), itemOf(outcome, bench)]);
  }
  const count = (sought: ExampleVerdict): number =>
    outcomes.filter(({ verdict }) => verdict === sought).length;
  const verdicts = Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, count(verdict)]),
  ) as ExampleReport['verdicts'];
  return {
    fixtures: [...byFile].map(([name, items]) => ({ name, outcomes: items })),
    passed: verdicts.validated,
    failed: outcomes.length - verdicts.validated + faults.length,
    gaps: 0,
    verdicts,
    faults: faults.length,
  };
}

export const EXAMPLE_WORDING: Wording = {
  command: 'extract rules test',
  prefix: 'rules-test',
  kinds: {
    fault: 'A file is not right: no extraction runs with it',
    noisy: 'A rule matched in a sentence in which it must not',
    missing: 'A rule did not match in a sentence in which it must',
    wrong: 'A rule found something else than its example says',
    validated: 'An example holds',
  },
  summary: (report) => {
    const { passed, failed, fixtures } = report;
    const { verdicts, faults } = report as ExampleReport;
    const { noisy, missing, wrong } = verdicts;
    const more = faults > 0 ? `, ${plural(faults, 'fault')}` : '';
    return `${plural(passed + failed - faults, 'example')} in ${plural(fixtures.length, 'file')}: ${passed} validated, ${noisy} noisy, ${missing} missing, ${wrong} wrong${more}`;
  },
};

function faultItem({ message, hint, at }: UserError): ReportItem {
  const { file = '', line = 1, column = 1 } = at ?? {};
  return {
    kind: 'fault',
    title: `fault: ${message}`,
    verdict: 'failed',
    message: `${message}${hint === undefined ? '' : `\nfix: ${hint}`}`,
    file,
    line,
    column,
  };
}

function itemOf(outcome: ExampleOutcome, bench: Bench): ReportItem {
  const { example, verdict } = outcome;
  const { file, line = 1, column = 1 } = example.at;
  return {
    kind: verdict,
    title: `${verdict === 'validated' ? '' : `${verdict}: `}${example.subject.id}: ${quoted(example.text)}`,
    verdict: verdict === 'validated' ? 'passed' : 'failed',
    message: verdict === 'validated' ? '' : messageOf(outcome, bench),
    file,
    line,
    column,
  };
}

/** A diff: `-` for what was expected and not found, `+` for what was found and not expected; then why, and how to see more. */
function messageOf(outcome: ExampleOutcome, bench: Bench): string {
  const { example, edges, entities, verdict } = outcome;
  const lines = [
    ...expectedLines(example),
    ...edges.map((edge) => `+ ${shown(edge)}`),
    ...(example.subject.kind === 'entity-rule' ? entities.map((entity) => `+ ${entity}`) : []),
    ...(verdict === 'missing' && example.subject.kind !== 'suppression' && entities.length === 0
      ? ['+ nothing']
      : []),
    ...(example.subject.kind === 'rule'
      ? [...whyMissing(outcome, bench), explainCommand(example, bench)]
      : []),
  ];
  return lines.join('\n');
}

function expectedLines({ expected, subject }: ExampleCase): string[] {
  switch (expected?.kind) {
    case 'edge':
      return [`- ${arrow(expected)}`];
    case 'entity':
      return [`- ${expected.entity} (${expected.type})`];
    case 'something':
      return ['- a match of the suppression'];
    case undefined:
      return subject.kind === 'suppression' ? ['- nothing', '+ a match of the suppression'] : ['- nothing'];
  }
}

const shown = ({ source: [source = ''], relation, target: [target = ''], status }: FoundEdge): string =>
  arrow({ source, relation, target, status });

/** Of a rule that stayed silent, how far it came. */
function whyMissing({ example, verdict }: ExampleOutcome, bench: Bench): string[] {
  if (verdict !== 'missing') return [];
  const { reports } = watchRules(rulesFor(example, bench.rules), analyseText(example.text, bench));
  const reasons = reports.flatMap(({ lost, attempts, untyped }) => [
    ...lost.map(({ why }) => why),
    ...(untyped === null ? [] : [untyped]),
    ...attempts.map(({ why }) => why),
  ]);
  return [`why: ${reasons[0] ?? 'none of the words it needs stands in a sentence with two entities'}`];
}

function explainCommand({ text, subject }: ExampleCase, { rules }: Bench): string {
  const file = rules.rules.find(({ id }) => id === subject.id)?.at.file ?? '';
  const from = file.startsWith('builtin:') ? '' : ` --rules ${shellQuoted(file)}`;
  return `see: extract explain --rule ${subject.id}${from} --text ${shellQuoted(text)}`;
}
