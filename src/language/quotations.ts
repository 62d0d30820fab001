import { formAt } from '../model/index.ts';
import type { Document } from '../model/index.ts';
import { speakerBeside } from './quoted-speaker.ts';
import { statementsIn } from './statements.ts';

export { SAYING_VERBS } from './quoted-speaker.ts';

type Base = Document<'sentences' | 'tokens' | 'tags' | 'trees'>;

/** A stretch between quotation marks, marks included, or a paragraph of a statement without them; `endToken` exclusive. */
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
  const spans = spansOf(document);
  const inside = new Set<number>();
  for (const { firstToken, endToken } of spans) for (let i = firstToken; i < endToken; i++) inside.add(i);
  const quotations = spans.map((span) => ({ ...span, speaker: -1 }));
  quotations.forEach((quotation, index) => {
    quotation.speaker = speakerBeside({ document, inside }, quotation.firstToken, quotation.endToken);
    // "…," said [Name]. "…": what the same paragraph goes on quoting is still the same speaker's.
    const before = quotations[index - 1];
    if (
      quotation.speaker < 0 &&
      before &&
      passageOf(document, before.firstToken) === passageOf(document, quotation.firstToken)
    )
      quotation.speaker = before.speaker;
  });
  // Behind the others: what stands in quotation marks in a statement may be another's.
  return [...quotations, ...statementsIn(document)];
}

/** Stretches between marks, in text order. */
function spansOf(document: Base): { firstToken: number; endToken: number }[] {
  const { tokens } = document;
  const spans: { firstToken: number; endToken: number }[] = [];
  let open = -1;
  let single = false;
  for (let i = 0; i <= tokens.length; i++) {
    const passage = passageOf(document, i);
    if (open >= 0 && passage !== passageOf(document, open)) {
      // A single mark that nothing closes was an apostrophe.
      if (!single) spans.push({ firstToken: open, endToken: i });
      open = -1;
    }
    const mark = i < tokens.length ? formAt(tokens, i) : '';
    const double = /^(?:["“”]|''|``)$/u.test(mark);
    if (open >= 0 && single ? closesSingle(document, i, mark) : open >= 0 && double && mark !== '“') {
      spans.push({ firstToken: open, endToken: i + 1 });
      open = -1;
    } else if (open < 0 && ((double && mark !== '”') || opensSingle(document, i, mark))) {
      open = i;
      single = !double;
    } else if (double && mark !== '”') {
      open = i;
      single = false;
    }
  }
  return spans;
}

/** A single mark that opens a quotation rather than standing for letters left out: at the start of a sentence or behind a comma or colon. */
function opensSingle({ tokens, sentences }: Base, token: number, mark: string): boolean {
  if (mark !== '‘' && mark !== "'") return false;
  const first = sentences.firstToken[tokens.sentence[token] ?? 0] ?? 0;
  const glued = tokens.end[token] === tokens.start[token + 1];
  return glued && (token === first || /^[:,]$/u.test(formAt(tokens, token - 1)));
}

const closesSingle = ({ tokens }: Base, token: number, mark: string): boolean =>
  /^['’]$/u.test(mark) && /^[,.?!]$/u.test(formAt(tokens, token - 1));

const passageOf = ({ tokens, sentences }: Base, token: number): number =>
  sentences.passage[tokens.sentence[token] ?? -1] ?? -1;
