import { lemmaAt, lowerAt, tokenSpan, uposAt } from '../model/index.ts';
import type { Attribution, Document, Mention } from '../model/index.ts';
import type { RuleMatch, TokenRange } from '../rules/index.ts';
import { SAYING } from './cues.ts';

type Needs = Document<'sentences' | 'tokens' | 'tags' | 'mentions'>;

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
