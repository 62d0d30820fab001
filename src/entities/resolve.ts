import { formAt, lowerAt } from '../model/index.ts';
import type { Entity, Mention } from '../model/index.ts';
import { claimedEvents } from './claimed-events.ts';
import { clusterNames } from './cluster.ts';
import { groupDescriptions, namedEventOf } from './event-groups.ts';
import { findDescriptions } from './events.ts';
import type { Description } from './events.ts';
import { datesOf, oneDate } from './dates.ts';
import { againstMentions } from './against.ts';
import { demonymMentions } from './demonyms.ts';
import { displayName, foldName } from './fold.ts';
import type { Called } from './named-arguments.ts';
import { nameMentions } from './names.ts';
import type { NameMention } from './names.ts';
import { POLICY_FAMILY_OF } from './event-words.ts';
import { makeMention, textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import type { OnStall, RuleSet } from '../rules/index.ts';
import { addNominals } from './refer.ts';
import type { Draft } from './draft.ts';
import { struckIn } from './event-struck.ts';
import { findRoles } from './roles.ts';
import type { NamedRole } from './roles.ts';
import { verbEvents } from './verb-events.ts';
import { applyUserEntities, entitiesByRule, NO_USER_ENTITIES, withUserNames } from './user/index.ts';
import type { UserCluster, UserEntities, UserEntity } from './user/index.ts';

/**
 * Who is who in one article: names grouped into things, described events and policies, unnamed actors, and what descriptions and
 * pronouns refer to. Every mention is listed in text order; one that could not be resolved has entity null.
 */
export function resolveEntities(
  document: Base,
  user: UserEntities = NO_USER_ENTITIES,
  rules?: RuleSet,
  onStall?: OnStall,
): { mentions: Mention[]; entities: Entity[] } {
  const own = nameMentions(document);
  const byRule = rules ? entitiesByRule(document, own, rules, onStall) : NO_USER_ENTITIES;
  // What the user says of a name outweighs what a rule finds.
  const names = withUserNames(document, withUserNames(document, own, byRule), user);
  const clusters = applyUserEntities(
    names,
    applyUserEntities(names, clusterNames(document, names), byRule, 'led'),
    user,
  );
  const drafts: Draft[] = [];
  const mentions: Mention[] = [];
  const entityOfName = addNames(document, names, clusters, drafts, mentions);
  const verbs = addDescriptions(document, drafts, mentions, countriesOf(names, entityOfName));
  const roles = findRoles(document, names);
  addRoles(roles, entityOfName, drafts);
  addNominals(document, names, entityOfName, roles, drafts, mentions);
  mentions.push(...demonymMentions(document, names, entityOfName), ...verbs);
  mentions.push(...againstMentions(document, mentions, drafts));
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
    const entity = drafts.push(withStyles(document, cluster, names, nameDraft(cluster, names))) - 1;
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
  // What a person is "also known as" is no fuller a name, however long.
  const others = (reason: string): boolean =>
    reason === 'capital' || (reason === 'also known as' && type === 'person');
  const seats = new Set(joins.flatMap(({ b, reason }) => (others(reason) ? [b] : [])));
  const own = spellings.filter((name) => !seats.has(foldName(name)));
  const fullest = own.reduce((best, name) => (fullness(name) > fullness(best) ? name : best));
  return { type, name: fullest, aliases: spellings.filter((name) => name !== fullest), named: true };
}

/** Styles that are said with the name as if they were part of it: "Queen Ada", "Pope Otto". */
const STYLE =
  /^(?:queen|king|pope|prince|princess|emperor|empress|sultan|emir|imam|ayatollah|sheikh|saint|st|sir|dame|lord|lady)$/u;

function withStyles(
  document: Base,
  { members, user }: UserCluster,
  names: readonly NameMention[],
  draft: Draft,
): Draft {
  if (draft.type !== 'person' || user) return draft;
  for (const i of members) {
    const { firstToken, endToken } = names[i] as NameMention;
    const { tokens } = document;
    const styled =
      tokens.sentence[firstToken - 1] === tokens.sentence[firstToken] &&
      /^\p{Lu}/u.test(formAt(tokens, firstToken - 1)) &&
      STYLE.test(lowerAt(tokens, firstToken - 1));
    const alias = styled ? displayName(textOf(document, firstToken - 1, endToken)) : draft.name;
    if (![draft.name, ...draft.aliases].includes(alias)) draft.aliases.push(alias);
  }
  return draft;
}

const userDraft = ({ canonical, type, externalId }: UserEntity, spellings: readonly string[]): Draft => ({
  type,
  name: canonical,
  aliases: spellings.filter((name) => name !== canonical),
  named: true,
  ...(externalId !== undefined && { externalId }),
});

/** Words, then letters; of two spellings one in capitals, as of a dateline, counts less. */
const fullness = (name: string): number =>
  name.split(/[\s-]+/u).length * 1000 + name.length - (/^\P{Ll}{6,}$/u.test(name) ? 0.5 : 0);

function addRoles(
  roles: readonly NamedRole[],
  entityOfName: ReadonlyMap<number, number>,
  drafts: readonly Draft[],
): void {
  for (const { name, text, affiliation } of roles) {
    const draft = drafts[entityOfName.get(name) ?? -1];
    if (!draft) continue;
    const role = { title: text, affiliation: entityOfName.get(affiliation ?? -1) ?? null };
    const known = (draft.roles ??= []);
    const same = known.findIndex(({ title }) => title === role.title);
    if (same < 0) known.push(role);
    else if (known[same]?.affiliation === null) known[same] = role;
  }
}

/** Entities that the gazetteer knows for countries. */
function countriesOf(
  names: readonly NameMention[],
  entityOfName: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  return new Set(
    names.flatMap(({ known }, index) => (known?.kind === 'country' ? (entityOfName.get(index) ?? []) : [])),
  );
}

/** @returns The verbs that tell of the events as well: no phrases, so that only a rule that starts from the verb has them for an end. */
function addDescriptions(
  document: Base,
  drafts: Draft[],
  mentions: Mention[],
  countries: ReadonlySet<number>,
): Mention[] {
  const verbs: Mention[] = [];
  const nameAt = new Map<number, string>();
  for (const { firstToken, endToken, entity } of mentions)
    for (let i = firstToken; i < endToken; i++) nameAt.set(i, String(entity));
  const named = mentions.flatMap(({ entity, sentence }) => {
    const draft = drafts[entity ?? -1];
    return entity !== null && draft && /^(?:event|policy)$/u.test(draft.type)
      ? [{ type: draft.type, folded: foldName(draft.name), sentence, entity }]
      : [];
  });
  const inner = namesInside(mentions);
  const called: Called = {
    nameAt,
    nameOf: (key) => drafts[Number(key)]?.name ?? '',
    isPlace: (key) => drafts[Number(key)]?.type === 'location',
  };
  const found = findDescriptions(document, called).map((each) => ({
    ...each,
    names: new Set([...each.names].flatMap((key) => [key, ...(inner.get(key) ?? [])])),
  }));
  const spoken = new Map<number, Description[]>();
  const unnamed = found.filter((description) => {
    const entity = namedEventOf(description, named);
    if (entity === null) return true;
    addAliases(drafts[entity], description);
    spoken.set(entity, [...(spoken.get(entity) ?? []), description]);
    mentions.push(makeMention(document, description, 'nominal', entity, null));
    return false;
  });
  for (const { entity } of named) {
    const draft = drafts[entity];
    const dates = mentions
      .filter((mention) => mention.entity === entity && mention.kind === 'name')
      .flatMap((mention) => datesOf(document, mention));
    if (draft) Object.assign(draft, timeAndPlace(spoken.get(entity) ?? [], dates));
  }
  const verbal = verbEvents(document, called);
  const all = [...unnamed, ...verbal, ...claimedEvents(document)].sort((a, b) => a.head - b.head);
  for (const members of groupDescriptions(all)) {
    const own = members.flatMap((i) => all[i] ?? []);
    const phrases = own.filter((each) => each.verbal !== true);
    if (phrases.length === 0 || own.every((each) => each.anaphoric === true)) continue;
    const entity = drafts.push(descriptionDraft(own.filter((each) => each.anaphoric !== true))) - 1;
    const struck = struckIn(own, drafts, (place) => countries.has(place));
    if (struck.length > 0) Object.assign(drafts[entity] as Draft, { struck });
    for (const each of phrases) mentions.push(makeMention(document, each, 'nominal', entity, null));
    for (const { verbal, head, type } of own)
      if (verbal === true && type === 'event')
        verbs.push(
          makeMention(document, { firstToken: head, endToken: head + 1 }, 'nominal', entity, 'verb'),
        );
  }
  return verbs;
}

/** By key of a name, the keys of those that stand within it: "[Larkos] market" is named for the town that the attack was in. */
function namesInside(mentions: readonly Mention[]): ReadonlyMap<string, readonly string[]> {
  const inner = new Map<string, string[]>();
  const sorted = mentions.toSorted((a, b) => a.firstToken - b.firstToken || b.endToken - a.endToken);
  sorted.forEach(({ firstToken, endToken, entity }, i) => {
    const next = sorted[i + 1];
    if (!next || next.endToken > endToken || next.firstToken < firstToken || next.entity === entity) return;
    inner.set(String(entity), [...(inner.get(String(entity)) ?? []), String(next.entity)]);
  });
  return inner;
}

/** A named event takes the labels of its descriptions. */
function addAliases(draft: Draft | undefined, { forms }: Description): void {
  for (const label of forms)
    if (draft && ![draft.name, ...draft.aliases].some((each) => foldName(each) === foldName(label)))
      draft.aliases.push(label);
}

function timeAndPlace(
  own: readonly Description[],
  dates: readonly string[] = [],
): Pick<Draft, 'when' | 'date' | 'place'> {
  const when = [...new Set(own.flatMap((each) => each.when))];
  const event = own.every(({ type }) => type === 'event');
  const date = event ? oneDate([...dates, ...own.flatMap((each) => each.dates)]) : undefined;
  const place = own.find((each) => each.place !== null)?.place ?? null;
  return {
    ...(when.length > 0 && { when }),
    ...(date !== undefined && { date }),
    ...(place !== null && { place }),
  };
}

/** How much a description says of which one is meant: names first, then words of kind, then where its verb puts it. */
const tells = ({ names, modifiers, placedByVerb }: Description): number => {
  const placed = placedByVerb === true ? 1 : 0;
  return (names.size - placed) * 10 + Math.min(modifiers.size, 9) + placed / 2;
};

/** Named by the first description that says most about it; every other wording is an alias. */
function descriptionDraft(own: readonly Description[]): Draft {
  // A headline's phrase runs into its verb more often than not ("attack in Larkos highlights …"): the story's words are better.
  const told = own.filter(({ inTitle }) => !inTitle);
  const phrases = told.filter(({ verbal, names }) => verbal !== true && names.size > 0);
  const best = [phrases, told, own]
    .find((some) => some.length > 0)
    ?.reduce((a, b) => (tells(b) > tells(a) ? b : a)) as Description;
  const words = own.flatMap(({ forms }) => [...forms].reverse());
  const aliases = [...new Map(words.map((label) => [foldName(label), label])).values()];
  return {
    type: best.type,
    name: best.label,
    aliases: aliases.filter((label) => foldName(label) !== foldName(best.label)),
    named: false,
    ...(isIdentified(own) && { identified: true }),
    ...timeAndPlace(own),
  };
}

/** Words for when, other than how long. */
const POINT_IN_TIME = /^(?:\p{L}{3,6}day|yesterday|today|(?:last|this) \p{L}+|\p{L}+\.? \d{1,2}|\d{4})$/u;

/** The text says which one is meant, by a name, a time or a place that its label or date shows. Of what people decide only laws, deals and the like count. */
function isIdentified(own: readonly Description[]): boolean {
  if (own.every(({ predicate, label, dates }) => predicate || (!label.includes(' ') && dates.length === 0)))
    return false;
  if (isSpokenOfAgain(own)) return true;
  return own.some(({ type, names, when, dates, place, definite, lemma }) =>
    type === 'event'
      ? names.size > 0 || place !== null || dates.length > 0 || when.some((time) => POINT_IN_TIME.test(time))
      : definite && names.size > 0 && (POLICY_FAMILY_OF.has(lemma) || lemma === 'state of emergency'),
  );
}

/** The text comes back to it: told of in two sentences, and once by words that say which or what kind of one it is ("the extradition bill"). */
function isSpokenOfAgain(own: readonly Description[]): boolean {
  const phrases = own.filter(({ verbal, predicate, inTitle }) => verbal !== true && !predicate && !inTitle);
  const sentences = new Set(phrases.map(({ sentence }) => sentence));
  // What is an event or a law says by its headline or its complements which one is meant; another act only by the words of the story.
  const lasting = own.every(({ type, lemma }) => type === 'event' || POLICY_FAMILY_OF.has(lemma));
  const telling = lasting ? [...phrases, ...own.filter(({ inTitle }) => inTitle)] : phrases;
  return (
    sentences.size > 1 &&
    telling.some(
      ({ modifiers, names, plural, forms }) =>
        !plural && modifiers.size + names.size + (lasting ? forms.length - 1 : 0) > 0,
    )
  );
}

function withMentions(drafts: readonly Draft[], mentions: readonly Mention[]): Entity[] {
  const lists: number[][] = drafts.map(() => []);
  mentions.forEach(({ entity }, index) => {
    if (entity !== null) lists[entity]?.push(index);
  });
  return drafts.map((draft, i) => ({ ...draft, mentions: lists[i] ?? [] }));
}
