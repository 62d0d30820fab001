import type { CheckResult } from '../check.ts';
import type { Outcome } from '../outcome.ts';
import { messageOf, shortfallsOf, uriFrom } from './place.ts';

/** What a result of each kind means; the order is that of the rules in the log. */
const RULES = {
  edge: 'An edge that must be there is missing',
  'no-edge': 'An edge that must not be there was found',
  entity: 'An entity that must be there is missing',
  'no-entity': 'An entity that must not be there was found',
  graph: 'The graph differs from its golden file',
  fixture: 'A fixture cannot be read',
} as const satisfies Record<Outcome['kind'], string>;

const kinds = Object.keys(RULES) as Outcome['kind'][];
const ruleId = (kind: Outcome['kind']): string => `check/${kind}`;

export interface SarifOptions {
  /** Folder that URIs are relative to: the root of the repository. */
  readonly base: string;
  /** Version of the program, for `tool.driver`. */
  readonly version?: string;
}

function resultOf(outcome: Outcome, base: string) {
  const { kind, title, verdict, file, line, column } = outcome;
  return {
    ruleId: ruleId(kind),
    ruleIndex: kinds.indexOf(kind),
    level: verdict === 'gap' ? 'note' : 'error',
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
export function renderCheckSarif(result: CheckResult, { base, version }: SarifOptions): string {
  const rules = kinds.map((kind) => ({ id: ruleId(kind), shortDescription: { text: RULES[kind] } }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'extract', ...(version === undefined ? {} : { version }), rules } },
        columnKind: 'utf16CodeUnits',
        results: shortfallsOf(result).map((outcome) => resultOf(outcome, base)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
