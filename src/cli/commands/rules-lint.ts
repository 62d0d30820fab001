import type { Command } from 'commander';
import { examplesOf, lintRules, sidecarCases } from '../../rules/index.ts';
import { coveredExamples, LINT_WORDING, lintReport, renderLintText } from '../../workbench/index.ts';
import { openBench, type OpenBench } from '../bench.ts';
import { type Done, EXIT, type Io, usesColor } from '../io.ts';
import { addBenchOptions, type BenchFlags, choice } from '../options.ts';
import { emit } from '../output.ts';
import { REPORT_FORMATS, type ReportFlags, reportText } from '../report.ts';

type LintFlags = BenchFlags & ReportFlags;

/** `extract rules lint FILE..`: what is wrong in rule files, and what is doubtful. */
export function addRulesLintCommand(rules: Command, io: Io, done: Done): void {
  const command = rules
    .command('lint')
    .description('faults of rule files, rules that can never match or never win, and what has no examples')
    .argument('[file...]', 'rule files and folders, or builtin (default: all that are loaded)')
    .addOption(choice('-f, --format <format>', 'how to report', REPORT_FORMATS).default('text'))
    .option('-o, --output <file>', 'file for the report');
  addBenchOptions(command).action(async (files: string[], flags: LintFlags) => {
    const open = await openBench(files, flags, io);
    const findings = findingsOf(open);
    const report = lintReport(findings, open.own);
    const colour = flags.output === undefined && usesColor(io, io.stdout, flags.color);
    const text =
      flags.format === 'text'
        ? renderLintText(findings, open.texts, { colour })
        : reportText(report, flags, io, LINT_WORDING);
    await emit(text, flags.output, io);
    done(report.failed > 0 ? EXIT.failedCheck : EXIT.done);
  });
}

/** Examples are run only where no file has a fault: with one missing, what others read would be told wrongly. */
function findingsOf({ checked, own, sidecars, entities }: OpenBench) {
  const written = examplesOf(checked, own);
  const cases = [...written, ...(checked.errors.length === 0 ? sidecarCases(sidecars, checked) : [])];
  const findings = lintRules(checked, own, cases);
  if (checked.errors.length > 0) return findings;
  return [...findings, ...coveredExamples(written, { rules: checked.rules, entities })];
}
