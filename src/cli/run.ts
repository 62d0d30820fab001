import { Command, CommanderError } from 'commander';
import { formatUserError, UserError, UserErrors } from '../model/index.ts';
import { VERSION } from '../pipeline/index.ts';
import { addExtractCommand } from './commands/extract.ts';
import { type Done, EXIT, type Io, say, usesColor } from './io.ts';

type AddCommand = (program: Command, io: Io, done: Done) => void;

/** The commands besides the main job, each read when it is called for. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  analyze: async () => (await import('./commands/analyze.ts')).addAnalyzeCommand,
  eval: async () => (await import('./commands/eval.ts')).addEvalCommand,
  explain: async () => (await import('./commands/explain.ts')).addExplainCommand,
  check: async () => (await import('./commands/check.ts')).addCheckCommand,
  merge: async () => (await import('./commands/merge.ts')).addMergeCommand,
  rules: async () => (await import('./commands/rules.ts')).addRulesCommand,
};

/**
 * The whole command line: parses `argv` (without node and script), runs the command and returns the exit code. Touches
 * nothing but files and `io`; throws nothing.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.done;
  const done: Done = (result) => {
    code = result;
  };
  const program = createProgram(io, done);
  try {
    if (argv.some(mayCallCommand)) {
      for (const load of Object.values(COMMANDS)) (await load())(program, io, done);
    }
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error, io);
  }
}

/** A word that is a command, or asks for help, which lists them. */
const mayCallCommand = (word: string): boolean =>
  Object.hasOwn(COMMANDS, word) || word === 'help' || /^-.*h/u.test(word);

function createProgram(io: Io, done: Done): Command {
  const program = new Command('extract')
    .description(
      'Read news articles and return a knowledge graph: who did what to whom, with the words that say so.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .enablePositionalOptions()
    .exitOverride()
    .hook('preSubcommand', refuseStrayOptions)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text) => {
        say(io, usageLine(text));
      },
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      getOutHasColors: () => usesColor(io, io.stdout, true),
      getErrHasColors: () => usesColor(io, io.stderr, true),
    });
  addExtractCommand(program, io, done, Object.keys(COMMANDS));
  return program;
}

/** `extract --quiet check DIR`: commander would take the option for the main job and say nothing. */
function refuseStrayOptions(program: Command, command: Command): void {
  const stray = program.options.find(
    (option) => program.getOptionValueSource(option.attributeName()) === 'cli',
  );
  if (!stray) return;
  throw new UserError(`options of ${command.name()} stand behind it`, {
    hint: `write extract ${command.name()} … ${stray.long ?? stray.flags}`,
  });
}

/** Commander's "error: …\n(Did you mean …?)" as one line like our own. */
function usageLine(text: string): string {
  const [fault = '', ...rest] = text.trim().split('\n');
  const hint = rest.join(' ').replace(/^\(D(.*)\)$/u, 'd$1');
  return `${fault.replace(/^error: /u, '').replace(/\.$/u, '')}; ${hint || 'see extract --help'}`;
}

function exitCodeOf(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof UserError) {
    for (const one of error instanceof UserErrors ? error.errors : [error]) say(io, formatUserError(one));
    return EXIT.usage;
  }
  say(io, 'this is a bug of extract; please report it with what you ran and the lines below');
  io.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.usage;
}
