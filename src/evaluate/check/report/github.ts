import { messageOf, pathFrom, shortfallsOf } from './place.ts';
import { CHECK_WORDING } from './report.ts';
import type { Report, Wording } from './report.ts';

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
 * Workflow commands of GitHub Actions, an error per failure and a notice per known gap, then the counts.
 * Escapes as `actions/toolkit` does (packages/core/src/command.ts).
 */
export function renderCheckGithub(
  result: Report,
  { base }: GithubOptions,
  { summary }: Wording = CHECK_WORDING,
): string {
  const lines = shortfallsOf(result).map((outcome) => {
    const { file, line, column, title, verdict, level = 'error' } = outcome;
    const place = `file=${property(pathFrom(base, file))},line=${line},col=${column},title=${property(title)}`;
    return `::${verdict === 'gap' ? 'notice' : level} ${place}::${message(messageOf(outcome))}`;
  });
  return `${[...lines, summary(result)].join('\n')}\n`;
}
