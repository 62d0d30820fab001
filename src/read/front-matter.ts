import { isScalar, parseDocument } from 'yaml';
import { isoDate, webAddress } from './metadata.ts';

export interface FrontMatter {
  /** Offset just past the closing line. */
  readonly end: number;
  readonly metadata: { readonly title?: string; readonly date?: string; readonly url?: string };
}

const FENCED = /^---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/u;

/** Comments and blank lines may stand before the first key. */
const STARTS_WITH_KEY = /^(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[\w-]+[ \t]*:/u;

/** YAML between two `---` lines at the very start. Without a key in its first line it is no front matter. */
export function readFrontMatter(text: string): FrontMatter | null {
  const match = FENCED.exec(text);
  const body = match?.[1];
  if (!match || body === undefined || !STARTS_WITH_KEY.test(body)) return null;
  const values = keysOf(body);
  const title = values.get('title')?.trim();
  const date = isoDate(values.get('date') ?? '');
  const url = webAddress(values.get('url') ?? '');
  return {
    end: match[0].length,
    metadata: { ...(title && { title }), ...(date && { date }), ...(url && { url }) },
  };
}

/** Longer values are no title, date or address. */
const MAX_VALUE_LENGTH = 2000;

/** The keys we read, each parsed alone, so that a fault elsewhere in the front matter costs nothing. */
function keysOf(body: string): Map<string, string> {
  const values = new Map<string, string>();
  const lines = body.replace(/\r\n?/gu, '\n');
  for (const match of lines.matchAll(/^(title|date|url)[ \t]*:(.*(?:\n[ \t]+.*)*)/gimu)) {
    const [, key, value] = match;
    if (key === undefined || value === undefined || value.length > MAX_VALUE_LENGTH) continue;
    if (!values.has(key.toLowerCase())) values.set(key.toLowerCase(), scalar(value));
  }
  return values;
}

/** A list or map, which would be no title: not parsed, for it may nest without end. */
const COLLECTION = /^(?:[[{]|[-?](?:\s|$))/u;

/** The YAML scalar; what is no YAML (a colon in an unquoted title) stands for itself. */
function scalar(value: string): string {
  if (COLLECTION.test(value.trim())) return value.trim().replace(/\s+/gu, ' ');
  const document = parseDocument(value.trim(), {
    schema: 'failsafe',
    logLevel: 'silent',
    prettyErrors: false,
  });
  const { contents, errors } = document;
  const parsed = errors.length === 0 && isScalar(contents) ? contents.value : null;
  return typeof parsed === 'string' ? parsed : value.trim().replace(/\s+/gu, ' ');
}
