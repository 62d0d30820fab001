import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Terminal {
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string>;
  /** Whether standard output and error are a terminal. */
  readonly tty?: boolean;
  readonly columns?: number;
  /** Ends a command that goes on by itself. */
  readonly signal?: AbortSignal;
  /** Hears what is printed as it is printed. */
  readonly heard?: (text: string) => void;
}

/** A folder of its own for one test, and the command line run in it without a process. */
export interface Desk {
  readonly path: (name: string) => string;
  readonly read: (name: string) => string;
  readonly write: (name: string, text: string) => void;
  readonly list: () => string[];
  readonly extract: (argv: readonly string[], terminal?: Terminal) => Promise<Outcome>;
}

export function desk(files: Readonly<Record<string, string | Uint8Array>> = {}): Desk {
  const cwd = mkdtempSync(join(tmpdir(), 'extract-cli-'));
  onTestFinished(() => {
    rmSync(cwd, { recursive: true });
  });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  return {
    path: (name) => join(cwd, name),
    read: (name) => readFileSync(join(cwd, name), 'utf8'),
    write: (name, text) => {
      writeFileSync(join(cwd, name), text);
    },
    list: () => readdirSync(cwd).sort(),
    extract: async (argv, terminal = {}) => {
      let stdout = '';
      let stderr = '';
      const { stdin = '', env = {}, tty = false, columns, signal, heard } = terminal;
      const io: Io = {
        stdin: chunks(stdin),
        stdout: { write: (text) => ((stdout += text), heard?.(text)), isTTY: tty, columns },
        stderr: { write: (text) => ((stderr += text), heard?.(text)), isTTY: tty, columns },
        ...(signal && { signal }),
        env,
        cwd,
      };
      const code = await run(argv, io);
      return { code, stdout, stderr };
    },
  };
}

/** In two pieces, as a pipe may deliver: a character of several bytes may be cut. */
async function* chunks(content: string | Uint8Array): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(content);
  const middle = Math.floor(bytes.length / 2);
  yield await Promise.resolve(bytes.subarray(0, middle));
  yield bytes.subarray(middle);
}

/** A rule of the tests' own, so that they hold whatever the built-in rules say. */
export const RULES = `extract: 1
relations:
  claimed-responsibility: { source: [actor], target: [event] }
  met: { source: [actor], target: [actor] }
rules:
  - id: test-met
    relation: met
    tokens: "@source met @target"
    match:
      - text: "Maria Santos met Peter Reis."
        source: Maria Santos
        target: Peter Reis
`;

export const MET = 'Talks in Lisbon\n\nMaria Santos met Peter Reis in Lisbon on Friday, the mayor said.\n';
export const OTHER = 'Talks in Porto\n\nAnna Keller met Peter Vogel in Porto on Monday, the mayor said.\n';
