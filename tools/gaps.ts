/**
 * `npm run gaps`: which expectations of the fixtures should be marked as known gaps, and which marks are closed. With `--write`
 * it edits the expectation files, and every line that is not about a mark stays as it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { isMap, isSeq, parseDocument, Scalar, YAMLMap } from 'yaml';
import { check, checkSummary, type Outcome } from '../src/evaluate/index.ts';
import { extract, loadRules } from '../src/library.ts';
import { UserError } from '../src/model/index.ts';

const ARTICLES = fileURLToPath(new URL('../fixtures/articles/', import.meta.url));

/** Flow collections as Prettier leaves them in the fixtures, and no line is folded. */
const AS_WRITTEN = { lineWidth: 0, flowCollectionPadding: false } as const;

const NOT_FOUND = 'not found yet';
const FOUND = 'found though it should not be';

/** What to do about an outcome: a mark to add, one to take away (null), or nothing. */
export function markFor({ kind, cause }: Outcome): string | null | undefined {
  if (cause === 'closed') return null;
  if (cause !== 'short' || kind === 'graph') return undefined;
  return kind === 'edge' || kind === 'entity' ? NOT_FOUND : FOUND;
}

/**
 * The text of an expectation file with the marks that its outcomes ask for.
 *
 * @throws UserError where the file's form is such that other lines would change too
 */
export function withMarks(text: string, outcomes: readonly Outcome[]): string {
  const document = parseDocument(text);
  if (document.toString(AS_WRITTEN) !== text) {
    const [at] = outcomes;
    throw new UserError('other lines would change too', {
      ...(at && { at: { file: at.file } }),
      hint: 'format it as the other fixtures are, or mark it by hand',
    });
  }
  for (const outcome of outcomes) {
    const mark = markFor(outcome);
    if (mark === undefined) continue;
    const list = document.getIn(outcome.path.slice(0, 1));
    const item = document.getIn(outcome.path);
    if (mark === null) {
      const name = outcome.kind === 'no-entity' ? document.getIn([...outcome.path, 'name'], true) : undefined;
      if (name === undefined) document.deleteIn([...outcome.path, 'gap']);
      else document.setIn(outcome.path, name);
    } else if (isMap(item)) {
      item.set('gap', quoted(mark));
    } else {
      const named = new YAMLMap();
      named.set('name', document.getIn(outcome.path, true));
      named.set('gap', quoted(mark));
      document.setIn(outcome.path, named);
      // A list in brackets would grow past every line width.
      if (isSeq(list)) list.flow = false;
    }
  }
  return document.toString(AS_WRITTEN);
}

/** As the quotes of the fixtures are written. */
function quoted(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

function report({ file, line, column, title }: Outcome, mark: string | null): string {
  const place = `${relative(process.cwd(), file)}:${String(line)}:${String(column)}`;
  return mark === null ? `${place}: take away: ${title}` : `${place}: add: ${title} (${mark})`;
}

function main(): void {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  const rules = loadRules();
  const result = check(ARTICLES, (path) => extract([{ text: readFileSync(path), source: path }], { rules }));
  const count = { added: 0, closed: 0 };
  for (const { outcomes } of result.fixtures) {
    const changes = outcomes.filter((outcome) => markFor(outcome) !== undefined);
    for (const outcome of changes) {
      const mark = markFor(outcome) ?? null;
      count[mark === null ? 'closed' : 'added'] += 1;
      console.log(report(outcome, mark));
    }
    const [first] = changes;
    if (values.write && first)
      writeFileSync(first.file, withMarks(readFileSync(first.file, 'utf8'), changes));
  }
  for (const { file, line, title, message } of result.fixtures
    .flatMap(({ outcomes }) => outcomes)
    .filter(({ cause }) => cause === 'fault')) {
    console.log(`${relative(process.cwd(), file)}:${String(line)}: mend by hand: ${title}: ${message}`);
  }
  const verb = values.write ? 'changed' : 'to change (npm run gaps -- --write)';
  console.log(
    `${checkSummary(result)}; marks ${verb}: ${String(count.added)} added, ${String(count.closed)} taken away`,
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
