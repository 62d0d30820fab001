import stringWidth from 'string-width';
import { DEPREL, ENHANCED_DEPREL } from '../../language/index.ts';
import { formAt, lemmaAt, uposAt, xposAt } from '../../model/index.ts';
import type { Document } from '../../model/index.ts';
import { terminalLine } from '../../write/index.ts';
import { treeLines } from './tree-lines.ts';

type Cells = readonly string[];

/** Rows in columns two blanks apart, flush left; wide characters count as the two columns they take. */
export function table(rows: readonly Cells[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, stringWidth(cell))));
  return rows.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat(widths[at]! - stringWidth(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** The tokens of a sentence with their tree, lemmas, tags, relations and names, as aligned lines. */
export function sentenceTable(document: Document, sentence: number): string[] {
  const { sentences, tokens, tags, trees } = document;
  const first = sentences.firstToken[sentence]!;
  const end = sentences.endToken[sentence]!;
  const tree = trees.tree(sentence);
  const drawn = treeLines(tree);
  const names = namesOf(document, first, end);
  const more = enhancedOf(document, sentence);
  return table(
    drawn.map((line, at) => {
      const token = first + at;
      return [
        String(at + 1).padStart(3),
        `${line} ${terminalLine(formAt(tokens, token))}`,
        terminalLine(lemmaAt(tokens, tags, token)),
        uposAt(tags, token),
        xposAt(tokens, tags, token),
        [DEPREL[tree.label[at]!], ...more[at]!].join(', '),
        names[at] ?? '',
      ];
    }),
  );
}

/** A name's type at its first token, `"` at the others. */
function namesOf({ names }: Document, first: number, end: number): string[] {
  const cells: string[] = [];
  for (const { firstToken, endToken, type } of names) {
    if (firstToken < first || firstToken >= end) continue;
    for (let token = firstToken; token < endToken; token++)
      cells[token - first] = token === firstToken ? type : '"';
  }
  return cells;
}

/** What the enhanced graph adds to the tree: per token the other relations, with the number of the head. */
function enhancedOf({ trees, tokens }: Document, sentence: number): string[][] {
  const { firstEdge, head, label, marker } = trees.enhanced(sentence);
  return Array.from({ length: firstEdge.length - 1 }, (_, at) => {
    const added: string[] = [];
    for (let edge = firstEdge[at]! + 1; edge < firstEdge[at + 1]!; edge++) {
      const case_ = marker[edge]! < 0 ? '' : `:${tokens.strings.text(marker[edge]!)}`;
      added.push(`${ENHANCED_DEPREL[label[edge]!]!}${case_} of ${head[edge]! + 1}`);
    }
    return added;
  });
}

/** The mentions of a sentence: words, type, kind and entity, as aligned lines. */
export function mentionTable({ article, mentions, entities }: Document, sentence: number): string[] {
  const own = mentions.filter((mention) => mention.sentence === sentence);
  return table(
    own.map(({ start, end, kind, entity, resolvedBy }) => {
      const found = entity === null ? undefined : entities[entity];
      return [
        `"${terminalLine(article.text.slice(start, end))}"`,
        `${start}-${end}`,
        kind,
        found ? found.type : 'unresolved',
        found ? terminalLine(found.name) + (resolvedBy === null ? '' : ` (by ${resolvedBy})`) : '',
      ];
    }),
  );
}
