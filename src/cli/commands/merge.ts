import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { mergeGraphs, type NamedGraph, parseGraph, uniteGraphs } from '../../graph/index.ts';
import { UserError, UserErrors } from '../../model/index.ts';
import { GENERATOR } from '../../pipeline/index.ts';
import { addGraphOptions, type GraphFlags, graphPrinter } from '../graph-output.ts';
import { type Done, EXIT, type Io } from '../io.ts';
import { typedOptions } from '../options.ts';
import { noReview, openReviewFile } from '../review.ts';

interface MergeFlags extends GraphFlags {
  readonly review?: string;
}

/** `extract merge A.json B.json`: the graph of all their articles. */
export function addMergeCommand(program: Command, io: Io, done: Done): void {
  const command = program
    .command('merge')
    .description('one graph of the articles of several; neither order nor repetition plays a part')
    .argument('<graph...>', 'graphs as JSON, written by extract; - for standard input');
  addGraphOptions(command)
    .option('--review <file>', 'doubtful joins: written for you to answer, and answers read')
    .option('-q, --quiet', 'no warnings')
    .option('--no-color', 'no colours')
    .action(async (files: string[], flags: MergeFlags) => {
      await mergeFiles(files, flags, command, io);
      done(EXIT.done);
    });
}

async function mergeFiles(
  files: readonly string[],
  flags: MergeFlags,
  command: Command,
  io: Io,
): Promise<void> {
  const print = graphPrinter(
    flags,
    { words: 'extract merge', options: typedOptions(command), operands: files },
    io,
  );
  const review = flags.review === undefined ? noReview : await openReviewFile(flags.review, flags, io);
  const graphs = await readGraphs(files, io);
  await print(mergeGraphs(graphs, GENERATOR, review.decisions));
  if (review === noReview) return;
  const { records, decisions } = uniteGraphs(graphs);
  await review.save(records, decisions);
}

/** All or none: a merged graph that lacks a week would look whole. */
async function readGraphs(files: readonly string[], io: Io): Promise<NamedGraph[]> {
  const graphs: NamedGraph[] = [];
  const errors: UserError[] = [];
  for (const file of new Set(files)) {
    try {
      graphs.push({ graph: parseGraph(parseJson(await read(file, io), file), file), file });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new UserErrors(errors);
  return graphs;
}

async function read(file: string, io: Io): Promise<string> {
  if (file === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
  }
  try {
    return await readFile(resolve(io.cwd, file), 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (typeof code !== 'string') throw cause;
    const reason = { ENOENT: 'no such file', EISDIR: 'is a folder, not a file' }[code];
    throw new UserError(reason ?? `cannot be read (${code})`, { at: { file }, cause });
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    throw new UserError(`not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {
      at: { file },
      hint: 'give a JSON file written by extract',
      cause,
    });
  }
}
