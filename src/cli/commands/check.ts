import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { check, type CheckResult, goldenUpdates, withGoldensUpdated } from '../../evaluate/index.ts';
import { readArticle } from '../../read/index.ts';
import { type Done, EXIT, type Io, pathFrom, say } from '../io.ts';
import { addRuleOptions, choice, type RuleFlags } from '../options.ts';
import { emit } from '../output.ts';
import { REPORT_FORMATS, type ReportFlags, reportText } from '../report.ts';
import { graphOf, setUp, warnOfLanguages } from '../setup.ts';

interface CheckFlags extends RuleFlags, ReportFlags {
  readonly update?: boolean;
}

/** `extract check FIXTURE_DIR`: for CI, so that a change of rules can't silently lose an edge. */
export function addCheckCommand(program: Command, io: Io, done: Done): void {
  const command = program
    .command('check')
    .description('hold fixture articles against their expectations (NAME.txt with NAME.expect.yaml)')
    .argument('<folder>', 'folder with the fixtures, at any depth')
    .addOption(choice('-f, --format <format>', 'how to report', REPORT_FORMATS).default('text'))
    .option('-o, --output <file>', 'file for the report')
    .option('--all', 'also list what passed, and known gaps with what was found instead (text)')
    .option('--update', 'write the whole-graph files that differ, and show what changes in them');
  addRuleOptions(command).action(async (folder: string, flags: CheckFlags) => {
    const { failed } = await checkFolder(folder, flags, io);
    done(failed > 0 ? EXIT.failedCheck : EXIT.done);
  });
}

async function checkFolder(folder: string, flags: CheckFlags, io: Io): Promise<CheckResult> {
  const setup = await setUp(flags, io);
  const found = check(pathFrom(io, folder), (path) => {
    const article = readArticle(path, readFileSync(path));
    if (!flags.quiet) warnOfLanguages([article], setup, io);
    return graphOf([article], setup);
  });
  const result = flags.update ? await update(found, io) : found;
  await emit(reportText(result, flags, io), flags.output, io);
  return result;
}

async function update(result: CheckResult, io: Io): Promise<CheckResult> {
  for (const { file, content, diff } of goldenUpdates(result)) {
    await emit(content, file, io);
    say(io, `wrote ${file}`);
    io.stderr.write(diff);
  }
  return withGoldensUpdated(result);
}
