import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CheckResult, Outcome } from '../check.ts';

export const outcomesOf = ({ fixtures }: CheckResult): Outcome[] =>
  fixtures.flatMap(({ outcomes }) => outcomes);
export const failuresOf = (result: CheckResult): Outcome[] =>
  outcomesOf(result).filter(({ passed }) => !passed);

/** The path as seen from `base`, with `/`: what code hosts expect; absolute where the file lies outside. */
export function pathFrom(base: string, file: string): string {
  const path = relative(base, resolve(base, file));
  const outside = path === '..' || path.startsWith(`..${sep}`);
  return (outside ? resolve(base, file) : path).split(sep).join('/');
}

/** `pathFrom` as a URI reference. */
export function uriFrom(base: string, file: string): string {
  const path = pathFrom(base, file);
  if (resolve(base, file).split(sep).join('/') === path) return pathToFileURL(path).href;
  return path.split('/').map(encodeURIComponent).join('/');
}
