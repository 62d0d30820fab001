import type { Document, Entity, Mention } from '../model/index.ts';
import { clusterNames } from './cluster.ts';
import { foldName } from './fold.ts';
import { nameMentions } from './names.ts';
import type { Base } from './phrases.ts';

/** Whether two mentions are one entity, and why: plain words, in the order in which they decided. */
export interface Togetherness {
  readonly same: boolean;
  readonly reasons: readonly string[];
}

type Resolved = Document<
  'passages' | 'sentences' | 'tokens' | 'tags' | 'names' | 'trees' | 'mentions' | 'entities'
>;

/**
 * Why two mentions of a document are one entity or two: how each came to its entity, and the joins between their names; for two
 * entities what keeps them apart.
 *
 * @param a Index into the mentions, as is `b`.
 * @throws RangeError where there is no such mention.
 */
export function whyTogether(document: Resolved, a: number, b: number): Togetherness {
  const [first, second] = [mentionAt(document, a), mentionAt(document, b)];
  const steps = [...stepsOf(document, first), ...stepsOf(document, second)];
  if (first.entity === null || second.entity === null) {
    const open = [first, second].filter(({ entity }) => entity === null);
    return {
      same: false,
      reasons: [
        ...steps,
        ...open.map((mention) => `${quoted(document, mention)} stayed unresolved: no step was sure of it`),
      ],
    };
  }
  if (first.entity === second.entity)
    return { same: true, reasons: [...steps, ...joinsBetween(document, first, second)] };
  return { same: false, reasons: [...steps, ...apart(document, first.entity, second.entity)] };
}

function mentionAt({ mentions }: Resolved, index: number): Mention {
  const mention = mentions[index];
  if (!mention) throw new RangeError(`no mention ${String(index)}`);
  return mention;
}

const quoted = ({ article }: Resolved, { start, end }: Mention): string =>
  JSON.stringify(article.text.slice(start, end).replace(/\s+/gu, ' '));

/** How a mention that is no name came to its entity. */
function stepsOf(document: Resolved, mention: Mention): string[] {
  const entity = document.entities[mention.entity ?? -1];
  if (!entity || mention.kind === 'name') return [];
  const name = JSON.stringify(entity.name);
  if (mention.resolvedBy === null)
    return entity.named ? [`${quoted(document, mention)} describes ${name}`] : [];
  const sieve = mention.sieve === undefined ? '' : `, by ${mention.sieve}`;
  return [`${mention.resolvedBy} ${quoted(document, mention)} stands for ${name}${sieve}`];
}

/** The joins that lead from one mention's name to the other's. */
function joinsBetween(document: Resolved, first: Mention, second: Mention): string[] {
  const entity = document.entities[first.entity ?? -1];
  const [from, to] = [first, second].map((mention) => nameOf(document, mention, entity));
  if (from === undefined || to === undefined || !entity) return [];
  if (from === to)
    return entity.named || first.kind === 'name'
      ? [`same name ${JSON.stringify(entity.name)}`]
      : ['same words'];
  if (!entity.named)
    return [
      'descriptions of one event or actor: same noun or kind, and nothing in either that the other rules out',
    ];
  const names = nameMentions(document);
  const joins = clusterNames(document as Base, names).flatMap((cluster) => cluster.joins);
  const path = pathOf(joins, from, to);
  return path.length > 0
    ? path.map(({ a, b, reason }) => `${reason}: ${JSON.stringify(b)} is ${JSON.stringify(a)}`)
    : ['joined by an entity file'];
}

const nameOf = ({ article }: Resolved, mention: Mention, entity: Entity | undefined): string | undefined =>
  mention.kind === 'name' || mention.resolvedBy === null
    ? foldName(article.text.slice(mention.start, mention.end))
    : entity && foldName(entity.name);

type Joined = { readonly a: string; readonly b: string; readonly reason: string };

/** Shortest chain of joins between two names. */
function pathOf(joins: readonly Joined[], from: string, to: string): Joined[] {
  const open: { at: string; path: Joined[] }[] = [{ at: from, path: [] }];
  const seen = new Set([from]);
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (next.at === to) return next.path;
    for (const join of joins) {
      const other = join.a === next.at ? join.b : join.b === next.at ? join.a : null;
      if (other === null || seen.has(other)) continue;
      seen.add(other);
      open.push({ at: other, path: [...next.path, join] });
    }
  }
  return [];
}

/** The first thing that keeps two entities apart. */
function apart({ entities }: Resolved, first: number, second: number): string[] {
  const [a, b] = [entities[first], entities[second]];
  if (!a || !b) return [];
  const [x, y] = [JSON.stringify(a.name), JSON.stringify(b.name)];
  if (a.type !== b.type) return [`${x} is of type ${a.type}, ${y} of type ${b.type}`];
  if (a.named !== b.named) return [`${a.named ? x : y} has a name, ${a.named ? y : x} is only described`];
  if (!a.named) {
    const times = [a.when ?? [], b.when ?? []].map((when) => when.join(', '));
    if (times[0] !== '' && times[1] !== '' && times[0] !== times[1])
      return [`${x} was ${times[0] ?? ''}, ${y} was ${times[1] ?? ''}`];
    if (a.place !== undefined && b.place !== undefined && a.place !== b.place)
      return [`${x} was in ${entities[a.place]?.name ?? ''}, ${y} in ${entities[b.place]?.name ?? ''}`];
    return [`nothing joins ${x} and ${y}: they differ in kind, number or what they name`];
  }
  const [own, other] = [a, b].map(
    ({ name, aliases }) => new Set([name, ...aliases].flatMap((each) => foldName(each).split(' '))),
  );
  const shared = [...(own ?? [])].filter((word) => other?.has(word) === true);
  return shared.length === 0
    ? [`${x} and ${y} share no name or part of one, and the text defines neither by the other`]
    : [
        `${x} and ${y} share ${JSON.stringify(shared.join(' '))}, which more than one of the article may bear, or which is no short form of either`,
      ];
}
