import { lowerAt, uposAt } from '../model/index.ts';
import type { Document, Mention } from '../model/index.ts';

type Needs = Document<'tokens' | 'tags' | 'mentions' | 'entities'>;

const SPOKESMAN = /^(?:spokes(?:man|woman|person)|press secretary)$/u;
/** Longest way from a name to the word for its office, in tokens: "Rahim, the chief military spokesman". */
const REACH = 7;

/**
 * Persons whom the text calls spokesmen, by entity, with a mention of the body each speaks for: "Hamas spokesman Amina Rahim", "Amina Rahim,
 * a spokeswoman for the ministry", "a spokesman for the ministry, Amina Rahim". Read from the words, since titles are where trees err.
 */
export function spokesmenOf(document: Needs): ReadonlyMap<number, number> {
  const { tokens, mentions, entities } = document;
  const found = new Map<number, number>();
  const at = new Map<number, number>();
  const until = new Map<number, number>();
  mentions.forEach(({ entity, firstToken, endToken, kind }, index) => {
    if (entity === null || !entities[entity]!.named || kind !== 'name') return;
    at.set(firstToken, index);
    until.set(endToken, index);
  });
  const person = (index: number | undefined): Mention | null =>
    index !== undefined && entities[mentions[index]!.entity!]!.type === 'person' ? mentions[index]! : null;
  const body = (index: number | undefined): number | null =>
    index === undefined || person(index) ? null : index;
  for (let office = 0; office < tokens.length; office++) {
    if (!SPOKESMAN.test(lowerAt(tokens, office))) continue;
    const before = firstOf([0, 1, 2], (back) =>
      isTitle(office - back, office) ? (body(until.get(office - back)) ?? ownerBefore(office - back)) : null,
    );
    const after = /^(?:for|of)$/u.test(lowerAt(tokens, office + 1))
      ? firstOf([2, 3, 4], (on) => owned(body(at.get(office + on))))
      : null;
    const principal = after ?? before;
    if (principal === null) continue;
    const named = after === null ? office + 1 : mentions[after]!.endToken;
    const speaker = person(at.get(named)) ?? comma(named, 1) ?? nameBefore(office);
    if (speaker && !found.has(speaker.entity!)) found.set(speaker.entity!, principal);
  }
  return found;

  /** Nothing but words between: the name that ends the sentence before is nobody's principal. */
  function isTitle(from: number, office: number): boolean {
    for (let i = from; i < office; i++) if (uposAt(document.tags, i) === 'PUNCT') return false;
    return true;
  }
  /** The name behind a comma. */
  function comma(token: number, on: number): Mention | null {
    return lowerAt(tokens, token) === ',' ? person(at.get(token + on)) : null;
  }
  /** The ministry in "for the [Holm] administration's [Ministry]"; the body itself where it owns no other. */
  function owned(owner: number | null): number | null {
    const end = owner === null ? -1 : mentions[owner]!.endToken;
    if (end < 0 || !/^['’]s?$/u.test(lowerAt(tokens, end))) return owner;
    return firstOf([1, 2], (on) => body(at.get(end + on))) ?? owner;
  }
  /** The body in "the ministry's spokesman". */
  function ownerBefore(token: number): number | null {
    return /^['’]s?$/u.test(lowerAt(tokens, token - 1)) ? body(until.get(token - 1)) : null;
  }
  /** The name before ", a chief spokesman": no verb and no other clause stands between. */
  function nameBefore(token: number): Mention | null {
    for (let i = token - 1; i > token - REACH; i--) {
      if (lowerAt(tokens, i) === ',') return person(until.get(i));
      if (!/^(?:DET|ADJ|NOUN|PROPN|PART|ADP)$/u.test(uposAt(document.tags, i))) return null;
    }
    return null;
  }
}

function firstOf<T>(items: readonly number[], of: (item: number) => T | null): T | null {
  for (const item of items) {
    const found = of(item);
    if (found !== null) return found;
  }
  return null;
}
