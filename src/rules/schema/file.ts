import { z } from 'zod';
import { EntityRuleSchema, GazetteerEntrySchema } from './entity.ts';
import { LENGTHS } from './lengths.ts';
import { Description, nameOf } from './parts.ts';
import { RelationName, RuleSchema, ruleShape } from './rule.ts';
import { SuppressionSchema } from './suppress.ts';

const Types = z.array(z.string().min(1)).min(1);

export const RelationSchema = z
  .strictObject({
    source: Types.meta({
      description: 'Entity types the source may have; `actor` is person, organization, group or location.',
      examples: [['actor']],
    }),
    target: Types.meta({
      description: 'Entity types the target may have.',
      examples: [['event', 'policy']],
    }),
    description: Description.optional().meta({ description: 'What an edge of this relation says.' }),
    named: Types.optional().meta({
      description:
        'Entity types that can be the source only with a name of their own: not "reporters" or "the police".',
      examples: [['person', 'organization', 'group']],
    }),
    spokesmen: z.literal('for-principal').optional().meta({
      description:
        'What a spokesman does is the doing of whom he speaks for: "Hamas spokesman Amina Rahim condemned …" is an edge from Hamas.',
    }),
    intent: z.enum(['counts', 'open']).optional().meta({
      description:
        '`counts`: who threatens, vows, plans, wants or tries to do it stands in the relation already, "Norway threatened to sue Hungary" is asserted. `open`: it is a deed, and what somebody will, would, can or must do is uncertain. Without either, a plan is uncertain, what will be is not.',
    }),
    symmetric: z.boolean().optional().meta({
      description: 'True where "A relation B" also says "B relation A": the end named first is the source.',
    }),
  })
  .meta({ id: 'relation', description: 'A relation: what may stand at its ends.' });

export const EntityTypeSchema = z
  .strictObject({
    is: z
      .union([z.string().min(1), Types])
      .optional()
      .meta({
        description:
          'The type, or the types, that it is a kind of: wherever those are allowed it is too. `actor` makes it one that acts.',
        examples: ['organization', ['actor']],
      }),
    description: Description.optional().meta({ description: 'What has this type.' }),
  })
  .meta({ id: 'entity-type', description: 'A type of entities.', examples: [{ is: 'organization' }] });

const headShape = {
  extract: z.literal(1).meta({ description: 'Version of the rule language. Required.' }),
  name: z.string().max(200).optional().meta({ description: 'What this file is, for people.' }),
  version: z
    .union([z.string().max(40), z.number()])
    .optional()
    .meta({ description: 'Version of this file; it is recorded in every graph.', examples: ['1.0.0'] }),
  import: z
    .array(z.string().min(1).max(500))
    .min(1)
    .max(100)
    .optional()
    .meta({
      description:
        'Rule files in the folder of this one or below; they are loaded too, and their vocabularies can be used here.',
      examples: [['shared/verbs.yaml']],
    }),
  vocabulary: z
    .record(nameOf('a vocabulary'), z.array(z.string().min(1).max(200)).min(1).max(LENGTHS.vocabulary))
    .optional()
    .meta({
      description:
        'Lists of lemmas or phrases, written `$name` in patterns of this file and of those that import it. An entry `$other` stands for all of another list.',
      examples: [{ 'claim-verb': ['claim', 'admit', 'take credit for'] }],
    }),
  types: z
    .record(nameOf('an entity type'), EntityTypeSchema)
    .optional()
    .meta({
      description: 'New entity types by name. Every loaded file may use them.',
      examples: [{ militia: { is: 'organization' } }],
    }),
  relations: z
    .record(RelationName, RelationSchema)
    .optional()
    .meta({ description: 'Relations by name. Rules of every loaded file may use them.' }),
  entities: z
    .array(GazetteerEntrySchema)
    .max(50_000)
    .optional()
    .meta({ description: 'Things that are known by name: as in an entity file.' }),
  'entity-rules': z
    .array(EntityRuleSchema)
    .optional()
    .meta({ description: 'Patterns that make names, or give names another type.' }),
  suppress: z.array(SuppressionSchema).optional().meta({ description: 'What is not a match.' }),
};

/** A file with any number of rules. */
export const RuleListFileSchema = z
  .strictObject({
    ...headShape,
    rules: z.array(RuleSchema).default([]).meta({ description: 'The rules; their order has no meaning.' }),
  })
  .meta({ description: 'A rule file.' });

/** A file that is one rule, without the `rules:` wrapper. */
export const SingleRuleFileSchema = z
  .strictObject({ ...headShape, ...ruleShape })
  .meta({ description: 'A rule file that holds one rule.' });

/** Rule language 1, as a user writes it. */
export const RuleFileSchema = z.union([RuleListFileSchema, SingleRuleFileSchema]).meta({
  description: 'Rules that read relations out of news text (rule language 1).',
});

/** What a folder of rule files is called. */
export const PackFileSchema = z
  .strictObject({
    'extract-pack': z.literal(1).meta({ description: 'Version of this format. Required.' }),
    name: nameOf('a pack').meta({ description: 'Name of the pack.', examples: ['conflict'] }),
    version: z
      .union([z.string().min(1).max(40), z.number()])
      .meta({ description: 'Its version; it is recorded in every graph.', examples: ['1.0.0'] }),
    description: Description.optional().meta({ description: 'What the pack reads.' }),
  })
  .meta({ description: 'pack.yaml: makes a folder of rule files a pack with a name and a version.' });
