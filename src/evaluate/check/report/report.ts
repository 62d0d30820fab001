import type { Verdict } from '../outcome.ts';

/** One line of a report: what was expected or judged, and how it came out. */
export interface ReportItem {
  readonly kind: string;
  /** What it is about, in one line. */
  readonly title: string;
  /** `gap`: it falls short and that is known, or it is no more than a note. */
  readonly verdict: Verdict;
  /** How grave a failure is; an error where not given. */
  readonly level?: 'error' | 'warning';
  /** The reason for a known gap. */
  readonly gap?: string;
  /** What was found instead; empty when it passed. */
  readonly message: string;
  /** Where it stands. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What the renderers take: what was judged, in groups of a name. */
export interface Report {
  readonly fixtures: readonly { readonly name: string; readonly outcomes: readonly ReportItem[] }[];
  readonly passed: number;
  readonly failed: number;
  readonly gaps: number;
}

/** What a report of one command calls its things. */
export interface Wording {
  /** The command: `extract check`. */
  readonly command: string;
  /** What comes before a kind in the ids of SARIF. */
  readonly prefix: string;
  /** What a result of each kind means; the order is that of the rules in a SARIF log. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly summary: (report: Report) => string;
}

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `14 fixtures, 84 expectations: 78 passed, 2 failed, 4 known gaps`; gaps only where there are any. */
export function checkSummary({ fixtures, passed, failed, gaps }: Report): string {
  const all = plural(passed + failed + gaps, 'expectation');
  const known = gaps > 0 ? `, ${plural(gaps, 'known gap')}` : '';
  return `${plural(fixtures.length, 'fixture')}, ${all}: ${passed} passed, ${failed} failed${known}`;
}

export const CHECK_WORDING: Wording = {
  command: 'extract check',
  prefix: 'check',
  kinds: {
    edge: 'An edge that must be there is missing',
    'no-edge': 'An edge that must not be there was found',
    entity: 'An entity that must be there is missing',
    'no-entity': 'An entity that must not be there was found',
    graph: 'The graph differs from its golden file',
    fixture: 'A fixture cannot be read',
  },
  summary: checkSummary,
};
