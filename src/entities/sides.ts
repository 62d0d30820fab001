import { lowerAt } from '../model/index.ts';
import type { Nominal } from './nominal.ts';
import { nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { childrenOf, headOf, relationOf } from './syntax.ts';

/** The noun behind "of", or the noun itself. */
export const complementOf = (document: Base, head: number): number =>
  childrenOf(document, head).find((child) => child > head && relationOf(document, child) === 'nmod') ?? head;

/** Who does what is told by a noun behind: fighters, who are several in the singular, and bodies. */
const SIDES =
  /^(?:rebel|guerrilla|insurgent|militant|separatist|army|military|coalition|militia|regime|police|navy)$/u;

const DEEDS =
  /^(?:attack|raid|airstrike|shelling|offensive|bombardment|gunfire|assault|ambush|bombing|onslaught|massacre|incursion|counterattack|counteroffensive|crackdown|rocket|missile|mortar|shell|artillery|bullet|drone)$/u;

/** What a side has: it hits with it, and is hit when it is hit. */
const HELD =
  /^(?:position|base|camp|stronghold|hideout|outpost|convoy|checkpoint|bunker|target|trench|column|headquarters|compound|line|patrol|barracks|unit|aircraft|helicopter|jet|warplane|plane|gunship|bomber|tank|gunner|gunboat|boat)$/u;

/** "A rebel attack", "army positions": the side before an act of war or what it has, which is one told of elsewhere, or stands for itself. */
export function sideOfAct(document: Base, head: number): Nominal | null {
  const lemma = nounLemma(document, head);
  if (!SIDES.test(lemma) || !/^(?:compound|amod|nmod:desc)$/u.test(relationOf(document, head))) return null;
  const act = headOf(document, head);
  if (act <= head || act > head + 2) return null;
  const deed = nounLemma(document, act);
  const struck = deed === 'strike' && /^(?:air|missile|drone)$/u.test(lowerAt(document.tokens, act - 1));
  if (!struck && !DEEDS.test(deed) && !HELD.test(deed)) return null;
  const several = !/^(?:army|military|coalition|militia|regime|police|navy)$/u.test(lemma);
  return {
    firstToken: head,
    endToken: head + 1,
    head,
    lemma,
    plural: several,
    kind: 'description',
    of: null,
  };
}
