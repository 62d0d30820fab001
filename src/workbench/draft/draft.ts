import { UserError } from '../../model/index.ts';
import type { Document, Mention } from '../../model/index.ts';
import { draftPatterns } from '../../rules/index.ts';
import { analyseText } from '../analysis.ts';
import type { Bench } from '../analysis.ts';
import { named } from '../explain/question.ts';

/** A sentence that states the relation, and the words of both ends. */
export interface DraftSentence {
  readonly text: string;
  readonly source: string;
  readonly target: string;
}

/** What a new rule starts from. */
export interface Draft {
  readonly tokens: readonly string[];
  /** Keys and values as YAML flow mappings; null where the tree does not tell. */
  readonly tree: object | null;
  readonly sourceType: string;
  readonly targetType: string;
}

/**
 * Token and tree patterns that read a sentence, drafted from its analysis.
 *
 * @throws UserError where an end names nothing that was found, or no pattern can join the two
 */
export function draftFromSentence(sentence: DraftSentence, bench: Bench): Draft {
  const document = analyseText(sentence.text, bench);
  const source = endOf(document, 'source', sentence.source);
  const target = endOf(document, 'target', sentence.target);
  const pairs = source
    .flatMap((a) => target.map((b) => [a, b] as const))
    .filter(([a, b]) => a.sentence === b.sentence && a.entity !== b.entity);
  const [pair] = pairs;
  if (!pair)
    throw new UserError('source and target are not two entities of one sentence', {
      hint: 'see extract explain --text',
    });
  const drafted = draftPatterns(document, pair[0], pair[1]);
  if (drafted.tokens.length === 0 && drafted.tree === null)
    throw new UserError('no verb or noun joins the two in this sentence', {
      hint: 'give a sentence that says it in plain words',
    });
  const typeOf = ({ entity }: Mention): string =>
    entity === null ? '' : (document.entities[entity]?.type ?? '');
  return { ...drafted, sourceType: typeOf(pair[0]), targetType: typeOf(pair[1]) };
}

function endOf(document: Document, end: string, name: string): Mention[] {
  const entities = named(document, name);
  const found = document.mentions.filter(({ entity }) => entity !== null && entities.includes(entity));
  if (found.length > 0) return found;
  throw new UserError(`no entity is called "${name}" in this sentence, so it can't be the ${end}`, {
    hint: 'extract explain --text shows what was found; an entity file (--entities) can name it',
  });
}
