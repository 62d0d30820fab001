import type { ArticleRecord, MergeDecision } from '../../model/index.ts';
import { joinByAlias } from './alias-step.ts';
import { membersOf, verdictsOf } from './members.ts';
import { joinAccepted, joinByExternalId, joinByName } from './names-step.ts';
import { Joining } from './state.ts';
import { joinWeak } from './weak-step.ts';

/**
 * Which entities of the articles are one thing, the surest evidence first: a person's word, an id from outside, a full name, an
 * alias, a weak name with a second piece of evidence. A function of the sets of records and decisions.
 *
 * @param records As `uniteRecords` gives them.
 */
export function joinRecords(records: readonly ArticleRecord[], decisions: readonly MergeDecision[]): Joining {
  const members = membersOf(records);
  const verdicts = verdictsOf(decisions, members);
  const state = new Joining(members, verdicts.rejected);
  joinAccepted(state, verdicts);
  joinByExternalId(state);
  joinByName(state, records);
  joinByAlias(state);
  joinWeak(state, records);
  return state;
}
