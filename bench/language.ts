/**
 * npm run bench:language -- ARTICLES.jsonl [RUNS]: speed of the language room on one thread, from raw text, and what it takes
 * to load. Each line of the file is an article with `text`. compromise/three is measured in a process of its own, since importing
 * it changes compromise/one for good.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyze, loadLanguage } from '../src/language/index.ts';
import type { Article, Block } from '../src/model/index.ts';

const [path = '', runs = '5', peer] = process.argv.slice(2);
const texts = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { text: string }).text);

const none = '0'.repeat(64);
const articles: Article[] = texts.map((text) => {
  const blocks: Block[] = [...text.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: 'paragraph',
  }));
  return {
    id: none.slice(0, 16),
    source: '-',
    title: '',
    text,
    reading: text,
    blocks,
    sha256: none,
    language: 'en',
  };
});

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const show = (name: string, value: string): void => console.log(`| ${name} | ${value} |`);

/** Tokens per second of processor time, which other programs on the machine do not change. */
function rate(work: () => number): string {
  work();
  const rates = Array.from({ length: Number(runs) }, () => {
    const begun = process.cpuUsage();
    const tokens = work();
    const { user, system } = process.cpuUsage(begun);
    return (tokens * 1e6) / (user + system);
  });
  return `${Math.round(median(rates)).toLocaleString('en')} tokens/s (${Math.round(Math.min(...rates)).toLocaleString('en')} to ${Math.round(Math.max(...rates)).toLocaleString('en')})`;
}

async function runPeer(): Promise<void> {
  const { default: nlp } = (await import('compromise/three')) as {
    default: (text: string) => { terms: () => { length: number }; topics: () => { length: number } };
  };
  const work = (): number =>
    texts.slice(0, 40).reduce((sum, text) => {
      const document = nlp(text);
      document.topics();
      return sum + document.terms().length;
    }, 0);
  console.log(rate(work));
}

function main(): void {
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const language = loadLanguage();
  const loaded = performance.now() - begun;
  const first = performance.now();
  analyze(articles[0]!, language);
  console.log('| what | measured |\n|---|---|');
  show('load the models', `${loaded.toFixed(0)} ms`);
  show('first article, cold', `${(performance.now() - first).toFixed(0)} ms`);
  show('memory taken by then', `${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB`);
  show(
    'sentences, tokens, tags, lemmas, names',
    rate(() => articles.reduce((sum, article) => sum + analyze(article, language).tokens.length, 0)),
  );
  show(
    'the same with a tree for every sentence',
    rate(() =>
      articles.reduce((sum, article) => {
        const { sentences, tokens, trees } = analyze(article, language);
        for (let sentence = 0; sentence < sentences.length; sentence++) trees.tree(sentence);
        return sum + tokens.length;
      }, 0),
    ),
  );
  const self = fileURLToPath(import.meta.url);
  const output = execFileSync(process.execPath, [...process.execArgv, self, path, runs, 'peer'], {
    encoding: 'utf8',
  });
  show('compromise/three, tags and topics, its own process', output.trim());
}

if (peer) await runPeer();
else main();
