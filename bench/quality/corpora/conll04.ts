import { z } from 'zod';
import type { LabelledDocument } from './corpus.ts';
import { joinTokens } from './join-tokens.ts';

const Index = z.int().min(0);

/** A sentence of CoNLL-2004 (Roth and Yih 2004), one JSON object; entities are ranges of tokens, relations go by entity. */
export const Conll04Schema = z.object({
  id: z.string(),
  tokens: z.array(z.string().min(1)),
  entities: z.array(z.object({ start: Index, end: Index, type: z.string() })),
  relations: z.array(z.object({ type: z.string(), source: Index, target: Index })),
});

/** The corpus holds tokens alone; the program gets text as a newspaper would print it. */
export function conll04Document({
  id,
  tokens,
  entities,
  relations,
}: z.infer<typeof Conll04Schema>): LabelledDocument {
  const { text, spans } = joinTokens(tokens);
  const mentions = entities.map(({ start, end, type }) => ({
    start: spans[start]?.start ?? text.length,
    end: spans[end - 1]?.end ?? text.length,
    type,
  }));
  return {
    id,
    text,
    mentions,
    relations: relations.flatMap(({ type, source: from, target: to }) => {
      const [source, target] = [mentions[from], mentions[to]];
      return source && target ? [{ label: type, source, target, doubtful: false }] : [];
    }),
  };
}
