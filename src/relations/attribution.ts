import { findQuotations } from '../language/index.ts';
import type { Quotation } from '../language/index.ts';
import { lowerAt, tokenSpan, uposAt } from '../model/index.ts';
import type { Attribution } from '../model/index.ts';
import type { RuleMatch } from '../rules/index.ts';
import { childrenBy, clauseOf, markerOf } from './clause.ts';
import type { Clause, ClauseDocument } from './clause.ts';
import { ASKING, REPORTING, SAYING, TEXTS } from './cues.ts';
import { mentionsIn, nounPhraseEndingAt, reportsIn } from './reports.ts';
import type { Speaker } from './reports.ts';

type Needs = ClauseDocument;

/**
 * Whose word a match is, where the text says so: "…, Nazary said", "officials told X that …", "according to police, …", and the speaker of a
 * quotation over several sentences. The innermost speaker counts. Null for what the article says in its own voice.
 */
export function attributionOf(document: Needs, match: RuleMatch): Attribution | null {
  const trigger = match.trigger[0];
  if (!trigger) return null;
  const clause = clauseOf(document, match);
  const above = clause ? speakerAbove(clause) : null;
  if (above !== null && above !== NOBODY)
    return attributionTo(document, match, speakerPhrase(document, above));
  const quotation = quotationAt(document, trigger.firstToken);
  if (quotation) return attributionTo(document, match, speakerPhrase(document, quotation.speaker));
  if (above === NOBODY) return null;
  const source = document.mentions[match.source.mention];
  const report = reportsIn(document, match.sentence).find(
    ({ reported, firstToken, endToken }) =>
      reported.firstToken <= trigger.firstToken &&
      trigger.firstToken < reported.endToken &&
      // "The Front said it was behind …": the speaker's own deed is the relation itself, not a report of it.
      !(source && source.firstToken < endToken && firstToken < source.endToken),
  );
  return report ? attributionTo(document, match, report) : null;
}

/** Quotations whose speaker is known, of a document once. */
const quotations = new WeakMap<Needs['mentions'], readonly Quotation[]>();

/** Quotations of fewer words are scare quotes and titles, and nobody speaks in them. */
const SHORTEST = 5;

function quotationAt(document: Needs, token: number): Quotation | null {
  const { trees, ...rest } = document;
  if (!trees) return null;
  let known = quotations.get(document.mentions);
  if (!known) {
    known = findQuotations({ ...rest, trees }).filter(
      ({ speaker, firstToken, endToken }) => speaker >= 0 && endToken - firstToken >= SHORTEST,
    );
    quotations.set(document.mentions, known);
  }
  return known.find((each) => isWithin(each, token)) ?? null;
}

const isWithin = ({ firstToken, endToken }: Quotation, token: number): boolean =>
  firstToken < token && token < endToken;

/** Null where the speaker speaks of its own deed: "The Front said it was behind …" is the relation itself, not a report of it. */
function attributionTo(
  document: Needs,
  match: RuleMatch,
  { firstToken, endToken, entity }: Speaker,
): Attribution | null {
  const source = document.mentions[match.source.mention];
  if (entity !== null && source?.entity === entity) return null;
  if (
    /^(?:no|none|nobody|nothing|neither|it|there|what|which|who|that)$/u.test(
      lowerAt(document.tokens, firstToken),
    )
  )
    return null;
  return { ...tokenSpan(document.tokens, firstToken, endToken), entity };
}

const MAX_CLIMB = 12;
/** Found to be nobody's word: the content of a question, what the article adds to a report. */
const NOBODY = -1;

/** The subject of the verb of saying whose content a match is part of, or the one a comment names (", she said", "according to …"); null if none. */
function speakerAbove(clause: Clause): number | null {
  let at = clause.anchor;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const comment = childrenBy(clause, at, 'parataxis').find((child) => SAYING.has(clause.lemma(child)));
    const subject = comment === undefined ? undefined : subjectOf(clause, comment);
    if (subject !== undefined) return subject;
    const source = childrenBy(clause, at, 'obl', 'nmod', 'advcl').find((child) =>
      clause.children(child).some((word) => clause.lower(word) === 'according'),
    );
    if (source !== undefined) return source;
    const head = clause.head(at);
    if (head < 0 || clause.label(at) === 'acl:relcl') return null;
    const label = clause.label(at);
    // "Asked whether Turkey would attack, [Name] said …": the asker's words.
    if (label === 'ccomp' && ASKING.has(clause.lemma(head))) return NOBODY;
    if (label === 'conj' && isAdded(clause, at)) return NOBODY;
    const reports = label === 'ccomp' || label === 'parataxis';
    if (reports && REPORTING.has(clause.lemma(head)))
      return subjectOf(clause, head) ?? controllerOf(clause, head) ?? null;
    at = head;
  }
  return null;
}

