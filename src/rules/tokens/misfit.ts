import { isSpokenFor } from '../heads.ts';
import { isTurnedOff } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { DocumentView } from '../view.ts';
import type { Captured, MatchContext } from './context.ts';
import type { Constraint, MentionNode } from './syntax.ts';
import type { MisfitReason } from './trace.ts';

function holds(
  { field, values, expressions, negated }: Constraint,
  view: DocumentView,
  token: number,
): boolean {
  const text = view[field](token);
  const found = values.has(text) || (expressions?.some((expression) => expression.matches(text)) ?? false);
  return found !== negated;
}

/** The first condition that a token does not meet. */
export const failing = (
  constraints: readonly Constraint[],
  view: DocumentView,
  token: number,
): Constraint | undefined => constraints.find((constraint) => !holds(constraint, view, token));

/** Why a reading does not fit a mention instruction, given what the thread has captured so far; null where it fits. */
export function misfit(
  test: MentionNode,
  reading: Reading,
  captured: Captured,
  context: MatchContext,
): MisfitReason | null {
  const { mentions, entities } = context.view.document;
  const mention = mentions[reading.mention]!;
  const { type } = entities[mention.entity!]!;
  if (test.types && !test.types.has(type)) return 'type';
  if (test.argument && !context.types[test.argument].has(type)) return 'type';
  if (test.kinds && !test.kinds.has(mention.kind)) return 'kind';
  if (test.subject && !reading.subject) return 'role';
  if (test.bare && reading.leadIn) return 'lead';
  if (reading.steps.some((step) => context.types.without.has(step.method))) return 'without';
  if (isTurnedOff(mention, context.types.without)) return 'without';
  if (isSpokenFor(context.view, reading.mention, test.argument)) return 'spoken-for';
  const other =
    test.argument === 'source' ? captured.target : test.argument === 'target' ? captured.source : null;
  if (other && mentions[other.mention]!.entity === mention.entity) return 'same-entity';
  return failing(test.constraints, context.view, mention.head) ?? null;
}
