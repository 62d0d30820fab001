import { existsSync, statSync } from 'node:fs';
import { UserError, byCodeUnit } from '../../model/index.ts';
import { filesBelow, readRuleFile } from '../files.ts';
import type { RuleSource } from '../source.ts';
import type { ReadSources } from '../sources.ts';

const SIDECAR = /\.test\.ya?ml$/u;
export const isSidecar = (path: string): boolean => SIDECAR.test(path);

/** The sidecars of rule files and folders: NAME.test.yaml beside NAME.yaml, all of a folder, or one named itself. */
export function readSidecars(paths: readonly string[]): ReadSources {
  const errors: UserError[] = [];
  const found = paths.flatMap((path): readonly string[] => {
    if (isSidecar(path)) return [path];
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      const below = filesBelow(path, isSidecar);
      // What else is wrong in the folder is told by whoever reads the rules.
      errors.push(...below.errors.filter(({ at }) => at !== undefined && isSidecar(at.file)));
      return below.files;
    }
    return ['yaml', 'yml']
      .map((extension) => path.replace(/\.ya?ml$/u, `.test.${extension}`))
      .filter((beside) => isSidecar(beside) && existsSync(beside));
  });
  const sources: RuleSource[] = [];
  for (const file of [...new Set(found)].sort(byCodeUnit)) {
    try {
      sources.push(readRuleFile(file));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(error);
    }
  }
  return { sources, errors };
}
