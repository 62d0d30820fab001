import { z } from 'zod';
import { STATUSES, UPOS } from '../model/index.ts';
import { STEP_METHODS } from './reading.ts';

/** Names in rule files: they stand in edges, on the command line and after `$`, so they are kept plain. */
const NAME = /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/;
const nameOf = (what: string) =>
  z
    .string()
    .max(80)
    .regex(NAME, `${what} is written in lower case letters, digits and hyphens, such as "claim-verb"`);

const Pattern = z
  .string()
  .min(1)
  .max(2_000)
  .meta({
    description: 'A token pattern; docs/rules.md explains the language.',
    examples: ['@source[role=subject] %aux* [lemma=$oppose pos=VERB] @target'],
  });

const Patterns = z.union([Pattern, z.array(Pattern).min(1).max(100)]);

const words = (description: string, examples: (string | string[])[]) =>
  z
    .union([z.string().min(1).max(2_000), z.array(z.string().min(1).max(200)).min(1)])
    .meta({ description, examples });
const wordShape = {
  lemma: words('A lemma, a phrase of lemmas, or `$vocabulary`; several joined by `|` or as a list.', [
    '$claim-verb',
    ['carry out', 'launch'],
  ]).optional(),
  word: words('The word as it stands, in any case; several joined by `|` or as a list.', [
    'claimed',
  ]).optional(),
  pos: z
    .union([z.enum(UPOS), z.array(z.enum(UPOS)).min(1)])
    .optional()
    .meta({ description: 'Universal part of speech.', examples: ['VERB', ['NOUN', 'ADJ']] }),
};
const TreePath = z
  .string()
  .min(1)
  .max(2_000)
  .meta({
    description:
      'A path over the relations of the enhanced dependency graph: `subject`, `object`, `prep:for`, relations such as `nmod:for`; `>` next hop, `|` or, `?` may be left out, `^` upwards, `.` the word itself, brackets.',
    examples: ['subject', 'object > nmod:for', 'prep:for', 'obl:in|obl:at', '^xcomp > subject'],
  });

export const TreeTriggerSchema = z
  .strictObject(wordShape)
  .meta({ description: 'The word from which all paths start. It has a lemma or a word.' });

export const TreeConditionSchema = z
  .strictObject({ path: TreePath, ...wordShape })
  .meta({ description: 'A word that a path from the trigger reaches.' });

export const TreeArgumentSchema = z
  .strictObject({
    path: TreePath,
    ...wordShape,
    type: words('Entity types, narrower than the relation allows.', [
      'organization',
      ['person', 'group'],
    ]).optional(),
    kind: z
      .union([z.enum(['name', 'nominal', 'pronoun']), z.array(z.enum(['name', 'nominal', 'pronoun'])).min(1)])
      .optional()
      .meta({ description: 'How the entity is mentioned.', examples: ['name'] }),
  })
  .meta({ description: 'An end of the relation: the mention whose head the path reaches.' });

export const TreeSchema = z
  .strictObject({
    trigger: TreeTriggerSchema,
    with: z
      .union([TreeConditionSchema, z.array(TreeConditionSchema).min(1).max(20)])
      .optional()
      .meta({
        description: 'What must be reached from the trigger; it belongs to the trigger then.',
        examples: [{ path: 'object', lemma: 'responsibility' }],
      }),
    unless: z
      .union([TreeConditionSchema, z.array(TreeConditionSchema).min(1).max(20)])
      .optional()
      .meta({
        description: 'What must not be reached from the trigger.',
        examples: [{ path: 'object', lemma: 'sanction' }],
      }),
    source: TreeArgumentSchema,
    target: TreeArgumentSchema,
  })
  .meta({
    description: 'A tree pattern; docs/rules.md explains it.',
    examples: [
      {
        trigger: { lemma: '$claim-verb', pos: 'VERB' },
        with: { path: 'object', lemma: 'responsibility' },
        source: { path: 'subject' },
        target: { path: 'prep:for' },
      },
    ],
  });

