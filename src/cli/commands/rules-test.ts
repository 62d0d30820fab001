import type { Command } from 'commander';
import { byPlace } from '../../faults/index.ts';
import { formatUserError, UserError, UserErrors } from '../../model/index.ts';
import { examplesOf, sidecarCases } from '../../rules/index.ts';
import { EXAMPLE_WORDING, exampleReport, runExamples } from '../../workbench/index.ts';
import { openBench } from '../bench.ts';
import { type Done, EXIT, type Io, pathFrom, say } from '../io.ts';
import { addBenchOptions, type BenchFlags, choice } from '../options.ts';
import { emit } from '../output.ts';
import { REPORT_FORMATS, type ReportFlags, reportText } from '../report.ts';
import { changes } from '../watch.ts';

interface TestFlags extends BenchFlags, ReportFlags {
  readonly watch?: boolean;
}

/** `extract rules test FILE..`: runs the examples in rules, and those in sidecars. */
export function addRulesTestCommand(rules: Command, io: Io, done: Done): void {
  const command = rules
    .command('test')
    .description('run the examples of rules, and of NAME.test.yaml beside NAME.yaml')
    .argument('[file...]', 'rule files and folders, or builtin (default: all that are loaded)')
    .addOption(choice('-f, --format <format>', 'how to report', REPORT_FORMATS).default('text'))
    .option('-o, --output <file>', 'file for the report')
    .option('--all', 'also list the examples that hold (text)')
    .option('--watch', 'run again whenever one of the files changes');
  addBenchOptions(command).action(async (files: string[], flags: TestFlags) => {
    done(flags.watch ? await watch(files, flags, io) : await test(files, flags, io));
  });
}

async function test(files: readonly string[], flags: TestFlags, io: Io): Promise<number> {
  const { checked, own, sidecars, entities, warn } = await openBench(files, flags, io);
  const beside = sidecarCases(sidecars, checked);
  const cases = [...examplesOf(checked, own), ...beside.cases];
  const faults = [...checked.errors, ...beside.errors].sort(byPlace);
  if (cases.length + faults.length === 0)
    throw new UserError('these rules have no examples', { hint: 'give them "match" and "no-match"' });
  const bench = { rules: checked.rules, entities, warn };
  const report = exampleReport(runExamples(cases, bench), bench, faults);
  await emit(reportText(report, flags, io, EXAMPLE_WORDING), flags.output, io);
  if (faults.length > 0) return EXIT.usage;
  return report.failed > 0 ? EXIT.failedCheck : EXIT.done;
}

/** What is wrong is told, and the next change is waited for. */
async function watch(files: readonly string[], flags: TestFlags, io: Io): Promise<number> {
  if (files.length === 0) throw new UserError('--watch needs files', { hint: 'name the rule files' });
  let code: number = EXIT.done;
  const run = async (): Promise<void> => {
    try {
      code = await test(files, flags, io);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      for (const one of error instanceof UserErrors ? error.errors : [error]) say(io, formatUserError(one));
      code = EXIT.usage;
    }
    say(io, 'waiting for changes; Ctrl-C ends');
  };
  await run();
  for await (const _ of changes(
    files.map((file) => pathFrom(io, file)),
    io.signal,
  ))
    await run();
  return code;
}
