import { deprelCode } from '../../src/language/index.ts';
import type { Deprel } from '../../src/language/index.ts';
import { enhance } from '../../src/language/enhance/index.ts';
import type { EnhancedGraph, Tree, Trees } from '../../src/model/index.ts';
import type { MatchableDocument } from '../../src/rules/view.ts';
import { documentOf } from './document.ts';

/**
 * A document of one sentence with its tree. `notation` is that of `documentOf`; `arcs` holds one `label<head` per word, the head
 * by its number from 1, the root `root`.
 */
export function treeDocument(notation: string, arcs: string): MatchableDocument & { readonly trees: Trees } {
  const document = documentOf(notation);
  const { tokens, tags } = document;
  const rows = arcs
    .trim()
    .split(/\s+/u)
    .map((arc) => arc.split('<'));
  if (rows.length !== tokens.length)
    throw new Error(`${rows.length} arcs for ${tokens.length} words: ${document.article.text}`);
  const tree: Tree = {
    length: rows.length,
    head: Int32Array.from(rows, ([, head]) => (head === undefined ? -1 : Number(head) - 1)),
    label: Uint8Array.from(rows, ([label]) => deprelCode(label as Deprel)),
  };
  const graph: EnhancedGraph = enhance({
    tree,
    strings: tokens.strings,
    lower: (i) => tokens.lower[i]!,
    xpos: (i) => tags.xpos[i]!,
  });
  return { ...document, trees: { tree: () => tree, enhanced: () => graph } };
}
