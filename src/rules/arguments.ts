import type { Span } from '../model/index.ts';
import { coordinated } from './coordination.ts';
import { isGoverned, leadInEnd, startsAfterLeadIn } from './phrase.ts';
import { trailsAt } from './trails.ts';
import type { Reading } from './reading.ts';
import type { DocumentView } from './view.ts';

const MAX_TRAILS = 3;
const MAX_READINGS = 96;

/** Extends a reading by what may follow it, fewest steps first. */
function withTrails(view: DocumentView, sentenceEnd: number, bare: readonly Reading[]): Reading[] {
  const all: Reading[] = [...bare];
  const seen = new Set(bare.map((reading) => `${reading.mention}:${reading.endToken}`));
  let latest: readonly (Reading & { closed?: boolean })[] = bare;
  for (let depth = 0; depth < MAX_TRAILS && all.length < MAX_READINGS; depth++) {
    const next: (Reading & { closed?: boolean })[] = [];
    for (const reading of latest) {
      if (reading.closed) continue;
      for (const trail of trailsAt(view, reading.endToken, sentenceEnd, reading.mention)) {
        const key = `${reading.mention}:${trail.endToken}`;
        if (seen.has(key) || all.length + next.length >= MAX_READINGS) continue;
        seen.add(key);
        next.push({
          mention: reading.mention,
          endToken: trail.endToken,
          steps: [
            ...reading.steps,
            { method: trail.method, firstToken: reading.endToken, endToken: trail.endToken },
          ],
          subject: reading.subject || trail.relative,
          leadIn: reading.leadIn,
          closed: trail.closed,
        });
      }
    }
    all.push(...next);
    latest = next;
  }
  return all;
}

/** All readings of an argument starting at `token`, in a fixed order: those with the fewest steps first. */
function readArguments(view: DocumentView, token: number, sentenceEnd: number): readonly Reading[] {
  const bare: Reading[] = [];
  const last = leadInEnd(view, token, sentenceEnd);
  const { mentions } = view.document;
  for (let start = token; start <= last; start++) {
    for (const mention of view.mentionsFrom(start)) {
      if (!startsAfterLeadIn(view, token, mention)) continue;
      const subject = !isGoverned(view, mentions[mention]!.firstToken, sentenceStart(view, token));
      bare.push({
        mention,
        endToken: mentions[mention]!.endToken,
        steps: [],
        subject,
        leadIn: start > token,
      });
    }
  }
  const listed = bare.flatMap((reading) => coordinated(view, reading, sentenceEnd));
  return withTrails(view, sentenceEnd, [...bare, ...listed]);
}

const sentenceStart = (view: DocumentView, token: number): number => {
  const { sentences, tokens } = view.document;
  return sentences.firstToken[tokens.sentence[token]!]!;
};

/** The readings by first token, computed once per token and shared by all rules. */
export function argumentReader(view: DocumentView): (token: number) => readonly Reading[] {
  const { sentences, tokens } = view.document;
  const known = new Map<number, readonly Reading[]>();
  return (token) => {
    let readings = known.get(token);
    if (!readings) {
      readings = readArguments(view, token, sentences.endToken[tokens.sentence[token]!]!);
      known.set(token, readings);
    }
    return readings;
  };
}

/** A token range as offsets into the text. */
export function tokenSpan(view: DocumentView, firstToken: number, endToken: number): Span {
  const { tokens } = view.document;
  return { start: tokens.start[firstToken]!, end: tokens.end[endToken - 1]! };
}
