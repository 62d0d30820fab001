import { setImmediate } from 'node:timers/promises';
import { EXIT, type Io, type Output } from './io.ts';
import { formatUserError, UserError } from '../model/index.ts';
import { writeError } from './output.ts';
import { run } from './run.ts';

/** Runs the command line of a process and returns its exit code. */
export async function main(process: NodeJS.Process): Promise<number> {
  const faults: NodeJS.ErrnoException[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (!isClosedPipe(error)) faults.push(error);
    });
  }
  const code = await run(process.argv.slice(2), ioOf(process));
  // A stream tells of a failed write in a later turn of the event loop.
  await setImmediate();
  const [fault] = faults;
  if (!fault) return code;
  const error = writeError('standard output', fault, 'write to another place, or free some space');
  if (!(error instanceof UserError)) throw fault;
  process.stderr.write(`extract: ${formatUserError(error)}\n`);
  return EXIT.usage;
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
const isClosedPipe = ({ code }: NodeJS.ErrnoException): boolean => code === 'EPIPE';
