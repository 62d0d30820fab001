import type { Block, Span } from '../model/index.ts';
import { looksLikeTitle, trimSpan } from './blocks.ts';

/** What a reader makes of the decoded text. */
export interface ReadText {
  readonly reading: string;
  readonly blocks: readonly Block[];
  readonly title?: string;
  readonly date?: string;
  readonly url?: string;
}

/** Lines longer than this were not broken by a mail or text program. */
const MAX_WRAP_WIDTH = 130;
/** Share of line ends that must fit, before a text counts as wrapped or as one paragraph a line. */
const MOST = 0.8;
const ENDS_SENTENCE = /[.!?:…]["'”’)\]]*$/u;
const STARTS_LOWER = /^["'“‘(]?\p{Ll}/u;
const BULLET = /^[-*•‣·–]\s+\S/u;

/**
 * Blocks of plain text. Blank lines part paragraphs. Inside a run of lines, a line end parts paragraphs unless the text
 * was wrapped to a width, which shows in that the next line's first word would not have fitted.
 */
export function readPlainText(text: string): ReadText {
  const reading = withoutWireSigns(text);
  const runs = lineRuns(text);
  const joins = joinRule(text, runs);
  const blocks: Block[] = [];
  for (const run of runs) {
    for (const span of paragraphs(text, run, joins)) {
      blocks.push({ ...span, kind: BULLET.test(text.slice(span.start, span.end)) ? 'item' : 'paragraph' });
    }
  }
  const [first, second] = blocks;
  if (!first || !second || first.kind !== 'paragraph') return { reading, blocks };
  const line = text.slice(first.start, first.end);
  if (!looksLikeTitle(line)) return { reading, blocks };
  return { reading, blocks: [{ ...first, kind: 'title' }, ...blocks.slice(1)], title: line };
}

/**
 * The signs of old news wires as others write them, each in as many characters: "LYON (AP) _ The mayor _ a doctor _ said ``we'll see.''"
 */
function withoutWireSigns(text: string): string {
  const dashed = text.replace(/(?<=\s)_(?=\s)/gu, '–');
  return dashed.includes('``') ? dashed.replaceAll('``', ' “').replaceAll("''", '” ') : dashed;
}

/** Lines without white space at their ends, in runs parted by blank lines. */
function lineRuns(text: string): Span[][] {
  const runs: Span[][] = [];
  let run: Span[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+|\r\n|[\r\n\u2028\u2029]/gu)) {
    const line = trimSpan(text, { start: match.index, end: match.index + match[0].length });
    if (line) {
      run.push(line);
      continue;
    }
    const isLineEnd = /[\r\n\u2028\u2029]/u.test(match[0]);
    const previous = match.index === 0 ? '\n' : text.charAt(match.index - 1);
    const previousIsLineEnd = /[\r\n\u2028\u2029]/u.test(previous);
    if (!isLineEnd || previousIsLineEnd) close();
  }
  close();
  return runs;
}

type JoinRule = (line: Span, next: Span) => boolean;

/** Whether two neighbouring lines are one paragraph, judged by the habits of the whole text. */
function joinRule(text: string, runs: readonly Span[][]): JoinRule {
  const slice = (span: Span): string => text.slice(span.start, span.end);
  const continues: JoinRule = (line, next) =>
    STARTS_LOWER.test(slice(next)) && !ENDS_SENTENCE.test(slice(line));
  const width = runs.flat().reduce((longest, line) => Math.max(longest, line.end - line.start), 0);
  const breaks = runs.flatMap((run) => run.slice(1).map((next, i) => [run[i] ?? next, next] as const));
  if (width > MAX_WRAP_WIDTH || breaks.length === 0) return continues;

  const filled: JoinRule = (line, next) => {
    const word = slice(next).split(/\s/u, 1)[0] ?? '';
    return line.end - line.start + 1 + word.length > width * 0.9;
  };
  const share = (test: JoinRule): number =>
    breaks.filter(([line, next]) => test(line, next)).length / breaks.length;
  const oneParagraphALine = share((line) => ENDS_SENTENCE.test(slice(line))) >= MOST;
  const wrapped = !oneParagraphALine && share((a, b) => filled(a, b) || continues(a, b)) >= MOST;
  return wrapped ? (line, next) => filled(line, next) || continues(line, next) : continues;
}

function paragraphs(text: string, run: readonly Span[], joins: JoinRule): Span[] {
  const spans: Span[] = [];
  let previous: Span | undefined;
  for (const line of run) {
    const last = spans.at(-1);
    const isBullet = BULLET.test(text.slice(line.start, line.end));
    if (last && previous && !isBullet && joins(previous, line)) {
      spans[spans.length - 1] = { start: last.start, end: line.end };
    } else {
      spans.push(line);
    }
    previous = line;
  }
  return spans;
}
