import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UserError, UserErrors } from '../../model/index.ts';
import {
  builtinRuleSources,
  checkRules,
  compileRules,
  examplesOf,
  lintRules,
  relationNameFault,
} from '../../rules/index.ts';
import {
  draftFromSentence,
  EXAMPLE_WORDING,
  exampleReport,
  newRuleFile,
  runExamples,
} from '../../workbench/index.ts';
import { loadConfig } from '../config.ts';
import { type Done, EXIT, type Io, say } from '../io.ts';
import { addBenchOptions, type BenchFlags } from '../options.ts';
import { emit } from '../output.ts';
import { reportText } from '../report.ts';
import { loadEntities } from '../setup.ts';

interface NewFlags extends BenchFlags {
  readonly fromSentence?: string;
  readonly source?: string;
  readonly target?: string;
  readonly output?: string;
}

/** `extract rules new NAME`: a rule file to start from. */
export function addRulesNewCommand(rules: Command, io: Io, done: Done): void {
  const command = rules
    .command('new')
    .description('write a rule file for a new relation, which passes lint and test as it stands')
    .argument('<name>', 'name of the relation, such as funds')
    .option('--from-sentence <text>', 'draft the patterns from a sentence that states the relation')
    .option('--source <name>', 'who or what, in that sentence, is the source')
    .option('--target <name>', 'and the target')
    .option('-o, --output <file>', 'file to write (default: NAME.yaml); - for standard output');
  addBenchOptions(command).action(async (name: string, flags: NewFlags) => {
    checkName(name);
    const file = flags.output ?? `${name}.yaml`;
    if (file !== '-' && existsSync(resolve(io.cwd, file)))
      throw new UserError('is there already', { at: { file }, hint: 'name another with --output' });
    const text = await draftOf(name, file, flags, io);
    await emit(text, file, io);
    if (file !== '-') say(io, `wrote ${file}; try it with extract rules test ${file}`);
    done(EXIT.done);
  });
}

/** @throws UserError for a name that can't be a relation's, or is one's already */
function checkName(name: string): void {
  const fault = relationNameFault(name);
  if (fault !== null)
    throw new UserError(`"${name}" can't name a relation: ${fault.message}`, { hint: fault.hint });
  const declared = compileRules(builtinRuleSources()).relations.get(name);
  if (declared)
    throw new UserError(`relation "${name}" comes with the program`, {
      hint: `give yours another name, or write rules for ${name} in a file without "relations"`,
    });
}

/** @throws UserError where the draft does not pass its own lint and test: better no file than one that is wrong */
async function draftOf(name: string, file: string, flags: NewFlags, io: Io): Promise<string> {
  const sentence = sentenceOf(flags);
  const config = await loadConfig(flags.config, io);
  const entities = loadEntities(flags, config, compileRules([]), io);
  const draft = sentence && draftFromSentence(sentence, { rules: compileRules([]), entities });
  const text = newRuleFile(name, sentence, draft);
  const checked = checkRules([...builtinRuleSources(), { name: file, text }]);
  if (checked.errors.length > 0) throw new UserErrors(checked.errors);
  const own = new Set([file]);
  const cases = examplesOf(checked, own);
  const bench = { rules: checked.rules, entities };
  const report = exampleReport(runExamples(cases, bench), bench);
  const findings = lintRules(checked, own, cases);
  if (report.failed === 0 && findings.length === 0) return text;
  const shown = reportText(report, { format: 'text', output: '-', color: false }, io, EXAMPLE_WORDING);
  io.stderr.write([...findings.map(({ message }) => `${message}\n`), shown].join(''));
  throw new UserError('no pattern could be drafted that reads this sentence', {
    hint: 'give a plainer sentence, or start from extract rules new without --from-sentence',
  });
}

function sentenceOf({ fromSentence: text, source, target }: NewFlags) {
  const given = [text, source, target].filter((each) => each !== undefined).length;
  if (given === 0) return undefined;
  if (text === undefined || source === undefined || target === undefined)
    throw new UserError('--from-sentence, --source and --target go together', { hint: 'give all three' });
  return { text, source, target };
}