export const MatchExampleSchema = z
  .strictObject({
    text: z
      .string()
      .min(1)
      .max(2_000)
      .meta({ description: 'A sentence, or a few, in which the rule must match.' }),
    source: z.string().min(1).meta({ description: 'Words that stand in the text for the source.' }),
    target: z.string().min(1).meta({ description: 'Words that stand in the text for the target.' }),
    status: z.enum(STATUSES).optional().meta({ description: 'Expected status; asserted where not given.' }),
  })
  .meta({ description: 'A sentence in which the rule must match, with the arguments it must find.' });

const ruleShape = {
  id: nameOf('a rule id').meta({
    description: 'Name of the rule. It stands in the evidence of every edge; no two rules share one.',
    examples: ['claim-responsibility-for'],
  }),
  relation: nameOf('a relation').meta({
    description: 'The relation that a match states; declared under `relations` of any loaded file.',
    examples: ['opposes'],
  }),
  description: z.string().max(500).optional().meta({ description: 'What the rule is for, in a sentence.' }),
  tokens: Patterns.optional().meta({
    description: 'A token pattern with @source and @target, or a list of them; each matches on its own.',
    examples: ['@source claimed responsibility for @target'],
  }),
  tree: z
    .union([TreeSchema, z.array(TreeSchema).min(1).max(100)])
    .optional()
    .meta({
      description: 'A pattern over the dependency graph, or a list of them; each matches on its own.',
    }),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .meta({ description: 'How far a match can be trusted, 0 to 1.', examples: [0.9] }),
  status: z
    .enum(STATUSES)
    .optional()
    .meta({
      description:
        'Fixed status of every match, for triggers that deny or doubt by themselves ("denied"). Without it the engine decides from the sentence.',
      examples: ['negated'],
    }),
  exclude: Patterns.optional().meta({
    description:
      'Token patterns that veto a match: one of them matches in the sentence and shares a word with the match. @source and @target mean the words of the match.',
    examples: ['"no group"'],
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
    .array(z.string().min(1).max(2_000))
    .optional()
    .meta({ description: 'Sentences in which the rule must stay silent. They are run by the tests.' }),
};

export const RuleSchema = z.strictObject(ruleShape).meta({
  description: 'A rule: patterns, and the relation between source and target that a match states.',
  anyOf: [{ required: ['tokens'] }, { required: ['tree'] }],
});

export const RelationSchema = z
  .strictObject({
    source: z
      .array(z.string().min(1))
      .min(1)
      .meta({
        description: 'Entity types the source may have; `actor` is person, organization, group or location.',
        examples: [['actor']],
      }),
    target: z
      .array(z.string().min(1))
      .min(1)
      .meta({ description: 'Entity types the target may have.', examples: [['event', 'policy']] }),
    description: z.string().max(500).optional().meta({ description: 'What an edge of this relation says.' }),
    symmetric: z.boolean().optional().meta({
      description: 'True where "A relation B" also says "B relation A": the end named first is the source.',
    }),
  })
  .meta({ description: 'A relation: what may stand at its ends.' });

const headShape = {
  extract: z.literal(1).meta({ description: 'Version of the rule language. Required.' }),
  name: z.string().max(200).optional().meta({ description: 'What this file is, for people.' }),
  version: z
    .union([z.string().max(40), z.number()])
    .optional()
    .meta({ description: 'Version of this file; it is recorded in every graph.', examples: ['1.0.0'] }),
  vocabulary: z
    .record(nameOf('a vocabulary'), z.array(z.string().min(1).max(200)).min(1))
    .optional()
    .meta({
      description: 'Lists of lemmas or phrases, written `$name` in patterns of this file.',
      examples: [{ 'claim-verb': ['claim', 'admit', 'take credit for'] }],
    }),
  relations: z
    .record(nameOf('a relation'), RelationSchema)
    .optional()
    .meta({ description: 'Relations by name. Rules of every loaded file may use them.' }),
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

export type WrittenRule = z.infer<typeof RuleSchema>;
export type WrittenTree = z.infer<typeof TreeSchema>;
export type WrittenRelation = z.infer<typeof RelationSchema>;
export type MatchExample = z.infer<typeof MatchExampleSchema>;
