import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { byCodeUnit, UserError, UserErrors, type SerializedGraph } from '../../model/index.ts';
import { readText, systemReason } from '../files.ts';
import { arrow, quoted } from '../show.ts';
import { checkEdge, checkNoEdge, type Complaint, type Subject } from './edges.ts';
import { checkEntity, checkNoEntity } from './entities.ts';
import { parseExpectations, type Expectation, type ExpectationKind } from './expectations.ts';
import { goldenUpdate, type GoldenUpdate } from './golden.ts';

/** Reads an article and returns its graph; a UserError becomes a failure of the fixture. */
export type ExtractArticle = (path: string) => SerializedGraph;

/** One expectation held against the graph; `fixture` is a fault of the fixture itself. */
export interface Outcome {
  readonly kind: ExpectationKind | 'fixture';
  /** The expectation in one line. */
  readonly title: string;
  readonly passed: boolean;
  /** What was found instead; empty when it passed. */
  readonly message: string;
  /** The expectation file, and where in it the expectation stands. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** For a graph that differs: what would make it pass. */
  readonly update?: GoldenUpdate;
}

export interface FixtureResult {
  /** Path of the expectation file inside the folder, with `/`. */
  readonly name: string;
  readonly outcomes: readonly Outcome[];
}

export interface CheckResult {
  readonly folder: string;
  /** Sorted by name. */
  readonly fixtures: readonly FixtureResult[];
  readonly passed: number;
  readonly failed: number;
}

const EXPECTATIONS = /\.expect\.ya?ml$/;
const ARTICLES = ['.txt', '.md'];

function fixtureFiles(folder: string): string[] {
  let files: string[];
  try {
    files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && EXPECTATIONS.test(entry.name))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT' ? 'no such folder' : code === 'ENOTDIR' ? 'is not a folder' : systemReason(error);
    throw new UserError(reason, { at: { file: folder }, cause: error });
  }
  if (files.length > 0) return files.map((file) => file.split(sep).join('/')).sort(byCodeUnit);
  const hint = 'a fixture is NAME.txt or NAME.md with NAME.expect.yaml beside it';
  throw new UserError('no fixtures here', { at: { file: folder }, hint });
}

function articleOf(file: string): string {
  const stem = file.replace(EXPECTATIONS, '');
  const articles = ARTICLES.map((extension) => `${stem}${extension}`).filter((article) =>
    existsSync(article),
  );
  const [article] = articles;
  if (article === undefined)
    throw new UserError(`there is no ${stem}.txt or ${stem}.md beside it`, { at: { file } });
  if (articles.length === 1) return article;
  throw new UserError(`both ${articles.join(' and ')} stand beside it`, { at: { file }, hint: 'rename one' });
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
function faultOutcome(file: string, { message, hint, at }: UserError): Outcome {
  const elsewhere = at && at.file !== file ? `${at.file}: ` : '';
  const { line = 1, column = 1 } = at?.file === file ? at : {};
  const text = `${elsewhere}${message}${hint ? `; ${hint}` : ''}`;
  return { kind: 'fixture', title: 'fixture can be read', passed: false, message: text, file, line, column };
}

function checkFixture(file: string, extractArticle: ExtractArticle): Outcome[] {
  try {
    const expectations = parseExpectations(file, readText(file));
    const article = articleOf(file);
    const subject = { text: readText(article), graph: extractArticle(article) };
    return expectations.map((expectation) => {
      const { complaint, ...held } = hold(file, expectation, subject);
      const { kind, line, column } = expectation;
      const base = { kind, title: titleOf(expectation), file, line, column };
      return { ...base, passed: complaint === undefined, message: complaint ?? '', ...held };
    });
  } catch (error) {
    if (error instanceof UserErrors) return error.errors.map((one) => faultOutcome(file, one));
    if (error instanceof UserError) return [faultOutcome(file, error)];
    throw error;
  }
}

function counted(folder: string, fixtures: readonly FixtureResult[]): CheckResult {
  const outcomes = fixtures.flatMap((fixture) => fixture.outcomes);
  const passed = outcomes.filter((outcome) => outcome.passed).length;
  return { folder, fixtures, passed, failed: outcomes.length - passed };
}

/**
 * Holds the graphs of all fixture articles under `folder` against their expectations.
 *
 * @throws UserError when the folder can't be read or holds no fixture; what is wrong with one fixture is a failed outcome
 */
export function check(folder: string, extractArticle: ExtractArticle): CheckResult {
  const fixtures = fixtureFiles(folder).map((name) => ({
    name,
    outcomes: checkFixture(join(folder, name), extractArticle),
  }));
  return counted(folder, fixtures);
}

/** The golden files that `--update` writes; two fixtures that name the same file write it once. */
export function goldenUpdates({ fixtures }: CheckResult): GoldenUpdate[] {
  const updates = fixtures.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ update }) => (update ? [update] : [])),
  );
  return [...new Map(updates.map((update) => [update.file, update])).values()];
}

/** The result as it stands once the golden files are written. */
export function withGoldensUpdated({ folder, fixtures }: CheckResult): CheckResult {
  const updated = fixtures.map(({ name, outcomes }) => ({
    name,
    outcomes: outcomes.map(({ update, ...outcome }) =>
      update ? { ...outcome, passed: true, message: '' } : outcome,
    ),
  }));
  return counted(folder, updated);
}
