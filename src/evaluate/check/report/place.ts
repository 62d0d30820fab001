import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Report, ReportItem } from './report.ts';

const outcomesOf = ({ fixtures }: Report): ReportItem[] => fixtures.flatMap(({ outcomes }) => outcomes);
/** Failures and known gaps: all that a reader of the code should see at its place. */
export const shortfallsOf = (result: Report): ReportItem[] =>
  outcomesOf(result).filter(({ verdict }) => verdict !== 'passed');

/** What was found instead, after the reason where it is a known gap. */
export const messageOf = ({ verdict, gap, message }: ReportItem): string =>
  verdict === 'gap' && gap !== undefined ? `known gap: ${gap}; ${message}` : message;

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
