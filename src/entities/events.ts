import { formAt, lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import { displayName, foldName } from './fold.ts';
import { isNoun, isPlural, nounLemma, phraseStart, textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { FAMILY_OF, POLICY_NOUNS, TIME_NOUNS, VIOLENT } from './words.ts';

/** A noun phrase that describes an event or a policy. */
export interface Description {
  readonly type: 'event' | 'policy';
  readonly firstToken: number;
  readonly endToken: number;
  readonly head: number;
  readonly lemma: string;
  readonly family: string;
  readonly definite: boolean;
  readonly plural: boolean;
  /** Words of the phrase and its complements, without article: "attack on the port". */
  readonly label: string;
  /** The same without complements, with one, with all: the ways an article may name it again. */
  readonly forms: readonly string[];
  /** Stands behind a form of "be": says what an earlier event was ("was the worst attack in years"). */
  readonly predicate: boolean;
  /** Folded names of the entities that the phrase or its complements name: what tells two attacks apart. */
  readonly names: ReadonlySet<string>;
}

const IDIOMATIC: ReadonlySet<string> = new Set(['fire', 'strike', 'vote', 'trial', 'talk']);

const COMPLEMENT = /^(?:of|on|in|at|against|near|outside|between)$/u;

/** Every event and policy description, in text order. `nameAt` gives, by token, the folded name that covers it. */
export function findDescriptions(document: Base, nameAt: ReadonlyMap<number, string>): Description[] {
  const found: Description[] = [];
  for (let i = 0; i < document.tokens.length; i++) {
    if (!isNoun(document, i) || nameAt.has(i)) continue;
    const lemma = nounLemma(document, i);
    const family = FAMILY_OF.get(lemma);
    const policy = POLICY_NOUNS.has(lemma);
    if ((family === undefined && !policy) || modifies(document, i) || looksLikeName(document, i)) continue;
    const description = describe(document, i, lemma, family ?? 'policy', nameAt);
    const bare = description.firstToken === i && !description.plural;
    // "opened fire", "on strike": without any word before it, the noun is part of an idiom more often than an event.
    if (bare && IDIOMATIC.has(lemma)) continue;
    if (family !== undefined || description.definite || description.names.size > 0) found.push(description);
  }
  return found;
}

/** "March", "Battle Creek": capitals inside a sentence that is not a headline name something else. */
function looksLikeName({ tokens, sentences, passages }: Base, i: number): boolean {
  const sentence = tokens.sentence[i] ?? 0;
  if (!/^\p{Lu}/u.test(formAt(tokens, i)) || i === sentences.firstToken[sentence]) return false;
  return passages[sentences.passage[sentence] ?? 0]?.kind !== 'title';
}

/** "attack helicopter": the noun is not the head. */
const modifies = (document: Base, i: number): boolean =>
  document.tokens.sentence[i + 1] === document.tokens.sentence[i] &&
  (isNoun(document, i + 1) || lowerAt(document.tokens, i + 1) === '-');

function describe(
  document: Base,
  head: number,
  lemma: string,
  family: string,
  nameAt: ReadonlyMap<number, string>,
): Description {
  const { tokens } = document;
  const firstToken = phraseStart(document, head);
  const ends = complementEnds(document, head + 1);
  const end = ends.at(-1) ?? head + 1;
  const forms = ends.map((each) => labelOf(document, firstToken, each));
  const names = new Set<string>();
  for (let i = firstToken; i < end; i++) {
    const name = nameAt.get(i);
    if (name !== undefined) names.add(name);
  }
  const opening = lowerAt(tokens, firstToken);
  const possessed = [...Array(head - firstToken).keys()].some((k) =>
    /^(?:'s|its|his|her|their)$/u.test(lowerAt(tokens, firstToken + k)),
  );
  return {
    type: family === 'policy' ? 'policy' : 'event',
    firstToken,
    endToken: head + 1,
    head,
    lemma,
    family,
    definite: possessed || /^(?:the|this|that|these|those)$/u.test(opening),
    plural: isPlural(document, head),
    predicate: lemmaAt(tokens, document.tags, firstToken - 1) === 'be',
    label: forms.at(-1) ?? '',
    forms,
    names,
  };
}

const labelOf = (document: Base, first: number, end: number): string =>
  displayName(textOf(document, first, end)).replace(/^(?:this|that|these|those|its|his|her|their) /iu, '');

/**
 * Ends of the phrase without, with one, and with two of the prepositional phrases that say what, whom or where. What says when is no
 * part of a name: "the kidnapping of a geologist last winter".
 */
function complementEnds(document: Base, from: number): number[] {
  const ends = [from];
  for (let end = from; ends.length < 3; ends.push(end)) {
    const next = nounPhraseBehind(document, end, from - 1);
    if (next === null) break;
    end = next;
  }
  return ends;
}

function nounPhraseBehind(document: Base, end: number, head: number): number | null {
  const { tokens, tags } = document;
  if (!COMPLEMENT.test(lowerAt(tokens, end)) || tokens.sentence[end] !== tokens.sentence[head]) return null;
  let noun = -1;
  for (let at = end + 1; at < end + 9 && tokens.sentence[at] === tokens.sentence[head]; at++) {
    const lower = lowerAt(tokens, at);
    if (TIME_NOUNS.has(nounLemma(document, at)) || /^(?:last|next|this)$/u.test(lower)) break;
    const tight = lower === '-' && tokens.end[at - 1] === tokens.start[at];
    if (lower !== "'s" && !tight && !/^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(uposAt(tags, at))) break;
    if (isNoun(document, at)) noun = at;
  }
  return noun < 0 ? null : noun + 1;
}

/**
 * Groups descriptions into things. A description joins an earlier one of a family that fits when both name the same place or victim,
 * or when it is definite, names nothing that the earlier one does not, and agrees in number. The most recent fitting one wins.
 */
export function groupDescriptions(descriptions: readonly Description[]): number[][] {
  const groups: { members: number[]; names: Set<string>; labels: Set<string> }[] = [];
  descriptions.forEach((description, index) => {
    const home = groups.findLast(({ members, names, labels }) => {
      const latest = descriptions[members[0] ?? 0];
      if (!latest || latest.type !== description.type || !sameKind(latest, description)) return false;
      if (labels.has(foldName(description.label)) && (description.definite || description.names.size > 0))
        return true;
      if (description.predicate) return members.at(-1) === index - 1;
      const shared = [...description.names].some((name) => names.has(name));
      if (shared) return latest.plural === description.plural;
      return description.definite && description.names.size === 0 && latest.plural === description.plural;
    });
    if (home) {
      home.members.push(index);
      for (const name of description.names) home.names.add(name);
      home.labels.add(foldName(description.label));
    } else
      groups.push({
        members: [index],
        names: new Set(description.names),
        labels: new Set([foldName(description.label)]),
      });
  });
  return groups.map(({ members }) => members);
}

function sameKind(a: Description, b: Description): boolean {
  if (a.lemma === b.lemma || (a.type === 'event' && a.family === b.family && a.family !== 'meeting'))
    return true;
  return (a.family === 'general' || b.family === 'general') && VIOLENT.has(a.family) && VIOLENT.has(b.family);
}
