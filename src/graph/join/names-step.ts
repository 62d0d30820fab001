import type { ArticleRecord } from '../../model/index.ts';
import { groupBy } from './groups.ts';
import type { Verdicts } from './members.ts';
import type { Joining, Link } from './state.ts';

const named = (state: Joining): number[] =>
  [...state.members.keys()].filter((m) => state.member(m).entity.named);

/** A person's word: joined, unless the answers contradict each other. Then those of that set count for nothing. */
export function joinAccepted(state: Joining, { accepted }: Verdicts): void {
  const links = accepted.map(({ members, names }): Link => ({ members, reason: 'review', names }));
  for (const { members, links: within } of state.trial(links)) {
    if (!state.hasRejection(members)) state.apply(within);
  }
}

export function joinByExternalId(state: Joining): void {
  const withId = named(state).filter((m) => state.member(m).entity.external_id !== undefined);
  const groups = groupBy(withId, (m) => state.member(m).entity.external_id as string);
  state.applyApart(
    [...groups].map(([id, members]): Link => ({ members, reason: 'external id', names: [id] })),
  );
}

/** One type and one full name; between articles of the same words, any name. */
export function joinByName(state: Joining, records: readonly ArticleRecord[]): void {
  const fingerprint = new Map(records.map((record) => [record.document.id, record.fingerprint]));
  const groups = groupBy(named(state), (m) => {
    const { key, kind, document } = state.member(m);
    return kind === 'full' ? key : `${key}\n${fingerprint.get(document) ?? ''}`;
  });
  const links = [...groups.values()].map((members): Link => {
    const reason = members.every((m) => state.member(m).kind === 'full') ? 'name' : 'same text';
    return { members, reason, names: members.map((m) => state.member(m).entity.name) };
  });
  state.applyApart(links);
}
