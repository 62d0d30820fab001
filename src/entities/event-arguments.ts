import { lemmaAt, lowerAt } from '../model/index.ts';
import { verbOf } from './dates.ts';
import type { Called, PlaceArgument } from './named-arguments.ts';
import { nameKeyOf, placeOfVerb } from './named-arguments.ts';
import type { Base } from './phrases.ts';
import { childrenOf, headOf, relationOf } from './syntax.ts';

/** Key of the place that a complement gives, or null. */
export function placeOf(
  { tokens }: Base,
  complements: readonly (readonly [from: number, end: number])[],
  nameAt: ReadonlyMap<number, string>,
): number | null {
  for (const [from, end] of complements) {
    if (!/^(?:in|at|near|outside)$/u.test(lowerAt(tokens, from))) continue;
    for (let i = end - 1; i > from; i--) {
      const key = nameAt.get(i);
      if (key !== undefined) return Number(key);
    }
  }
  return null;
}

/** Verbs whose subject is where something is or happens: "[Sarn] has seen protests", "[Sarn] hosted the summit". */
const SUFFERING = /^(?:see|experience|witness|suffer|endure|face|undergo|host)$/u;

/** Where it was by the verb that says that it happened: "protests took place in [Sarn]", "[Sarn] has seen protests". */
export function placeByVerb(
  document: Base,
  head: number,
  { nameAt, isPlace }: Pick<Called, 'nameAt' | 'isPlace'>,
): PlaceArgument | null {
  const verb = verbOf(document, head);
  if (verb !== null) return placeOfVerb(document, verb, nameAt);
  const struck = placeStruck(document, head, nameAt);
  if (struck !== null && isPlace(struck)) return { key: struck, preposition: 'in' };
  const delivered = childrenOf(document, head).find(
    (child) =>
      relationOf(document, child) === 'acl:relcl' &&
      /^(?:deliver|hold|give|stage|organi[sz]e|take)$/u.test(lemmaAt(document.tokens, document.tags, child)),
  );
  // "The speech, which was delivered in [Sarn]".
  if (delivered !== undefined) return placeOfVerb(document, delivered, nameAt);
  const above = headOf(document, head);
  const suffered =
    above >= 0 &&
    relationOf(document, head) === 'obj' &&
    SUFFERING.test(lemmaAt(document.tokens, document.tags, above));
  if (!suffered) return null;
  const subject = childrenOf(document, above).find((child) => relationOf(document, child) === 'nsubj');
  const key = subject === undefined ? null : nameKeyOf(document, subject, nameAt);
  return key !== null && isPlace(key) ? { key, preposition: 'in' } : null;
}

/** What only happens to places does so by these: "an earthquake struck [Peru]", also where the verb was taken for a participle. */
const BATTERING = /^(?:strike|hit|rock|shake|jolt|batter|lash|ravage|devastate|pound|rattle)$/u;

function placeStruck(document: Base, head: number, nameAt: ReadonlyMap<number, string>): string | null {
  const verb =
    relationOf(document, head) === 'nsubj'
      ? headOf(document, head)
      : childrenOf(document, head).find((child) => relationOf(document, child) === 'acl');
  if (verb === undefined || !BATTERING.test(lemmaAt(document.tokens, document.tags, verb))) return null;
  const object = childrenOf(document, verb).find((child) => relationOf(document, child) === 'obj');
  return object === undefined ? null : nameKeyOf(document, object, nameAt);
}

/** Keys of the names that the verb takes beside the phrase. */
export function besideOf(document: Base, head: number, nameAt: ReadonlyMap<number, string>): Set<string> {
  const verb = headOf(document, head);
  if (verb < 0 || !/^(?:nsubj|obj|obl)/u.test(relationOf(document, head))) return new Set();
  return new Set(childrenOf(document, verb).flatMap((child) => nameAt.get(child) ?? []));
}

/** What an attack, or one who attacks, does to whom or what is struck. */
const STRIKES =
  /^(?:target|hit|strike|kill|wound|injure|murder|assassinate|shoot|stab|kidnap|abduct|capture|destroy|damage|rip|tear|devastate|rock|attack|bomb|shell|ambush|slay|execute)$/u;

/** Keys of what the verb strikes: "killed [Vance] in a raid". */
export function victimsOf(document: Base, noun: number, nameAt: ReadonlyMap<number, string>): Set<string> {
  const verb = headOf(document, noun);
  if (verb < 0 || relationOf(document, noun) !== 'obl') return new Set();
  if (!STRIKES.test(lemmaAt(document.tokens, document.tags, verb))) return new Set();
  return new Set(
    childrenOf(document, verb).flatMap((child) => {
      const hit = /^(?:obj|nsubj:pass)$/u.test(relationOf(document, child)) ? nameAt.get(child) : undefined;
      return hit === undefined ? [] : [hit];
    }),
  );
}

/** Keys of what the phrase, as a subject, strikes: "the bombing killed [Vance]", "hit the town of [Sarn]". */
export function struckByVerb(document: Base, head: number, nameAt: ReadonlyMap<number, string>): Set<string> {
  const verb = headOf(document, head);
  const subject = verb >= 0 && relationOf(document, head) === 'nsubj';
  if (!subject || !STRIKES.test(lemmaAt(document.tokens, document.tags, verb))) return new Set();
  const object = childrenOf(document, verb).find((child) => relationOf(document, child) === 'obj');
  if (object === undefined) return new Set();
  const inner = childrenOf(document, object).filter((child) => relationOf(document, child) === 'nmod');
  const key = [object, ...inner].flatMap((each) => nameKeyOf(document, each, nameAt) ?? [])[0];
  return new Set(key === undefined ? [] : [key]);
}

/** Acts that are done to somebody or something with "of": "murder of", "bombing of". */
const DONE_TO =
  /^(?:killing|murder|assassination|kidnapping|abduction|beheading|massacre|bombing|shelling|shooting|bombardment|stabbing|poisoning|hijacking|invasion|ambush|slaying|execution|lynching|torture)$/u;

/** Keys of what the complements say that an attack was against: "on a mosque in [Sarn]", "of [Vance]". */
export function struckBy(
  { tokens }: Base,
  lemma: string,
  complements: readonly (readonly [from: number, end: number])[],
  nameAt: ReadonlyMap<number, string>,
): Set<string> {
  const found = new Set<string>();
  for (const [from, end] of complements) {
    const against = lowerAt(tokens, from);
    if (!/^(?:on|against)$/u.test(against) && !(against === 'of' && DONE_TO.test(lemma))) continue;
    // "Of New York senator [Vance]", "of [Ann]'s husband, [Vance]": the last name is whom the others only place.
    let last = end - 1;
    while (last > from && !nameAt.has(last)) last--;
    const key = nameAt.get(last);
    if (key !== undefined && !/^['’]s?$/u.test(lowerAt(tokens, last + 1))) found.add(key);
  }
  return found;
}
