import { SAYING_VERBS } from '../language/index.ts';
import type { Quotation } from '../language/index.ts';
import { lemmaAt, lowerAt, xposAt } from '../model/index.ts';
import { isNoun, phraseStart, textOf } from './phrases.ts';
import type { Base } from './phrases.ts';
import { childrenOf, headOf, relationOf } from './syntax.ts';

/** What a sentence tells that somebody did. */
export interface ToldAct {
  readonly verb: number;
  /** The verb and its object in the text's words: "closed its border with Serbia". */
  readonly label: string;
}

/** Verbs that tell no act: states, wishes, movements and meetings, and words about what others did, which are what "it" goes on about. */
const NO_ACT =
  /^(?:be|have|want|need|know|think|believe|hope|expect|fear|like|love|hate|include|contain|hold|keep|remain|become|seem|mean|cost|last|meet|visit|see|hear|watch|receive|get|face|suffer|mark|celebrate|join|attend|win|lose|use|live|work|begin|start|continue|tell|ask|hail|welcome|praise|applaud|laud|commend|back|support|endorse|condemn|criticize|criticise|denounce|deplore|urge|demand|accuse|blame|describe|call|express|throw|thank|congratulate|defend|admire|mourn)$/u;
/** Longest object in a label, in tokens. */
const LONGEST = 8;

/**
 * The act of the sentence before: its main verb, or what is said in it, with an object that is a noun. Null for what is denied, wished or
 * no act.
 */
export function toldBefore(
  document: Base,
  sentence: number,
  quotations: readonly Quotation[],
): ToldAct | null {
  const { tokens, tags, sentences } = document;
  for (let i = sentences.firstToken[sentence] ?? 0; i < (sentences.endToken[sentence] ?? 0); i++) {
    if (headOf(document, i) >= 0) continue;
    const said = SAYING_VERBS.has(lemmaAt(tokens, tags, i))
      ? childrenOf(document, i).find((child) => relationOf(document, child) === 'ccomp')
      : i;
    const quoted = quotations.some(({ firstToken, endToken }) => firstToken < i && i < endToken);
    return said === undefined || quoted ? null : actOf(document, said);
  }
  return null;
}

function actOf(document: Base, verb: number): ToldAct | null {
  const { tokens, tags } = document;
  if (!/^VB[DN]$/u.test(xposAt(tokens, tags, verb)) || NO_ACT.test(lemmaAt(tokens, tags, verb))) return null;
  const children = childrenOf(document, verb);
  if (
    children.some((child) =>
      /^(?:not|n't|never|if|unless|may|might|could|should)$/u.test(lowerAt(tokens, child)),
    )
  )
    return null;
  const object = children.find((child) => /^(?:obj|nsubj:pass)$/u.test(relationOf(document, child)));
  if (object === undefined || !isNoun(document, object)) return null;
  const first = phraseStart(document, object);
  const end = Math.min(endOf(document, object), first + LONGEST);
  return { verb, label: `${lowerAt(tokens, verb)} ${textOf(document, first, end)}` };
}

/** End of a noun phrase with what hangs on it by prepositions. */
const endOf = (document: Base, head: number): number =>
  childrenOf(document, head)
    .filter((child) => child > head && /^(?:nmod|flat)/u.test(relationOf(document, child)))
    .reduce((end, child) => Math.max(end, endOf(document, child)), head + 1);
