import { formAt, lemmaAt, uposAt } from '../model/index.ts';
import type { Document } from '../model/index.ts';
import { DEPREL } from './parse/index.ts';

type Base = Document<'sentences' | 'tokens' | 'tags' | 'trees'>;

/** Verbs whose subject speaks. */
export const SAYING_VERBS: ReadonlySet<string> = new Set(
  `say tell add write state announce claim declare explain argue insist warn note report ask reply answer remark comment tweet continue
   acknowledge admit deny recall stress conclude observe suggest think believe describe call`.split(/\s+/u),
);

/** A stretch between quotation marks, marks included; `endToken` exclusive. */
export interface Quotation {
  readonly firstToken: number;
  readonly endToken: number;
  /** Token of the one who speaks, subject of the verb of saying beside the quotation; -1 where none stands there. */
  readonly speaker: number;
}

/**
 * Quotations of a document. A quotation stays within its passage; a mark that nothing closes counts up to its end, as paragraphs of a
 * long quotation are left open.
 */
export function findQuotations(document: Base): Quotation[] {
  const { tokens, sentences } = document;
  const spans: { firstToken: number; endToken: number }[] = [];
  let open = -1;
  for (let i = 0; i <= tokens.length; i++) {
    const passage = passageOf(document, i);
    if (open >= 0 && passage !== passageOf(document, open)) {
      spans.push({ firstToken: open, endToken: i });
      open = -1;
    }
    const mark = i < tokens.length ? formAt(tokens, i) : '';
    if (!/^(?:["“”]|''|``)$/u.test(mark)) continue;
    if (open >= 0 && mark !== '“') {
      spans.push({ firstToken: open, endToken: i + 1 });
      open = -1;
    } else if (mark !== '”') open = i;
  }
  const inside = new Set<number>();
  for (const { firstToken, endToken } of spans) for (let i = firstToken; i < endToken; i++) inside.add(i);
  const quotations = spans.map((span) => ({ ...span, speaker: -1 }));
  quotations.forEach((quotation, index) => {
    const first = tokens.sentence[quotation.firstToken] ?? 0;
    const last = tokens.sentence[quotation.endToken - 1] ?? 0;
    for (const sentence of first === last ? [first] : [first, last]) {
      const from = sentences.firstToken[sentence] ?? 0;
      const end = sentences.endToken[sentence] ?? 0;
      for (let i = from; i < end && quotation.speaker < 0; i++)
        if (isSpeaker(document, i, inside)) quotation.speaker = i;
    }
    // "…," said [Name]. "…": what the same paragraph goes on quoting is still the same speaker's.
    const before = quotations[index - 1];
    if (
      quotation.speaker < 0 &&
      before &&
      passageOf(document, before.firstToken) === passageOf(document, quotation.firstToken)
    )
      quotation.speaker = before.speaker;
  });
  return quotations;
}

const passageOf = ({ tokens, sentences }: Base, token: number): number =>
  sentences.passage[tokens.sentence[token] ?? -1] ?? -1;

/** Whether a token is the subject of a verb of saying that stands outside all quotations. */
function isSpeaker(document: Base, token: number, inside: ReadonlySet<number>): boolean {
  if (inside.has(token)) return false;
  const { tokens, tags, sentences, trees } = document;
  const sentence = tokens.sentence[token] ?? 0;
  const first = sentences.firstToken[sentence] ?? 0;
  const tree = trees.tree(sentence);
  const head = tree.head[token - first] ?? -1;
  const verb = first + head;
  return (
    (DEPREL[tree.label[token - first] ?? 0] ?? '').startsWith('nsubj') &&
    head >= 0 &&
    !inside.has(verb) &&
    uposAt(tags, verb) === 'VERB' &&
    SAYING_VERBS.has(lemmaAt(tokens, tags, verb))
  );
}
