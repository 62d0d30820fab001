import { didYouMean } from '../../faults/index.ts';
import type { WrittenCondition, WrittenValue } from './conditions.ts';
import type { Constraints } from './constraints.ts';
import type { PatternCursor } from './cursor.ts';
import type { ArgumentName, MentionKind, MentionNode, PatternContext } from './syntax.ts';

export const MENTION_FIELDS = ['type', 'kind', 'role', 'lead'];
const KINDS: readonly MentionKind[] = ['name', 'nominal', 'pronoun'];

interface Reading {
  readonly cursor: PatternCursor;
  readonly types: PatternContext['types'];
  readonly constraints: Constraints;
}

type Value = Pick<WrittenValue, 'text' | 'offset'>;

/** A mention from its conditions as written. `named` is the type of `#location`. */
export function mentionOf(
  argument: ArgumentName | null,
  named: Value | null,
  written: readonly WrittenCondition[],
  reading: Reading,
): MentionNode {
  const { cursor } = reading;
  const valuesOf = (field: string): Value[] =>
    written
      .filter((condition) => condition.field === field)
      .flatMap((condition) => plainValues(condition, cursor));
  const types = [...(named ? [named] : []), ...valuesOf('type')];
  const kinds = valuesOf('kind');
  const roles = valuesOf('role');
  const leads = valuesOf('lead');
  for (const { text, offset } of kinds)
    if (!KINDS.some((kind) => kind === text))
      cursor.note(
        `there is no kind of mention "${text}"`,
        offset,
        didYouMean(text, KINDS) ?? `known: ${KINDS.join(', ')}`,
      );
  for (const { text, offset } of roles)
    if (text !== 'subject') cursor.note(`there is no role "${text}"`, offset, 'known: subject');
  for (const { text, offset } of leads)
    if (text !== 'none') cursor.note(`"lead" can't be "${text}"`, offset, 'known: none');
  return {
    kind: 'mention',
    argument,
    types: types.length > 0 ? new Set(types.flatMap((value) => typesOf(value, reading))) : null,
    kinds: kinds.length > 0 ? new Set(kinds.map(({ text }) => text as MentionKind)) : null,
    subject: roles.length > 0,
    bare: leads.length > 0,
    constraints: written
      .filter(({ field }) => !MENTION_FIELDS.includes(field))
      .map((condition) => reading.constraints.constraint(condition, false)),
  };
}

function plainValues({ field, offset, negated, values }: WrittenCondition, cursor: PatternCursor): Value[] {
  if (negated) cursor.note(`"${field}" takes "=" only`, offset, 'list what is allowed, joined by "|"');
  for (const value of values)
    if (value.kind !== 'text')
      cursor.note(
        `"${field}" takes no ${value.kind === 'vocabulary' ? 'vocabulary' : 'regular expression'}`,
        value.offset,
        'write its values here, joined by "|"',
      );
  return values.filter(({ kind }) => kind === 'text');
}

function typesOf({ text, offset }: Value, { cursor, types }: Reading): readonly string[] {
  const known = types.get(text);
  if (!known)
    cursor.note(
      `there is no entity type "${text}"`,
      offset,
      didYouMean(text, types.keys()) ?? 'declare it under "types"',
    );
  return known ?? [];
}
