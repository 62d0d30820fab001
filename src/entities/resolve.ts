import type { Entity, Mention } from '../model/index.ts';
import { clusterNames } from './cluster.ts';
import { findDescriptions, groupDescriptions } from './events.ts';
import type { Description } from './events.ts';
import { foldName } from './fold.ts';
import { nameMentions } from './names.ts';
import type { NameMention } from './names.ts';
import { makeMention } from './phrases.ts';
import type { Base } from './phrases.ts';
import { addNominals } from './refer.ts';
import type { Draft } from './refer.ts';
import { findRoles } from './roles.ts';
import { applyUserEntities, NO_USER_ENTITIES, withUserNames } from './user/index.ts';
import type { UserCluster, UserEntities, UserEntity } from './user/index.ts';

/**
 * Who is who in one article: names grouped into things, described events and policies, unnamed actors, and what descriptions and
 * pronouns refer to. Every mention is listed in text order; one that could not be resolved has entity null.
 */
export function resolveEntities(
  document: Base,
  user: UserEntities = NO_USER_ENTITIES,
): { mentions: Mention[]; entities: Entity[] } {
  const names = withUserNames(document, nameMentions(document), user);
  const clusters = applyUserEntities(names, clusterNames(document, names), user);
  const drafts: Draft[] = [];
  const mentions: Mention[] = [];
  const entityOfName = addNames(document, names, clusters, drafts, mentions);
  addDescriptions(document, names, drafts, mentions);
  addNominals(document, names, entityOfName, findRoles(document, names), drafts, mentions);
  mentions.sort((a, b) => a.start - b.start || a.end - b.end || (a.entity ?? -1) - (b.entity ?? -1));
  return { mentions, entities: withMentions(drafts, mentions) };
}

function addNames(
  document: Base,
  names: readonly NameMention[],
  clusters: readonly UserCluster[],
  drafts: Draft[],
  mentions: Mention[],
): ReadonlyMap<number, number> {
  const entityOf = new Map<number, number>();
  for (const cluster of clusters) {
    const entity = drafts.push(nameDraft(cluster, names)) - 1;
    for (const index of cluster.members) {
      const name = names[index];
      if (!name) continue;
      entityOf.set(index, entity);
      mentions.push(makeMention(document, name, 'name', entity, null));
    }
  }
  return entityOf;
}

function nameDraft({ type, members, joins, user }: UserCluster, names: readonly NameMention[]): Draft {
  const spellings = [...new Set(members.flatMap((i) => names[i]?.name ?? []))];
  if (user) return userDraft(user, spellings);
  // The fullest name: most words, then longest, then first in the text.
  const seats = new Set(joins.flatMap(({ b, reason }) => (reason === 'capital' ? [b] : [])));
  const own = spellings.filter((name) => !seats.has(foldName(name)));
  const fullest = own.reduce((best, name) => (fullness(name) > fullness(best) ? name : best));
  return { type, name: fullest, aliases: spellings.filter((name) => name !== fullest), named: true };
}

const userDraft = ({ canonical, type, externalId }: UserEntity, spellings: readonly string[]): Draft => ({
  type,
  name: canonical,
  aliases: spellings.filter((name) => name !== canonical),
  named: true,
  ...(externalId !== undefined && { externalId }),
});

const fullness = (name: string): number => name.split(/[\s-]+/u).length * 1000 + name.length;

function addDescriptions(
  document: Base,
  names: readonly NameMention[],
  drafts: Draft[],
  mentions: Mention[],
): void {
  const nameAt = new Map<number, string>();
  for (const { firstToken, endToken, folded } of names)
    for (let i = firstToken; i < endToken; i++) nameAt.set(i, folded);
  const descriptions = findDescriptions(document, nameAt);
  for (const members of groupDescriptions(descriptions)) {
    const own = members.flatMap((i) => descriptions[i] ?? []);
    const entity = drafts.push(descriptionDraft(own)) - 1;
    for (const each of own) mentions.push(makeMention(document, each, 'nominal', entity, null));
  }
}

/** Named by the first description that says most about it; every other wording is an alias. */
function descriptionDraft(own: readonly Description[]): Draft {
  const best = own.reduce((a, b) => (b.names.size > a.names.size ? b : a));
  const words = own.flatMap(({ forms }) => [...forms].reverse());
  const aliases = [...new Map(words.map((label) => [foldName(label), label])).values()];
  return {
    type: best.type,
    name: best.label,
    aliases: aliases.filter((label) => foldName(label) !== foldName(best.label)),
    named: false,
  };
}

function withMentions(drafts: readonly Draft[], mentions: readonly Mention[]): Entity[] {
  const lists: number[][] = drafts.map(() => []);
  mentions.forEach(({ entity }, index) => {
    if (entity !== null) lists[entity]?.push(index);
  });
  return drafts.map((draft, i) => ({ ...draft, mentions: lists[i] ?? [] }));
}
