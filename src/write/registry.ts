import { extname } from 'node:path';
import { didYouMean } from '../faults/index.ts';
import { UserError } from '../model/index.ts';
import { dotWriter } from './dot.ts';
import { graphmlWriter } from './graphml.ts';
import { jsonWriter } from './json.ts';
import { summaryWriter } from './summary.ts';
import type { Writer } from './writer.ts';

/** Every format the program writes. A new one is a file beside this and a line here. */
export const WRITERS: readonly Writer[] = [jsonWriter, graphmlWriter, dotWriter, summaryWriter];

const meant = (typed: string, names: readonly string[]): string => didYouMean(typed, names) ?? '';

/** @throws UserError for a format the program does not write, with the nearest name or the list. */
export function writerFor(format: string): Writer {
  const writer = WRITERS.find((candidate) => candidate.format === format);
  if (writer) return writer;
  const formats = WRITERS.map((candidate) => candidate.format);
  throw new UserError(`unknown format ${JSON.stringify(format)}`, { hint: meant(format, formats) });
}

/**
 * The format that a file's extension asks for, whatever its case.
 *
 * @throws UserError for an extension of no format, with the nearest one or the list.
 */
export function formatForFile(path: string): string {
  const extension = extname(path);
  const writer = WRITERS.find(({ extensions }) => extensions.includes(extension.toLowerCase()));
  if (writer) return writer.format;
  const extensions = WRITERS.flatMap((candidate) => candidate.extensions);
  throw new UserError(
    extension
      ? `no format has the extension ${JSON.stringify(extension)}`
      : 'a file without extension tells no format',
    { at: { file: path }, hint: `${meant(extension, extensions)} (or name a format with --format)` },
  );
}
