import { ENHANCED_DEPREL } from '../language/index.ts';
import { lemmaAt, lowerAt, xposAt } from '../model/index.ts';
import type { Document, Trees } from '../model/index.ts';
import { DOUBTFUL_NOUNS } from './cues.ts';
import type { RelationDeclaration, RuleMatch } from '../rules/index.ts';

export type Intent = RelationDeclaration['intent'];

export type ClauseDocument = Document<'sentences' | 'tokens' | 'tags' | 'mentions'> & {
  readonly trees?: Trees;
};

/** The tree of one sentence as status and attribution ask for it. Tokens by index into the document; -1 for none. */
export interface Clause {
  /** The topmost word of what a rule matched. */
  readonly anchor: number;
  /** `counts`: what somebody means to do holds already; `open`: it is a deed, which is open until done. */
  readonly intent: Intent;
  readonly head: (token: number) => number;
  readonly label: (token: number) => string;
  readonly children: (token: number) => readonly number[];
  readonly lemma: (token: number) => string;
  readonly lower: (token: number) => string;
  readonly tag: (token: number) => string;
}

/** Function words: what they stand with is the word of the clause. */
const FUNCTIONAL = new Set([
  'case',
  'mark',
  'cop',
  'aux',
  'aux:pass',
  'cc',
  'punct',
  'det',
  'fixed',
  'compound:prt',
]);

/** Null in a document without trees, and for a match without a trigger. */
export function clauseOf(document: ClauseDocument, match: RuleMatch, intent: Intent = null): Clause | null {
  const { trees, tokens, tags, sentences } = document;
  if (!trees || match.trigger.length === 0) return null;
  const tree = trees.tree(match.sentence);
  const first = sentences.firstToken[match.sentence]!;
  const below: number[][] = [];
  tree.head.forEach((head, position) => {
    if (head >= 0) (below[head] ??= []).push(position + first);
  });
  const head = (token: number): number => {
    const above = tree.head[token - first]!;
    return above < 0 ? -1 : above + first;
  };
  const label = (token: number): string => ENHANCED_DEPREL[tree.label[token - first]!]!;
  const depth = (token: number): number => {
    let steps = 0;
    for (let at = token; at >= 0 && steps < tree.length; at = head(at)) steps++;
    return steps;
  };
  const words = match.trigger.flatMap(({ firstToken, endToken }) =>
    Array.from({ length: endToken - firstToken }, (_, i) => firstToken + i),
  );
  let anchor = words.reduce((best, token) => (depth(token) < depth(best) ? token : best));
  while (FUNCTIONAL.has(label(anchor)) && head(anchor) >= 0) anchor = head(anchor);
  return {
    anchor,
    intent,
    head,
    label,
    children: (token) => below[token - first] ?? [],
    lemma: (token) => lemmaAt(tokens, tags, token).toLowerCase(),
    lower: (token) => lowerAt(tokens, token),
    tag: (token) => xposAt(tokens, tags, token),
  };
}

/** The preposition or marker of a phrase or clause; "according" of "according to". */
export const markerOf = ({ children, label, lower }: Clause, token: number): string => {
  const marker = children(token).find((child) => label(child) === 'case' || label(child) === 'mark');
  return marker === undefined ? '' : lower(marker);
};

export const childrenBy = (clause: Clause, token: number, ...labels: readonly string[]): number[] =>
  clause.children(token).filter((child) => labels.includes(clause.label(child)));

const HEARSAY_REACH = 8;

/** The noun whose content a clause is, by the words: "reports that it had threatened …", wherever a parser hung the clause; -1 for none. */
export function hearsayBefore({ lower, lemma, tag }: Clause, at: number): number {
  for (let token = at - 1; token > 0 && token >= at - HEARSAY_REACH; token--) {
    if (/^(?:[.;:,“”"]|who|which|and|but)$/u.test(lower(token))) return -1;
    // A noun that opens its sentence may be tagged as a verb: "Reports that …".
    if (lower(token) === 'that')
      return DOUBTFUL_NOUNS.has(lemma(token - 1)) && /^(?:NN|VBZ)/u.test(tag(token - 1)) ? token - 1 : -1;
  }
  return -1;
}
