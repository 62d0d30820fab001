import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import {
  check,
  type CheckResult,
  goldenUpdates,
  renderCheckGithub,
  renderCheckJson,
  renderCheckJunit,
  renderCheckSarif,
  renderCheckText,
  withGoldensUpdated,
} from '../../evaluate/index.ts';
import { VERSION } from '../../pipeline/index.ts';
import { readArticle } from '../../read/index.ts';
import { type Done, EXIT, type Io, pathFrom, say, usesColor } from '../io.ts';
import { addRuleOptions, choice, type RuleFlags } from '../options.ts';
import { emit } from '../output.ts';
import { graphOf, setUp, warnOfLanguages } from '../setup.ts';

const FORMATS = ['text', 'junit', 'sarif', 'github', 'json'] as const;

interface CheckFlags extends RuleFlags {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly all?: boolean;
  readonly update?: boolean;
}

/** `extract check FIXTURE_DIR`: for CI, so that a change of rules can't silently lose an edge. */
export function addCheckCommand(program: Command, io: Io, done: Done): void {
  const command = program
    .command('check')
    .description('hold fixture articles against their expectations (NAME.txt with NAME.expect.yaml)')
    .argument('<folder>', 'folder with the fixtures, at any depth')
    .addOption(choice('-f, --format <format>', 'how to report', FORMATS).default('text'))
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
  await emit(report(result, flags, io), flags.output, io);
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

function report(result: CheckResult, { format, output, color, all = false }: CheckFlags, io: Io): string {
  switch (format) {
    case 'text':
      return renderCheckText(result, {
        colour: output === undefined && usesColor(io, io.stdout, color),
        all,
      });
    case 'junit':
      return renderCheckJunit(result);
    case 'sarif':
      return renderCheckSarif(result, { base: io.cwd, version: VERSION });
    case 'github':
      return renderCheckGithub(result, { base: io.cwd });
    case 'json':
      return renderCheckJson(result);
  }
}
