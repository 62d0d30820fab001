import { lemmaAt, lowerAt, uposAt, xposAt } from '../model/index.ts';
import type { Mention } from '../model/index.ts';
import type { TokenRange } from '../rules/index.ts';
import type { ClauseDocument } from './clause.ts';
import { SAYING } from './cues.ts';

/** Who speaks: a mention, or words that stand for nobody in particular. `endToken` exclusive. */
export interface Speaker extends TokenRange {
  readonly entity: number | null;
}

/** A verb of saying with its subject, and the tokens of the sentence whose content is theirs. */
export interface Report extends Speaker {
  readonly reported: TokenRange;
}

/** Sorted by sentence once: a look through all mentions for each match grows with the square of an article's length. */
const sorted = new WeakMap<ClauseDocument['mentions'], ReadonlyMap<number, readonly Mention[]>>();

export function mentionsIn({ mentions }: ClauseDocument, sentence: number): readonly Mention[] {
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

/** Reports by the words alone, for where the tree shows none: "…, X said", "X said …", "according to X". */
export function reportsIn(document: ClauseDocument, sentence: number): Report[] {
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
            i - first > end - speaker.endToken
              ? { firstToken: first, endToken: i }
              : { firstToken: speaker.endToken, endToken: end },
        });
    }
    if (!SAYING.has(lemmaAt(tokens, tags, i)) || !/VERB/u.test(uposAt(tags, i))) continue;
    const before = speakerBefore(document, inSentence, i, first);
    // "…, said X"; behind "saying" stands what was said.
    const inverted =
      !before && /^VB[DZP]$/u.test(xposAt(tokens, tags, i)) && /^[,”"'’]$/u.test(lowerAt(tokens, i - 1));
    const after = inverted ? speakerAt(document, inSentence, i + 1, end) : null;
    const speaker = before ?? after;
    if (!speaker) continue;
    const lead = lowerAt(tokens, speaker.firstToken - 1);
    const trails = !before || /^[,”'’]$/u.test(lead) || (lead === '"' && closes(speaker.firstToken - 1));
    reports.push({
      ...speaker,
      reported:
        trails && speaker.firstToken > first
          ? { firstToken: first, endToken: speaker.firstToken }
          : { firstToken: Math.max(i + 1, speaker.endToken), endToken: end },
    });
  }
  return reports;

  /** A straight mark that closes: an odd number stands before it. */
  function closes(mark: number): boolean {
    let before = 0;
    for (let k = first; k < mark; k++) if (lowerAt(tokens, k) === '"') before++;
    return before % 2 === 1;
  }
}

/** The subject right before the verb at `verb`, over auxiliaries, adverbs and one aside between commas. */
function speakerBefore(
  document: ClauseDocument,
  mentions: readonly Mention[],
  verb: number,
  first: number,
): Speaker | null {
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
  document: ClauseDocument,
  mentions: readonly Mention[],
  from: number,
  end: number,
): Speaker | null {
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

/**
 * The noun phrase whose last token is `last`: the mention there, else its words. Behind a preposition it is the noun before that which
 * speaks: "officials in Kabul said".
 */
export function nounPhraseEndingAt(
  document: ClauseDocument,
  mentions: readonly Mention[],
  last: number,
  first: number,
): Speaker | null {
  const { tags } = document;
  const mention = mentions
    .filter((each) => each.endToken === last + 1)
    .sort((a, b) => a.firstToken - b.firstToken)[0];
  if (!mention && !/^(?:NOUN|PROPN|PRON)$/u.test(uposAt(tags, last))) return null;
  let start = mention?.firstToken ?? last;
  while (start > first && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(uposAt(tags, start - 1))) start--;
  const governed = start > first + 1 && uposAt(tags, start - 1) === 'ADP';
  const owner = governed && /^(?:NOUN|PROPN)$/u.test(uposAt(tags, start - 2));
  if (owner) return nounPhraseEndingAt(document, mentions, start - 2, first);
  if (mention) return mention;
  return { firstToken: start, endToken: last + 1, entity: null };
}
