import { childrenBy, hearsayBefore, markerOf } from './clause.ts';
import type { Clause } from './clause.ts';
import {
  ACCUSING,
  BELIEVING,
  CANCELLING,
  DENIALS,
  DENYING_NOUNS,
  DISMISSING,
  DOUBTFUL_NOUNS,
  DOUBTS,
  ENDING,
  HEDGES,
  HEDGING_ADJECTIVES,
  INTENDING,
  INTENTIONS,
  MEANING,
  NEGATORS,
  PLANNING,
  PREVENTING,
  RESPECTS,
  SAYING,
  UNTRUE,
} from './cues.ts';

export interface Cues {
  readonly negated: boolean;
  readonly hedged: boolean;
}

const NONE: Cues = { negated: false, hedged: false };
const NEGATED: Cues = { negated: true, hedged: false };
const HEDGED: Cues = { negated: false, hedged: true };
const either = (a: Cues, b: Cues): Cues => ({
  negated: a.negated || b.negated,
  hedged: a.hedged || b.hedged,
});

const CONDITIONS = new Set(['if', 'whether', 'unless', 'lest']);
const MODIFIERS = ['advmod', 'det', 'aux', 'amod', 'cc:preconj', 'mark', 'case', 'cc'];
const PHRASES = ['obl', 'nmod', 'obl:unmarked'];
const SUBJECTS = ['nsubj', 'nsubj:pass', 'expl'];
const NOBODY = new Set(['nobody', 'none', 'neither']);
const TRUE = new Set(['true', 'correct', 'right', 'accurate', 'case']);
const MAX_CLIMB = 12;

/**
 * What the words above a match deny or doubt: the cues that hang on its own words, then those of each governor up to the clause
 * that the article itself states.
 */
export function cuesAbove(clause: Clause, trigger: readonly number[]): Cues {
  let cues = trigger.reduce(
    (all, token) => either(all, cuesOn(clause, token, trigger)),
    cuesOn(clause, clause.anchor, trigger),
  );
  for (const token of trigger) cues = either(cues, cuesBetween(clause, token, trigger));
  let at = clause.anchor;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const head = clause.head(at);
    if (head < 0) break;
    // "Warned Oslo not to attack": what one is told not to do is left open.
    if (at === clause.anchor && cues.negated && isTold(clause, at, head)) cues = HEDGED;
    const found = cuesFrom(clause, at, head, trigger);
    if (!found) break;
    cues = found.negated && isLeftOpen(clause, at, head) ? HEDGED : either(cues, found);
    at = head;
  }
  return cues;
}

/**
 * Whether a clause is what nobody has said, asked or admitted to be so: who "has never admitted killing", "declined to say whether", "stopped short
 * of accusing" does not deny the deed.
 */
function isLeftOpen(clause: Clause, at: number, head: number): boolean {
  if (clause.intent !== 'open') return false;
  if (/^(?:admit|confess|acknowledge|concede)$/u.test(clause.lemma(head))) return true;
  const said = /^(?:say|accuse|admit|confirm|blame|comment)$/u.test(clause.lemma(at));
  return said && /^(?:decline|refuse|stop)$/u.test(clause.lemma(head));
}

const TELLING = new Set(
  'warn urge tell ask order call advise instruct beg plead request appeal want press caution implore exhort'.split(
    ' ',
  ),
);

/** Whether an infinitive is what somebody else is told to do. */
const isTold = (clause: Clause, at: number, head: number): boolean => {
  const infinitive = childrenBy(clause, at, 'mark').some((child) => clause.lower(child) === 'to');
  if (!infinitive) return false;
  // "Warned [Name] not to attack", the infinitive hung on the name.
  if (clause.label(at) === 'acl')
    return clause.label(head) === 'obj' && TELLING.has(clause.lemma(clause.head(head)));
  if (!['xcomp', 'advcl', 'ccomp'].includes(clause.label(at)) || !TELLING.has(clause.lemma(head)))
    return false;
  return (
    childrenBy(clause, head, 'obj', 'iobj', 'nsubj:pass', 'obl').length > 0 || clause.label(at) === 'ccomp'
  );
};

