import { randomBytes } from 'node:crypto';
import { access, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../model/index.ts';
import type { Io } from './io.ts';

/**
 * Writes a result to standard output, or whole or not at all to a file.
 *
 * @throws UserError where the file can't be written; what stood there before still stands
 */
export async function emit(text: string, file: string | undefined, io: Io): Promise<void> {
  if (file === undefined || file === '-') {
    io.stdout.write(text);
    return;
  }
  try {
    await writeWhole(resolve(io.cwd, file), text);
  } catch (error) {
    throw writeError(file, error, 'name another file with --output');
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  // Through a symbolic link to the file it names, so that the link stays.
  const target = await realpath(path).catch(() => path);
  const before = await stat(target).catch(() => null);
  if (before?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  if (before && !before.isFile()) {
    await writeFile(target, text);
    return;
  }
  if (before) await access(target, constants.W_OK);
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(beside, text, { flag: 'wx', ...(before && { mode: before.mode & 0o777 }) });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission to write it',
  EISDIR: 'is a folder',
  ENOENT: 'its folder does not exist',
  ENOSPC: 'no space left to write it',
  ENOTDIR: 'its folder is a file',
  EPERM: 'no permission to write it',
  EROFS: 'the file system is read-only',
};

/** What the system said of a failed write, as one line with what to do; anything unknown stays as it is. */
export function writeError(file: string, error: unknown, hint: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return error;
  return new UserError(REASONS[code] ?? `cannot be written (${code})`, {
    at: { file },
    hint,
    cause: error,
  });
}
