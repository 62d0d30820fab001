import { z } from 'zod';
import { LENGTHS } from './lengths.ts';
import { Description, Example, nameOf, oneOrMore, Patterns, Priority } from './parts.ts';
import { RelationName } from './rule.ts';
import { OpenTreeSchema } from './tree.ts';

export const SuppressionSchema = z
  .strictObject({
    id: nameOf('a rule id').meta({ description: 'Its name; no two rules of any kind share one.' }),
    description: Description.optional().meta({ description: 'What it is for, in a sentence.' }),
    relations: z.union([z.literal('all'), z.array(RelationName).min(1)]).meta({
      description: 'The relations whose matches it suppresses, or `all`.',
      examples: [['opposes', 'attacked'], 'all'],
    }),
    tokens: Patterns.optional().meta({
      description:
        'Token patterns; @source and @target may be left out, and mean those of the match where they stand.',
      examples: ['@source bitter? (rival|rivals) @target'],
    }),
    tree: oneOrMore(OpenTreeSchema, LENGTHS.patterns)
      .optional()
      .meta({ description: 'Tree patterns whose ends may be left out.' }),
    reach: z.enum(['match', 'sentence']).default('match').meta({
      description:
        'What it suppresses: matches that share a word with what it found, or every match of the sentence.',
    }),
    priority: Priority.default(0).meta({
      description: 'It suppresses matches of rules of the same or lower priority; 0 where not given.',
    }),
    match: z
      .array(Example)
      .optional()
      .meta({ description: 'Sentences in which it must find something. They are run by the tests.' }),
    'no-match': z
      .array(Example)
      .optional()
      .meta({ description: 'Sentences in which it must stay silent. They are run by the tests.' }),
  })
  .meta({
    id: 'suppression',
    description: 'Says "this is not a match", and wins over rules that say it is.',
    anyOf: [{ required: ['tokens'] }, { required: ['tree'] }],
    examples: [
      { id: 'sports-rival', relations: ['opposes'], tokens: '@source bitter? (rival|rivals) @target' },
    ],
  });
