import { lemmaAt, lowerAt, uposAt, xposAt } from '../model/index.ts';
import { datesOf } from './dates.ts';
import type { Description } from './events.ts';
import { nameKeyOf, placeOfVerb } from './named-arguments.ts';
import type { PlaceArgument } from './named-arguments.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { childrenOf, relationOf } from './syntax.ts';
import { FAMILY_OF } from './words.ts';

/** Nouns of what verbs tell, with the preposition that brings in whom or what it struck. */
const STRIKING: ReadonlyMap<string, string> = new Map([
  ['attack', 'attack on'],
  ['raid', 'raid on'],
  ['bomb', 'bombing of'],
  ['shell', 'shelling of'],
  ['shoot', 'shooting of'],
  ['kill', 'killing of'],
  ['murder', 'murder of'],
  ['assassinate', 'assassination of'],
  ['stab', 'stabbing of'],
  ['ambush', 'ambush of'],
  ['kidnap', 'kidnapping of'],
  ['abduct', 'abduction of'],
  ['hijack', 'hijacking of'],
  ['invade', 'invasion of'],
  ['behead', 'beheading of'],
  ['massacre', 'massacre of'],
]);

/** The same for verbs that tell by themselves what happened: the place tells which one it was. */
const HAPPENING: ReadonlyMap<string, string> = new Map([
  ['explode', 'explosion'],
  ['crash', 'crash'],
  ['collide', 'collision'],
  ['collapse', 'collapse'],
  ['protest', 'protest'],
  ['rally', 'rally'],
  ['march', 'march'],
  ['clash', 'clash'],
  ['riot', 'riot'],
]);

/** What the names of an article are called, by the key of the entity. */
export interface Called {
  readonly nameAt: ReadonlyMap<number, string>;
  readonly nameOf: (key: string) => string;
  readonly isPlace: (key: string) => boolean;
}

/**
 * Events told by a verb whose victim or place has a name: "stabbed [Vance]" is the stabbing of Vance. They are no mentions, since a
 * verb is no phrase that could be the end of a relation; a noun that speaks of the same event takes name, date and place from them.
 */
export function verbEvents(document: Base, called: Called): Description[] {
  const { tokens, tags } = document;
  const found: Description[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (uposAt(tags, i) !== 'VERB') continue;
    const lemma = lemmaAt(tokens, tags, i);
    const striking = STRIKING.get(lemma);
    const happening = HAPPENING.get(lemma);
    if ((striking === undefined && happening === undefined) || !isToldAsFact(document, i)) continue;
    // "Killed in an attack", "the attack killed": the noun is the event.
    if (childrenOf(document, i).some((child) => FAMILY_OF.has(nounLemma(document, child)))) continue;
    const victim = striking === undefined ? null : victimOf(document, i, called);
    const where = placeOfVerb(document, i, called.nameAt);
    const place = where && called.isPlace(where.key) ? where : null;
    const label = labelOf(striking, happening, victim, place, called);
    if (label === null) continue;
    const noun = label.split(' ')[0] as string;
    const sentence = tokens.sentence[i] ?? 0;
    found.push({
      type: 'event',
      verbal: true,
      firstToken: i,
      endToken: i + 1,
      head: i,
      lemma: noun,
      family: FAMILY_OF.get(noun) ?? noun,
      definite: false,
      plural: false,
      label,
      forms: [label],
      predicate: false,
      victims: new Set(victim === null ? [] : [victim]),
      beside: new Set(),
      sentence,
      inTitle: false,
      bare: false,
      modifiers: new Set(),
      place: place === null ? null : Number(place.key),
      when: [],
      dates: datesOf(document, { firstToken: i, head: i, sentence }),
      names: new Set([victim, place?.key].flatMap((key) => key ?? [])),
    });
  }
  return found;
}

/** In the past or perfect, not denied, not wished for. */
function isToldAsFact(document: Base, verb: number): boolean {
  const { tokens, tags } = document;
  if (!/^VB[DN]$/u.test(xposAt(tokens, tags, verb))) return false;
  return !childrenOf(document, verb).some((child) =>
    /^(?:not|n't|never|may|might|could|would|will|should|must|can|if|unless|to)$/u.test(
      lowerAt(tokens, child),
    ),
  );
}

function victimOf(document: Base, verb: number, { nameAt }: Called): string | null {
  const victim = childrenOf(document, verb).find((child) =>
    /^(?:obj|nsubj:pass)$/u.test(relationOf(document, child)),
  );
  return victim === undefined ? null : nameKeyOf(document, victim, nameAt);
}

function labelOf(
  striking: string | undefined,
  happening: string | undefined,
  victim: string | null,
  place: PlaceArgument | null,
  { nameOf }: Called,
): string | null {
  if (striking !== undefined) return victim === null ? null : `${striking} ${nameOf(victim)}`;
  return place === null ? null : `${happening ?? ''} ${place.preposition} ${nameOf(place.key)}`;
}
