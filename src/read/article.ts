import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { type Article, UserError } from '../model/index.ts';
import { firstWords } from './blocks.ts';
import { decode } from './decode.ts';
import { detectLanguage } from './language.ts';
import { readMarkdown } from './markdown.ts';
import { isoDate, webAddress } from './metadata.ts';
import { readPlainText, type ReadText } from './text.ts';

/** The readers, by the name `--from` takes. */
const READERS = { text: readPlainText, md: readMarkdown } satisfies Record<
  string,
  (text: string) => ReadText
>;
export type InputFormat = keyof typeof READERS;
export const INPUT_FORMATS = Object.keys(READERS) as InputFormat[];

const MARKDOWN_EXTENSIONS = new Set(['.md', '.markdown', '.mdown', '.mkd']);
/** Formats whose markup would be read as prose. */
const UNREAD_EXTENSIONS = new Set(['.html', '.htm', '.xhtml', '.xml', '.rtf', '.json', '.ndjson', '.jsonl']);

export interface ReadOptions {
  /** Overrides what the extension says. */
  readonly from?: InputFormat;
  /** A label of the Encoding Standard; UTF-8 and UTF-16 with a byte order mark need none. */
  readonly encoding?: string;
  /** Override what the article says of itself. */
  readonly title?: string;
  readonly date?: string;
  readonly url?: string;
}

/**
 * An article from its bytes.
 *
 * @param source the path as typed, or `-`
 * @throws UserError where the bytes are no text, or an option is not what it should be; `at.file` is `source`
 */
export function readArticle(source: string, bytes: Uint8Array, options: ReadOptions = {}): Article {
  const metadata = checkedMetadata(options);
  const read = READERS[options.from ?? formatOf(source)];
  const text = withSource(source, () => decode(bytes, options.encoding));
  const { reading, blocks, ...found } = read(text);
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  return {
    id: sha256.slice(0, 16),
    source,
    text,
    reading,
    blocks,
    sha256,
    language: detectLanguage(reading),
    ...found,
    ...metadata,
    title: metadata.title ?? found.title ?? firstWords(reading),
  };
}

function formatOf(source: string): InputFormat {
  const extension = extname(source).toLowerCase();
  if (MARKDOWN_EXTENSIONS.has(extension)) return 'md';
  if (UNREAD_EXTENSIONS.has(extension)) {
    throw new UserError(`no reader for ${extension} files`, {
      at: { file: source },
      hint: 'give the article as plain text or Markdown, or say --from text to read the file as it is',
    });
  }
  return 'text';
}

function checkedMetadata(options: ReadOptions): Pick<ReadOptions, 'title' | 'date' | 'url'> {
  const { title, date, url } = options;
  const checkedDate = date === undefined ? undefined : isoDate(date);
  const checkedUrl = url === undefined ? undefined : webAddress(url);
  if (checkedDate === null) {
    throw new UserError(`"${String(date)}" is no date`, { hint: 'write it as in ISO 8601, 2026-03-31' });
  }
  if (checkedUrl === null) {
    throw new UserError(`"${String(url)}" is no web address`, { hint: 'give one that starts with https://' });
  }
  return {
    ...(title !== undefined && { title }),
    ...(checkedDate !== undefined && { date: checkedDate }),
    ...(checkedUrl !== undefined && { url: checkedUrl }),
  };
}

/** Errors of the readers know the fault; which file it is in is known here. */
function withSource<Value>(source: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError) || error.at) throw error;
    throw new UserError(error.message, {
      at: { file: source },
      ...(error.hint !== undefined && { hint: error.hint }),
      cause: error,
    });
  }
}
