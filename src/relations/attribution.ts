import { lemmaAt, lowerAt, tokenSpan, uposAt } from '../model/index.ts';
import type { Attribution, Mention } from '../model/index.ts';
import type { RuleMatch, TokenRange } from '../rules/index.ts';
import { childrenBy, clauseOf } from './clause.ts';
import type { Clause, ClauseDocument } from './clause.ts';
import { REPORTING, SAYING } from './cues.ts';

type Needs = ClauseDocument;

/** A verb of saying with its subject, and the tokens of the sentence whose content is theirs. */
interface Report {
  readonly speaker: TokenRange;
  readonly entity: number | null;
  readonly reported: TokenRange;
}

/**
 * Whose word a match is, where its sentence says so: "…, Nazary said", "officials told X that …", "according to police, …".
 * Null for what the article says in its own voice.
 */
export function attributionOf(document: Needs, match: RuleMatch): Attribution | null {
  const trigger = match.trigger[0];
  if (!trigger) return null;
  const source = document.mentions[match.source.mention];
  const clause = clauseOf(document, match);
  const speaker = clause && speakerAbove(clause);
  if (clause && speaker != null)
    return attributionTo(document, match, speakerPhrase(document, clause, speaker));
  const report = reportsIn(document, match.sentence).find(
    ({ reported, speaker }) =>
      reported.firstToken <= trigger.firstToken &&
      trigger.firstToken < reported.endToken &&
      // "The Front said it was behind …": the speaker's own deed is the relation itself, not a report of it.
      !(source && source.firstToken < speaker.endToken && speaker.firstToken < source.endToken),
  );
  if (!report) return null;
  return {
    ...tokenSpan(document.tokens, report.speaker.firstToken, report.speaker.endToken),
    entity: report.entity,
  };
}

/** Sorted by sentence once: a look through all mentions for each match grows with the square of an article's length. */
const sorted = new WeakMap<Needs['mentions'], ReadonlyMap<number, readonly Mention[]>>();

function mentionsIn({ mentions }: Needs, sentence: number): readonly Mention[] {
  const groups = sorted.get(mentions) ?? bySentence(mentions);
  sorted.set(mentions, groups);
  return groups.get(sentence) ?? [];
}

function bySentence(mentions: readonly Mention[]): ReadonlyMap<number, readonly Mention[]> {
  const groups = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.sentence);
    if (group) group.push(mention);
    else groups.set(mention.sentence, [mention]);
  }
  return groups;
}

/** Null where the speaker speaks of its own deed: "The Front said it was behind …" is the relation itself, not a report of it. */
function attributionTo(
  document: Needs,
  match: RuleMatch,
  { speaker, entity }: Pick<Report, 'speaker' | 'entity'>,
): Attribution | null {
  const source = document.mentions[match.source.mention];
  if (entity !== null && source?.entity === entity) return null;
  if (/^(?:no|none|nobody|neither)$/u.test(lowerAt(document.tokens, speaker.firstToken))) return null;
  return { ...tokenSpan(document.tokens, speaker.firstToken, speaker.endToken), entity };
}

const MAX_CLIMB = 12;

/** The subject of the verb of saying whose content a match is part of, or the one a comment names (", she said", "according to …"). */
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
    const reports = clause.label(at) === 'ccomp' || clause.label(at) === 'parataxis';
    if (reports && REPORTING.has(clause.lemma(head))) return subjectOf(clause, head) ?? null;
    at = head;
  }
  return null;
}

/** The subject nearest to its verb: parsers give the verb of ", her lawyer said" the subject of the clause before it as well. */
const subjectOf = (clause: Clause, verb: number): number | undefined =>
  childrenBy(clause, verb, 'nsubj')
    .filter((subject) => !/^(?:each|both|all)$/u.test(clause.lower(subject)))
    .sort((a, b) => Math.abs(a - verb) - Math.abs(b - verb))[0];

