/** How items are written on a terminal and in messages. */

/** One line, without control characters, which could steer a terminal; shortened to `limit` code units. */
export function oneLine(text: string, limit = Infinity): string {
  // eslint-disable-next-line no-control-regex
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  if (line.length <= limit) return line;
  return `${line.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** `NOT opposes` for a denial, `opposes?` for the uncertain. */
export function relationLabel(relation: string, status: string | undefined): string {
  if (status === 'negated') return `NOT ${relation}`;
  return status === 'uncertain' ? `${relation}?` : relation;
}

export interface Shown {
  readonly source: string;
  readonly relation: string;
  readonly target: string;
  readonly status?: string | undefined;
}

/** `A -[relation]-> B`. */
export const arrow = ({ source, relation, target, status }: Shown): string =>
  oneLine(`${source} -[${relationLabel(relation, status)}]-> ${target}`);

export const quoted = (text: string, limit = 160): string => `"${oneLine(text, limit)}"`;

/** Rows in columns two blanks apart; the first column and those named in `left` flush left, the others flush right. */
export function columns(rows: readonly (readonly string[])[], left: readonly number[] = [0]): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, k) => (widths[k] = Math.max(widths[k] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, k) => (left.includes(k) ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
