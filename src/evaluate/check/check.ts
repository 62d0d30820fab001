import { join } from 'node:path';
import { UserError, UserErrors, type SerializedGraph } from '../../model/index.ts';
import { readText } from '../files.ts';
import { parseExpectations } from './expectations.ts';
import { articleOf, fixtureFiles } from './fixtures.ts';
import type { GoldenUpdate } from './golden.ts';
import { faultOutcome, outcomeOf, type Outcome, type Verdict } from './outcome.ts';

/** Reads an article and returns its graph; a UserError becomes a failure of the fixture. */
export type ExtractArticle = (path: string) => SerializedGraph;

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
  /** Known gaps: expectations that fall short, as their file says. */
  readonly gaps: number;
}

function checkFixture(file: string, extractArticle: ExtractArticle): Outcome[] {
  try {
    const expectations = parseExpectations(file, readText(file));
    const article = articleOf(file);
    const subject = { text: readText(article), graph: extractArticle(article) };
    return expectations.map((expectation) => outcomeOf(file, expectation, subject));
  } catch (error) {
    if (error instanceof UserErrors) return error.errors.map((one) => faultOutcome(file, one));
    if (error instanceof UserError) return [faultOutcome(file, error)];
    throw error;
  }
}

function counted(folder: string, fixtures: readonly FixtureResult[]): CheckResult {
  const outcomes = fixtures.flatMap((fixture) => fixture.outcomes);
  const count = (verdict: Verdict): number =>
    outcomes.filter((outcome) => outcome.verdict === verdict).length;
  return { folder, fixtures, passed: count('passed'), failed: count('failed'), gaps: count('gap') };
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
    outcomes: outcomes.map(({ update, cause, ...outcome }): Outcome => {
      if (update) return { ...outcome, verdict: 'passed', message: '' };
      return cause ? { ...outcome, cause } : outcome;
    }),
  }));
  return counted(folder, updated);
}
