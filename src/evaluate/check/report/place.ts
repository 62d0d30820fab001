import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CheckResult } from '../check.ts';
import type { Outcome } from '../outcome.ts';

const outcomesOf = ({ fixtures }: CheckResult): Outcome[] => fixtures.flatMap(({ outcomes }) => outcomes);
/** Failures and known gaps: all that a reader of the code should see at its place. */
export const shortfallsOf = (result: CheckResult): Outcome[] =>
  outcomesOf(result).filter(({ verdict }) => verdict !== 'passed');

/** What was found instead, after the reason where it is a known gap. */
export const messageOf = ({ verdict, gap, message }: Outcome): string =>
  verdict === 'gap' ? `known gap: ${gap ?? ''}; ${message}` : message;

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
