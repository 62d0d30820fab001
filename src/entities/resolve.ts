import type { Entity, Mention } from '../model/index.ts';
import { clusterNames } from './cluster.ts';
import type { NameCluster } from './cluster.ts';
import { resolveNominal } from './coref.ts';
import type { Antecedent } from './coref.ts';
import { findDescriptions, groupDescriptions } from './events.ts';
import type { Description } from './events.ts';
import { displayName, foldName } from './fold.ts';
import { nameMentions } from './names.ts';
import type { NameMention } from './names.ts';
import { findNominals, isSubjectLike } from './nominals.ts';
import type { Nominal } from './nominals.ts';
import { makeMention, textOf } from './phrases.ts';
import type { Base } from './phrases.ts';

/** An entity while its mentions are still being gathered. */
interface Draft {
  type: string;
  name: string;
  aliases: string[];
  named: boolean;
}

/**
 * Who is who in one article: names grouped into things, described events and policies, unnamed actors, and what descriptions and
 * pronouns refer to. Every mention is listed in text order; one that could not be resolved has entity null.
 */
export function resolveEntities(document: Base): { mentions: Mention[]; entities: Entity[] } {
  const names = nameMentions(document);
  const drafts: Draft[] = [];
  const mentions: Mention[] = [];
  const entityOfName = addNames(document, names, drafts, mentions);
  addDescriptions(document, names, drafts, mentions);
  addNominals(document, names, entityOfName, drafts, mentions);
  mentions.sort((a, b) => a.start - b.start || a.end - b.end || (a.entity ?? -1) - (b.entity ?? -1));
  return { mentions, entities: withMentions(drafts, mentions) };
}

function addNames(
  document: Base,
  names: readonly NameMention[],
  drafts: Draft[],
  mentions: Mention[],
): ReadonlyMap<number, number> {
  const entityOf = new Map<number, number>();
  for (const cluster of clusterNames(document, names)) {
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

function nameDraft({ type, members, joins }: NameCluster, names: readonly NameMention[]): Draft {
  const spellings = [...new Set(members.flatMap((i) => names[i]?.name ?? []))];
  // The fullest name: most words, then longest, then first in the text.
  const seats = new Set(joins.flatMap(({ b, reason }) => (reason === 'capital' ? [b] : [])));
  const own = spellings.filter((name) => !seats.has(foldName(name)));
  const fullest = own.reduce((best, name) => (fullness(name) > fullness(best) ? name : best));
  return { type, name: fullest, aliases: spellings.filter((name) => name !== fullest), named: true };
}

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

function addNominals(
  document: Base,
  names: readonly NameMention[],
  entityOfName: ReadonlyMap<number, number>,
  drafts: Draft[],
  mentions: Mention[],
): void {
  const generics = new Map<string, number>();
  const seen: Antecedent[] = mentions
    .filter(({ kind, sentence }) => kind === 'name' && isTold(document, sentence))
    .map((mention) => antecedent(document, mention, drafts))
    .sort((a, b) => a.firstToken - b.firstToken);
  for (const nominal of findNominals(document, names)) {
    const sentence = document.tokens.sentence[nominal.firstToken] ?? 0;
    if (nominal.kind === 'generic') {
      mentions.push(
        makeMention(document, nominal, 'nominal', genericEntity(document, nominal, generics, drafts), null),
      );
      continue;
    }
    const entity =
      nominal.of !== null
        ? (entityOfName.get(nominal.of) ?? null)
        : resolveNominal(
            nominal,
            sentence,
            seen.filter(({ firstToken }) => firstToken < nominal.firstToken),
          );
    const kind = nominal.kind === 'pronoun' ? 'pronoun' : 'nominal';
    const mention = makeMention(document, nominal, kind, entity, entity === null ? null : nominal.kind);
    mentions.push(mention);
    if (entity !== null) seen.push(antecedent(document, mention, drafts));
  }
}

/** Captions are read beside a picture: what a sentence of the story refers back to stands in the story. */
const isTold = ({ passages, sentences }: Base, sentence: number): boolean =>
  /^(?:prose|title)$/u.test(passages[sentences.passage[sentence] ?? 0]?.kind ?? '');

const antecedent = (document: Base, mention: Mention, drafts: readonly Draft[]): Antecedent => ({
  entity: mention.entity ?? -1,
  type: drafts[mention.entity ?? -1]?.type ?? '',
  sentence: mention.sentence,
  firstToken: mention.firstToken,
  subject: isSubjectLike(document, mention.firstToken, mention.endToken),
  kind: mention.kind,
});

/** Unnamed actors of one article with the same noun are one: "gunmen … the gunmen". */
function genericEntity(
  document: Base,
  nominal: Nominal,
  known: Map<string, number>,
  drafts: Draft[],
): number {
  const earlier = known.get(nominal.lemma);
  if (earlier !== undefined) return earlier;
  const name = displayName(textOf(document, nominal.firstToken, nominal.endToken)).replace(
    /^(?:this|that|these|those|some|its|his|her|their) /iu,
    '',
  );
  const entity = drafts.push({ type: 'group', name, aliases: [], named: false }) - 1;
  known.set(nominal.lemma, entity);
  return entity;
}

function withMentions(drafts: readonly Draft[], mentions: readonly Mention[]): Entity[] {
  const lists: number[][] = drafts.map(() => []);
  mentions.forEach(({ entity }, index) => {
    if (entity !== null) lists[entity]?.push(index);
  });
  return drafts.map((draft, i) => ({ ...draft, mentions: lists[i] ?? [] }));
}
