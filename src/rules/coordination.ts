import { leadInEnd, startsAfterLeadIn } from './phrase.ts';
import type { Reading } from './reading.ts';
import type { DocumentView } from './view.ts';

const MAX_MEMBERS = 8;
const NOMINATIVE = new Set(['i', 'we', 'he', 'she', 'they']);
const ACTORS = new Set(['person', 'organization', 'group', 'location']);

const typeOf = (view: DocumentView, mention: number): string =>
  view.document.entities[view.document.mentions[mention]!.entity!]!.type;

const alike = (view: DocumentView, a: number, b: number): boolean => {
  const [typeA, typeB] = [typeOf(view, a), typeOf(view, b)];
  return typeA === typeB || (ACTORS.has(typeA) && ACTORS.has(typeB));
};

interface Link {
  /** Where the next member's phrase starts. */
  readonly next: number;
  /** "and" or "or", which closes a list; a comma only goes on with it. */
  readonly closing: boolean;
}

function linkAt(view: DocumentView, token: number, end: number): Link | null {
  const word = (at: number): string => (at < end ? view.word(at) : '');
  const closer = (at: number): number | null => {
    if (word(at) === 'as' && word(at + 1) === 'well' && word(at + 2) === 'as') return at + 3;
    return ['and', 'or', '&', 'nor'].includes(word(at)) ? at + 1 : null;
  };
  const closed = closer(token);
  if (closed !== null) return { next: closed, closing: true };
  if (word(token) !== ',') return null;
  const afterComma = closer(token + 1);
  return afterComma === null ? { next: token + 1, closing: false } : { next: afterComma, closing: true };
}

/** The mention of the next member: the first that its noun phrase reaches, the longest there. */
function memberAt(view: DocumentView, token: number, end: number): number | null {
  const last = token < end ? leadInEnd(view, token, end) : token - 1;
  for (let start = token; start <= last; start++) {
    const mention = view.mentionsFrom(start).find((found) => startsAfterLeadIn(view, token, found));
    // "Did not insult Oslo and I do not oppose it": "I" and "they" open a clause of their own.
    if (mention !== undefined) return NOMINATIVE.has(view.word(start)) ? null : mention;
  }
  return null;
}

/** Passes over a bracketed acronym: "(RFB)". */
export function afterParenthesis(view: DocumentView, token: number, end: number): number {
  if (token >= end || view.word(token) !== '(') return token;
  for (let at = token + 2; at < end && at < token + 9; at++) if (view.word(at) === ')') return at + 1;
  return token;
}

/**
 * Readings of a list that starts with `first`: "A, B and C" read as A, as B and as C, each going on after the list. Members
 * must be alike: of one type, or all of them actors. A list needs its "and"; commas alone may be an apposition.
 */
export function coordinated(view: DocumentView, first: Reading, end: number): Reading[] {
  const { mentions } = view.document;
  const members = [first.mention];
  const readings: Reading[] = [];
  let at = afterParenthesis(view, first.endToken, end);
  while (members.length < MAX_MEMBERS) {
    const link = linkAt(view, at, end);
    const member = link && memberAt(view, link.next, end);
    if (link === null || member === null || !alike(view, first.mention, member)) break;
    members.push(member);
    at = afterParenthesis(view, mentions[member]!.endToken, end);
    if (!link.closing) continue;
    const endToken = at;
    const step = {
      method: 'coordination' as const,
      firstToken: mentions[first.mention]!.firstToken,
      endToken,
    };
    for (const mention of members)
      readings.push({ mention, endToken, steps: [step], subject: first.subject, leadIn: first.leadIn });
  }
  return readings;
}
