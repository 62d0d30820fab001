import { z } from 'zod';
import { ENTITY_TYPES, STATUSES } from '../../model/index.ts';

const goldEntitySchema = z.object({
  id: z.string().min(1).describe('Name of the entity inside this file, such as e1'),
  name: z
    .string()
    .min(1)
    .describe('Fullest proper name the text gives, or the short description of an event'),
  type: z.enum(ENTITY_TYPES),
  aliases: z.array(z.string()).default([]).describe('Every other name the text uses for it; no pronouns'),
});

const goldRelationSchema = z.object({
  type: z.string().min(1).describe('Relation, such as located-in'),
  source: z.string().describe('Id of an entity of this file'),
  target: z.string().describe('Id of an entity of this file'),
  status: z.enum(STATUSES),
  evidence: z.string().describe('Exact substring of the text that says it'),
  coref: z.boolean().describe('Whether an argument in the evidence is a pronoun or a common noun'),
});

/** `NNN.gold.json`: what a careful reader found in `NNN.txt`. Further keys (id, url, kind, notes) are left alone. */
export const goldSchema = z
  .object({
    entities: z.array(goldEntitySchema),
    relations: z.array(goldRelationSchema),
  })
  .describe('Gold graph of one article');

export type GoldEntity = z.infer<typeof goldEntitySchema>;
export type GoldRelation = z.infer<typeof goldRelationSchema>;
export type GoldGraph = z.infer<typeof goldSchema>;
