import { actorsOf, furtherFrom } from './further.ts';
import { codes, dependents, headOf, labelOf } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import { ASPECTS, BODY_OF_BODIES_ONLY, QUANTITIES, REBELS } from './lexicon.ts';
import type { Reached, TreeStep } from './reached.ts';
import { strayConjuncts } from './strays.ts';
import { isSpokenFor } from '../heads.ts';
import type { DocumentView } from '../view.ts';

/** A mention that stands for a word a path reached. */
export interface ReachedMention {
  readonly mention: number;
  readonly steps: readonly TreeStep[];
}

/** Which end of a relation an argument is. */
export type ArgumentEnd = 'source' | 'target';

const CONJUNCT = codes('conj');

/** How many steps from a word to a mention are tried: "dozens of fighters of X". */
const MAX_STEPS = 3;

/** Mentions by the tokens they can be reached at; made once per sentence. */
export interface MentionFinder {
  /** Mentions whose head, or whose top in the tree, the token is, or names that hold it; the best first. */
  readonly at: (token: number) => readonly number[];
  /** Adjectives of countries at a token, which stand for them only where the step `demonym` led. */
  readonly demonyms: (token: number) => readonly number[];
  /** Events by the verb that tells of them, which stands for them only where a pattern starts from it. */
  readonly told: (token: number) => readonly number[];
}

export function mentionFinder(sentence: SentenceGraph, mentions: readonly number[]): MentionFinder {
  const all = sentence.view.document.mentions;
  const byToken = new Map<number, number[]>();
  const demonyms = new Map<number, number[]>();
  const told = new Map<number, number[]>();
  const add = (map: Map<number, number[]>, token: number, index: number): void => {
    const list = map.get(token);
    if (!list) map.set(token, [index]);
    else if (!list.includes(index)) list.push(index);
  };
  for (const index of mentions) {
    const { head, kind, firstToken, endToken, resolvedBy } = all[index]!;
    if (resolvedBy === 'demonym') {
      for (let token = firstToken; token < endToken; token++) add(demonyms, token, index);
      continue;
    }
    if (resolvedBy === 'verb') {
      add(told, head, index);
      continue;
    }
    if (kind === 'name' && isPartisan(sentence.view, index)) continue;
    add(byToken, head, index);
    for (let token = firstToken; token < endToken; token++) {
      const above = headOf(sentence, token);
      if (kind === 'name' || above < firstToken || above >= endToken) add(byToken, token, index);
    }
  }
  const rank = (token: number, index: number): number => {
    const { head, kind, firstToken, endToken } = all[index]!;
    return (kind === 'name' ? 0 : 1_000) + (head === token ? 0 : 500) - (endToken - firstToken);
  };
  for (const [token, list] of byToken) list.sort((a, b) => rank(token, a) - rank(token, b) || a - b);
  return {
    at: (token) => byToken.get(token) ?? [],
    demonyms: (token) => demonyms.get(token) ?? [],
    told: (token) => told.get(token) ?? [],
  };
}

/** "Ada Holm, a Republican who …": what the noun is told of is somebody in the party, and not the party. */
function isPartisan(view: DocumentView, mention: number): boolean {
  const { firstToken, endToken, entity } = view.document.mentions[mention]!;
  return (
    endToken - firstToken === 1 &&
    /^(?:republican|democrat|conservative|tory|socialist|communist|libertarian|liberal)$/u.test(
      view.word(firstToken),
    ) &&
    view.document.entities[entity!]!.type === 'organization' &&
    ['NOUN', 'PROPN'].includes(view.pos(firstToken)) &&
    /^(?:an?|one|another|the|fellow|moderate)$/u.test(view.word(firstToken - 1))
  );
}

/** What an argument is looked for with. */
export interface Wanted {
  readonly finder: MentionFinder;
  readonly end: ArgumentEnd;
  /** Whether a mention can be this argument: what can't is looked past, as "statement" in "a Hamas statement condemned". */
  readonly fits: (mention: number) => boolean;
}

/** The mentions that a reached word stands for, directly or by more steps; several for a set. */
export const mentionsAt = (sentence: SentenceGraph, wanted: Wanted, reached: Reached): ReachedMention[] =>
  resolve(sentence, wanted, reached, MAX_STEPS, new Set());

function resolve(
  sentence: SentenceGraph,
  wanted: Wanted,
  { token, steps }: Reached,
  depth: number,
  seen: Set<number>,
): ReachedMention[] {
  // Each word once, so that the work is bounded by the words of the sentence.
  if (seen.has(token)) return [];
  seen.add(token);
  sentence.meter.steps++;
  if (wanted.end === 'target' && opensNextClause(sentence, wanted, token)) return [];
  const direct = directly(sentence, wanted, { token, steps }).flatMap((reached) =>
    withStrays(sentence, wanted, reached),
  );
  if (depth === 0 || isSettled(sentence, wanted, token, direct)) return direct;
  const ways = isDeed(sentence, wanted, token)
    ? actorsOf(sentence, token, wanted.end)
    : furtherFrom(sentence, token, wanted.end);
  // The first kind of step that leads to a mention: a name in apposition tells more than an owner.
  for (const found of ways) {
    const further = found.flatMap((next) =>
      resolve(sentence, wanted, { ...next, steps: [...steps, ...next.steps] }, depth - 1, seen),
    );
    if (further.length > 0) return further;
  }
  return direct;
}

/**
 * "Condemned the strikes, and Russia, a close ally, called …": a name joined to an act, with a verb to come that has no subject but it, opens
 * the next clause, however a parser joined it.
 */
