import { formAt, lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import type { Document } from '../model/index.ts';
import { SAYING_VERBS } from './quoted-speaker.ts';
import { childrenOf, relationOf } from './tree-access.ts';

type Base = Document<'sentences' | 'tokens' | 'tags' | 'trees'>;

/** A paragraph of a statement printed without quotation marks; the token before it stands for the mark. `endToken` exclusive. */
export interface Statement {
  readonly firstToken: number;
  readonly endToken: number;
  readonly speaker: number;
}

const FIRST_PERSON = /^(?:i|we|my|our|us|me|ours)$/u;
const QUOTE = /^(?:["“”‘]|''|``)$/u;
/** How far before the colon the verb of saying may stand ("said in a statement on Friday:"), in tokens. */
const REACH = 12;

interface Paragraph {
  readonly firstToken: number;
  readonly endToken: number;
}

/**
 * "The foreign secretary said:" before paragraphs without quotation marks, as press releases print what somebody says: the paragraphs that
 * follow, up to the last one that says "I" or "we". None where the next paragraph has a quotation mark for its first sign.
 */
export function statementsIn(document: Base): Statement[] {
  const paragraphs = paragraphsOf(document);
  return paragraphs.flatMap((paragraph, index) => {
    const speaker = introducedBy(document, paragraph);
    return speaker < 0
      ? []
      : followers(document, paragraphs, index + 1).map((each) => ({
          firstToken: each.firstToken - 1,
          endToken: each.endToken,
          speaker,
        }));
  });
}

function paragraphsOf({ sentences }: Base): Paragraph[] {
  const found: { firstToken: number; endToken: number; passage: number }[] = [];
  for (let i = 0; i < sentences.length; i++) {
    const passage = sentences.passage[i]!;
    const last = found.at(-1);
    if (last?.passage === passage) last.endToken = sentences.endToken[i]!;
    else found.push({ firstToken: sentences.firstToken[i]!, endToken: sentences.endToken[i]!, passage });
  }
  return found;
}

/** Who says what follows the paragraph's colon; -1 where it ends in none, or nobody says it. */
function introducedBy(document: Base, { firstToken, endToken }: Paragraph): number {
  const { tokens, tags } = document;
  if (formAt(tokens, endToken - 1) !== ':') return -1;
  for (let i = endToken - 2; i >= Math.max(firstToken, endToken - REACH); i--) {
    if (uposAt(tags, i) !== 'VERB' || !SAYING_VERBS.has(lemmaAt(tokens, tags, i))) continue;
    // "The minister Ada Holm said" may be read with two subjects: the name is the nearer one.
    return childrenOf(document, i).findLast((child) => relationOf(document, child) === 'nsubj') ?? -1;
  }
  return -1;
}

function followers({ tokens }: Base, paragraphs: readonly Paragraph[], from: number): Paragraph[] {
  const found: Paragraph[] = [];
  let spoken = 0;
  for (const paragraph of paragraphs.slice(from)) {
    const { firstToken, endToken } = paragraph;
    if (QUOTE.test(formAt(tokens, firstToken)) || formAt(tokens, endToken - 1) === ':') break;
    found.push(paragraph);
    for (let i = firstToken; i < endToken; i++)
      if (FIRST_PERSON.test(lowerAt(tokens, i))) spoken = found.length;
  }
  return found.slice(0, spoken);
}
