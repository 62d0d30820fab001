import { codes, headOf } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import { is, one, via } from './reached.ts';
import type { Reached } from './reached.ts';

const RELATIVE = codes('acl:relcl');
const NAME_PARTS = codes('flat', 'compound', 'appos');
/** Prepositions that "where" stands for. */
const AT = new Set(['in', 'at']);

/** The place that "where" means: "Lebanon, where the group operates" is read as "operates in Lebanon". */
export function placesOf(sentence: SentenceGraph, verb: number, marker: string): Reached[] {
  if (!AT.has(marker)) return [];
  const where = whereOf(sentence, verb);
  const place = where < 0 ? -1 : antecedentOf(sentence, verb, where);
  return place < 0 ? [] : via(sentence, one(place), { method: 'where-clause', token: where });
}

/** The "where" that hangs on a verb in the tree (the graph has its place instead); -1 without one. */
function whereOf(sentence: SentenceGraph, verb: number): number {
  for (let token = verb - 1; token >= sentence.firstToken; token--)
    if (sentence.view.word(token) === 'where' && headOf(sentence, token) === verb) return token;
  return -1;
}

/** The noun that the clause hangs on; where a parser hung it on the verb, the noun right before "where". */
function antecedentOf(sentence: SentenceGraph, verb: number, where: number): number {
  if (is(sentence, verb, RELATIVE)) return headOf(sentence, verb);
  let token = where - 1;
  if (token > sentence.firstToken && sentence.view.word(token) === ',') token--;
  if (token < sentence.firstToken || !['NOUN', 'PROPN'].includes(sentence.view.pos(token))) return -1;
  while (is(sentence, token, NAME_PARTS)) token = headOf(sentence, token);
  return token;
}
