import { z } from 'zod';
import { DOUBTS } from './doubts.ts';

const thing = z
  .strictObject({
    type: z.string().min(1).describe('Type of the entity.'),
    name: z.string().min(1).describe('Its canonical name in the article.'),
    documents: z
      .array(z.string().min(1))
      .min(1)
      .describe('Ids of the documents that are meant; absent for every document.')
      .exactOptional(),
    in: z.array(z.string()).describe('Where it was read. For the reader only.').exactOptional(),
  })
  .describe('A name as one article, or every article, has it.');

const reviewCase = z
  .strictObject({
    answer: z
      .enum(['accept', 'reject', 'open'])
      .describe('accept: all of them are one thing. reject: no two of them are.'),
    why: z.enum(DOUBTS).describe('Why they may be one. For the reader only.').exactOptional(),
    note: z.string().describe('Anything worth remembering of the answer.').exactOptional(),
    things: z
      .array(thing)
      .refine((list) => list.length > 1, 'must name at least two')
      .describe('The names in question.'),
  })
  .describe('One question, with its answer.');

/** A file of doubtful joins, for a person to accept or reject. */
export const reviewSchema = z
  .strictObject({
    'extract-merges': z.literal(1).describe('Version of this format.'),
    cases: z.array(reviewCase).describe('The questions.'),
  })
  .describe('Doubtful joins of entities across articles, and what a person decided on them.');

export type ReviewCase = z.infer<typeof reviewCase>;
