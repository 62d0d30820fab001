import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const { forbidden, options } = require('../../.dependency-cruiser.cjs') as {
  forbidden: (IForbiddenRuleType & { name: string; comment: string })[];
  options: ICruiseOptions;
};
const { ROOMS } = require('../../tools/rooms.cjs') as { ROOMS: [name: string, purpose: string][] };

/** `rule: from -> to` for each forbidden import below src/ of `base`. */
async function violations(base: string): Promise<string[]> {
  const { tsConfig: _, ...shared } = options;
  const { output } = await cruise(['src'], {
    ...shared,
    baseDir: base,
    validate: true,
    ruleSet: { forbidden },
  });
  return (output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
  );
}

describe('the rooms of the house', () => {
  it('import only as the rules allow', async () => {
    expect(await violations(process.cwd())).toEqual([]);
  });

  it('are told apart by rules that each say why in plain words', () => {
    expect(forbidden.filter(({ comment }) => comment.length < 20)).toEqual([]);
  });
});

describe('a house built wrongly', () => {
  let base: string;
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'house-'));
  });
  afterEach(() => {
    rmSync(base, { recursive: true });
  });

  const build = (files: Readonly<Record<string, string>>): void => {
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(join(base, dirname(path)), { recursive: true });
      writeFileSync(join(base, path), source);
    }
  };
  const value = 'export const value = 1;\n';

  it.each(ROOMS.slice(1).map(([name]) => name))(
    'is caught when %s imports the room above it',
    async (room) => {
      const above = ROOMS[ROOMS.findIndex(([name]) => name === room) - 1]?.[0] ?? '';
      build({
        [`src/${above}/index.ts`]: value,
        [`src/${room}/index.ts`]: `export { value } from '../${above}/index.ts';\n`,
      });
      expect(await violations(base)).toContain(
        `${room}-imports-downwards: src/${room}/index.ts -> src/${above}/index.ts`,
      );
    },
  );

  it('is caught when only a type crosses upwards', async () => {
    build({
      'src/graph/index.ts': 'export type Value = 1;\n',
      'src/model/index.ts': "import type { Value } from '../graph/index.ts';\nexport type Other = Value;\n",
    });
    expect(await violations(base)).toContain(
      'model-imports-downwards: src/model/index.ts -> src/graph/index.ts',
    );
  });

  it.each([
    [
      'through-the-door',
      { 'src/read/inner.ts': value, 'src/graph/a.ts': "export { value } from '../read/inner.ts';\n" },
    ],
    [
      'library-without-command-line',
      { 'src/cli/index.ts': value, 'src/index.ts': "export { value } from './cli/index.ts';\n" },
    ],
    [
      'known-rooms',
      { 'src/attic/index.ts': value, 'src/index.ts': "export { value } from './attic/index.ts';\n" },
    ],
    [
      'no-circles',
      {
        'src/read/a.ts': "import { b } from './b.ts';\nexport const a = (): unknown => b;\n",
        'src/read/b.ts': "import { a } from './a.ts';\nexport const b = (): unknown => a;\n",
      },
    ],
    ['files-read-in-few-rooms', { 'src/graph/a.ts': "export { readFileSync } from 'node:fs';\n" }],
    ['files-read-in-few-rooms', { 'src/write/a.ts': "export { readFile } from 'node:fs/promises';\n" }],
    ['no-network-no-processes', { 'src/rules/a.ts': "export { get } from 'node:https';\n" }],
    ['no-network-no-processes', { 'src/read/a.ts': "export { spawn } from 'node:child_process';\n" }],
    [
      'source-imports-source',
      { 'tools/a.ts': value, 'src/read/a.ts': "export { value } from '../../tools/a.ts';\n" },
    ],
    ['no-dead-ends', { 'src/read/a.ts': "export { value } from './missing.ts';\n" }],
  ])('is caught by %s', async (rule, files) => {
    build(files);
    expect((await violations(base)).map((line) => line.split(':', 1)[0])).toContain(rule);
  });
});
