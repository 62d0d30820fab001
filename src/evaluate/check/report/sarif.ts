import { CHECK_WORDING } from './report.ts';
import type { Report, ReportItem, Wording } from './report.ts';
import { messageOf, shortfallsOf, uriFrom } from './place.ts';

export interface SarifOptions {
  /** Folder that URIs are relative to: the root of the repository. */
  readonly base: string;
  /** Version of the program, for `tool.driver`. */
  readonly version?: string;
}

function resultOf(outcome: ReportItem, base: string, { prefix, kinds }: Wording) {
  const { kind, title, verdict, level = 'error', file, line, column } = outcome;
  return {
    ruleId: `${prefix}/${kind}`,
    ruleIndex: Object.keys(kinds).indexOf(kind),
    level: verdict === 'gap' ? 'note' : level,
    message: { text: `${title}: ${messageOf(outcome)}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriFrom(base, file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

/** The failures, and as notes the known gaps, as a SARIF 2.1.0 log (OASIS), which code scanning services read. */
export function renderCheckSarif(
  result: Report,
  { base, version }: SarifOptions,
  wording: Wording = CHECK_WORDING,
): string {
  const rules = Object.entries(wording.kinds).map(([kind, text]) => ({
    id: `${wording.prefix}/${kind}`,
    shortDescription: { text },
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'extract', ...(version === undefined ? {} : { version }), rules } },
        columnKind: 'utf16CodeUnits',
        results: shortfallsOf(result).map((outcome) => resultOf(outcome, base, wording)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
