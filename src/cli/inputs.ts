import { type Article, byCodeUnit, type FailedInput, formatUserError, UserError } from '../model/index.ts';
import { type ReadOptions, readArticleFile } from '../read/index.ts';
import { type Io, say } from './io.ts';

export interface Inputs {
  /** In an order that doesn't depend on that of the paths; the same text once. */
  readonly articles: readonly Article[];
  readonly failed: readonly FailedInput[];
}

/** Reads every article that can be read; each of the others gets its line on standard error. */
export async function readInputs(
  paths: readonly string[],
  options: ReadOptions,
  commands: readonly string[],
  io: Io,
): Promise<Inputs> {
  const articles: Article[] = [];
  const failed: FailedInput[] = [];
  for (const path of new Set(paths)) {
    try {
      articles.push(await readArticleFile(path, { ...options, cwd: io.cwd, stdin: io.stdin, commands }));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // Without a place the fault lies in an option, not in this article.
      if (!error.at) throw error;
      say(io, formatUserError(error));
      failed.push({ source: path, reason: error.message });
    }
  }
  return { articles: distinct(articles), failed };
}

function distinct(articles: readonly Article[]): Article[] {
  const sorted = [...articles].sort((a, b) => byCodeUnit(a.id, b.id) || byCodeUnit(a.source, b.source));
  return sorted.filter((article, i) => article.id !== sorted[i - 1]?.id);
}
