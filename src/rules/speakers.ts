import { findQuotations } from '../language/index.ts';
import type { Quotation } from '../language/index.ts';
import type { Document, Trees } from '../model/index.ts';

type Spoken = Document<'sentences' | 'tokens' | 'tags' | 'mentions'> & { readonly trees?: Trees };

/** Quotations whose speaker the text names, in text order. */
export const spokenIn = ({ trees, ...document }: Spoken): readonly Quotation[] =>
  trees ? findQuotations({ ...document, trees }).filter(({ speaker }) => speaker >= 0) : [];

/** Token of the speaker of the quotation that a token stands in, or -1. */
export const speakerOf = (quotations: readonly Quotation[], token: number): number =>
  quotations.find(({ firstToken, endToken }) => firstToken < token && token < endToken)?.speaker ?? -1;

/**
 * By sentence, the mentions of those who speak in it and are named in another: "“…,” said Amina Rahim. “…”", where the second quotation
 * is hers as well. Indices into the mentions.
 */
export function speakersFromElsewhere(
  { tokens, mentions }: Pick<Spoken, 'tokens' | 'mentions'>,
  quotations: readonly Quotation[],
): Map<number, number[]> {
  if (quotations.length === 0) return new Map();
  const byToken = new Map<number, number>();
  mentions.forEach(({ firstToken, endToken, kind, head, entity }, index) => {
    if (entity === null) return;
    const [from, end] = kind === 'name' ? [firstToken, endToken] : [head, head + 1];
    for (let token = from; token < end; token++) if (!byToken.has(token)) byToken.set(token, index);
  });
  const found = new Map<number, number[]>();
  for (const { firstToken, endToken, speaker } of quotations) {
    const mention = byToken.get(speaker);
    if (mention === undefined) continue;
    for (let at = tokens.sentence[firstToken]!; at <= tokens.sentence[endToken - 1]!; at++) {
      if (at === tokens.sentence[speaker]) continue;
      const list = found.get(at) ?? [];
      if (!list.includes(mention)) found.set(at, [...list, mention]);
    }
  }
  return found;
}