/** What words say that stand between a word of the trigger and the next above it: "has no intention of attacking", told by "has" and "attacking". */
function cuesBetween(clause: Clause, token: number, trigger: readonly number[]): Cues {
  let cues = NONE;
  if (token === clause.anchor) return cues;
  for (let at = token, climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const head = clause.head(at);
    if (head < 0) break;
    // Who planned the attack that a rule asks for has not attacked.
    if (trigger.includes(head)) return isPlanned(clause, at, head) ? HEDGED : cues;
    const found = cuesFrom(clause, at, head, trigger);
    if (!found) break;
    // What a rule of stances names on both sides it has read between.
    if (found.negated || clause.intent === 'open') cues = either(cues, found);
    at = head;
  }
  return cues;
}

/** An adverb right at an argument: "speaking in a room, possibly in Kandahar", "not in Kabul but in Herat". */
export function cuesAtArgument(clause: Clause, head: number): Cues {
  return childrenBy(clause, head, 'advmod').reduce(
    (all, child) => either(all, ofModifier(clause, child, 'advmod')),
    NONE,
  );
}

/** Negation, modals and hedges that hang on a word, or on its subject. What a rule names itself ("did not accept") it has read. */
function cuesOn(clause: Clause, token: number, named: readonly number[] = []): Cues {
  const { children, label, lower } = clause;
  let cues = NONE;
  for (const child of children(token)) {
    const by = label(child);
    if (named.includes(child)) continue;
    if (MODIFIERS.includes(by)) cues = either(cues, ofModifier(clause, child, by));
    if (SUBJECTS.includes(by) && isNobody(clause, child)) cues = either(cues, NEGATED);
    if (PHRASES.includes(by) && RESPECTS.has(clause.lemma(child)) && hasNo(clause, child))
      cues = either(cues, NEGATED);
  }
  const conditional = childrenBy(clause, token, 'aux').some((child) => lower(child) === 'would');
  const when = childrenBy(clause, token, 'advcl').some((child) => CONDITIONS.has(markerOf(clause, child)));
  return conditional && when ? either(cues, HEDGED) : cues;
}

function ofModifier(clause: Clause, token: number, label: string): Cues {
  const { lower, children } = clause;
  const word = lower(token);
  const next = lower(token + 1);
  if (label === 'cc') return NONE;
  if (label === 'mark' || label === 'case') {
    if (CONDITIONS.has(word)) return HEDGED;
    return word === 'without' ? NEGATED : NONE;
  }
  if (NEGATORS.has(word) || (word === 'no' && label === 'det'))
    return word === 'not' && (next === 'only' || next === 'just') ? NONE : NEGATED;
  if (word === 'longer' && children(token).some((child) => lower(child) === 'no')) return NEGATED;
  if (label === 'amod') return HEDGING_ADJECTIVES.has(word) ? HEDGED : NONE;
  // "May" is a month, too.
  return HEDGES.has(word) && (word !== 'may' || label === 'aux') ? HEDGED : NONE;
}

const hasNo = (clause: Clause, token: number): boolean =>
  childrenBy(clause, token, 'det').some((child) => clause.lower(child) === 'no');

/** "no group", "nobody", "neither A nor B", "none of them". */
const isNobody = (clause: Clause, token: number): boolean =>
  NOBODY.has(clause.lower(token)) ||
  clause
    .children(token)
    .some(
      (child) =>
        ['det', 'cc:preconj', 'advmod'].includes(clause.label(child)) &&
        ['no', 'neither', 'not'].includes(clause.lower(child)) &&
        !hasCounterpart(clause, token),
    );

/** "Not Oslo but Lyon": Lyon did. */
const hasCounterpart = (clause: Clause, token: number): boolean =>
  childrenBy(clause, token, 'conj').some((other) =>
    childrenBy(clause, other, 'cc').some((child) => clause.lower(child) === 'but'),
  );

/** What the step from a clause to its governor says about the clause; null where the governor says nothing any more. */
function cuesFrom(clause: Clause, at: number, head: number, trigger: readonly number[]): Cues | null {
  const { label, lower } = clause;
  // A rule that names the "to" of a purpose has looked: "sent troops to fight X" states the stance.
  const named = (): boolean => trigger.some((token) => lower(token) === 'to' && clause.head(token) === at);
  switch (label(at)) {
    case 'conj':
      if (saysForItself(clause, at, head)) return null;
      return sharesVerbGroup(clause, at, head) ? cuesOn(clause, head) : conditionOf(clause, head);
    case 'xcomp':
      return weigh(clause, head, ofInfinitive(clause, at, head));
    case 'ccomp':
    case 'csubj':
    case 'csubj:pass':
      return isParted(clause, at, head) ? null : either(ofContent(clause, at, head), ofHearsay(clause, at));
    case 'advcl':
      if (hearsayBefore(clause, at) >= 0) return ofHearsay(clause, at);
      return named() ? null : ofPhrase(clause, at, head);
    case 'obl':
    case 'nmod':
      return named() ? null : ofPhrase(clause, at, head);
    case 'acl:relcl':
      return markerOf(clause, at) === 'that' ? ofNoun(clause, at, head) : null;
    case 'acl':
    case 'appos':
      return named() ? null : ofNoun(clause, at, head);
    case 'obj':
    case 'nsubj:pass':
      return ofObject(clause, at, head);
    default:
      return null;
  }
}

