import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { closest } from '../faults/index.ts';
import { type Article, UserError } from '../model/index.ts';
import { readArticle, type ReadOptions } from './article.ts';

/** Size limit of one article: a long book. What stands over it is an archive or a mistake. */
const MAX_ARTICLE_BYTES = 4 * 1024 * 1024;

export interface ReadFileOptions extends ReadOptions {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** What `-` reads. */
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Words a missing file may have been meant for. */
  readonly commands?: readonly string[];
}

/**
 * The article in a file, or from standard input for `-`.
 *
 * @throws UserError for what can't be read, with the path as typed in `at.file`
 */
export async function readArticleFile(path: string, options: ReadFileOptions): Promise<Article> {
  if (path === '') {
    throw new UserError('the name of an article is empty', {
      at: { file: path },
      hint: 'name a file, or - for standard input',
    });
  }
  if (path === '-') return readArticle(path, await collect(path, options.stdin), options);
  const file = resolve(options.cwd, path);
  try {
    if ((await stat(file)).isDirectory()) {
      throw new UserError('is a folder', {
        at: { file: path },
        hint: `name the articles in it: ${path}/*.txt`,
      });
    }
    return readArticle(path, await collect(path, createReadStream(file)), options);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw await accessError(path, file, options.commands ?? [], error);
  }
}

async function collect(path: string, stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    size += bytes.length;
    if (size > MAX_ARTICLE_BYTES) {
      throw new UserError('is larger than 4 MiB', {
        at: { file: path },
        hint: 'split it into single articles',
      });
    }
  }
  return Buffer.concat(chunks);
}

/** What the system said, as one line with what to do; anything unknown stays as it is. */
async function accessError(
  path: string,
  file: string,
  commands: readonly string[],
  error: unknown,
): Promise<unknown> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const at = { file: path };
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const hint = await suggestion(path, file, commands);
    return new UserError('no such file', { at, cause: error, ...(hint !== undefined && { hint }) });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new UserError('no permission to read it', { at, cause: error });
  }
  if (typeof code === 'string') return new UserError(`cannot be read (${code})`, { at, cause: error });
  return error;
}

async function suggestion(
  path: string,
  file: string,
  commands: readonly string[],
): Promise<string | undefined> {
  const command = closest(path, commands);
  if (command !== undefined) return `did you mean the command "${command}"?`;
  const siblings = await readdir(dirname(file)).catch(() => []);
  const sibling = closest(basename(file), siblings);
  if (sibling === undefined) return undefined;
  const typed = path.slice(0, path.length - basename(path).length);
  return `did you mean ${typed}${sibling}?`;
}
