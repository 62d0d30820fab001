import { formAt, lemmaAt, uposAt, xposAt } from '../../model/index.ts';
import type { Document } from '../../model/index.ts';
import { ENHANCED_DEPREL } from '../enhance/index.ts';
import { DEPREL } from '../parse/index.ts';

export type Analysis = Document<'passages' | 'sentences' | 'tokens' | 'tags' | 'names' | 'trees'>;

const NER: Readonly<Record<string, string>> = { person: 'PER', organization: 'ORG', location: 'LOC' };

/** By token: the label of the name it stands in, in the manner of IOB2 (`B-ORG`, `I-ORG`); `O` outside. */
export function nameLabels({ names, tokens }: Analysis): string[] {
  const labels = new Array<string>(tokens.length).fill('O');
  for (const { firstToken, endToken, type } of names) {
    for (let i = firstToken; i < endToken; i++)
      labels[i] = `${i === firstToken ? 'B' : 'I'}-${NER[type] ?? 'OTH'}`;
  }
  return labels;
}

/** What the analysis says of one word: the columns of CoNLL-U without ID, FEATS and MISC. `head` counts from 1, 0 is the root. */
export interface WordColumns {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
  readonly deps: string;
}

/** The columns of every word of a sentence. Parses the sentence. */
export function sentenceColumns(document: Analysis, sentence: number): WordColumns[] {
  const { sentences, tokens, tags, trees } = document;
  const first = sentences.firstToken[sentence]!;
  const tree = trees.tree(sentence);
  const deps = enhancedColumns(document, sentence);
  return Array.from({ length: sentences.endToken[sentence]! - first }, (_, i) => ({
    form: formAt(tokens, first + i),
    lemma: lemmaAt(tokens, tags, first + i),
    upos: uposAt(tags, first + i),
    xpos: xposAt(tokens, tags, first + i),
    head: tree.head[i]! + 1,
    deprel: DEPREL[tree.label[i]!]!,
    deps: deps[i]!,
  }));
}

/** `4:nsubj|6:nsubj:xsubj`, by head, as the format orders them. */
function enhancedColumns({ trees, tokens }: Analysis, sentence: number): string[] {
  const { firstEdge, head, label, marker } = trees.enhanced(sentence);
  return Array.from({ length: firstEdge.length - 1 }, (_, i) => {
    const edges: [number, string][] = [];
    for (let edge = firstEdge[i]!; edge < firstEdge[i + 1]!; edge++) {
      const marked = marker[edge]! < 0 ? '' : `:${tokens.strings.text(marker[edge]!).replaceAll(' ', '_')}`;
      edges.push([head[edge]! + 1, `${ENHANCED_DEPREL[label[edge]!]!}${marked}`]);
    }
    edges.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
    return edges.map(([from, relation]) => `${from}:${relation}`).join('|');
  });
}
