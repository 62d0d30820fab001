import { z } from 'zod';
import { LENGTHS } from './lengths.ts';
import { mentionShape, oneOrMore, wordShape } from './parts.ts';

const TreePath = z
  .string()
  .min(1)
  .max(LENGTHS.pattern)
  .meta({
    id: 'path',
    description:
      'A path over the relations of the enhanced dependency graph: `subject`, `object`, `prep:for`, relations such as `nmod:for`; `>` next hop, `|` or, `?` may be left out, `^` upwards, `.` the word itself, brackets.',
    examples: ['subject', 'object > nmod:for', 'prep:for', 'obl:in|obl:at', '^xcomp > subject'],
  });

export const TreeTriggerSchema = z.strictObject(wordShape).meta({
  id: 'tree-trigger',
  description: 'The word from which all paths start. It has a lemma or a word.',
});

export const TreeConditionSchema = z.strictObject({ path: TreePath, ...wordShape }).meta({
  id: 'tree-condition',
  description: 'A word that a path from the trigger reaches.',
});

export const TreeArgumentSchema = z.strictObject({ path: TreePath, ...mentionShape }).meta({
  id: 'tree-argument',
  description: 'An end of the relation: the mention whose head the path reaches.',
});

export const TreeConditions = oneOrMore(TreeConditionSchema).meta({ id: 'tree-conditions' });

const conditionShape = {
  with: TreeConditions.optional().meta({
    description: 'What must be reached from the trigger; it belongs to the trigger then.',
    examples: [{ path: 'object', lemma: 'responsibility' }],
  }),
  unless: TreeConditions.optional().meta({
    description: 'What must not be reached from the trigger.',
    examples: [{ path: 'object', lemma: 'sanction' }],
  }),
};

export const TreeSchema = z
  .strictObject({
    trigger: TreeTriggerSchema,
    ...conditionShape,
    source: TreeArgumentSchema,
    target: TreeArgumentSchema,
  })
  .meta({
    id: 'tree-pattern',
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

/** As a tree pattern, but the ends may be left out. */
export const OpenTreeSchema = z
  .strictObject({
    trigger: TreeTriggerSchema,
    ...conditionShape,
    source: TreeArgumentSchema.optional(),
    target: TreeArgumentSchema.optional(),
  })
  .meta({
    id: 'open-tree-pattern',
    description:
      'A tree pattern whose ends may be left out; where they are given they are those of the match.',
    examples: [{ trigger: { lemma: 'beat' }, with: { path: 'object', lemma: 'rival' } }],
  });
