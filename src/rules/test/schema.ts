import { z } from 'zod';
import { MatchExampleSchema, RelationName } from '../schema/rule.ts';
import { Example, nameOf } from '../schema/parts.ts';
import { EntityExampleSchema } from '../schema/entity.ts';

export const TestSchema = z
  .strictObject({
    rule: nameOf('a rule id')
      .optional()
      .meta({ description: 'The rule that is tried, alone.', examples: ['fund-verb'] }),
    relation: RelationName.optional().meta({
      description: 'A relation: all loaded rules of it are tried together, with priorities and suppressions.',
      examples: ['funds'],
    }),
    match: z
      .array(z.union([MatchExampleSchema, EntityExampleSchema, Example]))
      .optional()
      .meta({ description: 'Sentences in which it must match, as in a rule of that kind.' }),
    'no-match': z.array(Example).optional().meta({ description: 'Sentences in which it must stay silent.' }),
  })
  .refine(
    ({ rule, relation }) => (rule === undefined) !== (relation === undefined),
    'needs either "rule" or "relation"',
  )
  .meta({ id: 'rule-test', description: 'Examples of a rule, or of all rules of a relation.' });

/** NAME.test.yaml, which stands beside NAME.yaml. */
export const RuleTestFileSchema = z
  .strictObject({
    'extract-test': z.literal(1).meta({ description: 'Version of this format. Required.' }),
    tests: z.array(TestSchema).min(1).meta({ description: 'The examples, by rule or relation.' }),
  })
  .meta({ description: 'Examples of rules, run by `extract rules test`.' });

export type WrittenTest = z.infer<typeof TestSchema>;
