import { GFM, type MarkdownParser, parser } from '@lezer/markdown';
import type { Block, BlockKind } from '../model/index.ts';
import { looksLikeTitle, trimmedBlock } from './blocks.ts';
import { entityText } from './entities.ts';
import { readFrontMatter } from './front-matter.ts';
import type { ReadText } from './text.ts';

let configured: MarkdownParser | undefined;
const markdown = (): MarkdownParser => (configured ??= parser.configure(GFM));
type SyntaxNode = ReturnType<MarkdownParser['parse']>['topNode'];

/** Nodes of the tree that are markup from end to end. */
const MARKUP = new Set([
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'TaskMarker',
  'EmphasisMark',
  'StrikethroughMark',
  'CodeMark',
  'CodeInfo',
  'TableDelimiter',
  'HorizontalRule',
  'LinkReference',
  'Image',
  'Autolink',
  'HTMLTag',
  'Comment',
  'CommentBlock',
  'ProcessingInstruction',
  'ProcessingInstructionBlock',
]);

/** Puts `fill` at `from` and blanks the rest up to `to`; line ends stay. */
type Overwrite = (from: number, to: number, fill?: string) => void;

/**
 * Markdown (CommonMark with GitHub's tables, strikethrough and task lists) as same-length text without its markup, and
 * its blocks. The opening heading is the title; front matter gives title, date and url.
 */
export function readMarkdown(text: string): ReadText {
  const units = text.split('');
  const overwrite: Overwrite = (from, to, fill = '') => {
    for (let at = from; at < to; at += 1) {
      if (units[at] !== '\n' && units[at] !== '\r') units[at] = fill.charAt(at - from) || ' ';
    }
  };
  const frontMatter = readFrontMatter(text);
  if (frontMatter) overwrite(0, frontMatter.end);

  const root = markdown().parse(parserInput(units.join(''))).topNode;
  const references = definedReferences(root, text);
  const drafts: Block[] = [];
  root.cursor().iterate(({ node, name, from, to }) => {
    if (MARKUP.has(name)) overwrite(from, to);
    else if (name === 'Link') overwriteLink(node, text, references, overwrite);
    else if (name === 'Escape') overwrite(from, from + 1);
    else if (name === 'Entity') overwrite(from, to, entityText(text.slice(from, to)));
    else if (name === 'HTMLBlock') overwriteHtml(text, from, to, overwrite);
    const kind = blockKind(node);
    if (kind) drafts.push({ start: from, end: to, kind });
  });

  const reading = units.join('');
  const blocks = drafts.flatMap((draft) => trimmedBlock(reading, draft, draft.kind) ?? []);
  return { reading, ...titled(reading, blocks), ...frontMatter?.metadata };
}

/**
 * More than prose holds in one paragraph, in marks and in characters. The parser's time grows with their square, so such
 * a paragraph is read as it stands.
 */
const MAX_MARKS = 1000;
const MAX_PARAGRAPH = 20_000;
const MARKS = /[[\]()*_~!<`\\:@]|www\./gu;

const isOverMarked = (run: string): boolean =>
  run.length > MAX_PARAGRAPH || (run.match(MARKS)?.length ?? 0) > MAX_MARKS;

/** Quotes and lists one in the other at the start of a line, deeper than anybody writes: such a line is read as is. */
const NESTED = /^[ \t]*(?:>[ \t]?|[-+*][ \t]+|\d{1,9}[.)][ \t]+){20,}/u;

/** What the parser sees: same length, line feeds for line ends, and no marks where there are too many. */
function parserInput(text: string): string {
  const lines = text.replaceAll('\r\n', ' \n').replaceAll('\r', '\n').split('\n');
  const runs: string[][] = [[]];
  let wasBlank = false;
  for (const line of lines) {
    const isBlank = line.trim() === '';
    if (isBlank !== wasBlank) runs.push([]);
    runs.at(-1)?.push(line.replace(NESTED, (marks) => ' '.repeat(marks.length)));
    wasBlank = isBlank;
  }
  return runs
    .filter((run) => run.length > 0)
    .map((run) => run.join('\n'))
    .map((run) => (isOverMarked(run) ? run.replace(MARKS, (mark) => ' '.repeat(mark.length)) : run))
    .join('\n');
}

const normalLabel = (label: string): string => label.trim().replace(/\s+/gu, ' ').toLowerCase();

function definedReferences(root: SyntaxNode, text: string): Set<string> {
  const labels = root.getChildren('LinkReference').flatMap((reference) => {
    const label = reference.getChild('LinkLabel');
    return label ? [normalLabel(text.slice(label.from + 1, label.to - 1))] : [];
  });
  return new Set(labels);
}

/** Leaves a link's words. `[the group]` without a definition is an editor's insertion and stays as it is. */
function overwriteLink(
  node: SyntaxNode,
  text: string,
  references: ReadonlySet<string>,
  overwrite: Overwrite,
): void {
  const marks = node.getChildren('LinkMark');
  const [open, close] = marks;
  if (!open || !close) return;
  const label = text.slice(open.to, close.from);
  if (label.startsWith('^')) {
    overwrite(node.from, text.charAt(node.to) === ':' ? node.to + 1 : node.to);
    return;
  }
  const hasDestination = marks.length > 2 || node.getChild('LinkLabel') !== null;
  if (!hasDestination && !references.has(normalLabel(label))) return;
  overwrite(open.from, open.to);
  overwrite(close.from, node.to);
}

/** Tags go, words stay; what a script or style element holds is no text. */
function overwriteHtml(text: string, from: number, to: number, overwrite: Overwrite): void {
  const html = text.slice(from, to);
  if (/^<(?:script|style)\b/iu.test(html)) {
    overwrite(from, to);
    return;
  }
  for (const tag of html.matchAll(/<[^<>]*>/gu)) {
    overwrite(from + tag.index, from + tag.index + tag[0].length);
  }
}

function blockKind(node: SyntaxNode): BlockKind | null {
  const { name } = node;
  if (/^(?:ATX|Setext)Heading\d$/u.test(name)) return 'heading';
  if (name === 'FencedCode' || name === 'CodeBlock') return 'code';
  if (name === 'Task' || name === 'TableCell') return 'item';
  if (name === 'HTMLBlock') return 'paragraph';
  if (name === 'Paragraph') return node.parent?.name === 'ListItem' ? 'item' : 'paragraph';
  return null;
}

/** An opening heading is the title; without one, an opening line that reads like a headline. */
function titled(reading: string, blocks: readonly Block[]): { blocks: readonly Block[]; title?: string } {
  const [first, second] = blocks;
  if (!first) return { blocks };
  const line = reading.slice(first.start, first.end);
  const isHeadline = first.kind === 'paragraph' && second !== undefined && looksLikeTitle(line);
  if (first.kind !== 'heading' && !isHeadline) return { blocks };
  return {
    blocks: [{ ...first, kind: 'title' }, ...blocks.slice(1)],
    title: line.replace(/\s+/gu, ' '),
  };
}
