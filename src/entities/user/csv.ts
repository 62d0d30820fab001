import { UserError } from '../../model/index.ts';
import type { Location } from '../../model/index.ts';

/** A field of a CSV file, and where it begins. */
export interface CsvField {
  readonly text: string;
  readonly at: Location;
}

/** What separates fields: whichever of these stands first in the first line, outside quotes. */
const SEPARATORS = /[,;\t]/u;

/**
 * The rows of a CSV file (RFC 4180; the separator may be a semicolon or a tab, as spreadsheets write it in some countries),
 * without empty ones. Written here since the libraries for CSV don't tell the column at which a field begins.
 *
 * @throws UserError at a quote that is never closed, or that text follows.
 */
export function parseCsv(text: string, file: string): CsvField[][] {
  const header = text.slice(0, /\r|\n|$/u.exec(text)?.index).replace(/"(?:[^"]|"")*"/gu, '');
  const separator = SEPARATORS.exec(header)?.[0] ?? ',';
  const rows: CsvField[][] = [];
  let row: CsvField[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  while (at <= text.length) {
    const place: Location = { file, line, column: at - lineStart + 1 };
    const quoted = text[at] === '"';
    const end = quoted ? closingQuote(text, at, place) : endOfField(text, at, separator);
    const raw = text.slice(at, end);
    row.push({ text: (quoted ? raw.slice(1, -1).replaceAll('""', '"') : raw).trim(), at: place });
    for (let i = raw.indexOf('\n'); i !== -1; i = raw.indexOf('\n', i + 1))
      [line, lineStart] = [line + 1, at + i + 1];
    at = end;
    if (text[at] === separator) {
      at++;
      continue;
    }
    if (at < text.length && text[at] !== '\r' && text[at] !== '\n')
      throw new UserError('text follows a closing quote', {
        at: { file, line, column: at - lineStart + 1 },
        hint: 'write a quote inside quotes twice',
      });
    if (row.some((field) => field.text !== '')) rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    [line, lineStart] = [line + 1, at];
  }
  return rows;
}

function endOfField(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at++;
  return at;
}

function closingQuote(text: string, from: number, place: Location): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at + 1;
    at++;
  }
  throw new UserError('this quote is never closed', { at: place, hint: 'close it with "' });
}
