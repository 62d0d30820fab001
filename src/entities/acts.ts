import { SAYING_VERBS } from '../language/index.ts';
import type { Quotation } from '../language/index.ts';
import { lemmaAt, lowerAt } from '../model/index.ts';
import type { Base } from './phrases.ts';
import type { Antecedent, Referent } from './referent.ts';
import { caseOf, childrenOf, headOf, relationOf } from './syntax.ts';
import { TIME_NOUNS } from './words.ts';

/** Verbs of taking a side or of deciding: what their object is was planned, decided or done. */
const STANCES: ReadonlySet<string> = new Set(
  `oppose reject support back criticise criticize welcome defend condemn veto pass approve sign block denounce decry slam endorse protest
   resist boycott challenge repeal overturn uphold ratify adopt scrap delay postpone vote campaign object appeal rule amend favour favor
   praise dismiss blast deplore dispute contest strike suspend halt introduce propose enact abolish lambast attack march rally demonstrate
   justify lobby call describe brand label term dub deem characterise characterize fight stop kill thwart derail undo reverse shelve revoke
   rescind nullify annul outlaw ban undermine mock ridicule lament regret bemoan applaud hail consider find regard defy override sue
   strengthen weaken drop withdraw abandon lift cancel end speak come argue run protest`.split(/\s+/u),
);

/**
 * What "it" stands for as an object ("the front backed the plan, but the union rejected it"): the one plan, law or event that the
 * sentence has told of before, or else that the sentence before told of, where no body or place is the nearer object. Parallelism in
 * the manner of Kameyama (1986): an object goes back to an object.
 *
 * @param acts Mentions of events and policies, sorted.
 * @param before Everything that was told of before the pronoun, sorted.
 */
export function actReferent(
  document: Base,
  token: number,
  acts: readonly Antecedent[],
  before: readonly Antecedent[],
  quotations: readonly Quotation[],
): Referent | null {
  const { tokens } = document;
  if (!standsForAct(document, token, quotations)) return null;
  const sentence = tokens.sentence[token] ?? 0;
  for (const at of [sentence, sentence - 1]) {
    const here = acts.filter((each) => each.sentence === at && each.firstToken < token && !each.plural);
    // "Denied a role in the attack and condemned it": what the verb beside tells of is meant before all else.
    const beside = here.filter(
      ({ head }) => at === sentence && isBelow(document, head, conjunctOf(document, token)),
    );
    const [first, ...more] = new Set((beside.length > 0 ? beside : here).map(({ entity }) => entity));
    if (first === undefined) continue;
    const things = before.filter(
      (each) =>
        each.sentence === at &&
        each.firstToken < token &&
        !each.plural &&
        /^(?:organization|location)$/u.test(each.type) &&
        isObject(document, each.head),
    );
    return more.length > 0 || things.length > 0 ? null : { entity: first, method: 'act before' };
  }
  return null;
}

/** "Rejected it", "said it was a mistake": a pronoun that may stand for what was planned, decided or done. */
export function standsForAct(document: Base, token: number, quotations: readonly Quotation[]): boolean {
  const { tokens, tags } = document;
  if (!/^(?:it|this|that)$/u.test(lowerAt(tokens, token))) return false;
  const that = lowerAt(tokens, token) === 'that';
  const object =
    !that && isObject(document, token) && STANCES.has(lemmaAt(tokens, tags, headOf(document, token)));
  return object || isJudged(document, token, quotations);
}

/** "Said it was a mistake", "“This is a mistake,” she said": what a speaker says something of. */
function isJudged(document: Base, token: number, quotations: readonly Quotation[]): boolean {
  const { tokens, tags } = document;
  if (relationOf(document, token) !== 'nsubj') return false;
  const predicate = headOf(document, token);
  const judged = childrenOf(document, predicate).some((child) => relationOf(document, child) === 'cop');
  // "This is a sad day for the court": no act is a day.
  if (!judged || TIME_NOUNS.has(lowerAt(tokens, predicate))) return false;
  // A quotation that opens with it speaks of what was told before.
  if (quotations.some(({ firstToken, speaker }) => speaker >= 0 && firstToken + 1 === token)) return true;
  if (lowerAt(tokens, token) === 'that') return false;
  const verb = relationOf(document, predicate) === 'ccomp' ? headOf(document, predicate) : -1;
  return verb >= 0 && SAYING_VERBS.has(lemmaAt(tokens, tags, verb));
}

/** Object of its verb, or behind a preposition by which one takes sides. */
function isObject(document: Base, token: number): boolean {
  const relation = relationOf(document, token);
  const sided = relation === 'obl' && /^(?:against|for|over|to)$/u.test(caseOf(document, token));
  return sided || relation === 'obj' || relation === 'nsubj:pass';
}

/** The verb that the pronoun's verb is joined to by "and" or "but"; -1 for none. */
function conjunctOf(document: Base, token: number): number {
  const verb = headOf(document, token);
  return relationOf(document, verb) === 'conj' ? headOf(document, verb) : -1;
}

/** Hangs on a verb, by as many steps as it takes, with no clause of its own between. */
function isBelow(document: Base, token: number, verb: number): boolean {
  for (let at = token; at >= 0 && verb >= 0; at = headOf(document, at)) {
    if (at === verb) return true;
    if (/^(?:acl|advcl|ccomp|csubj)/u.test(relationOf(document, at))) return false;
  }
  return false;
}