/** "Called off its attack" denies it and leaves a stance open; "planned an attack" leaves it open. */
function ofObject(clause: Clause, noun: number, verb: number): Cues | null {
  if (DENIALS.has(clause.lemma(verb))) return weigh(clause, verb, NEGATED);
  if (isCancelled(clause, verb)) return weigh(clause, verb, clause.intent === 'counts' ? HEDGED : NEGATED);
  return isPlanned(clause, noun, verb) ? weigh(clause, verb, HEDGED) : null;
}

/** "Planned an attack"; "planned the attack" is said of one that came about. */
const isPlanned = (clause: Clause, noun: number, verb: number): boolean =>
  clause.intent === 'open' &&
  /^obj|^nsubj:pass/u.test(clause.label(noun)) &&
  PLANNING.has(clause.lemma(verb)) &&
  !childrenBy(clause, noun, 'det', 'nmod:poss').some((child) => !/^an?$/u.test(clause.lower(child)));

/** "He did not know; they attacked": what stands behind a semicolon is not the content of what stands before it. */
function isParted({ lower }: Clause, at: number, head: number): boolean {
  for (let token = head + 1; token < at; token++) if (lower(token) === ';') return true;
  return false;
}

/** "may have shot and killed", "did not shoot or kill": the second verb stands under the auxiliaries of the first. */
const sharesVerbGroup = (clause: Clause, at: number, head: number): boolean =>
  /^VB[NG]?$/u.test(clause.tag(at)) &&
  clause.tag(at) === clause.tag(head) &&
  childrenBy(clause, at, 'aux', 'aux:pass', 'nsubj', 'nsubj:pass').length === 0 &&
  !childrenBy(clause, at, 'cc').some((child) => clause.lower(child) === 'but');

/** What one does beside denying, by saying it. */
const OWN_WORD =
  /^(?:accuse|blame|call|condemn|denounce|criticize|criticise|urge|warn|vow|demand|describe|slam|insist|claim|say)$/u;

