import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const INTERVAL = 300;

/** Rule files and sidecars by path, with when they were changed and how large they are. */
function stamps(paths: readonly string[]): string {
  const found = paths.flatMap((path): string[] => {
    try {
      const folder = statSync(path).isDirectory() ? path : dirname(path);
      return readdirSync(folder, { recursive: folder === path, encoding: 'utf8' })
        .filter((name) => /\.ya?ml$/u.test(name))
        .map((name) => {
          const { mtimeMs, size } = statSync(join(folder, name));
          return `${join(folder, name)} ${mtimeMs} ${size}`;
        });
    } catch {
      // A file that an editor is just replacing is there again the next time.
      return [];
    }
  });
  return [...new Set(found)].sort().join('\n');
}

/**
 * Yields whenever a YAML file of the paths, or beside them, has changed, appeared or gone. By looking, for what the system tells of
 * changes differs between platforms and misses files that editors replace.
 */
export async function* changes(paths: readonly string[], signal?: AbortSignal): AsyncGenerator<void> {
  let before = stamps(paths);
  while (!signal?.aborted) {
    await setTimeout(INTERVAL, undefined, signal && { signal }).catch(() => undefined);
    const now = stamps(paths);
    if (now !== before && !signal?.aborted) yield;
    before = now;
  }
}
