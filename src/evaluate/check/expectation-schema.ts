import { z } from 'zod';
import { STATUSES } from '../../model/index.ts';
import { foldName } from '../gold/fold.ts';

const name = z
  .string()
  .min(1)
  .refine((text) => foldName(text) !== '', 'names nothing')
  .describe('Label or alias of a node, compared without case, leading article, possessive and full stops');

const quote = z
  .string()
  .refine((text) => text.trim() !== '', 'must not be empty')
  .describe('Words of the article, exactly but for white space; they stand in the evidence of the edge');

const relation = z.string().min(1).describe('Relation, such as located-in');

const gap = z
  .string()
  .refine((text) => text.trim() !== '', 'must not be empty')
  .optional()
  .describe('Why the expectation falls short today: a known gap is no failure, but one that is closed is');

const edgeSchema = z
  .strictObject({
    source: name,
    relation,
    target: name,
    status: z.enum(STATUSES).default('asserted').describe('Status of the edge; asserted where not given'),
    quote,
    attributed_to: z
      .string()
      .min(1)
      .optional()
      .describe('Whose word it is: a node, or the words for an unnamed source ("officials")'),
    gap,
  })
  .describe('An edge that must be there');

const noEdgeSchema = z
  .strictObject({
    source: name.optional(),
    relation: relation.optional(),
    target: name.optional(),
    status: z.enum(STATUSES).optional(),
    quote: quote.optional(),
    gap,
  })
  .describe('Edges that must not be there; each given field narrows it, and {} means no edge at all');

const entitySchema = z
  .strictObject({
    name,
    type: z.string().min(1).optional().describe('Entity type of the node'),
    aliases: z.array(name).optional().describe('Names that the same node must bear'),
    gap,
  })
  .describe('An entity that must be there');

const noEntitySchema = z
  .union([name, z.strictObject({ name, gap })])
  .describe('A name that no node may bear, alone or with its known gap');

const below = (path: string): boolean =>
  path.endsWith('.json') &&
  !/[\\:]/.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '..');

const graphSchema = z
  .string()
  .refine(below, 'must be a .json file in the same folder or below it, written with /')
  .describe('File that holds the whole graph, beside this file; a missing file is a failure');

/** `NAME.expect.yaml`: what the graph of `NAME.txt` or `NAME.md` must and must not hold. */
export const expectationSchema = z
  .strictObject({
    edges: z.array(edgeSchema).optional(),
    'no-edges': z.array(noEdgeSchema).optional(),
    entities: z.array(entitySchema).optional(),
    'no-entities': z.array(noEntitySchema).optional(),
    graph: graphSchema.optional(),
  })
  .describe('Expectations of one fixture article');

export type EdgeExpectation = Omit<z.infer<typeof edgeSchema>, 'gap'>;
export type NoEdgeExpectation = Omit<z.infer<typeof noEdgeSchema>, 'gap'>;
export type EntityExpectation = Omit<z.infer<typeof entitySchema>, 'gap'>;