/** "Denied that it had bombed the town and blamed [Name]": the blame is no part of what is denied, though the tree joins it there. */
function saysForItself(clause: Clause, at: number, head: number): boolean {
  const denied = clause.label(head) === 'ccomp' && DENIALS.has(clause.lemma(clause.head(head)));
  if (!denied || !OWN_WORD.test(clause.lemma(at)) || !/^VB[DN]$/u.test(clause.tag(at))) return false;
  if (childrenBy(clause, at, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass').length > 0) return false;
  // Of another's deeds the tree can't tell who blames.
  return childrenBy(clause, head, 'nsubj').every((child) => /^PRP/u.test(clause.tag(child)));
}

const conditionOf = (clause: Clause, token: number): Cues =>
  CONDITIONS.has(markerOf(clause, token)) ? HEDGED : NONE;

/** "cancelled its attack", "called off the raid". */
const isCancelled = (clause: Clause, verb: number): boolean =>
  CANCELLING.has(clause.lemma(verb)) || (clause.lemma(verb) === 'call' && hasParticle(clause, verb, 'off'));

const hasParticle = (clause: Clause, verb: number, particle: string): boolean =>
  clause
    .children(verb)
    .some((child) => clause.lower(child) === particle && clause.children(child).length === 0);

/** A governor's own cues on top: "did not refuse" leaves open what happened, as does "not believed to". */
function weigh(clause: Clause, head: number, meaning: Cues): Cues {
  const own = cuesOn(clause, head);
  if (own.negated && meaning.negated && ENDING.has(clause.lemma(head))) return { ...own, negated: false };
  if (own.negated && (meaning.negated || meaning.hedged)) return HEDGED;
  return either(own, meaning);
}

/** What one can try against somebody and fail. */
const STOPPING =
  /^(?:block|stop|prevent|oust|topple|overthrow|unseat|defeat|destroy|crush|remove|halt|delay|overturn|thwart|derail|dislodge|depose|impeach|sink|scuttle|repeal|reverse|dethrone|quash|eject|expel)$/u;

/** "Failed to block it": who fails has tried, and stands against it. */
export const isTried = (clause: Clause, at: number): boolean =>
  clause.intent === 'counts' &&
  clause.label(at) === 'xcomp' &&
  clause.lemma(clause.head(at)) === 'fail' &&
  STOPPING.test(clause.lemma(at));

function ofInfinitive(clause: Clause, at: number, head: number): Cues {
  const lemma = clause.lemma(head);
  // "Stopped attacking": until then it did.
  if (clause.intent === 'open' && /^(?:stop|cease|quit)$/u.test(lemma) && clause.tag(at) === 'VBG')
    return NONE;
  if (isTried(clause, at)) return NONE;
  if (DENIALS.has(lemma) || PREVENTING.has(lemma) || didNothing(clause, head)) return NEGATED;
  // "Has yet to": the parser hangs the adverb on either verb.
  if ([head, at].some((verb) => clause.children(verb).some((child) => clause.lower(child) === 'yet')))
    return NEGATED;
  // "Threatened to sue"; in "wants [Name] to sue" somebody else would.
  const meant =
    clause.intent === 'counts' && MEANING.has(lemma) && childrenBy(clause, head, 'obj', 'iobj').length === 0;
  if (meant) return NONE;
  return INTENDING.has(lemma) || BELIEVING.has(lemma) || ACCUSING.has(lemma) || isSaidTo(clause, head)
    ? HEDGED
    : NONE;
}

/** "did nothing to challenge it". */
const didNothing = (clause: Clause, verb: number): boolean =>
  childrenBy(clause, verb, 'obj').some((child) => clause.lower(child) === 'nothing');

/** "is said to have", "was reported to". */
const isSaidTo = (clause: Clause, head: number): boolean =>
  ['say', 'report'].includes(clause.lemma(head)) &&
  childrenBy(clause, head, 'aux:pass', 'nsubj:pass').length > 0;

/** A clause that is the content of what its governor says, believes, denies: "denied that …", "it is unclear if …". */
function ofContent(clause: Clause, at: number, head: number): Cues {
  const lemma = clause.lemma(head);
  if (/^NN/u.test(clause.tag(head)) || isPluralNoun(clause, head)) return ofNoun(clause, at, head) ?? NONE;
  if (DENIALS.has(lemma) || UNTRUE.has(lemma)) return weigh(clause, head, NEGATED);
  if (lemma === 'rule' && hasParticle(clause, head, 'out')) return weigh(clause, head, NEGATED);
  if (lemma === 'tell') return cuesOn(clause, head);
  if (BELIEVING.has(lemma) || HEDGES.has(lemma) || INTENDING.has(lemma)) return weigh(clause, head, HEDGED);
  if (SAYING.has(lemma) && isHearsay(clause, head)) return HEDGED;
  const own = cuesOn(clause, head);
  // "It is not true that …" denies; "no evidence shows that …" leaves open.
  return own.negated && !TRUE.has(lemma) ? HEDGED : own;
}

/** "Reports that …" taken for a verb: a verb in -s without a subject is a noun that opens its sentence. */
const isPluralNoun = (clause: Clause, token: number): boolean =>
  clause.tag(token) === 'VBZ' &&
  childrenBy(clause, token, 'nsubj', 'nsubj:pass', 'expl', 'csubj').length === 0;

/** "Unconfirmed reports say that …". Plain "reports say" is somebody's word, as "officials say" is. */
const isHearsay = (clause: Clause, verb: number): boolean =>
  childrenBy(clause, verb, 'nsubj').some((subject) =>
    childrenBy(clause, subject, 'amod').some((child) => HEDGES.has(clause.lower(child))),
  );

function ofPhrase(clause: Clause, at: number, head: number): Cues | null {
  const lemma = clause.lemma(head);
  const marker = markerOf(clause, at);
  if (
    clause
      .children(at)
      .some(
        (child) =>
          ['instead', 'rather', 'far'].includes(clause.lower(child)) &&
          childrenBy(clause, at, 'case', 'mark', 'advmod').includes(child),
      )
  )
    return NEGATED;
  if (['of', 'for', 'with', 'over', 'in'].includes(marker) && ACCUSING.has(lemma)) return HEDGED;
  if (['from', 'of'].includes(marker) && PREVENTING.has(lemma)) return NEGATED;
  if (marker === 'of' && (DENYING_NOUNS.has(lemma) || lemma === 'short')) return NEGATED;
  if (/^(?:of|in|to|for)$/u.test(marker) && INTENTIONS.has(lemma))
    return hasNo(clause, head) ? NEGATED : clause.intent === 'counts' ? NONE : HEDGED;
  if (marker === 'of' && DOUBTFUL_NOUNS.has(lemma)) return HEDGED;
  if (clause.label(at) === 'advcl' && marker === 'to') {
    if (didNothing(clause, head)) return NEGATED;
    // "Rallied to demand", "met to denounce": who does it for this takes the stand by it.
    const declares = clause.intent === 'counts' && DECLARING.test(clause.lemma(at));
    return declares && !INTENDING.has(lemma) ? null : HEDGED;
  }
  return null;
}

/** "Dismissed reports that …" and "reports that … were untrue" deny; other reports leave open. */
function ofHearsay(clause: Clause, at: number): Cues {
  const noun = hearsayBefore(clause, at);
  if (noun < 0) return NONE;
  const untrue = [at, clause.head(at), ...clause.children(clause.head(at))].some(
    (token) => token >= 0 && UNTRUE.has(clause.lemma(token)),
  );
  return untrue || isTurnedAway(clause, noun) ? NEGATED : HEDGED;
}

/** "accused X of attacking Y", its preposition hung on the wrong word. */
const prepositionBefore = ({ lower, tag }: Clause, at: number): string =>
  tag(at) === 'VBG' && ['of', 'for', 'with', 'over'].includes(lower(at - 1)) ? lower(at - 1) : '';

/** What one does by the act that it is the purpose of. */
const DECLARING = /^(?:demand|protest|denounce|condemn|oppose|call|decry)$/u;

const RANKS = /^(?:first|second|third|fourth|fifth|last|latest|only|next|youngest|oldest)$/u;

/** "The third president to be impeached": what made him the third has happened. */
const isRanked = (clause: Clause, noun: number): boolean =>
  childrenBy(clause, noun, 'amod', 'nummod').some((child) => RANKS.test(clause.lower(child))) ||
  RANKS.test(clause.lower(noun));

/** "claims that …", "a plan to …", "denials that …"; a participle ("the group attacking it") is what the text says. */
function ofNoun(clause: Clause, at: number, head: number): Cues | null {
  const lemma = clause.lemma(head);
  const marker = markerOf(clause, at) || prepositionBefore(clause, at);
  // "accused the Front of attacking …", the clause hung on the accused.
  if (
    ['of', 'for', 'with', 'over'].includes(marker) &&
    clause.label(head) === 'obj' &&
    ACCUSING.has(clause.lemma(clause.head(head)))
  )
    return HEDGED;
  if (marker === 'to' && isRanked(clause, head)) return NONE;
  const bare = marker === '' && clause.label(at) === 'acl' && childrenBy(clause, at, 'nsubj').length > 0;
  if (marker === '' && !bare) return null;
  if (DENYING_NOUNS.has(lemma)) return NEGATED;
  if (INTENTIONS.has(lemma) && hasNo(clause, head)) return NEGATED;
  if (INTENTIONS.has(lemma) && clause.intent !== 'counts') return HEDGED;
  if (DOUBTS.has(lemma) && hasNo(clause, head)) return NONE;
  if (lemma === 'nothing') return NEGATED;
  if (DOUBTFUL_NOUNS.has(lemma) || marker === 'to') {
    if (isTurnedAway(clause, head)) return NEGATED;
    return either(cuesOn(clause, head), HEDGED);
  }
  const own = cuesOn(clause, head);
  return own.negated ? HEDGED : own;
}

/** "rejected claims that …", "reports that … are false". */
function isTurnedAway(clause: Clause, noun: number): boolean {
  const head = clause.head(noun);
  if (head < 0) return false;
  const asked = cuesOn(clause, head).negated;
  if (clause.label(noun) === 'obj' || clause.label(noun) === 'nsubj:pass')
    return DISMISSING.has(clause.lemma(head)) && !asked;
  return clause.label(noun) === 'nsubj' && UNTRUE.has(clause.lemma(head)) && !asked;
}
