import { lemmaAt, lowerAt } from '../model/index.ts';
import type { Nominal } from './nominal.ts';
import type { Base } from './phrases.ts';
import type { Antecedent, Referent } from './referent.ts';
import { childrenOf, relationOf } from './syntax.ts';

/** What makes it doubtful, or untrue, that the subject is what the predicate says. */
const DOUBT =
  /^(?:not|n't|never|no|hardly|may|might|could|would|should|if|whether|unless|like|allegedly|reportedly|perhaps|possibly)$/u;

/**
 * "Brown is a lawyer who opposed the treaty": the noun says what its subject is, and whatever hangs on it is told of the subject. Null where
 * it is no such noun; `entity` null where nobody says that the subject is that.
 */
export function subjectOfPredicate(
  document: Base,
  { head, plural }: Nominal,
  before: readonly Antecedent[],
): (Pick<Referent, 'method'> & { readonly entity: number | null }) | null {
  const { tokens, tags } = document;
  const children = childrenOf(document, head);
  const copula = children.find((child) => relationOf(document, child) === 'cop');
  if (copula === undefined || lemmaAt(tokens, tags, copula) !== 'be') return null;
  const subject = children.find((child) => relationOf(document, child) === 'nsubj' && child < copula);
  const named = before.findLast(
    ({ firstToken, endToken, head: at }) => at === subject && firstToken <= at && at < endToken,
  );
  if (!named || named.plural !== plural) return null;
  const method = 'what its subject is said to be';
  const doubtful = children.some((child) => DOUBT.test(lowerAt(tokens, child)));
  return { entity: doubtful ? null : named.entity, method };
}
