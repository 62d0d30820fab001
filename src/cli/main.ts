import { type Io, type Output } from './io.ts';
import { run } from './run.ts';

/** Runs the command line of a process and returns its exit code. */
export async function main(process: NodeJS.Process): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  return run(process.argv.slice(2), ioOf(process));
}

function ioOf(process: NodeJS.Process): Io {
  return {
    stdin: process.stdin,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    env: process.env,
    cwd: process.cwd(),
  };
}

/** Both are there on a terminal only, whatever the types of Node say. */
type MaybeTerminal = Omit<NodeJS.WriteStream, 'isTTY' | 'columns'> & { isTTY?: boolean; columns?: number };

const outputOf = (stream: MaybeTerminal): Output => ({
  write: (text) => stream.write(text),
  isTTY: stream.isTTY === true,
  columns: stream.columns,
});

/** The reader of our output (`head`, a pager) may stop early; that is no fault of ours or theirs. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
