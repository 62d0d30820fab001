import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { evaluate, readGold, renderEvalJson, renderEvalText } from '../../evaluate/index.ts';
import { readArticle } from '../../read/index.ts';
import { type Done, EXIT, type Io, pathFrom, say } from '../io.ts';
import { addRuleOptions, choice, type RuleFlags } from '../options.ts';
import { emit } from '../output.ts';
import { graphOf, setUp, warnOfLanguages } from '../setup.ts';

interface EvalFlags extends RuleFlags {
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly errors: boolean;
}

/** `extract eval GOLD_DIR`: how much of the gold graphs is found, and of what is found is right. */
export function addEvalCommand(program: Command, io: Io, done: Done): void {
  const command = program
    .command('eval')
    .description('precision, recall and F1 on articles with gold graphs (NAME.txt with NAME.gold.json)')
    .argument('<folder>', 'folder with the gold graphs')
    .addOption(choice('-f, --format <format>', 'how to print the figures', ['text', 'json']).default('text'))
    .option('-o, --output <file>', 'file for the figures')
    .option('--no-errors', 'no list of errors, only how many there are of each cause');
  addRuleOptions(command).action(async (folder: string, flags: EvalFlags) => {
    await evaluateFolder(folder, flags, io);
    done(EXIT.done);
  });
}

async function evaluateFolder(folder: string, flags: EvalFlags, io: Io): Promise<void> {
  const setup = await setUp(flags, io);
  const { documents, warnings } = readGold(pathFrom(io, folder));
  const articles = documents.map(({ article }) => readArticle(article, readFileSync(article)));
  if (!flags.quiet) {
    for (const warning of warnings) say(io, warning);
    warnOfLanguages(articles, setup, io);
  }
  const graphs = documents.map(({ id }, i) => [id, graphOf(articles.slice(i, i + 1), setup)] as const);
  const evaluation = evaluate(documents, new Map(graphs));
  const text =
    flags.format === 'json'
      ? renderEvalJson(evaluation)
      : renderEvalText(evaluation, { errors: flags.errors });
  await emit(text, flags.output, io);
}
