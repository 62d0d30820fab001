import type { Command } from 'commander';
import { didYouMean } from '../../faults/index.ts';
import { filterGraph, type GraphFilter } from '../../graph/index.ts';
import { ENTITY_TYPES, type Status, STATUSES, UserError } from '../../model/index.ts';
import { INPUT_FORMATS, type InputFormat, type ReadOptions } from '../../read/index.ts';
import { addGraphOptions, type GraphFlags, graphPrinter } from '../graph-output.ts';
import { readInputs } from '../inputs.ts';
import { type Done, EXIT, type Io } from '../io.ts';
import { addRuleOptions, typedOptions, choice, collect, type RuleFlags, share } from '../options.ts';
import { noReview, openReviewFile } from '../review.ts';
import { graphOfRecords, recordsFrom, type Setup, setUp, warnOfLanguages } from '../setup.ts';

interface ExtractFlags extends RuleFlags, GraphFlags {
  readonly from?: InputFormat;
  readonly encoding?: string;
  readonly title?: string;
  readonly date?: string;
  readonly url?: string;
  readonly relation?: readonly string[];
  readonly entityType?: readonly string[];
  readonly status?: readonly Status[];
  readonly minConfidence?: number;
  readonly failOnEmpty?: boolean;
  readonly review?: string;
}

const EXAMPLES = `
Examples:
  extract article.txt                          a summary on a terminal, JSON into a pipe
  extract article.txt -o article.graphml       a file; its extension tells the format
  extract a.txt b.md -f dot | dot -Tsvg        several articles make one graph
  cat article.txt | extract -                  from standard input

A first word that names a command is the command; write ./check for a file of that name.
Exit codes: 0 done; 1 a check failed; 2 wrong usage, or nothing could be read; 3 some articles could not be read.
`;

/** The main job. It is the program itself rather than a command of it: `extract article.txt`. */
export function addExtractCommand(program: Command, io: Io, done: Done, commands: readonly string[]): void {
  addGraphOptions(program)
    .argument('[article...]', 'text or Markdown files, or - for standard input; several make one graph')
    .usage('[options] <article...>');
  addRuleOptions(program)
    .addOption(
      choice('--from <format>', 'what the articles are, where the extension does not tell', INPUT_FORMATS),
    )
    .option('--encoding <label>', 'encoding of the articles, such as windows-1252 (default: UTF-8)')
    .option('--title <text>', "the article's title, for one article")
    .option('--date <date>', 'its date, such as 2026-03-31')
    .option('--url <address>', 'its address')
    .option('--relation <name>', 'only edges of this relation (repeatable)', collect)
    .option('--entity-type <type>', 'only entities of this type (repeatable)', collect)
    .addOption(
      choice('--status <status>', 'only edges of this status (repeatable)', STATUSES).argParser(statuses),
    )
    .option('--min-confidence <share>', 'only edges at least this sure, from 0 to 1', share)
    .option(
      '--review <file>',
      'doubtful joins of several articles: written for you to answer, and answers read',
    )
    .option('--fail-on-empty', 'exit 1 when the graph has no edge')
    .addHelpText('after', EXAMPLES)
    .action(async (articles: string[], flags: ExtractFlags) => {
      const options = typedOptions(program);
      done(await extractArticles(articles, { flags, options, commands }, io));
    });
}

function statuses(value: string, before: readonly Status[] = []): Status[] {
  const status = STATUSES.find((known) => known === value);
  if (!status) throw new UserError(`unknown status "${value}"`, { hint: `one of ${STATUSES.join(', ')}` });
  return [...before, status];
}

async function extractArticles(
  paths: readonly string[],
  {
    flags,
    options,
    commands,
  }: { flags: ExtractFlags; options: readonly string[]; commands: readonly string[] },
  io: Io,
): Promise<number> {
  checkUsage(paths, flags);
  const print = graphPrinter(flags, { words: 'extract', options, operands: paths }, io);
  const review = flags.review === undefined ? noReview : await openReviewFile(flags.review, flags, io);
  const setup = await setUp(flags, io);
  const { articles, failed } = await readInputs(paths, readOptions(flags), commands, io);
  if (articles.length === 0) return EXIT.usage;
  if (!flags.quiet) warnOfLanguages(articles, setup, io);
  const filter = filterOf(flags, setup);
  const records = recordsFrom(articles, setup);
  const graph = filterGraph(graphOfRecords(records, setup, { failed, decisions: review.decisions }), filter);
  await print(graph);
  await review.save(records);
  if (failed.length > 0) return EXIT.someFailed;
  return flags.failOnEmpty && graph.edges.length === 0 ? EXIT.failedCheck : EXIT.done;
}

function checkUsage(paths: readonly string[], flags: ExtractFlags): void {
  if (paths.length === 0) {
    throw new UserError('no article given', {
      hint: 'name a file, or - for standard input; see extract --help',
    });
  }
  const single = (['title', 'date', 'url'] as const).find((name) => flags[name] !== undefined);
  if (single !== undefined && new Set(paths).size > 1) {
    throw new UserError(`--${single} is for one article, not for ${String(paths.length)}`, {
      hint: 'in Markdown, front matter gives each article its own',
    });
  }
}

function readOptions({ from, encoding, title, date, url }: ExtractFlags): ReadOptions {
  return {
    ...(from !== undefined && { from }),
    ...(encoding !== undefined && { encoding }),
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(url !== undefined && { url }),
  };
}

function filterOf(
  { relation, entityType, status, minConfidence }: ExtractFlags,
  { rules }: Setup,
): GraphFilter {
  const types = [...rules.relations.values()].flatMap(({ source, target }) => [...source, ...target]);
  checkNames('relation', relation, [...rules.relations.keys()]);
  checkNames('entity type', entityType, [...new Set([...ENTITY_TYPES, ...types])]);
  return {
    ...(relation && { relations: relation }),
    ...(entityType && { entityTypes: entityType }),
    ...(status && { statuses: status }),
    ...(minConfidence !== undefined && { minConfidence }),
  };
}

/** A filter on a name that no rule knows would pass nothing, and silently. */
function checkNames(kind: string, names: readonly string[] | undefined, known: readonly string[]): void {
  for (const name of names ?? []) {
    if (known.includes(name)) continue;
    const hint = didYouMean(name, known);
    throw new UserError(`unknown ${kind} "${name}"`, hint === undefined ? {} : { hint });
  }
}
