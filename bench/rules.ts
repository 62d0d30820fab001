/**
 * npm run bench:rules -- [ARTICLES.jsonl]: the table of docs/rules-performance.md. Generated rules as users write them, at 50, 500, 5,000 and
 * 50,000: how long they take to load, and how fast articles are read with them. Trees, names and entities are made before the clock starts, so
 * that what is measured is the rules.
 */
import { loadLanguage } from '../src/language/index.ts';
import { PIPELINE } from '../src/pipeline/index.ts';
import type { Document } from '../src/model/index.ts';
import { assertRelations } from '../src/relations/index.ts';
import { compileRules } from '../src/rules/index.ts';
import { articleOf } from '../test/support/article.ts';
import { ruleFiles } from '../test/support/generated-rules.ts';
import { readTexts } from './articles.ts';

const SIZES = [50, 500, 5_000, 50_000];
const RUNS = 5;

const [path = ''] = process.argv.slice(2);
if (path.startsWith('-')) {
  console.log('npm run bench:rules -- [ARTICLES.jsonl]: how long generated rules take to load and to match');
  process.exit(path === '--help' || path === '-h' ? 0 : 2);
}

/** Milliseconds of processor time. */
function timed<T>(work: () => T): { value: T; ms: number } {
  const begun = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(begun);
  return { value, ms: (user + system) / 1000 };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Articles with every layer but the assertions. */
function documents(): Document[] {
  loadLanguage();
  const rules = compileRules([]);
  return readTexts(path === '' ? undefined : path).map((text) => {
    let document = { article: articleOf(text) } as Document;
    for (const stage of PIPELINE) {
      if (stage.name === 'relations') break;
      document = { ...document, ...stage.run(document, { rules }) };
    }
    return document;
  });
}

const read = documents();
const tokens = read.reduce((sum, document) => sum + document.tokens.length, 0);
const whole = (value: number): string => Math.round(value).toLocaleString('en');
/** One full reading of the articles, from text, with no rules at all: what the rules' cost is a share of. */
const reading = median(Array.from({ length: 3 }, () => timed(documents).ms));
console.log(
  `${read.length} articles, ${whole(tokens)} tokens; all stages before the rules take ${whole(reading)} ms\n`,
);
console.log(
  '| rules | size of the files | load | match all articles | edges | tokens/s, all stages | of that with 50 rules |',
);
console.log('|---|---|---|---|---|---|---|');
let first = 0;
for (const size of SIZES) {
  const files = ruleFiles(size);
  const loads = Array.from({ length: size > 10_000 ? 1 : 3 }, () => timed(() => compileRules(files)));
  const rules = loads[0]!.value;
  const runs = Array.from({ length: RUNS }, () =>
    timed(() => read.reduce((sum, document) => sum + assertRelations(document, rules).length, 0)),
  );
  const match = median(runs.map(({ ms }) => ms));
  const rate = (tokens * 1000) / (reading + match);
  if (first === 0) first = rate;
  const megabytes = files.reduce((sum, { text }) => sum + text.length, 0) / 1024 / 1024;
  console.log(
    `| ${whole(size)} | ${megabytes.toFixed(1)} MB | ${whole(median(loads.map(({ ms }) => ms)))} ms | ${whole(match)} ms | ${whole(runs[0]!.value)} | ${whole(rate)} | ${(rate / first).toFixed(2)} |`,
  );
}
