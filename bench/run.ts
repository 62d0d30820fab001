/**
 * npm run bench -- [ARTICLES.jsonl]: the tables of docs/performance.md. Each line of the file is an article with `text`; without one, the
 * project's own articles are read. compromise/three and everything cold is measured in processes of its own.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { analyze, loadLanguage } from '../src/language/index.ts';
import { openParser } from '../src/language/parse/index.ts';
import { articleOf } from '../test/support/article.ts';
import { readTexts } from './articles.ts';

const RUNS = 5;
const COLD_RUNS = 7;
const WORDS = 600;
/** Enough for a stable rate: the peer reads far more slowly. */
const PEER_ARTICLES = 40;

const [path = '', child] = process.argv.slice(2);
const texts = readTexts(path === '' ? undefined : path);

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const range = (values: readonly number[]): string =>
  `${whole(median(values))} (${whole(Math.min(...values))} to ${whole(Math.max(...values))})`;

/** Tokens per second, by run. */
interface Rates {
  readonly processor: readonly number[];
  readonly clock: readonly number[];
}

/** Of processor time and by the clock, after one run to warm up. */
function rates(work: () => number): Rates {
  work();
  const runs = Array.from({ length: RUNS }, () => {
    const used = process.cpuUsage();
    const begun = performance.now();
    const tokens = work();
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(used);
    return { clock: tokens / seconds, processor: (tokens * 1e6) / (user + system) };
  });
  return { processor: runs.map(({ processor }) => processor), clock: runs.map(({ clock }) => clock) };
}

const printRates = (what: string, { processor, clock }: Rates): void => {
  console.log(`| ${what} | ${range(processor)} | ${range(clock)} |`);
};

async function measurePeer(): Promise<void> {
  const { default: nlp } = (await import('compromise/three')) as {
    default: (text: string) => { terms: () => { length: number }; topics: () => { length: number } };
  };
  const measured = rates(() =>
    texts.slice(0, PEER_ARTICLES).reduce((sum, text) => {
      const document = nlp(text);
      document.topics();
      return sum + document.terms().length;
    }, 0),
  );
  console.log(JSON.stringify(measured));
}

/** Milliseconds to load what tags and names take, then the parser; nothing else runs in this process. */
function measureLoad(): void {
  const begun = performance.now();
  loadLanguage();
  const language = performance.now();
  openParser();
  console.log(`${language - begun} ${performance.now() - language}`);
}

/** What this file prints in a process of its own. */
function inChild(what: string): string {
  const self = fileURLToPath(import.meta.url);
  const output = execFileSync(process.execPath, [...process.execArgv, self, path, what], {
    encoding: 'utf8',
  });
  return output.trim();
}

/** The project's articles one after the other, up to a number of words. */
function articleOfWords(count: number): string {
  const words = readTexts(undefined)
    .join('\n\n')
    .split(/(?<=\s)(?=\S)/);
  return words.slice(0, count).join('');
}

interface ColdRun {
  readonly clock: number;
  readonly processor: number;
  readonly memory: number;
}

/** A process of its own: milliseconds by the clock and of processor time, and the most memory it held, in MB. */
function coldRun(probe: string, ...options: string[]): ColdRun {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', probe, ...options], {
    encoding: 'utf8',
  });
  const clock = performance.now() - begun;
  const usage = /usage (\d+) (\d+) (\d+)$/.exec(stderr);
  if (status !== 0 || !usage) throw new Error(`a measured process failed: ${stderr}`);
  const [user, system, kilobytes] = usage.slice(1).map(Number);
  return { clock, processor: (user! + system!) / 1000, memory: kilobytes! / 1024 };
}