function opensNextClause(sentence: SentenceGraph, { finder }: Wanted, token: number): boolean {
  const { view } = sentence;
  if (!CONJUNCT.has(labelOf(sentence, token))) return false;
  const first = headOf(sentence, token);
  const typeAt = (at: number): string | undefined => {
    const [best] = finder.at(at);
    const mention = best === undefined ? undefined : view.document.mentions[best];
    return mention === undefined || mention.entity === null
      ? undefined
      : view.document.entities[mention.entity]?.type;
  };
  if (first < 0 || first > token || !/^(?:policy|event)$/u.test(typeAt(first) ?? '')) return false;
  if (view.pos(token) !== 'PROPN' || !/^(?:person|organization|location)$/u.test(typeAt(token) ?? ''))
    return false;
  for (let at = token + 1; at < sentence.endToken; at++) if (/^VB[DZPN]$/u.test(view.tag(at))) return true;
  return false;
}

/** "Leaders of Hamas and Hezbollah", of which a mention "leaders of Hamas" stands for Hamas: Hezbollah goes with it. */
function withStrays(
  sentence: SentenceGraph,
  { finder, fits }: Wanted,
  reached: ReachedMention,
): ReachedMention[] {
  const { firstToken, endToken, head, resolvedBy } = sentence.view.document.mentions[reached.mention]!;
  if (resolvedBy !== 'representative' || sentence.without.has(resolvedBy)) return [reached];
  const steps = [...reached.steps, { method: resolvedBy, token: head } as const];
  const within = (token: number): boolean => token >= firstToken && token < endToken;
  const strays = [...strayConjuncts(sentence)].flatMap(([stray, host]) => (within(host) ? [stray] : []));
  const listed = Array.from({ length: endToken - firstToken }, (_, k) => firstToken + k)
    .filter((token) => token !== head)
    .flatMap((token) => dependents(sentence, token, CONJUNCT));
  const others = [...new Set([...strays, ...listed])].flatMap((token) => {
    const [mention] = within(token) ? [] : finder.at(token).filter(fits);
    return mention === undefined ? [] : [{ mention, steps }];
  });
  return [reached, ...others];
}

/** The best mention at a word, with others of the same words where it stands for several things. */
function directly(
  sentence: SentenceGraph,
  { finder, end, fits }: Wanted,
  { token, steps }: Reached,
): ReachedMention[] {
  const { view } = sentence;
  const { mentions } = view.document;
  const demonym = steps.at(-1)?.method === 'demonym';
  const own = steps.length === 0 && view.pos(token) === 'VERB';
  const at = demonym ? finder.demonyms(token) : own ? finder.told(token) : finder.at(token);
  const found = at.filter((mention) => fits(mention) && !isSpokenFor(view, mention, end));
  const best = mentions[found[0] ?? -1];
  return (
    found
      .filter((mention) => {
        const { firstToken, endToken } = mentions[mention]!;
        return firstToken === best?.firstToken && endToken === best.endToken;
      })
      // The mention itself is resolved by `demonym`: said once, it is enough.
      .map((mention) => ({ mention, steps: demonym ? steps.slice(0, -1) : steps }))
      .filter((reached) => isEnd(sentence, reached))
  );
}

/**
 * Whether the last step can end at a mention. A place before a noun of action is where it was, unless it is a country's short form ("US
 * airstrikes"); only places have parts that stand for them ("member states of the union" are not the union).
 */
function isEnd({ view }: SentenceGraph, { mention, steps }: ReachedMention): boolean {
  const last = steps.at(-1);
  const { entity, start, end } = view.document.mentions[mention]!;
  const { type } = view.document.entities[entity!]!;
  const place = type === 'location';
  const decided = type === 'policy' || type === 'event';
  if (last?.method === 'compound')
    return !place || /^(?:\p{Lu}\.?){2,5}$/u.test(view.document.article.text.slice(start, end));
  // "Colombia's rebels" fight the country that they are of.
  if (last?.method === 'representative' && place && REBELS.has(view.lemma(last.token))) return false;
  // Who supports a person is not the person; the troops and the spokesman of one act for him.
  if (last?.method === 'representative' && BODY_OF_BODIES_ONLY.has(view.lemma(last.token)))
    if (view.document.entities[entity!]!.type === 'person') return false;
  return steps.every(
    ({ method, token }) =>
      method !== 'partitive' ||
      place ||
      QUANTITIES.has(view.lemma(token)) ||
      (decided && ASPECTS.has(view.lemma(token))),
  );
}

/** Whether a word's own mention is the argument, or rules out that another is: a name is never looked past. */
const isSettled = (
  { view }: SentenceGraph,
  { finder }: Wanted,
  token: number,
  direct: readonly ReachedMention[],
): boolean => {
  if (direct.length > 0) return !isUnnamed(view, direct[0]!.mention);
  const [best] = finder.at(token);
  return best !== undefined && view.document.mentions[best]!.kind === 'name';
};

/** What stands beside or inside an event or policy is no actor; only who does it may be. */
const isDeed = ({ view }: SentenceGraph, { finder }: Wanted, token: number): boolean => {
  const [best] = finder.at(token);
  const entity = best === undefined ? null : view.document.mentions[best]!.entity;
  return entity !== null && ['event', 'policy'].includes(view.document.entities[entity]!.type);
};

/** A description of something without a name ("militants"): what it hangs together with may tell the name. */
const isUnnamed = (view: DocumentView, mention: number): boolean => {
  const { entity, kind } = view.document.mentions[mention]!;
  const found = view.document.entities[entity!]!;
  return kind === 'nominal' && !found.named && found.type !== 'event' && found.type !== 'policy';
};
