import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Path } from '../../faults/index.ts';
import type { UserError } from '../../model/index.ts';
import { arrow, quoted } from '../show.ts';
import { checkEdge, checkNoEdge, type Complaint, type Subject } from './edges.ts';
import { checkEntity, checkNoEntity } from './entities.ts';
import type { Expectation, ExpectationKind } from './expectations.ts';
import { goldenUpdate, type GoldenUpdate } from './golden.ts';
import { missingQuote } from './quotes.ts';

export type Verdict = 'passed' | 'failed' | 'gap';

/** One expectation held against the graph; `fixture` is a fault of the fixture itself. */
export interface Outcome {
  readonly kind: ExpectationKind | 'fixture';
  /** The expectation in one line. */
  readonly title: string;
  /** `gap`: it falls short, and the file says so. */
  readonly verdict: Verdict;
  /** What to do about a failure: the graph falls short, a gap is closed, or the fixture itself is at fault. */
  readonly cause?: 'short' | 'closed' | 'fault';
  /** Why it falls short today, where the file says so. */
  readonly gap?: string;
  /** What was found instead; empty when it passed. */
  readonly message: string;
  /** The expectation file, and where in it the expectation stands. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The keys that lead to it in the file, such as `['edges', 3]`; none for a fault of the fixture. */
  readonly path: Path;
  /** For a graph that differs: what would make it pass. */
  readonly update?: GoldenUpdate;
}

function titleOf(expectation: Expectation): string {
  switch (expectation.kind) {
    case 'edge':
      return arrow(expectation.expected);
    case 'no-edge': {
      if (Object.keys(expectation.expected).length === 0) return 'no edge at all';
      const { source = '*', relation = '*', target = '*', status, quote } = expectation.expected;
      const where = quote === undefined ? '' : ` in ${quoted(quote)}`;
      return `no ${arrow({ source, relation, target, status })}${status === 'asserted' ? ' (asserted)' : ''}${where}`;
    }
    case 'entity': {
      const { name, type, aliases = [] } = expectation.expected;
      return `entity ${quoted(name)}${type ? ` (${type})` : ''}${aliases.length > 0 ? ` also called ${aliases.map((alias) => quoted(alias)).join(', ')}` : ''}`;
    }
    case 'no-entity':
      return `no entity ${quoted(expectation.expected)}`;
    case 'graph':
      return `graph equals ${expectation.expected}`;
  }
}

interface Held {
  readonly complaint: Complaint;
  readonly update?: GoldenUpdate;
}

const DIFF_LINES = 40;

function beginning(diff: string): string {
  const lines = diff.trimEnd().split('\n');
  if (lines.length <= DIFF_LINES) return lines.join('\n');
  return [...lines.slice(0, DIFF_LINES), `… ${lines.length - DIFF_LINES} more lines`].join('\n');
}

function holdGraph(file: string, golden: string, { graph }: Subject): Held {
  const path = join(dirname(file), golden);
  const update = goldenUpdate(path, graph);
  if (!update) return { complaint: undefined };
  const complaint = existsSync(path)
    ? `the graph differs:\n${beginning(update.diff)}`
    : `there is no ${golden}; --update writes it`;
  return { complaint, update };
}

function hold(file: string, expectation: Expectation, subject: Subject): Held {
  switch (expectation.kind) {
    case 'edge':
      return { complaint: checkEdge(expectation.expected, subject) };
    case 'no-edge':
      return { complaint: checkNoEdge(expectation.expected, subject) };
    case 'entity':
      return { complaint: checkEntity(expectation.expected, subject.graph) };
    case 'no-entity':
      return { complaint: checkNoEntity(expectation.expected, subject.graph) };
    case 'graph':
      return holdGraph(file, expectation.expected, subject);
  }
}

/** The fixture's own fault: a bad expectation file, no article, an article that can't be read. */
export function faultOutcome(file: string, { message, hint, at }: UserError): Outcome {
  const elsewhere = at && at.file !== file ? `${at.file}: ` : '';
  const { line = 1, column = 1 } = at?.file === file ? at : {};
  const text = `${elsewhere}${message}${hint ? `; ${hint}` : ''}`;
  return {
    kind: 'fixture',
    title: 'fixture can be read',
    verdict: 'failed',
    cause: 'fault',
    message: text,
    file,
    line,
    column,
    path: [],
  };
}

type Judged = Pick<Outcome, 'verdict' | 'cause' | 'message'>;

/** A gap excuses what the graph lacks, never a quote that the article lacks; a closed one fails, so that no mark goes stale. */
function judge({ gap }: Expectation, lost: Complaint, complaint: Complaint): Judged {
  if (lost !== undefined) return { verdict: 'failed', cause: 'fault', message: lost };
  if (gap === undefined) {
    if (complaint === undefined) return { verdict: 'passed', message: '' };
    return { verdict: 'failed', cause: 'short', message: complaint };
  }
  if (complaint !== undefined) return { verdict: 'gap', message: complaint };
  return { verdict: 'failed', cause: 'closed', message: `now met: take the mark away (gap: ${quoted(gap)})` };
}

function lostQuote({ kind, expected }: Expectation, text: string): Complaint {
  if (kind !== 'edge' && kind !== 'no-edge') return undefined;
  return expected.quote === undefined ? undefined : missingQuote(expected.quote, text);
}

/** Holds one expectation against the graph of its article. */
export function outcomeOf(file: string, expectation: Expectation, subject: Subject): Outcome {
  const { kind, gap, line, column, path } = expectation;
  const lost = lostQuote(expectation, subject.text);
  const { complaint, update } = lost === undefined ? hold(file, expectation, subject) : {};
  return {
    kind,
    title: titleOf(expectation),
    ...judge(expectation, lost, complaint),
    ...(gap === undefined ? {} : { gap }),
    file,
    line,
    column,
    path,
    ...(update ? { update } : {}),
  };
}
