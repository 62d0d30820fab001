import { readFileSync } from 'node:fs';
import { UserError } from '../model/index.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read',
};

/** Why the system refused, in words. Other errors than the system's are bugs and pass. */
export function systemReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  return REASONS[code] ?? code;
}

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
};

/**
 * The file's text without its byte order mark, line endings as they stand; UTF-8, or UTF-16 where the mark says so.
 *
 * @throws UserError when it cannot be read or decoded
 */
export function readText(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new UserError(systemReason(error), { at: { file }, cause: error });
  }
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UserError(`is not valid ${encoding.toUpperCase()}`, {
      at: { file },
      hint: 'save it as UTF-8',
      cause: error,
    });
  }
}
