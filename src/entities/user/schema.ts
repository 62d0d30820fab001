import { z } from 'zod';
import { GazetteerEntrySchema } from '../../rules/index.ts';

/** An entity file in YAML. */
export const entityFileSchema = z
  .strictObject({
    'extract-entities': z.literal(1).describe('Version of this format.'),
    entities: z.array(GazetteerEntrySchema).describe('The things.'),
  })
  .describe('Entities a user knows: they outweigh everything that is read from an article.');

/** The columns of an entity file in CSV, as the keys in YAML. */
export const ENTITY_KEYS = Object.keys(
  GazetteerEntrySchema.shape,
) as (keyof typeof GazetteerEntrySchema.shape)[];
