import { lemmaAt, lowerAt, uposAt } from '../model/index.ts';
import type { Status } from '../model/index.ts';
import type { RuleMatch } from '../rules/index.ts';
import { clauseOf } from './clause.ts';
import type { Clause, ClauseDocument, Intent } from './clause.ts';
import { isConditional, isOpen, isSupposed } from './conditions.ts';
import { cuesAbove, cuesAtArgument, isTried } from './governors.ts';
import type { Cues } from './governors.ts';
import { DENIALS, HEDGES, HEDGING_ADJECTIVES, HEDGING_PARTICIPLES, NEGATORS } from './cues.ts';
import { verdictOn } from './verdicts.ts';

type Needs = ClauseDocument;

/** How far before its trigger a cue is looked for, in tokens. Longer stretches cross clauses more often than not. */
const REACH = 8;

const CLAUSE_BREAK = /^(?:[;:()“”"—]|--|but|while|although|whereas|who|which|because)$/u;

/**
 * Status of what a rule matched, from the cues around its trigger: denial wins over hedge, a hedge over plain assertion.
 * A rule's own status is the plain one that cues are applied to: "did not deny responsibility" is uncertain, not a claim.
 *
 * @param intent What the relation makes of threats, plans and attempts.
 */
export function statusOf(document: Needs, match: RuleMatch, intent: Intent = null): Status {
  const clause = clauseOf(document, match, intent);
  const nominal = isNominal(document, match);
  const before = nominal ? NO_CUES : cuesFor(document, match, clause);
  const own = match.status ?? 'asserted';
  if (own !== 'negated' && isSetAside(document, match)) return 'negated';
  // A rule that says "asserted" has looked: "denied responsibility for the attack in Larkos" leaves the place as it is.
  if (match.status === 'asserted')
    return intent === 'counts' && isSupposed(document, match) ? 'uncertain' : 'asserted';
  if (before.negated) return own === 'negated' ? 'uncertain' : 'negated';
  if (own !== 'asserted') return own;
  const charge = chargeBefore(document, match);
  const verdict =
    nominal || match.trigger.length === 0 ? null : verdictOn(document, match.sentence, triggerOf(match));
  if (charge.negated || verdict === 'false') return 'negated';
  return before.hedged ||
    charge.hedged ||
    verdict === 'open' ||
    (clause && !nominal && (isOpen(clause) || isConditional(document, match, clause))) ||
    isCounterfactual(document, match) ||
    hedgedArgument(document, match) ||
    isQuestion(document, match)
    ? 'uncertain'
    : 'asserted';
}

const triggerOf = ({ trigger }: RuleMatch): { first: number; end: number } => ({
  first: Math.min(...trigger.map(({ firstToken }) => firstToken)),
  end: Math.max(...trigger.map(({ endToken }) => endToken)),
});

const NO_CUES: Cues = { negated: false, hedged: false };

/** What may stand between a cue and its verb when the two belong together, whatever the parser made of them. */
const VERB_GROUP = /^(?:AUX|ADV|PART|PRON|SCONJ|DET)$/u;

/**
 * From the tree where there is one: the words above the trigger. A parser errs, and no denial may become a fact, so that where
 * the tree has no cue one right before the trigger counts.
 */
function cuesFor(document: Needs, match: RuleMatch, clause: Clause | null): Cues {
  if (!clause) return cuesBefore(document, match, REACH);
  const trigger = match.trigger.flatMap(({ firstToken, endToken }) =>
    Array.from({ length: endToken - firstToken }, (_, i) => firstToken + i),
  );
  const above = cuesAbove(clause, trigger);
  if (above.negated || above.hedged) return above;
  if (isTried(clause, clause.anchor)) return NO_CUES;
  const target = document.mentions[match.target.mention];
  const at = target ? cuesAtArgument(clause, target.head) : NO_CUES;
  if (at.negated || at.hedged) return at;
  return cuesBefore(document, match, groupLength(document, match));
}

/** Tokens before the trigger that can only belong to its verb group, and the word before those. */
function groupLength({ tags, sentences }: Needs, match: RuleMatch): number {
  const start = match.trigger[0]?.firstToken ?? 0;
  const first = sentences.firstToken[match.sentence] ?? 0;
  let at = start - 1;
  while (at > first && start - at < REACH && VERB_GROUP.test(uposAt(tags, at))) at--;
  return start - at;
}

/**
 * Whether nothing but prepositions and marks stands between the ends ("the conflict in Larkos"): such a phrase holds whatever
 * the verb above it denies ("does not support the conflict in Larkos").
 */
function isNominal({ tags, mentions }: Needs, { trigger, source }: RuleMatch): boolean {
  const mention = mentions[source.mention];
  const words = trigger.flatMap(({ firstToken, endToken }) =>
    Array.from({ length: endToken - firstToken }, (_, i) => uposAt(tags, firstToken + i)),
  );
  return (
    mention?.endToken === trigger[0]?.firstToken && words.every((upos) => /^(?:ADP|PUNCT|DET)$/u.test(upos))
  );
}

function cuesBefore(document: Needs, match: RuleMatch, reach: number): Cues {
  const { tokens, tags, sentences } = document;
  const trigger = match.trigger[0];
  const from = sentences.firstToken[match.sentence] ?? 0;
  if (!trigger) return NO_CUES;
  let negated = false;
  let hedged = false;
  let commas = 0;
  const source = document.mentions[match.source.mention];
  // What a rule names itself ("did not accept") it has read.
  for (let i = trigger.firstToken - 1; i >= Math.max(from, trigger.firstToken - reach); i--) {
    const lower = lowerAt(tokens, i);
    if (CLAUSE_BREAK.test(lower)) break;
    // One comma pair may close an aside between subject and verb; beyond the subject it opens another clause.
    if (lower === ',' && (++commas > 2 || (source && i < source.firstToken))) break;
    if (source && i >= source.firstToken && i < source.endToken) continue;
    const next = lowerAt(tokens, i + 1);
    if (NEGATORS.has(lower) && !(lower === 'not' && next === 'only')) negated = true;
    if (lower === 'no' && next === 'longer') negated = true;
    if (DENIALS.has(lemmaAt(tokens, tags, i))) negated = true;
    // "May" is a month, too.
    if (HEDGES.has(lower) && (lower !== 'may' || uposAt(tags, i) === 'AUX')) hedged = true;
    if (
      HEDGING_PARTICIPLES.has(lower) &&
      (next === 'to' || (/^(?:of|that)$/u.test(next) && lower !== 'said'))
    )
      hedged = true;
  }
  return { negated, hedged };
}

/** "The rebels, not the government, killed", "condemned by Mali, but not by Chad", "rather than attack": what is named to say that it is not so. */
function isSetAside({ tokens, mentions }: Needs, { source, target, trigger, sentence }: RuleMatch): boolean {
  const within = (i: number): boolean => tokens.sentence[i] === sentence;
  const start = trigger[0]?.firstToken ?? 0;
  if (within(start - 2) && lowerAt(tokens, start - 1) === 'than' && lowerAt(tokens, start - 2) === 'rather')
    return true;
  return [source, target].some(({ mention }) => {
    let at = (mentions[mention]?.firstToken ?? 0) - 1;
    while (
      within(at) &&
      /^(?:the|a|an|its|their|his|her|by|from|with|in|to|against|those|that|of)$/u.test(lowerAt(tokens, at))
    )
      at--;
    if (!within(at)) return false;
    const word = lowerAt(tokens, at);
    const before = within(at - 1) ? lowerAt(tokens, at - 1) : '';
    if (word === 'not') return before === '' || /^(?:,|but|and|it|was|were|is)$/u.test(before);
    if (/^(?:neither|nor|unlike)$/u.test(word)) return true;
    return (
      (word === 'than' && before === 'rather') ||
      (/^(?:instead|opposed)$/u.test(word) && mention === source.mention)
    );
  });
}

/** "Would have opposed it": it did not come to that. */
function isCounterfactual({ tokens }: Needs, { trigger, sentence }: RuleMatch): boolean {
  const start = trigger[0]?.firstToken ?? 0;
  return (
    tokens.sentence[start - 2] === sentence &&
    lowerAt(tokens, start - 1) === 'have' &&
    /^(?:would|'d|could|might)$/u.test(lowerAt(tokens, start - 2))
  );
}

/** "[Name] was accused by another of killing", "acquitted [Name] of killing": the verb before "of" and its participle, whatever stands between. */
function chargeBefore({ tokens, tags }: Needs, { trigger, sentence }: RuleMatch): Cues {
  const start = trigger[0]?.firstToken ?? 0;
  if (lowerAt(tokens, start - 1) !== 'of' || !/ing$/u.test(lowerAt(tokens, start))) return NO_CUES;
  for (let i = start - 2; i >= start - REACH && tokens.sentence[i] === sentence; i--) {
    if (uposAt(tags, i) === 'PUNCT') return NO_CUES;
    if (/^(?:accused|suspected)$/u.test(lowerAt(tokens, i))) return { negated: false, hedged: true };
    if (/^(?:acquitted|cleared|exonerated|absolved|acquits|clears)$/u.test(lowerAt(tokens, i)))
      return { negated: true, hedged: false };
  }
  return NO_CUES;
}

function hedgedArgument(document: Needs, match: RuleMatch): boolean {
  const source = document.mentions[match.source.mention];
  if (!source) return false;
  for (let i = source.firstToken - 2; i < source.endToken; i++) {
    if (document.tokens.sentence[i] === match.sentence && HEDGING_ADJECTIVES.has(lowerAt(document.tokens, i)))
      return true;
  }
  return false;
}

/** A sentence that asks, where what it asks is the match and no quotation or clause behind it. */
function isQuestion({ tokens, sentences }: Needs, { sentence, trigger }: RuleMatch): boolean {
  const end = sentences.endToken[sentence] ?? 0;
  const asked = [end - 1, end - 2].find((i) => lowerAt(tokens, i) === '?');
  if (asked === undefined) return false;
  for (let i = trigger.at(-1)?.endToken ?? end; i < asked; i++) {
    if (
      /^(?:[“]|``)$/u.test(lowerAt(tokens, i)) ||
      (lowerAt(tokens, i) === '"' && lowerAt(tokens, i - 1) === ',')
    )
      return false;
    const joined = /^(?:and|so|but|then|;)$/u.test(lowerAt(tokens, i));
    if (
      joined &&
      /^(?:who|whom|what|why|how|when|where|which|should|will|would|could|can|does|do|did|is|are|so)$/u.test(
        lowerAt(tokens, i + 1),
      )
    )
      return false;
  }
  return true;
}
