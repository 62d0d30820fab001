import type { SentenceGraph } from './graph.ts';
import { one } from './reached.ts';
import type { Reached } from './reached.ts';
import type { PathNode } from './syntax.ts';

/** How far before its noun a compound with a hyphen is looked for, in tokens. */
const REACH = 8;

/**
 * The name in a compound with a hyphen before a noun: `X-backed` from "militia" in "the Iran-backed militia", `anti-X` from "protest" in "an anti-war
 * protest". Read from the words: parsers hang the parts of such compounds in many ways.
 */
export function hyphenated(
  { view, firstToken }: SentenceGraph,
  { before, after }: Extract<PathNode, { kind: 'hyphen' }>,
  token: number,
): Reached[] {
  for (let at = token - 1; at >= firstToken && at >= token - REACH; at--) {
    // "Anti-government" is one word: who is meant is a mention of its own.
    if (before !== null && view.word(at).startsWith(`${before}-`)) return one(at);
    if (view.word(at) === '-') {
      if (after !== null && view.word(at + 1) === after && at > firstToken) return one(at - 1);
      if (before !== null && view.word(at - 1) === before) return one(lastOfName({ view }, at + 1, token));
    } else if (!['NOUN', 'PROPN', 'ADJ', 'VERB', 'ADV', 'NUM', 'X'].includes(view.pos(at))) return [];
  }
  return [];
}

/** The last word of the name that starts at a token: "anti-Boko Haram campaign". */
function lastOfName({ view }: Pick<SentenceGraph, 'view'>, first: number, end: number): number {
  let last = first;
  while (last + 1 < end && view.pos(last) === 'PROPN' && view.pos(last + 1) === 'PROPN') last++;
  return last;
}
