import { existsSync, statSync } from 'node:fs';
import { filesBelow, readRuleFile } from '../sources.ts';
import type { RuleSource } from '../source.ts';

const SIDECAR = /\.test\.ya?ml$/u;
export const isSidecar = (path: string): boolean => SIDECAR.test(path);

/** The sidecars of rule files and folders: NAME.test.yaml beside NAME.yaml, all of a folder, or one named itself. */
export function readSidecars(paths: readonly string[]): RuleSource[] {
  const found = paths.flatMap((path) => {
    if (isSidecar(path)) return [path];
    if (!existsSync(path)) return [];
    if (statSync(path).isDirectory()) return filesBelow(path, isSidecar);
    return ['yaml', 'yml']
      .map((extension) => path.replace(/\.ya?ml$/u, `.test.${extension}`))
      .filter((beside) => isSidecar(beside) && existsSync(beside));
  });
  return [...new Set(found)].sort().map(readRuleFile);
}
