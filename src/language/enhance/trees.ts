import type { EnhancedGraph, SentenceTable, TagTable, TokenTable, Tree, Trees } from '../../model/index.ts';
import { asRead } from '../homographs.ts';
import { documentParser, openParser } from '../parse/index.ts';
import { enhance } from './enhance.ts';

/**
 * The trees of a document, each computed when it is first asked for and kept. The parser's weights are read with the first.
 * Both functions throw a UserError when those are missing, damaged, or of another version.
 */
export function treesOf(sentences: SentenceTable, tokens: TokenTable, tags: TagTable): Trees {
  let parse: ((sentence: number) => Tree) | undefined;
  const trees = new Array<Tree | undefined>(sentences.length);
  const graphs = new Array<EnhancedGraph | undefined>(sentences.length);
  const tree = (sentence: number): Tree => {
    parse ??= documentParser(openParser(), sentences, asRead(sentences, tokens), tags);
    return (trees[sentence] ??= parse(sentence));
  };
  const enhanced = (sentence: number): EnhancedGraph => {
    const first = sentences.firstToken[sentence]!;
    return (graphs[sentence] ??= enhance({
      tree: tree(sentence),
      strings: tokens.strings,
      lower: (i) => tokens.lower[first + i]!,
      xpos: (i) => tags.xpos[first + i]!,
    }));
  };
  return { tree, enhanced };
}