/** "X says that A attacked B, but C has denied it": a clause of its own behind "but" is no part of the report. */
const isAdded = (clause: Clause, at: number): boolean =>
  childrenBy(clause, at, 'cc').some((child) => clause.lower(child) === 'but') &&
  childrenBy(clause, at, 'nsubj', 'nsubj:pass').length > 0;

/** The subject nearest to its verb: parsers give the verb of ", her lawyer said" the subject of the clause before it as well. */
const subjectOf = (clause: Clause, verb: number): number | undefined =>
  childrenBy(clause, verb, 'nsubj')
    .filter((subject) => !/^(?:each|both|all|that|who|which)$/u.test(clause.lower(subject)))
    .sort((a, b) => Math.abs(a - verb) - Math.abs(b - verb))[0];

/**
 * Who says what a verb without a subject says: "[Name] left, saying that …", "quoted [Name] as saying that …", "was cited as saying", "a report
 * saying that …", "went on to say that".
 */
function controllerOf(clause: Clause, verb: number): number | undefined {
  const head = clause.head(verb);
  const label = clause.label(verb);
  if (head < 0) return undefined;
  const [agent] = childrenBy(clause, verb, 'obl:agent');
  if (agent !== undefined) return agent;
  const whom = childrenBy(clause, head, 'obj', 'nsubj:pass')[0];
  if (markerOf(clause, verb) === 'as' && whom !== undefined) return whom;
  if (label === 'acl:relcl' || (label === 'acl' && /^NN/u.test(clause.tag(head)))) return head;
  if (!/^(?:advcl|xcomp|conj|acl)$/u.test(label)) return undefined;
  return subjectOf(clause, head) ?? childrenBy(clause, head, 'nsubj:pass')[0];
}

/** The mention that the speaker's head word stands for, else the words of its phrase; behind a text ("a report by X") its author. */
function speakerPhrase(document: Needs, subject: number): Speaker {
  // "A newspaper close to the party said", the adjective taken for the subject.
  const noun = /^(?:NOUN|PROPN|PRON|NUM)$/u;
  const isNoun = (token: number): boolean => noun.test(uposAt(document.tags, token));
  const head = !isNoun(subject) && isNoun(subject - 1) ? subject - 1 : subject;
  const sentence = document.tokens.sentence[head] ?? 0;
  const inSentence = mentionsIn(document, sentence);
  const author = TEXTS.has(lowerAt(document.tokens, head)) ? authorOf(document, head) : null;
  if (author) return author;
  const mention = inSentence.find(
    (each) => each.head === head || (each.kind === 'name' && each.firstToken <= head && head < each.endToken),
  );
  if (mention) return mention;
  const { firstToken } = document.sentences;
  // "The attorney general", "the minister-designate".
  const rank = /^(?:general|elect|designate)$/u.test(lowerAt(document.tokens, head + 1)) ? 1 : 0;
  const phrase = nounPhraseEndingAt(document, inSentence, head, firstToken[sentence] ?? 0);
  return {
    firstToken: phrase?.firstToken ?? head,
    endToken: head + 1 + rank,
    entity: phrase?.entity ?? null,
  };
}

/** Longest way from a text to its author, in tokens: "a report on Monday by [Name]". */
const REACH = 5;

/** "a report by [Name]", "the ministry's statement". */
function authorOf(document: Needs, text: number): Speaker | null {
  const { tokens, tags } = document;
  const sentence = tokens.sentence[text] ?? 0;
  const inSentence = mentionsIn(document, sentence);
  const first = document.sentences.firstToken[sentence] ?? 0;
  const owner = inSentence.find(
    ({ endToken, entity, kind }) => endToken === text && entity !== null && kind === 'name',
  );
  if (owner) return owner;
  for (let i = text - 1; i >= Math.max(first + 1, text - REACH); i--) {
    if (/^['’]s?$/u.test(lowerAt(tokens, i))) return nounPhraseEndingAt(document, inSentence, i - 1, first);
    if (!/^(?:ADJ|NOUN|PROPN|NUM)$/u.test(uposAt(tags, i))) break;
  }
  for (let i = text + 1; i < text + REACH && tokens.sentence[i] === sentence; i++) {
    if (!/^(?:by|from|of)$/u.test(lowerAt(tokens, i))) continue;
    let end = i + 1;
    while (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(uposAt(tags, end)) && tokens.sentence[end] === sentence)
      end++;
    if (end === i + 1) return null;
    const author = nounPhraseEndingAt(document, inSentence, end - 1, i + 1);
    // "a report of violence": no actor.
    return author && (lowerAt(tokens, i) !== 'of' || author.entity !== null) ? author : null;
  }
  return null;
}
