import { readFileSync, readdirSync, statSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { didYouMean } from '../faults/index.ts';
import { UserError, byCodeUnit } from '../model/index.ts';
import { MAX_RULE_FILE_BYTES } from './source.ts';
import type { RuleSource } from './source.ts';

/** Examples that stand beside a rule file (`funds.test.yaml`) are no rules. */
export const isRuleFile = (name: string): boolean => /\.ya?ml$/u.test(name) && !/\.test\.ya?ml$/u.test(name);

/** What the system says of a path, as a fault of the path; null for anything else. */
export function systemFault(path: string, error: unknown): UserError | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return null;
  const [message, hint] = reasonOf(path, code);
  return new UserError(message, { at: { file: path }, hint, cause: error });
}

function reasonOf(path: string, code: string): readonly [message: string, hint: string] {
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return ['there is no such file or folder', nearFile(path) ?? 'name one that is there'];
  if (code === 'EACCES' || code === 'EPERM') return ['may not be read', 'change its permissions'];
  if (code === 'ELOOP') return ['is a link that leads to itself', 'name the file itself'];
  return [`can't be read (${code})`, 'name another file'];
}

/** The file of the same folder that was probably meant. */
function nearFile(path: string): string | undefined {
  try {
    const folder = posix.dirname(path.split(sep).join('/'));
    return didYouMean(
      posix.basename(path),
      readdirSync(folder).filter((name) => /\.ya?ml$/u.test(name)),
    );
  } catch {
    return undefined;
  }
}

/** What is found below a folder: files, and faults of what stands there and can't be one. */
export interface Found {
  readonly files: readonly string[];
  readonly errors: readonly UserError[];
}

/**
 * Files below a folder, sorted. Links are not followed, so that a folder can't lead out of itself; one that seems to be a rule file, or
 * leads to a folder, is a fault, as its rules would be missing without a word. Walked by hand, for Node's own recursive reading follows
 * links in some versions.
 */
export function filesBelow(folder: string, accept: (name: string) => boolean = isRuleFile): Found {
  const files: string[] = [];
  const errors: UserError[] = [];
  const walk = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const joined = posix.join(...at.split(sep), entry.name);
      const path = at.startsWith('/') && !joined.startsWith('/') ? `/${joined}` : joined;
      if (entry.isDirectory()) attempt(path);
      else if (entry.isFile()) {
        if (accept(entry.name)) files.push(path);
      } else if (accept(entry.name) && !isLock(entry.name))
        errors.push(notFollowed(path, entry.isSymbolicLink()));
      else if (entry.isSymbolicLink() && leadsToFolder(path)) errors.push(notFollowed(path, true));
    }
  };
  const attempt = (at: string): void => {
    try {
      walk(at);
    } catch (error) {
      const fault = systemFault(at, error);
      if (!fault) throw error;
      errors.push(fault);
    }
  };
  attempt(folder);
  return { files: files.sort(byCodeUnit), errors };
}

/** Emacs marks a file that is being edited with a link `.#NAME` beside it. */
const isLock = (name: string): boolean => name.startsWith('.#');

const leadsToFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const notFollowed = (file: string, link: boolean): UserError =>
  link
    ? new UserError('a link in a folder of rules is not followed', {
        at: { file },
        hint: 'put the file itself there, or name it on the command line',
      })
    : noFile(file);

const noFile = (file: string): UserError =>
  new UserError('is no file', { at: { file }, hint: 'name one: pipes, devices and sockets are not read' });

/** @throws UserError for a file that can't be read, is no file, is too large or not UTF-8 */
export function readRuleFile(path: string): RuleSource {
  try {
    // Asked before it is opened: opening a pipe waits until something writes to it.
    const found = statSync(path);
    if (!found.isFile()) throw noFile(path);
    if (found.size > MAX_RULE_FILE_BYTES) throw tooLarge(path);
    return { name: path, text: decoded(path, readFileSync(path)) };
  } catch (error) {
    throw systemFault(path, error) ?? error;
  }
}

export const tooLarge = (file: string): UserError =>
  new UserError(`this rule file is larger than ${MAX_RULE_FILE_BYTES / 1024 / 1024} MB`, {
    at: { file },
    hint: 'split it',
  });

function decoded(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const before = soundStart(bytes).split(/\r\n|[\r\n]/u);
    const at = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    throw new UserError('this rule file is not UTF-8', { at, hint: 'save it as UTF-8', cause });
  }
}

/** The text before the first byte that is not UTF-8. */
function soundStart(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
    const offset = Buffer.byteLength(text.slice(0, at));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd)
      return text.slice(0, at);
  }
  return text;
}
