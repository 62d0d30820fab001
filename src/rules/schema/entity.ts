import { z } from 'zod';
import { Description, Example, nameOf, Patterns, Priority } from './parts.ts';

const text = (description: string) => z.string().trim().min(1).max(200).meta({ description });

/** An entry of a gazetteer: the same in rule files and in entity files. */
export const GazetteerEntrySchema = z
  .strictObject({
    canonical: text('The name the graph shows.'),
    type: text('person, organization, location, group, event, policy, or a type of a rule file.'),
    aliases: z
      .array(text('Another name.'))
      .meta({ description: 'Other names that mean it, in every article.' })
      .exactOptional(),
    external_id: text('Id in a collection outside, such as a Wikidata id.').exactOptional(),
  })
  .meta({
    id: 'gazetteer-entry',
    description: 'One thing, with all names that mean it.',
    examples: [{ canonical: 'Red Front', type: 'organization', aliases: ['RF'] }],
  });

export const EntityExampleSchema = z
  .strictObject({
    text: Example,
    entity: z.string().min(1).meta({ description: 'The name it must find, as it stands in the text.' }),
  })
  .meta({ id: 'entity-example', description: 'A sentence in which the rule must find a name.' });

export const EntityRuleSchema = z
  .strictObject({
    id: nameOf('a rule id').meta({ description: 'Its name; no two rules of any kind share one.' }),
    description: Description.optional().meta({ description: 'What it is for, in a sentence.' }),
    type: nameOf('an entity type').meta({
      description: 'The type of what it finds.',
      examples: ['organization'],
    }),
    tokens: Patterns.meta({
      description:
        'Token patterns without @source and @target; `^( )` marks the name, else all that matched is the name. `#person`, `#organization` and `#location` are names found before, to give them another type.',
      examples: ['tanker ^( [form=/[A-Z].*/]{1,3} )', 'militia ^( #organization )'],
    }),
    priority: Priority.default(0).meta({
      description:
        'Of two rules that find overlapping names that of higher priority wins; 0 where not given.',
    }),
    match: z
      .array(EntityExampleSchema)
      .optional()
      .meta({ description: 'Sentences in which it must find a name. They are run by the tests.' }),
    'no-match': z
      .array(Example)
      .optional()
      .meta({ description: 'Sentences in which it must stay silent. They are run by the tests.' }),
  })
  .meta({ id: 'entity-rule', description: 'A token pattern that makes names, or gives names another type.' });