/** The mention that the speaker's head word stands for, else the words of its phrase. */
function speakerPhrase(document: Needs, clause: Clause, head: number): Pick<Report, 'speaker' | 'entity'> {
  const mention = mentionsIn(document, document.tokens.sentence[head] ?? 0).find(
    (each) => each.head === head || (each.kind === 'name' && each.firstToken <= head && head < each.endToken),
  );
  if (mention)
    return {
      speaker: { firstToken: mention.firstToken, endToken: mention.endToken },
      entity: mention.entity,
    };
  const modifiers = childrenBy(clause, head, 'det', 'amod', 'compound', 'nummod', 'nmod:poss', 'flat');
  const words = [head, ...modifiers];
  return {
    speaker: { firstToken: Math.min(...words), endToken: Math.max(...words) + 1 },
    entity: null,
  };
}

function reportsIn(document: Needs, sentence: number): Report[] {
  const { tokens, tags, sentences } = document;
  const first = sentences.firstToken[sentence] ?? 0;
  const end = sentences.endToken[sentence] ?? 0;
  const inSentence = mentionsIn(document, sentence);
  const reports: Report[] = [];
  for (let i = first; i < end; i++) {
    if (lowerAt(tokens, i) === 'according' && lowerAt(tokens, i + 1) === 'to') {
      const speaker = speakerAt(document, inSentence, i + 2, end);
      if (speaker)
        reports.push({
          ...speaker,
          reported:
            i - first > end - speaker.speaker.endToken
              ? { firstToken: first, endToken: i }
              : { firstToken: speaker.speaker.endToken, endToken: end },
        });
    }
    if (!SAYING.has(lemmaAt(tokens, tags, i)) || !/VERB/u.test(uposAt(tags, i))) continue;
    const before = speakerBefore(document, inSentence, i, first);
    const after = before ? null : speakerAt(document, inSentence, i + 1, end);
    const speaker = before ?? after;
    if (!speaker) continue;
    const lead = lowerAt(tokens, speaker.speaker.firstToken - 1);
    const trails = !before || /^[,”"'’]$/u.test(lead);
    reports.push({
      ...speaker,
      reported:
        trails && speaker.speaker.firstToken > first
          ? { firstToken: first, endToken: speaker.speaker.firstToken }
          : { firstToken: Math.max(i + 1, speaker.speaker.endToken), endToken: end },
    });
  }
  return reports;
}

/** The subject right before the verb at `verb`, over auxiliaries, adverbs and one aside between commas. */
function speakerBefore(
  document: Needs,
  mentions: readonly Mention[],
  verb: number,
  first: number,
): Pick<Report, 'speaker' | 'entity'> | null {
  const { tokens, tags } = document;
  let at = verb - 1;
  while (at > first && /^(?:AUX|ADV|PART)$/u.test(uposAt(tags, at))) at--;
  if (lowerAt(tokens, at) === ',') {
    const opening = [...Array(14).keys()]
      .map((k) => at - 1 - k)
      .find((k) => k > first && lowerAt(tokens, k) === ',');
    if (opening !== undefined) at = opening - 1;
  }
  return nounPhraseEndingAt(document, mentions, at, first);
}

function speakerAt(
  document: Needs,
  mentions: readonly Mention[],
  from: number,
  end: number,
): Pick<Report, 'speaker' | 'entity'> | null {
  const { tags } = document;
  let at = from;
  while (
    at < end - 1 &&
    /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(uposAt(tags, at + 1)) &&
    /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(uposAt(tags, at))
  )
    at++;
  return /^(?:NOUN|PROPN)$/u.test(uposAt(tags, at)) ? nounPhraseEndingAt(document, mentions, at, from) : null;
}

function nounPhraseEndingAt(
  document: Needs,
  mentions: readonly Mention[],
  last: number,
  first: number,
): Pick<Report, 'speaker' | 'entity'> | null {
  const { tags } = document;
  const mention = mentions
    .filter((each) => each.endToken === last + 1)
    .sort((a, b) => a.firstToken - b.firstToken)[0];
  if (mention)
    return {
      speaker: { firstToken: mention.firstToken, endToken: mention.endToken },
      entity: mention.entity,
    };
  if (!/^(?:NOUN|PROPN|PRON)$/u.test(uposAt(tags, last))) return null;
  let start = last;
  while (start > first && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(uposAt(tags, start - 1))) start--;
  return { speaker: { firstToken: start, endToken: last + 1 }, entity: null };
}
