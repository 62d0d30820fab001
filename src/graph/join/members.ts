import type { ArticleRecord, DecidedThing, MergeDecision, RecordEntity } from '../../model/index.ts';
import { groupBy } from './groups.ts';
import { isProper, isShortForm, nameKey, nameKind } from './names.ts';
import type { NameKind } from './names.ts';

/** One entity of one article, with what its names are worth. */
export interface Member {
  readonly document: string;
  /** Number of the entity in its document. */
  readonly number: number;
  readonly entity: RecordEntity;
  /** `type/` and the compared form of the name. */
  readonly key: string;
  readonly kind: NameKind;
  readonly aliases: readonly Alias[];
}

export interface Alias {
  readonly text: string;
  readonly key: string;
  readonly kind: NameKind;
  /** All its words stand in the full name: a short form, which outside its article may mean another thing. */
  readonly short: boolean;
}

const keyOf = (type: string, name: string): string => `${type}/${nameKey(type, name)}`;

/** The words of a key. */
export const wordsOf = (key: string): string => key.slice(key.indexOf('/') + 1);

function memberOf(document: string, number: number, entity: RecordEntity): Member {
  const { type, name } = entity;
  const own = nameKey(type, name);
  const aliases = entity.aliases
    .filter((text) => isProper(text) || (type === 'person' && nameKind(type, text) === 'surname'))
    .map((text) => ({
      text,
      key: keyOf(type, text),
      kind: nameKind(type, text),
      short: type !== 'person' && isShortForm(nameKey(type, text), own),
    }));
  return { document, number, entity, key: keyOf(type, name), kind: nameKind(type, name), aliases };
}

/** All entities of the records, in their order. */
export const membersOf = (records: readonly ArticleRecord[]): Member[] =>
  records.flatMap(({ document, entities }) =>
    entities.map((entity, number) => memberOf(document.id, number, entity)),
  );

/**
 * Which members each thing of a decision means. A thing with documents means their entities of its type and name; one without
 * means those of all documents that no other thing of the decision claims.
 */
function membersMeant(
  things: readonly DecidedThing[],
  byName: ReadonlyMap<string, readonly number[]>,
  members: readonly Member[],
): number[][] {
  const named = things.map(({ type, name }) => byName.get(keyOf(type, name)) ?? []);
  const pinned = things.map(({ documents = [] }, i) =>
    (named[i] as readonly number[]).filter((m) => documents.includes(members[m]?.document ?? '')),
  );
  const claimed = new Set(pinned.flat());
  return things.map(({ documents }, i) =>
    documents === undefined
      ? (named[i] as readonly number[]).filter((m) => !claimed.has(m))
      : (pinned[i] as number[]),
  );
}

/** What a person decided, on members by number. */
export interface Verdicts {
  /** Sets of members that are one thing, with the decision's names. */
  readonly accepted: readonly { readonly members: readonly number[]; readonly names: readonly string[] }[];
  /** For a member, those it must not be one with. */
  readonly rejected: ReadonlyMap<number, ReadonlySet<number>>;
}

export function verdictsOf(decisions: readonly MergeDecision[], members: readonly Member[]): Verdicts {
  const named = [...members.keys()].filter((m) => members[m]?.entity.named);
  const byName = groupBy(named, (m) => (members[m] as Member).key);
  const rejected = new Map<number, Set<number>>();
  const accepted: { members: number[]; names: string[] }[] = [];
  for (const { answer, things } of decisions) {
    const sides = membersMeant(things, byName, members);
    if (answer === 'accept') {
      accepted.push({ members: sides.flat(), names: things.map(({ name }) => name) });
      continue;
    }
    for (const [i, side] of sides.entries())
      for (const m of side) {
        const others = rejected.get(m) ?? new Set();
        for (const other of sides.filter((_, j) => j !== i).flat()) if (other !== m) others.add(other);
        rejected.set(m, others);
      }
  }
  return { accepted, rejected };
}
