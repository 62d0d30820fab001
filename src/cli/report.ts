import {
  renderCheckGithub,
  renderCheckJson,
  renderCheckJunit,
  renderCheckSarif,
  renderCheckText,
  type Report,
  type Wording,
} from '../evaluate/index.ts';
import { VERSION } from '../pipeline/index.ts';
import { type Io, usesColor } from './io.ts';

export const REPORT_FORMATS = ['text', 'junit', 'sarif', 'github', 'json'] as const;

export interface ReportFlags {
  readonly format: (typeof REPORT_FORMATS)[number];
  readonly output?: string;
  /** Also list what passed. */
  readonly all?: boolean;
  readonly color: boolean;
}

/** A report as the options say. */
export function reportText(
  report: Report,
  { format, output, color, all = false }: ReportFlags,
  io: Io,
  wording?: Wording,
): string {
  switch (format) {
    case 'text':
      return renderCheckText(
        report,
        { colour: output === undefined && usesColor(io, io.stdout, color), all },
        wording,
      );
    case 'junit':
      return renderCheckJunit(report, wording);
    case 'sarif':
      return renderCheckSarif(report, { base: io.cwd, version: VERSION }, wording);
    case 'github':
      return renderCheckGithub(report, { base: io.cwd }, wording);
    case 'json':
      return renderCheckJson(report);
  }
}
