/**
 * Whole-graph goldens of fixture articles, in every format. `npm run goldens` writes them; the diff is for a person to read. The golden
 * test compares and never writes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { extract, write } from '../src/library.ts';
import type { SerializedGraph } from '../src/model/index.ts';
import { WRITERS } from '../src/write/index.ts';

const ARTICLES = fileURLToPath(new URL('../fixtures/articles/', import.meta.url));

/** Fixtures with a golden for the whole graph. */
export const GOLDEN_ARTICLES = [
  'ferry-terminal-claim/article.txt',
  'market-rival-claims/article.txt',
  'transit-bill/article.md',
] as const;

export interface Golden {
  readonly file: string;
  readonly text: string;
}

/** Every golden of an article, as it should be now. Generator and rule hashes are left out: they change with every release. */
export function goldensOf(source: string): Golden[] {
  const graph = extract([{ text: readFileSync(join(ARTICLES, source)), source }]);
  const stable: SerializedGraph = {
    ...graph,
    attributes: { ...graph.attributes, generator: 'claimgraph', rules: [] },
  };
  return WRITERS.map(({ format }) => ({
    file: join(ARTICLES, dirname(source), `article.expected.${format === 'summary' ? 'txt' : format}`),
    text: write(stable, format, { width: 80, color: false }),
  }));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const source of GOLDEN_ARTICLES)
    for (const { file, text } of goldensOf(source)) writeFileSync(file, text);
}
