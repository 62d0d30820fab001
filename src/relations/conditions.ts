import { lemmaAt, lowerAt, uposAt, xposAt } from '../model/index.ts';
import type { RuleMatch } from '../rules/index.ts';
import { childrenBy } from './clause.ts';
import type { Clause, ClauseDocument } from './clause.ts';

/** A stretch of tokens that says for which case something else is said; `endToken` exclusive. */
export interface Condition {
  readonly firstToken: number;
  readonly endToken: number;
}

/** "in case X attacks", "in the event that", "on condition that", "provided that", "as long as". */
const OPENERS: readonly (readonly string[])[] = [
  'if',
  'unless',
  'in case',
  'in the event that',
  'in the event of',
  'on condition that',
  'on the condition that',
  'on the understanding that',
  'provided that',
  'provided',
  'providing that',
  'assuming that',
  'assuming',
  'supposing that',
  'suppose that',
  'as long as',
  'so long as',
  'only when',
  'the moment',
].map((words) => words.split(' '));

/** Behind "if" no clause of its own: "few, if any", "one of the worst, if not the worst". */
const SHORTENED = /^(?:any|not|only|anything|so|possible|necessary)$/u;
/** Before an opener of several words that may be something else: "provided aid". */
const STARTS_CLAUSE = /^(?:[,;:.“”"—–-]|but|and|then|only|even|that|said|says)$/u;

const MAX_SPAN = 40;

/** What a sentence says for a case only: "if …", "unless …", "should X attack, …", "had X attacked, …". */
export function conditionsIn(document: ClauseDocument, sentence: number): Condition[] {
  const { tokens, tags, sentences } = document;
  const first = sentences.firstToken[sentence] ?? 0;
  const end = sentences.endToken[sentence] ?? 0;
  const found: Condition[] = [];
  for (let i = first; i < end; i++) {
    const words = OPENERS.find((opener) => opener.every((word, k) => lowerAt(tokens, i + k) === word));
    if (words ? !opens(i, words) : !isInverted(i)) continue;
    const from = i + (words?.length ?? 1);
    const condition = { firstToken: i, endToken: endOf(from) };
    found.push(condition);
    i = condition.endToken - 1;
  }
  return found;

  function opens(at: number, words: readonly string[]): boolean {
    if (words[0] === 'if')
      return !SHORTENED.test(lowerAt(tokens, at + 1)) && lowerAt(tokens, at - 1) !== 'as';
    // "Provided the rebels with arms", "assuming power": only where a clause may start, and with one behind it.
    if (words.length === 1 && words[0] !== 'unless')
      return startsClause(at) && /^(?:DET|PROPN|PRON)$/u.test(uposAt(tags, at + 1)) && hasVerb(at + 1);
    return true;
  }
  function hasVerb(from: number): boolean {
    for (let i = from; i < Math.min(end, from + 8) && lowerAt(tokens, i) !== ','; i++)
      if (/^(?:VB[ZDP]|MD)$/u.test(xposAt(tokens, tags, i))) return true;
    return false;
  }
  function startsClause(at: number): boolean {
    return at === first || STARTS_CLAUSE.test(lowerAt(tokens, at - 1));
  }
  /** "Should [Name] attack …, …", "Were [Name] to attack", "Had [Name] attacked": no question, and a main clause behind the comma. */
  function isInverted(at: number): boolean {
    const auxiliary = /^(?:should|were|had)$/u.exec(lowerAt(tokens, at))?.[0];
    if (!auxiliary || !startsClause(at) || lowerAt(tokens, end - 1) === '?') return false;
    if (!/^(?:DET|PROPN|PRON|NOUN|ADJ|NUM)$/u.test(uposAt(tags, at + 1))) return false;
    const form = auxiliary === 'had' ? /^VB[ND]$/u : /^VB$/u;
    for (let i = at + 2; i < Math.min(end, at + 12); i++) {
      if (auxiliary === 'were' && lowerAt(tokens, i) !== 'to') continue;
      const verb = auxiliary === 'were' ? i + 1 : i;
      if (form.test(xposAt(tokens, tags, verb))) return true;
      if (auxiliary !== 'were' && /^(?:VB[ZDP]|MD)$/u.test(xposAt(tokens, tags, i))) return false;
    }
    return false;
  }
  /** Up to the comma or the mark that closes it, a verb within. */
  function endOf(from: number): number {
    let verb = false;
    let i = from;
    for (; i < Math.min(end, from + MAX_SPAN); i++) {
      if (/^(?:VERB|AUX)$/u.test(uposAt(tags, i))) verb = true;
      if (/^(?:[;:”"—]|then|but)$/u.test(lowerAt(tokens, i))) break;
      if (lowerAt(tokens, i) === ',' && verb) break;
    }
    return i;
  }
}

/** Whether a match stands in what is only supposed. */
export function isSupposed(document: ClauseDocument, match: RuleMatch): boolean {
  const trigger = match.trigger[0]?.firstToken;
  if (trigger === undefined) return false;
  return conditionsIn(document, match.sentence).some(
    ({ firstToken, endToken }) => firstToken < trigger && trigger < endToken,
  );
}

const MODALS = /^(?:will|wo|'ll|’ll|would|'d|’d|could|can|may|might|shall|should|must)$/u;
/** Verbs whose content a speaker means in earnest, whatever it is bound to: "threatened that it would attack if …". */
const THREATS = new Set('threaten vow warn pledge promise swear'.split(' '));
const MAX_CLIMB = 6;

/** Whether a match stands in a condition or depends on one. */
export function isConditional(document: ClauseDocument, match: RuleMatch, clause: Clause): boolean {
  if (isSupposed(document, match)) return true;
  const conditions = conditionsIn(document, match.sentence);
  const trigger = match.trigger[0]!.firstToken;
  if (conditions.length === 0) return false;
  const within = (token: number): boolean =>
    conditions.some(({ firstToken, endToken }) => firstToken <= token && token < endToken);
  let modal = false;
  for (let at = clause.anchor, climbed = 0; at >= 0 && climbed < MAX_CLIMB; climbed++) {
    const helps = childrenBy(clause, at, 'aux');
    modal ||= helps.some((child) => MODALS.test(clause.lower(child)));
    const bound = clause
      .children(at)
      .some((child) => clause.label(child).startsWith('advcl') && within(child));
    const head = clause.head(at);
    const threatened = head >= 0 && THREATS.has(clause.lemma(head)) && clause.label(at) !== 'conj';
    if (modal && bound && !(clause.intent === 'counts' && threatened)) return true;
    // What a noun or a relative clause tells beside a conditional is told for good.
    if (!/^(?:xcomp|conj|ccomp|obj|parataxis)$/u.test(clause.label(at))) break;
    at = head;
  }
  // A condition that opens the sentence binds the first clause behind it.
  const opening = conditions.find(({ firstToken }) => firstToken <= firstOf(document, match.sentence) + 2);
  if (!opening || !modal) return false;
  for (let i = opening.endToken; i < trigger; i++)
    if (lemmaAt(document.tokens, document.tags, i) !== 'have' && isFinite(document, i) && !isOfGroup(i))
      return false;
  return true;

  function isOfGroup(token: number): boolean {
    return clause.head(token) === clause.anchor || MODALS.test(clause.lower(token));
  }
}

const firstOf = ({ sentences }: ClauseDocument, sentence: number): number =>
  sentences.firstToken[sentence] ?? 0;

const isFinite = ({ tokens, tags }: ClauseDocument, token: number): boolean =>
  /^(?:VB[ZDP]|MD)$/u.test(xposAt(tokens, tags, token));

/**
 * Whether a verb says what will, would, can or must be and not what is: "will attack", "is going to attack", "is to attack". For what
 * stands on a stance that is a stance already; what one ought to do is nobody's deed or stance but by the speaker's own "we".
 */
export function isOpen(clause: Clause): boolean {
  const helps = childrenBy(clause, clause.anchor, 'aux').map((child) => clause.lower(child));
  const own = childrenBy(clause, clause.anchor, 'nsubj').some((child) =>
    /^(?:we|i)$/u.test(clause.lower(child)),
  );
  if (helps.some((word) => /^(?:should|must|ought)$/u.test(word))) return clause.intent === 'open' || !own;
  if (clause.intent !== 'open') return false;
  return helps.some(
    (word) => /^(?:will|wo|'ll|’ll|would|'d|’d|can|shall)$/u.test(word) && !isPast(clause, word),
  );
}

/** "Would later attack", "'d" for "had": what used to be, or has been. */
const isPast = (clause: Clause, word: string): boolean =>
  (/^['’]d$/u.test(word) && clause.tag(clause.anchor) === 'VBN') ||
  (word === 'would' &&
    childrenBy(clause, clause.anchor, 'advmod').some((child) =>
      /^(?:often|regularly|routinely|sometimes|later|eventually|repeatedly)$/u.test(clause.lower(child)),
    ));
