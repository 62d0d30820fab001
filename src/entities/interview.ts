import { formAt, lemmaAt, lowerAt } from '../model/index.ts';
import type { Quotation } from '../language/index.ts';
import { pronounClass } from './pronouns.ts';
import type { Antecedent } from './referent.ts';
import type { Base } from './phrases.ts';
import { caseOf, childrenOf, headOf, relationOf } from './syntax.ts';

/** Verbs of having somebody answer questions, with "with" or "to" before his name. */
const TALKS: ReadonlySet<string> = new Set(['speak', 'talk', 'sit', 'chat', 'discuss', 'catch', 'interview']);
/** How many words for the one who speaks, outside quotation marks, show that answers are printed as they were given. */
const LEAST = 5;

/** Who answers in an article that prints questions and answers, and from which token on. */
export interface Interview {
  readonly entity: number;
  readonly firstToken: number;
}

/**
 * The one person whom the text says was interviewed, in an article that says "I" again and again outside quotation marks; else null.
 *
 * @param persons What is named before, in text order.
 */
export function interviewOf(
  document: Base,
  persons: readonly Antecedent[],
  quotations: readonly Quotation[],
): Interview | null {
  const spoken: number[] = [];
  for (let i = 0; i < document.tokens.length && spoken.length < LEAST; i++)
    if (saysI(document, i) && !quotations.some((each) => each.firstToken < i && i < each.endToken))
      spoken.push(i);
  if (spoken.length < LEAST) return null;
  const asked = persons.filter(
    (each) =>
      each.type === 'person' &&
      each.kind === 'name' &&
      each.head < (spoken[0] ?? 0) &&
      isAsked(document, each.head),
  );
  const [first] = asked;
  if (!first || asked.some(({ entity, head }) => entity !== first.entity || isJoined(document, head)))
    return null;
  return { entity: first.entity, firstToken: first.head };
}

/** "Interviewed [Name]", "spoke with [Name]", "an interview with [Name]", also behind a title ("the author, [Name]"). */
function isAsked(document: Base, name: number): boolean {
  const { tokens, tags } = document;
  const title = /^(?:appos|flat|nmod:desc)$/u.test(relationOf(document, name))
    ? headOf(document, name)
    : name;
  const head = headOf(document, title);
  if (head < 0) return false;
  const lemma = lemmaAt(tokens, tags, head);
  const relation = relationOf(document, title);
  if (relation === 'obj') return lemma === 'interview';
  if (!/^(?:with|to)$/u.test(caseOf(document, title))) return false;
  return relation === 'nmod' ? /^(?:interview|conversation)$/u.test(lemma) : TALKS.has(lemma);
}

/** "Ann Holt and Omar Vance": either may answer. */
const isJoined = (document: Base, name: number): boolean =>
  relationOf(document, name) === 'conj' ||
  childrenOf(document, name).some((child) => relationOf(document, child) === 'conj');

const saysI = ({ tokens }: Base, token: number): boolean => pronounClass(lowerAt(tokens, token)) === 'I';

/** Whether a sentence asks: what stands in it is the other's word. */
export function isQuestion({ tokens, sentences }: Base, token: number): boolean {
  const end = sentences.endToken[tokens.sentence[token] ?? 0] ?? 0;
  return [end - 1, end - 2].some((at) => formAt(tokens, at) === '?');
}
