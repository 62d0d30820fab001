import type { Command } from 'commander';
import { examplesOf, isBuiltin, type LintFinding, lintRules, sidecarCases } from '../../rules/index.ts';
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
    .argument(
      '[file...]',
      'rule files and folders, or builtin (default: all that are loaded; notes on yours alone)',
    )
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

/**
 * Whether other rules read an example too is asked only where no rule file has a fault: with one missing, it would be told wrongly. Of the
 * built-in rules it is asked only where they are named: nobody else can mend them.
 */
function findingsOf({ checked, own, named, sidecars, entities, warn }: OpenBench): LintFinding[] {
  const written = examplesOf(checked, own);
  const beside = sidecarCases(sidecars, checked);
  const all = { ...checked, errors: [...checked.errors, ...beside.errors] };
  const findings = lintRules(all, own, [...written, ...beside.cases]);
  if (checked.errors.length > 0) return findings;
  const asked = named ? written : written.filter(({ at }) => !isBuiltin(at.file));
  return [...findings, ...coveredExamples(asked, { rules: checked.rules, entities, warn })];
}
