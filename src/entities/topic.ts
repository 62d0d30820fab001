import { lowerAt } from '../model/index.ts';
import type { Base } from './phrases.ts';
import type { Antecedent, Referent } from './referent.ts';
import { isRootSubject, isSubject } from './syntax.ts';

/**
 * What the text goes on about, in the manner of centering (Grosz, Joshi & Weinstein 1995): the main subject of the sentence before, where
 * the sentence of the pronoun speaks of it again before the pronoun. Only for subjects and possessives, and only where no other
 * candidate is a subject between.
 */
export function topicContinued(
  document: Base,
  token: number,
  fitting: readonly Antecedent[],
): Referent | null {
  const sentence = document.tokens.sentence[token] ?? 0;
  if (!isSubject(document, token) && !/^(?:his|her|its|their)$/u.test(lowerAt(document.tokens, token)))
    return null;
  const before = fitting.filter((each) => each.sentence === sentence - 1);
  const topic = before.findLast(({ head }) => isRootSubject(document, head));
  if (!topic) return null;
  const here = fitting.filter((each) => each.sentence === sentence);
  const again = here.some(({ entity }) => entity === topic.entity);
  const other = here.some(({ entity, head }) => entity !== topic.entity && isSubject(document, head));
  return again && !other ? { entity: topic.entity, method: 'topic' } : null;
}
