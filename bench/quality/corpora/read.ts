import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { byCodeUnit, UserError } from '../../../src/model/index.ts';
import { Conll04Schema, conll04Document } from './conll04.ts';
import type { LabelledDocument, LabelledFile } from './corpus.ts';
import { Re3dSchema, re3dDocument } from './re3d.ts';

type Reader = (value: unknown) => LabelledDocument;

const reader =
  <Schema extends z.ZodType>(
    schema: Schema,
    document: (value: z.infer<Schema>) => LabelledDocument,
  ): Reader =>
  (value) =>
    document(schema.parse(value));

/** By the name of the folder: both corpora call their files train and dev. */
const READERS: Readonly<Record<LabelledFile['corpus'], Reader>> = {
  re3d: reader(Re3dSchema, re3dDocument),
  conll04: reader(Conll04Schema, conll04Document),
};

/** @throws UserError naming the line that is no document of the corpus */
export function readLabelledFile(file: string, corpus: LabelledFile['corpus']): LabelledFile {
  const lines = readFileSync(file, 'utf8').split('\n');
  const documents = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [READERS[corpus](JSON.parse(line))];
    } catch (cause) {
      throw new UserError(`is no document of ${corpus}`, { at: { file, line: index + 1 }, cause });
    }
  });
  return { corpus, file: `${corpus}/${basename(file)}`, documents };
}

/**
 * The `.jsonl` files of the folders `re3d` and `conll04` below a folder, or of one of these itself, sorted by name.
 *
 * @throws UserError where there is none
 */
export function readCorpora(folder: string): LabelledFile[] {
  const folders = [folder, ...['conll04', 're3d'].map((name) => join(folder, name))];
  const found = folders.flatMap((place) => {
    const corpus = basename(place);
    if (
      (corpus !== 're3d' && corpus !== 'conll04') ||
      !statSync(place, { throwIfNoEntry: false })?.isDirectory()
    )
      return [];
    const names = readdirSync(place).filter((name) => name.endsWith('.jsonl'));
    return names.sort(byCodeUnit).map((name) => readLabelledFile(join(dirname(place), corpus, name), corpus));
  });
  if (found.length > 0) return found;
  throw new UserError('no labelled corpus here', {
    at: { file: folder },
    hint: 'give the folder that holds re3d/*.jsonl and conll04/*.jsonl',
  });
}
