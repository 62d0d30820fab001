import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { desk, MET } from './harness.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The command line in a process of its own, from the sources as they stand. */
const start = (argv: readonly string[], stdout: 'pipe' | number = 'pipe') => {
  const script =
    "import('./src/cli/main.ts').then(({ main }) => main(process)).then((code) => { process.exitCode = code; })";
  return spawn(process.execPath, ['--import', 'tsx', '--eval', script, '--', 'extract', ...argv], {
    cwd: root,
    stdio: ['pipe', stdout, 'pipe'],
  });
};

describe('main', () => {
  it('reads standard input and returns the exit code', async () => {
    const child = start(['-', '-f', 'json']);
    let stdout = '';
    child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stdin?.end(MET);
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ attributes: { documents: [{ source: '-' }] } });
  });

  it('stays quiet when the reader of its output goes away', async () => {
    const child = start(['-', '-f', 'json']);
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout?.destroy();
    child.stdin?.end(MET);
    const [code] = (await once(child, 'close')) as [number];
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe.skipIf(!existsSync('/dev/full'))('standard output that takes nothing', () => {
  it('gets one line on standard error and exit 2', async () => {
    const full = openSync('/dev/full', 'w');
    onTestFinished(() => {
      closeSync(full);
    });
    const child = start(['-', '-f', 'json'], full);
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdin?.end(MET);
    const [code] = (await once(child, 'close')) as [number];
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'extract: standard output: no space left to write it; write to another place, or free some space\n',
    });
  });
});

describe('a bug', () => {
  it('keeps its stack, asks for a report and exits 2', async () => {
    let stderr = '';
    const code = await run(['--version'], {
      stdin: (async function* () {})(),
      stdout: {
        isTTY: false,
        write: () => {
          throw new TypeError('out of paper');
        },
      },
      stderr: { isTTY: false, write: (text) => (stderr += text) },
      env: {},
      cwd: desk().path('.'),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^extract: this is a bug of extract; please report it/u);
    expect(stderr).toMatch(/TypeError: out of paper\n\s+at /u);
  });
});

describe('the built program', () => {
  const built = async (
    argv: readonly string[],
    input: string,
  ): Promise<{ code: number; stdout: string; stderr: string }> => {
    const child = spawn(process.execPath, ['bin/extract.js', ...argv], { cwd: root });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdin.end(input);
    const [code] = (await once(child, 'close')) as [number];
    return { code, stdout, stderr };
  };

  it('reads an article and says nothing besides, on this version of Node', async () => {
    const { code, stdout, stderr } = await built(['-', '-f', 'json', '--no-config'], MET);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ attributes: { documents: [{ source: '-' }] } });
  });

  it('tells a fault of a rule file in one line with its place', async () => {
    const here = desk({ 'bad.yaml': 'extract: 1\nfoo: 1\n' });
    const { code, stderr } = await built(['-', '-r', here.path('bad.yaml'), '--no-config'], MET);
    expect(code).toBe(2);
    expect(stderr).toMatch(/bad\.yaml:2:1: unknown key "foo"/u);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
