import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import {
  compareEvaluations,
  evaluate,
  type Floor,
  parseFloor,
  readBaseline,
  readGold,
  renderComparison,
  renderEvalJson,
  renderEvalText,
  shortfalls,
} from '../../evaluate/index.ts';
import { readArticle } from '../../read/index.ts';
import { type Done, EXIT, type Io, pathFrom, say } from '../io.ts';
import { addRuleOptions, choice, type RuleFlags } from '../options.ts';
import { emit } from '../output.ts';
import { graphOf, setUp, warnOfLanguages } from '../setup.ts';

interface EvalFlags extends RuleFlags {
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly errors: boolean;
  readonly baseline?: string;
  readonly minF1?: readonly Floor[];
}

function collectFloor(value: string, before: readonly Floor[] = []): readonly Floor[] {
  const floor = parseFloor(value);
  if (floor) return [...before, floor];
  throw new InvalidArgumentError('Give a number from 0 to 1, or RELATION=NUMBER.');
}

/** `extract eval GOLD_DIR`: how much of the gold graphs is found, and of what is found is right. */
export function addEvalCommand(program: Command, io: Io, done: Done): void {
  const command = program
    .command('eval')
    .description('precision, recall and F1 on articles with gold graphs (NAME.txt with NAME.gold.json)')
    .argument('<folder>', 'folder with the gold graphs')
    .addOption(choice('-f, --format <format>', 'how to print the figures', ['text', 'json']).default('text'))
    .option('-o, --output <file>', 'file for the figures')
    .option('--no-errors', 'no list of errors, only how many there are of each cause')
    .option('--baseline <file>', 'an earlier report (-f json): show what was gained and lost since')
    .option(
      '--min-f1 <number>',
      'exit 1 where F1 is lower: of all relations, or of one as RELATION=NUMBER (repeatable)',
      collectFloor,
    );
  addRuleOptions(command).action(async (folder: string, flags: EvalFlags) => {
    const short = await evaluateFolder(folder, flags, io);
    for (const line of short) say(io, line);
    done(short.length > 0 ? EXIT.failedCheck : EXIT.done);
  });
}

/** Prints the report; gives the thresholds that it falls short of. */
async function evaluateFolder(folder: string, flags: EvalFlags, io: Io): Promise<string[]> {
  const before = flags.baseline === undefined ? undefined : readBaseline(pathFrom(io, flags.baseline));
  const setup = await setUp(flags, io);
  const { documents, warnings } = readGold(pathFrom(io, folder));
  const articles = documents.map(({ article }) => readArticle(article, readFileSync(article)));
  if (!flags.quiet) {
    for (const warning of warnings) say(io, warning);
    warnOfLanguages(articles, setup, io);
  }
  const graphs = documents.map(({ id }, i) => [id, graphOf(articles.slice(i, i + 1), setup)] as const);
  const evaluation = evaluate(documents, new Map(graphs));
  const short = shortfalls(evaluation.figures, flags.minF1 ?? []);
  const comparison = before && compareEvaluations(before, evaluation);
  const tables = [
    renderEvalText(evaluation, { errors: flags.errors }),
    ...(comparison ? [renderComparison(comparison, documents.length)] : []),
  ];
  const text = flags.format === 'json' ? renderEvalJson(evaluation, comparison) : tables.join('\n');
  await emit(text, flags.output, io);
  return short;
}
