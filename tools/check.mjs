/**
 * `npm run check`: every check that is no test, each by name. All run, even after one failed; exit 1 if any did.
 * `--report FILE` also writes `{ passed, failed }` as JSON; names after the options run only those checks.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const tool = (path, ...args) => [process.execPath, join(root, 'node_modules', path), ...args];

/** The tools by their scripts rather than through a shell, so that nothing depends on the platform's. */
const CHECKS = {
  types: tool('typescript/bin/tsc', '--noEmit'),
  lint: tool('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  format: tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  'unused code': tool('knip/bin/knip.js'),
  layers: tool(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
  ),
  schemas: tool('tsx/dist/cli.mjs', 'tools/schemas.ts', '--check'),
  build: [process.execPath, join(root, 'tools/build.mjs')],
  publint: tool('publint/src/cli.js', '--strict'),
  'install size': [process.execPath, join(root, 'tools/install-size.mjs')],
};

const { values, positionals } = parseArgs({
  options: { report: { type: 'string' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  console.error(`no check is called ${unknown.join(', ')}; there are ${Object.keys(CHECKS).join(', ')}`);
  process.exit(2);
}

const failed = [];
const names = Object.keys(CHECKS).filter((name) => positionals.length === 0 || positionals.includes(name));
for (const name of names) {
  const [command, ...args] = CHECKS[name];
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const passed = result.status === 0;
  if (!passed) failed.push(name);
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name}`);
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? String(result.error) : ''}`;
  if (!passed || name === 'install size') console.log(output.trimEnd().replace(/^/gm, '        '));
}
console.log(
  failed.length === 0
    ? `all ${String(names.length)} checks passed`
    : `${String(failed.length)} of ${String(names.length)} checks failed: ${failed.join(', ')}`,
);
if (values.report) {
  writeFileSync(
    values.report,
    JSON.stringify({ passed: names.length - failed.length, failed: failed.length }),
  );
}
process.exitCode = failed.length === 0 ? 0 : 1;
