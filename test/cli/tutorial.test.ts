import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { desk } from './harness.ts';

const BLOCK = /^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gmu;

/** A command line as a shell would take it apart. */
const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? '');

it('the tutorial does what it says, command by command', async () => {
  const here = desk();
  const page = readFileSync(new URL('../../docs/rules-tutorial.md', import.meta.url), 'utf8');
  let printed = '';
  let commands = 0;
  for (const [, kind, file, content = ''] of page.matchAll(BLOCK)) {
    if (file !== undefined) here.write(file, content);
    else if (kind === 'sh') {
      printed = '';
      for (const line of content.trim().split('\n')) {
        const [program, ...argv] = words(line);
        expect(program).toBe('extract');
        const { code, stdout, stderr } = await here.extract(argv);
        expect({ line, code, stderr: code === 0 ? '' : stderr }).toEqual({ line, code: 0, stderr: '' });
        // The folder of the test stands in places where its reader's would not.
        printed += stdout.replaceAll(`${here.path('')}/`, '');
        commands++;
      }
    } else if (kind === 'output') {
      for (const line of content.trim().split('\n')) expect(printed).toContain(line);
    }
  }
  expect(commands).toBeGreaterThan(8);
});
