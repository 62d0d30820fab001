import stringWidth from 'string-width';

export interface WrapOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Blanks before every line. */
  readonly indent?: number;
  /** Further blanks before every line but the first. */
  readonly hanging?: number;
}

/** `string-width` segments its text; most words need no such care. */
const columnsOf = (text: string): number => (/^[\x20-\x7e]*$/u.test(text) ? text.length : stringWidth(text));

let segmenter: Intl.Segmenter | undefined;
const graphemes = (): Intl.Segmenter => (segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' }));

/** Lines of at most `width` columns, wide characters counting two (UAX 11); words longer than a line are broken. */
export function wrap(text: string, { width, indent = 0, hanging = 0 }: WrapOptions): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let used = indent;
  let empty = true as boolean;
  const breakLine = () => {
    lines.push(line);
    line = ' '.repeat(indent + hanging);
    used = indent + hanging;
    empty = true;
  };
  const add = (piece: string, columns: number) => {
    line += piece;
    used += columns;
    empty = false;
  };
  for (const word of text.split(' ')) {
    const columns = columnsOf(word);
    if (!empty && used + 1 + columns > width) breakLine();
    if (!empty) add(' ', 1);
    if (used + columns <= width) {
      add(word, columns);
      continue;
    }
    for (const { segment } of graphemes().segment(word)) {
      const wide = columnsOf(segment);
      if (!empty && used + wide > width) breakLine();
      add(segment, wide);
    }
  }
  return [...lines, line];
}