const PROBE = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('usage ' + [userCPUTime, systemCPUTime, maxRSS].join(' '));
});`;

/** Cold runs of the built command on one article, and of Node with nothing to do. */
function measureCommand(): { article: ColdRun[]; nothing: ColdRun[] } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const article = join(folder, 'article.txt');
    const probe = join(folder, 'probe.mjs');
    writeFileSync(article, articleOfWords(WORDS));
    writeFileSync(probe, PROBE);
    const command = fileURLToPath(new URL('../bin/extract.js', import.meta.url));
    const runs = (...options: string[]): ColdRun[] =>
      Array.from({ length: COLD_RUNS }, () => coldRun(pathToFileURL(probe).href, ...options));
    return { article: runs(command, article), nothing: runs('--eval', '') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Speed {
  readonly tagged: number;
  readonly parsed: number;
  readonly peer: number;
}

function measureSpeed(): Speed {
  const language = loadLanguage();
  const articles = texts.map(articleOf);
  const tokens = articles.reduce((sum, article) => sum + analyze(article, language).tokens.length, 0);
  console.log(
    `${articles.length} articles, ${whole(tokens)} tokens; median of ${RUNS} runs (least to most)\n`,
  );
  console.log(
    '| one thread, raw text in | tokens/s of processor time | tokens/s by the clock |\n|---|---|---|',
  );
  const tagged = rates(() =>
    articles.reduce((sum, article) => sum + analyze(article, language).tokens.length, 0),
  );
  printRates('sentences, tokens, tags, lemmas, names', tagged);
  const parsed = rates(() =>
    articles.reduce((sum, article) => {
      const { sentences, tokens, trees } = analyze(article, language);
      for (let sentence = 0; sentence < sentences.length; sentence++) trees.tree(sentence);
      return sum + tokens.length;
    }, 0),
  );
  printRates('the same with a tree for every sentence', parsed);
  const peer = JSON.parse(inChild('peer')) as Rates;
  printRates('compromise/three: tags and topics', peer);
  return {
    tagged: median(tagged.processor),
    parsed: median(parsed.processor),
    peer: median(peer.processor),
  };
}

interface Cold {
  readonly load: number;
  readonly article: number;
  readonly memory: number;
}

function measureCold(): Cold {
  const loads = Array.from({ length: COLD_RUNS }, () => inChild('load').split(' ').map(Number));
  const { article, nothing } = measureCommand();
  const clock = (runs: readonly ColdRun[]): string => `${range(runs.map((one) => one.clock))} ms`;
  const processor = (runs: readonly ColdRun[]): string => `${range(runs.map((one) => one.processor))} ms`;
  console.log(
    `\n| cold, median of ${COLD_RUNS} (least to most) | by the clock | of processor time |\n|---|---|---|`,
  );
  console.log(`| load the models of tags and names | ${range(loads.map(([tags]) => tags!))} ms | |`);
  console.log(`| load the parser | ${range(loads.map(([, parser]) => parser!))} ms | |`);
  console.log(
    `| \`extract\` of a ${WORDS}-word article, all in all | ${clock(article)} | ${processor(article)} |`,
  );
  console.log(`| of it, Node starting with nothing to do | ${clock(nothing)} | ${processor(nothing)} |`);
  const memory = Math.max(...article.map((one) => one.memory));
  console.log(`| most memory held by it | ${memory.toFixed(0)} MB | |`);
  return {
    load: median(loads.map(([tags, parser]) => tags! + parser!)),
    article: median(article.map((one) => one.clock)),
    memory,
  };
}

const megabytesOfModels = (): number => {
  const folder = fileURLToPath(new URL('../dist/language/models', import.meta.url));
  return readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 2 ** 20;
};

/** What was aimed at and what this run reached: for reading, not for failing a build by. */
function printTargets({ tagged, parsed, peer }: Speed, { load, article, memory }: Cold): void {
  const rows = [
    ['tags and names', '250,000 tokens/s', `${whole(tagged)} of processor time`, tagged >= 250_000],
    ['with every sentence parsed', '80,000 tokens/s', `${whole(parsed)} of processor time`, parsed >= 80_000],
    [
      '… against compromise/three in the same run',
      '2 times',
      `${(parsed / peer).toFixed(1)} times of processor time`,
      parsed >= 2 * peer,
    ],
    ['models in the package', '12 MB', `${megabytesOfModels().toFixed(1)} MB`, megabytesOfModels() <= 12],
    ['load of all models', '120 ms', `${whole(load)} ms`, load <= 120],
    ['peak memory of one article', '200 MB', `${whole(memory)} MB`, memory <= 200],
    [`cold \`extract\` of a ${WORDS}-word article`, '400 ms', `${whole(article)} ms`, article <= 400],
  ] as const;
  console.log('\n| target | | reached | |\n|---|---|---|---|');
  for (const [what, target, reached, met] of rows)
    console.log(`| ${what} | ${target} | ${reached} | ${met ? 'met' : 'missed'} |`);
}

if (child === 'peer') await measurePeer();
else if (child === 'load') measureLoad();
else {
  if (!existsSync(new URL('../dist/', import.meta.url))) {
    console.error('there is no dist/: run npm run build first');
    process.exit(2);
  }
  const load = (): string =>
    loadavg()
      .map((value) => value.toFixed(1))
      .join(', ');
  const before = load();
  printTargets(measureSpeed(), measureCold());
  console.log(
    `\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}; load average ${before} before, ${load()} after`,
  );
}
