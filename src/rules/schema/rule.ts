import { z } from 'zod';
import { STATUSES } from '../../model/index.ts';
import { STEP_METHODS } from '../reading.ts';
import { LENGTHS } from './lengths.ts';
import { Description, Example, mentionShape, nameOf, oneOrMore, Patterns, Priority } from './parts.ts';
import { TreeArgumentSchema, TreeConditions, TreeSchema } from './tree.ts';

const Status = z.enum(STATUSES).meta({ id: 'status' });
const Confidence = z.number().min(0).max(1);
export const RelationName = nameOf('a relation');

export const MatchExampleSchema = z
  .strictObject({
    text: Example.meta({ description: 'A sentence, or a few, in which the rule must match.' }),
    source: z.string().min(1).meta({ description: 'Words that stand in the text for the source.' }),
    target: z.string().min(1).meta({ description: 'Words that stand in the text for the target.' }),
    status: Status.optional().meta({ description: 'Expected status; asserted where not given.' }),
    relation: RelationName.optional().meta({
      description: 'Expected relation where an exception redirects; else it is the relation of the rule.',
    }),
  })
  .meta({
    id: 'match-example',
    description: 'A sentence in which the rule must match, with the arguments it must find.',
  });

export const SlotSchema = z
  .strictObject(mentionShape)
  .meta({ id: 'slot', description: 'What is asked of the mention that fills a slot, and of its head word.' });

export const WhenSchema = z
  .strictObject({
    source: SlotSchema.optional().meta({ description: 'What fills the source.' }),
    target: SlotSchema.optional().meta({ description: 'What fills the target.' }),
    with: TreeConditions.optional().meta({ description: 'What is reached from the trigger.' }),
    unless: TreeConditions.optional().meta({ description: 'What is not reached from the trigger.' }),
    tokens: Patterns.optional().meta({
      description: 'Token patterns of which one matches and shares a word with the match.',
    }),
  })
  .meta({ id: 'when', description: 'All must hold.' });

export const InsteadSchema = z
  .strictObject({
    relation: RelationName.optional().meta({ description: 'Another relation.' }),
    status: Status.optional().meta({ description: 'Another status.' }),
    confidence: Confidence.optional().meta({ description: 'Another confidence.' }),
    swap: z.boolean().optional().meta({ description: 'Source and target change places.' }),
    source: TreeArgumentSchema.optional().meta({
      description: 'Another source, by a path from the trigger.',
    }),
    target: TreeArgumentSchema.optional().meta({
      description: 'Another target, by a path from the trigger.',
    }),
  })
  .meta({ id: 'instead', description: 'What the match states instead.' });

export const ExceptionSchema = z
  .strictObject({
    when: WhenSchema,
    then: z.union([z.enum(['exclude', 'swap']), InsteadSchema]).meta({
      description: '`exclude`: no match; `swap`: source and target change places; or what it states instead.',
    }),
  })
  .meta({
    id: 'exception',
    description: 'What becomes of a match by what fills a slot.',
    examples: [
      {
        when: { with: { path: 'object', lemma: 'sanction|expulsion' } },
        then: { relation: 'supports', target: { path: 'object > nmod:of|nmod:on|nmod:against' } },
      },
    ],
  });

export const ruleShape = {
  id: nameOf('a rule id').meta({
    description: 'Name of the rule. It stands in the evidence of every edge; no two rules share one.',
    examples: ['claim-responsibility-for'],
  }),
  relation: RelationName.meta({
    description: 'The relation that a match states; declared under `relations` of any loaded file.',
    examples: ['opposes'],
  }),
  description: Description.optional().meta({ description: 'What the rule is for, in a sentence.' }),
  tokens: Patterns.optional().meta({
    description: 'A token pattern with @source and @target, or a list of them; each matches on its own.',
    examples: ['@source claimed responsibility for @target'],
  }),
  tree: oneOrMore(TreeSchema, LENGTHS.patterns).optional().meta({
    description: 'A pattern over the dependency graph, or a list of them; each matches on its own.',
  }),
  combine: z
    .enum(['either', 'both'])
    .default('either')
    .meta({
      description:
        'Of a rule with `tokens` and `tree`: whether either may match, or a match of the tree counts only where a token pattern matches too, shares a word with it and means the same @source and @target where it names them.',
      examples: ['both'],
    }),
  confidence: Confidence.default(0.8).meta({
    description: 'How far a match can be trusted, 0 to 1.',
    examples: [0.9],
  }),
  priority: Priority.default(0),
  status: Status.optional().meta({
    description:
      'Fixed status of every match, for triggers that deny or doubt by themselves ("denied"). Without it the engine decides from the sentence.',
    examples: ['negated'],
  }),
  exclude: Patterns.optional().meta({
    description:
      'Token patterns that veto a match: one of them matches in the sentence and shares a word with the match. @source and @target mean the words of the match.',
    examples: ['"no group"'],
  }),
  except: z.array(ExceptionSchema).min(1).max(LENGTHS.conditions).optional().meta({
    description: 'Exceptions by what fills a slot; of several the first whose `when` holds applies.',
  }),
  through: z.literal('event').optional().meta({
    description:
      'The target that a pattern finds is an event, and the edge goes to whom or what that event struck by any sentence of the article: in "police blamed Hamas for the attack" to the town that was attacked. An event of which no sentence tells that gives no edge.',
  }),
  without: z
    .array(z.enum(STEP_METHODS))
    .optional()
    .meta({
      description:
        'Steps of the engine that this rule turns off: what may stand between an argument and its verb.',
      examples: [['shared-subject']],
    }),
  match: z
    .array(MatchExampleSchema)
    .optional()
    .meta({ description: 'Sentences in which the rule must match. They are run by the tests.' }),
  'no-match': z
    .array(Example)
    .optional()
    .meta({ description: 'Sentences in which the rule must stay silent. They are run by the tests.' }),
};

export const RuleSchema = z.strictObject(ruleShape).meta({
  id: 'rule',
  description: 'A rule: patterns, and the relation between source and target that a match states.',
  anyOf: [{ required: ['tokens'] }, { required: ['tree'] }],
});
