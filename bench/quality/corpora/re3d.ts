import { z } from 'zod';
import type { LabelledDocument, LabelledMention } from './corpus.ts';

const Offset = z.int().min(0);
const SpanSchema = z.tuple([Offset, Offset]);

/** A document of re3d (Defence Science and Technology Laboratory, 2017), one JSON object; offsets count code points. */
export const Re3dSchema = z.object({
  id: z.string(),
  text: z.string(),
  entities: z.array(z.object({ start: Offset, end: Offset, type: z.string() })),
  relations: z.array(
    z.object({ type: z.string(), source: SpanSchema, target: SpanSchema, confidence: z.number() }),
  ),
});

/** Relations that the corpus itself trusts less than this are doubtful. */
const TRUSTED = 0.5;

/** UTF-16 offset of each code point, and of the end. */
function codeUnits(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  return [...offsets, at];
}

export function re3dDocument({
  id,
  text,
  entities,
  relations,
}: z.infer<typeof Re3dSchema>): LabelledDocument {
  const units = codeUnits(text);
  const unit = (codePoint: number): number => units[codePoint] ?? text.length;
  const mentions = entities.map(({ start, end, type }) => ({ start: unit(start), end: unit(end), type }));
  const mentionAt = ([start, end]: readonly [number, number]): LabelledMention => {
    const [from, to] = [unit(start), unit(end)];
    return (
      mentions.find((mention) => mention.start === from && mention.end === to) ?? {
        start: from,
        end: to,
        type: '',
      }
    );
  };
  return {
    id,
    text,
    mentions,
    relations: relations.map(({ type, source, target, confidence }) => ({
      label: type,
      source: mentionAt(source),
      target: mentionAt(target),
      doubtful: confidence < TRUSTED,
    })),
  };
}
