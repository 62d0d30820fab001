/**
 * What a user gets: packs the package as for publishing, installs it into an empty folder, runs it there on an article,
 * and measures the folder. Fails over the limit that the design promises.
 */
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIMIT_MB = 60;
const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'install-size-'));

const npm = (args, cwd) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Bytes on disk, counted in blocks as `du` does, of everything below a folder. */
function bytesOf(path) {
  const entry = lstatSync(path);
  const own = (entry.blocks ?? Math.ceil(entry.size / 512)) * 512;
  if (!entry.isDirectory()) return own;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), own);
}

const megabytes = (bytes) => (bytes / 1024 / 1024).toFixed(1);

try {
  // --ignore-scripts: the build stands already, and `prepare` would print into the JSON.
  const packed = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', temporary], root),
  );
  const [{ filename, name }] = Array.isArray(packed) ? packed : Object.values(packed);
  const home = join(temporary, 'home');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  npm(
    ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', join(temporary, filename)],
    home,
  );

  const article =
    'Port reopens\n\nThe Harbour Front claimed responsibility for the attack on the port of Lisbon.\n';
  const bin = join(home, 'node_modules', name, 'bin', 'extract.js');
  const graph = JSON.parse(
    execFileSync(process.execPath, [bin, '-'], { cwd: home, input: article, encoding: 'utf8' }),
  );
  if (graph.attributes.schema !== 'extract-graph/1' || graph.nodes.length === 0) {
    throw new Error('the installed command finds nothing in a simple article');
  }

  const modules = join(home, 'node_modules');
  const size = bytesOf(modules);
  const scopes = readdirSync(modules).flatMap((entry) =>
    entry.startsWith('@') ? readdirSync(join(modules, entry)).map((inner) => `${entry}/${inner}`) : [entry],
  );
  const largest = scopes
    .map((entry) => ({ entry, bytes: bytesOf(join(modules, entry)) }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 5);
  console.log(`installed: ${megabytes(size)} MB of ${String(LIMIT_MB)} MB`);
  for (const { entry, bytes } of largest) console.log(`  ${megabytes(bytes).padStart(5)} MB  ${entry}`);
  if (size > LIMIT_MB * 1024 * 1024) process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
