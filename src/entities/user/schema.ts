import { z } from 'zod';

const text = (description: string) => z.string().trim().min(1).describe(description);

const entity = z
  .strictObject({
    canonical: text('The name the graph shows.'),
    type: text('person, organization, location, group, event, policy, or a type of a rule file.'),
    aliases: z
      .array(text('Another name.'))
      .describe('Other names that mean it, in every article.')
      .exactOptional(),
    external_id: text('Id in a collection outside, such as a Wikidata id.').exactOptional(),
  })
  .describe('One thing, with all names that mean it.');

/** An entity file in YAML. */
export const entityFileSchema = z
  .strictObject({
    'extract-entities': z.literal(1).describe('Version of this format.'),
    entities: z.array(entity).describe('The things.'),
  })
  .describe('Entities a user knows: they outweigh everything that is read from an article.');

/** The columns of an entity file in CSV, as the keys in YAML. */
export const ENTITY_KEYS = Object.keys(entity.shape) as (keyof typeof entity.shape)[];

export const entityKeysAt = (path: readonly (string | number)[]): readonly string[] =>
  path.length === 0 ? Object.keys(entityFileSchema.shape) : ENTITY_KEYS;
