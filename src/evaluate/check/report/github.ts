import type { CheckResult } from '../check.ts';
import { failuresOf, pathFrom } from './place.ts';
import { checkSummary } from './text.ts';

const CODES: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
};
const message = (text: string): string => text.replace(/[%\r\n]/g, (sign) => CODES[sign] ?? sign);
const property = (text: string): string => text.replace(/[%\r\n:,]/g, (sign) => CODES[sign] ?? sign);

export interface GithubOptions {
  /** Root of the repository, which annotated paths are relative to. */
  readonly base: string;
}

/**
 * Workflow commands of GitHub Actions, one annotation per failure, then the counts.
 * Escapes as `actions/toolkit` does (packages/core/src/command.ts).
 */
export function renderCheckGithub(result: CheckResult, { base }: GithubOptions): string {
  const lines = failuresOf(result).map(({ file, line, column, title, message: text }) => {
    const place = `file=${property(pathFrom(base, file))},line=${line},col=${column},title=${property(title)}`;
    return `::error ${place}::${message(text)}`;
  });
  return `${[...lines, checkSummary(result)].join('\n')}\n`;
}
