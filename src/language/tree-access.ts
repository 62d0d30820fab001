import type { Document } from '../model/index.ts';
import { DEPREL, type Deprel } from './parse/index.ts';

type Parsed = Document<'sentences' | 'tokens' | 'trees'>;

/** Token of the head in the tree; -1 for the root. */
export function headOf({ tokens, sentences, trees }: Parsed, token: number): number {
  const sentence = tokens.sentence[token] ?? 0;
  const first = sentences.firstToken[sentence] ?? 0;
  const head = trees.tree(sentence).head[token - first] ?? -1;
  return head < 0 ? -1 : first + head;
}

export function relationOf({ tokens, sentences, trees }: Parsed, token: number): Deprel {
  const sentence = tokens.sentence[token] ?? 0;
  const label = trees.tree(sentence).label[token - (sentences.firstToken[sentence] ?? 0)];
  return DEPREL[label ?? 0] ?? 'dep';
}

/** Tokens that hang on `token`, in text order. */
export function childrenOf({ tokens, sentences, trees }: Parsed, token: number): number[] {
  const sentence = tokens.sentence[token] ?? 0;
  const first = sentences.firstToken[sentence] ?? 0;
  const { head, length } = trees.tree(sentence);
  const children: number[] = [];
  for (let i = 0; i < length; i++) if (head[i] === token - first) children.push(first + i);
  return children;
}
