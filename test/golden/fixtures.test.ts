import { expect, it } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

async function* nothing(): AsyncIterable<string> {
  yield await Promise.resolve('');
}

/** The fixture articles against their expectations, as CI of a user would run it. Known gaps are marked in the files. */
it('the fixture articles hold what they should', async () => {
  let report = '';
  const io: Io = {
    stdin: nothing(),
    stdout: { write: (text) => (report += text), isTTY: false },
    stderr: { write: (text) => (report += text), isTTY: false },
    env: {},
    cwd: process.cwd(),
  };
  const code = await run(['check', 'fixtures'], io);
  expect(report).toMatch(/18 fixtures, \d+ expectations/u);
  expect(code, report).toBe(0);
});
