import { z } from 'zod';
import { UPOS } from '../../model/index.ts';
import { LENGTHS } from './lengths.ts';
import { MAX_NAME, NAME } from './names.ts';

export const nameOf = (what: string) =>
  z
    .string()
    .max(MAX_NAME)
    .regex(NAME, `${what} is written in lower case letters, digits and hyphens, such as "claim-verb"`);

const Pattern = z
  .string()
  .min(1)
  .max(LENGTHS.pattern)
  .meta({
    id: 'token-pattern',
    description: 'A token pattern; docs/rules.md explains the language.',
    examples: ['@source[role=subject] %vg [lemma=$oppose pos=VERB] @target'],
  });

export const Patterns = z
  .union([Pattern, z.array(Pattern).min(1).max(LENGTHS.patterns)])
  .meta({ id: 'token-patterns', description: 'A token pattern, or a list of them.' });

/** One value, or a list of them. */
export const oneOrMore = <T extends z.ZodType>(item: T, most: number = LENGTHS.conditions) =>
  z.union([item, z.array(item).min(1).max(most)]);

const Words = z
  .union([z.string().min(1).max(LENGTHS.pattern), z.array(z.string().min(1).max(200)).min(1)])
  .meta({ id: 'words', description: 'A word, several joined by `|`, or a list.' });

export const TypeNames = Words.meta({
  id: 'type-names',
  description: 'Entity types or classes of types; several joined by `|` or as a list.',
  examples: ['organization', ['person', 'group']],
});

const Upos = z.enum(UPOS).meta({ id: 'upos' });

/** What is asked of one word. */
export const wordShape = {
  lemma: Words.optional().meta({
    description: 'A lemma, a phrase of lemmas, or `$vocabulary`; several joined by `|` or as a list.',
    examples: ['$claim-verb', ['carry out', 'launch']],
  }),
  word: Words.optional().meta({
    description: 'The word as it stands, in any case; several joined by `|` or as a list.',
    examples: ['claimed'],
  }),
  pos: z
    .union([Upos, z.array(Upos).min(1)])
    .optional()
    .meta({ description: 'Universal part of speech.', examples: ['VERB', ['NOUN', 'ADJ']] }),
};

const Kind = z.enum(['name', 'nominal', 'pronoun']);

/** What is asked of a mention and its head word. */
export const mentionShape = {
  ...wordShape,
  type: TypeNames.optional().meta({ description: 'Entity types, narrower than the relation allows.' }),
  kind: z
    .union([Kind, z.array(Kind).min(1)])
    .optional()
    .meta({ description: 'How the entity is mentioned.', examples: ['name'] }),
};

export const Example = z
  .string()
  .min(1)
  .max(LENGTHS.pattern)
  .meta({ id: 'sentence', description: 'A sentence, or a few.' });

export const Description = z.string().max(500);

export const Priority = z
  .int()
  .min(-100)
  .max(100)
  .meta({
    description:
      'Which rule wins where several match, before anything else is compared: -100 to 100, the higher wins; 0 where not given.',
    examples: [10],
  });
