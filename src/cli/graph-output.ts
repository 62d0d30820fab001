import type { Command } from 'commander';
import { byCodeUnit, type SerializedGraph } from '../model/index.ts';
import { formatForFile, shellQuoted, WRITERS, writerFor } from '../write/index.ts';
import { type Io, say, usesColor } from './io.ts';
import { emit } from './output.ts';

/** What every command that gives a graph takes. */
export interface GraphFlags {
  readonly format?: string;
  readonly output?: string;
  readonly quiet?: boolean;
  readonly color: boolean;
}

export function addGraphOptions(command: Command): Command {
  const formats = WRITERS.map(({ format }) => format);
  return command
    .option('-f, --format <format>', `${formats.join(', ')} (default: summary on a terminal, else json)`)
    .option('-o, --output <file>', 'file for the graph; its extension tells the format');
}

/**
 * Writes graphs as the options say.
 *
 * @param command What the summary names as the command that saves the graph, without `-o`: its words, its options, then its operands.
 * @throws UserError for an unknown format, before anything is read.
 */
export function graphPrinter(
  flags: GraphFlags,
  command: {
    readonly words: string;
    /** As `typedOptions` gives them. */ readonly options: readonly string[];
    readonly operands: readonly string[];
  },
  io: Io,
): (graph: SerializedGraph) => Promise<void> {
  const { output } = flags;
  const writer = writerFor(formatOf(flags, io));
  return async (graph) => {
    const text = writer.write(graph, {
      width: io.stdout.columns ?? 80,
      color: output === undefined && usesColor(io, io.stdout, flags.color),
      command: typed(command),
    });
    await emit(text, output, io);
    if (output !== undefined && !flags.quiet && io.stderr.isTTY) say(io, written(output, graph));
  };
}

/** As a shell takes it; sorted, since the order of the operands changes nothing. */
const typed = ({ words, options, operands }: Parameters<typeof graphPrinter>[1]): string =>
  [words, ...[...new Set(operands)].sort(byCodeUnit).map(shellQuoted), ...options].join(' ');

function formatOf({ format, output }: GraphFlags, io: Io): string {
  if (format !== undefined) return format;
  if (output !== undefined && output !== '-') return formatForFile(output);
  return io.stdout.isTTY ? 'summary' : 'json';
}

const written = (file: string, { nodes, edges }: SerializedGraph): string =>
  `${file}: ${String(nodes.length)} entities, ${String(edges.length)} edges`;
