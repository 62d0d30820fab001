import { SAYING_VERBS } from '../../language/index.ts';
import type { DocumentView } from '../view.ts';

/** Shortest quotation that may be a clause of its own, in tokens, marks included. */
const SHORTEST = 5;

/** Whether a path may not go between two tokens of a sentence. */
export type Border = (token: number, other: number) => boolean;

/**
 * The borders of quotations that are clauses of their own: parsers hang the subject of "…,” said Ann Ross" on a verb inside the marks. Only
 * a verb of saying stands on both sides. A phrase in quotation marks ("called it “a disgrace”") is part of the clause around it and has no
 * border. Null for a sentence without one.
 */
export function borderOf(view: DocumentView, firstToken: number, endToken: number): Border | null {
  const clauses = view
    .quotations()
    .filter(
      (each) => each.firstToken < endToken && firstToken < each.endToken && isClause(view, firstToken, each),
    );
  if (clauses.length === 0) return null;
  const within = (token: number): number =>
    clauses.findIndex((each) => each.firstToken <= token && token < each.endToken);
  const says = (token: number): boolean => view.pos(token) === 'VERB' && SAYING_VERBS.has(view.lemma(token));
  return (token, other) => {
    const [here, there] = [within(token), within(other)];
    return here !== there && !says(here < 0 ? token : other) && !(here >= 0 && there >= 0);
  };
}

function isClause(
  view: DocumentView,
  sentenceStart: number,
  { firstToken, endToken }: { readonly firstToken: number; readonly endToken: number },
): boolean {
  if (firstToken < sentenceStart) return true;
  if (endToken - firstToken < SHORTEST) return false;
  const opens =
    firstToken === sentenceStart ||
    /^[,:]$/u.test(view.word(firstToken - 1)) ||
    SAYING_VERBS.has(view.lemma(firstToken - 1));
  for (let at = firstToken; opens && at < endToken; at++)
    if (/^(?:VB[DPZ]|MD)$/u.test(view.tag(at))) return true;
  return false;
}
