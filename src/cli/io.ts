import { resolve } from 'node:path';

/** Where results or messages go. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY: boolean;
  /** Width of the terminal in columns, where there is one. */
  readonly columns?: number | undefined;
}

/** All that the command line touches of the process, so that a test can stand in for it. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Ends what would go on by itself (`--watch`); without it, only the end of the process does. */
  readonly signal?: AbortSignal;
}

export const EXIT = {
  done: 0,
  /** A check, a threshold or `--fail-on-empty` fell short. */
  failedCheck: 1,
  /** Usage, configuration, or nothing could be read. */
  usage: 2,
  /** The graph is written, some inputs failed. */
  someFailed: 3,
} as const;

/** How a command reports its exit code to `run`. */
export type Done = (code: number) => void;

/** A path for rooms that start from the process's own folder: as typed, unless `io` says to start elsewhere. */
export const pathFrom = (io: Io, path: string): string =>
  io.cwd === process.cwd() ? path : resolve(io.cwd, path);

/** One message line on standard error. */
export function say(io: Io, line: string): void {
  io.stderr.write(`extract: ${line}\n`);
}

/**
 * Whether to colour what goes to `output`: https://no-color.org first, then https://force-color.org, then whether it is
 * a terminal that knows colours.
 */
export function usesColor(io: Io, output: Output, flag: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
  if (!flag || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return output.isTTY && TERM !== 'dumb';
}
