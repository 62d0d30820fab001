import { UserErrors } from '../../model/index.ts';
import type { UserError } from '../../model/index.ts';
import { findRuleNames } from '../../rules/index.ts';
import type { GazetteerRow, OnStall, RuleSet } from '../../rules/index.ts';
import { displayName, foldName } from '../fold.ts';
import { isStory } from '../names.ts';
import type { NameMention } from '../names.ts';
import { textOf } from '../phrases.ts';
import type { Base } from '../phrases.ts';
import { indexEntities } from './entities.ts';
import type { PlacedEntity, UserEntities } from './entities.ts';

const known = new WeakMap<RuleSet, WeakMap<UserEntities, UserEntities>>();

/**
 * A user's entities with those that rule files list. An entity file outweighs them: a name that it gives to a thing keeps that
 * meaning, and a thing that both call by the same name is one, with the names of both.
 *
 * @throws UserErrors where rule files give one name to two things.
 */
export function knownEntities(rules: RuleSet, user: UserEntities): UserEntities {
  const byUser = known.get(rules) ?? new WeakMap<UserEntities, UserEntities>();
  known.set(rules, byUser);
  let joined = byUser.get(user);
  if (!joined) {
    joined = join(rules, user);
    byUser.set(user, joined).set(joined, joined);
  }
  return joined;
}

function join(rules: RuleSet, user: UserEntities): UserEntities {
  const builtin = (type: string) => rules.types.builtin.get(type) ?? null;
  if (rules.gazetteer.length === 0) return { ...user, builtin };
  const { entities: listed, errors } = indexRows(rules.gazetteer);
  if (errors.length > 0) throw new UserErrors(errors);
  const own = listed.entities.filter(({ canonical }) => !user.lookup(foldName(canonical)));
  const owners = new Set(own);
  const names = new Map(listed.names);
  for (const [folded, written] of user.names) names.set(folded, written);
  return {
    entities: [...user.entities, ...own],
    names,
    files: user.files,
    builtin,
    lookup: (folded) => {
      const mine = user.lookup(folded);
      if (mine) return mine;
      const theirs = listed.lookup(folded);
      return theirs && !owners.has(theirs) ? user.lookup(foldName(theirs.canonical)) : theirs;
    },
  };
}

/** Entries that give one name to one type are one thing, wherever they stand. */
function indexRows(rows: readonly GazetteerRow[]): { entities: UserEntities; errors: UserError[] } {
  const things = new Map<string, PlacedEntity>();
  for (const { entry, at } of rows) {
    const { canonical, type, aliases = [], external_id: externalId } = entry;
    const key = `${type} ${foldName(canonical)}`;
    const before = things.get(key);
    const earlier = before?.entity.aliases ?? [];
    const id = externalId ?? before?.entity.externalId;
    const placed: PlacedEntity = {
      entity: {
        canonical: before?.entity.canonical ?? canonical,
        type,
        aliases: [...earlier, ...aliases],
        ...(id !== undefined && { externalId: id }),
      },
      at: before?.at ?? (() => at('canonical')),
      typeAt: () => at('type'),
      aliasAt: (index) =>
        index < earlier.length && before ? before.aliasAt(index) : at('aliases', index - earlier.length),
      externalIdAt: () => at('external_id'),
    };
    things.set(key, placed);
  }
  return indexEntities([...things.values()], []);
}

/**
 * The things that entity rules find by name in one document, as if the user had listed them for it.
 *
 * @param names Those found so far, which the rules may give another type.
 */
export function entitiesByRule(
  document: Base,
  names: readonly NameMention[],
  rules: RuleSet,
  onStall?: OnStall,
): UserEntities {
  const found = findRuleNames(rules.entityRules, document, names, onStall).filter(({ firstToken }) =>
    isStory(document, firstToken),
  );
  const types = new Map<string, { type: string; canonical: string; priority: number; id: string }>();
  for (const { firstToken, endToken, type, rule } of found) {
    const text = textOf(document, firstToken, endToken);
    const folded = foldName(text);
    const before = types.get(folded);
    const better =
      !before ||
      rule.priority > before.priority ||
      (rule.priority === before.priority && rule.id < before.id);
    if (better && /[\p{L}\p{N}]/u.test(folded))
      types.set(folded, { type, canonical: displayName(text), priority: rule.priority, id: rule.id });
  }
  const entities = new Map(
    [...types].map(([folded, { type, canonical }]) => [folded, { canonical, type, aliases: [] }]),
  );
  return {
    entities: [...entities.values()],
    names: new Map([...entities].map(([folded, { canonical }]) => [folded, [canonical]])),
    files: [],
    builtin: (type) => rules.types.builtin.get(type) ?? null,
    lookup: (folded) => entities.get(folded),
  };
}
