import { codes, headOf } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import { is } from './reached.ts';
import type { Reached } from './reached.ts';

const APPOS = codes('appos');
const NAME_PARTS = codes('flat', 'compound', 'appos');

/**
 * The noun that "which" means: in "Ada Holm, the head of the Front, which is based in Lyon" a parser often hangs the clause on the person.
 * A person is no "which": the noun right before it is meant.
 *
 * @param isPerson Whether the mention at a word is of a person.
 */
export function meantByWhich(
  sentence: SentenceGraph,
  reached: Reached,
  isPerson: (token: number) => boolean,
): Reached {
  const clause = reached.steps.find(({ method }) => method === 'relative-clause');
  if (!clause) return reached;
  const { view } = sentence;
  let which = clause.token - 1;
  while (which > reached.token && view.word(which) !== 'which') which--;
  if (which <= reached.token) return reached;
  let noun = view.word(which - 1) === ',' ? which - 2 : which - 1;
  if (noun <= reached.token || !['NOUN', 'PROPN'].includes(view.pos(noun))) return reached;
  while (is(sentence, noun, NAME_PARTS) && headOf(sentence, noun) > reached.token)
    noun = headOf(sentence, noun);
  const person =
    isPerson(reached.token) ||
    (is(sentence, reached.token, APPOS) && isPerson(headOf(sentence, reached.token)));
  return person ? { ...reached, token: noun } : reached;
}
