import type { TagTable, TokenTable, SentenceTable, Tree } from '../../model/index.ts';
import { deprelCode } from './labels.ts';
import type { ParserModel } from './model.ts';
import { MAX_WORDS, parseStretch, reserveScratch, type Scratch } from './network.ts';
import { settleDeeds } from './attachments.ts';
import { settleClauses } from './clauses.ts';
import { settleComplements, settleLists } from './lists.ts';
import { settlePunctuation } from './punctuation.ts';
import { settleReports } from './reports.ts';
import { settleSubjects } from './subjects.ts';
import { noRows, type Words } from './words.ts';
import { XPOS } from './xpos.ts';

const ROOT = deprelCode('root');
const PARATAXIS = deprelCode('parataxis');
const TAGS = new Map<string, number>(XPOS.map((tag, code) => [tag, code]));
const UNKNOWN_TAG = XPOS.indexOf('XX');

/** Code of a Penn Treebank tag in the parser's tables. */
export const xposCode = (tag: string): number => TAGS.get(tag) ?? UNKNOWN_TAG;

export interface Parser {
  /** The tree of one sentence. The same words and tags always give the same tree. */
  readonly parse: (words: Words) => Tree;
}

/**
 * A parser over a model laid out with room for `scratchBytes`. A sentence longer than the network reads at once is parsed in stretches,
 * later ones hung under the first one's root.
 */
export function createParser(model: ParserModel): Parser {
  const scratch = reserveScratch(model);
  return {
    parse: (words) => {
      const tree: Tree = {
        length: words.length,
        head: new Int32Array(words.length),
        label: new Uint8Array(words.length),
      };
      let root = -1;
      for (let first = 0; first < words.length; first += MAX_WORDS) {
        const count = Math.min(MAX_WORDS, words.length - first);
        parseStretch(model, scratch, words, first, count);
        root = copyTree(model, scratch, first, count, root, tree);
      }
      settlePunctuation(words, tree);
      settleLists(words, tree);
      settleComplements(words, tree);
      settleClauses(words, tree);
      settleReports(words, tree);
      settleSubjects(words, tree);
      settleDeeds(words, tree);
      return tree;
    },
  };
}

/** Copies a parsed stretch into the tree; returns the position of the sentence's root. */
function copyTree(
  { kernel }: ParserModel,
  scratch: Scratch,
  first: number,
  count: number,
  root: number,
  tree: Tree,
): number {
  const heads = scratch.heads / 4;
  const labels = scratch.labels / 4;
  let sentenceRoot = root;
  for (let i = 0; i < count; i++) {
    const head = kernel.integers[heads + i + 1]!;
    if (head > 0) {
      tree.head[first + i] = first + head - 1;
      tree.label[first + i] = kernel.integers[labels + i + 1]!;
    } else {
      tree.head[first + i] = root;
      tree.label[first + i] = root < 0 ? ROOT : PARATAXIS;
      if (root < 0) sentenceRoot = first + i;
    }
  }
  return sentenceRoot;
}

/** The tree of each sentence of a document, computed anew at each call: the caller keeps what it needs. */
export function documentParser(
  parser: Parser,
  sentences: SentenceTable,
  tokens: TokenTable,
  tags: TagTable,
): (sentence: number) => Tree {
  const codes = new Map<number, number>();
  const xpos = (id: number): number => {
    let code = codes.get(id);
    if (code === undefined) codes.set(id, (code = xposCode(tokens.strings.text(id))));
    return code;
  };
  const found = noRows(tokens.strings.size);
  return (sentence) => {
    const first = sentences.firstToken[sentence]!;
    return parser.parse({
      length: sentences.endToken[sentence]! - first,
      form: (i) => tokens.strings.text(tokens.form[first + i]!),
      lower: (i) => tokens.strings.text(tokens.lower[first + i]!),
      upos: (i) => tags.upos[first + i]!,
      xpos: (i) => xpos(tags.xpos[first + i]!),
      id: (i) => tokens.form[first + i]!,
      found,
    });
  };
}
