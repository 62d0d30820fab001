import { lowerAt } from '../model/index.ts';
import { answersTo } from './callings.ts';
import type { Described } from './callings.ts';
import type { Nominal } from './nominal.ts';
import type { Base } from './phrases.ts';
import type { Antecedent, Referent } from './referent.ts';
import { childrenOf, relationOf } from './syntax.ts';
import { ORGANIZATION_NOUNS } from './words.ts';

/** Several entities as the referent of one mention, in text order; null for fewer than two. */
function setOf(members: readonly Antecedent[], method: string): Referent | null {
  const [entity, ...others] = [...new Set(members.map((each) => each.entity))];
  return entity === undefined || others.length === 0 ? null : { entity, others, method };
}

/**
 * What "they" stands for behind "[A] and [B]": all of them. Null where one of them is nothing that the text names, or where they are not
 * of a kind: people and bodies don't make one "they".
 */
export function joinedReferent(
  document: Base,
  before: readonly Antecedent[],
  token: number,
  method: string,
): Referent | null {
  const conjuncts = childrenOf(document, token).filter((child) => relationOf(document, child) === 'conj');
  const members = [token, ...conjuncts].map((each) => before.findLast(({ head }) => head === each));
  const known = members.flatMap((member) => member ?? []);
  if (known.length < members.length || conjuncts.length === 0) return null;
  const persons = known.filter(({ type }) => type === 'person').length;
  const bodies = known.filter(({ type }) => /^(?:organization|group|location)$/u.test(type)).length;
  return persons === known.length || bodies === known.length ? setOf(known, method) : null;
}

/** Sentences within which "both groups" looks for its two. */
const NEAR = 2;

/** "Both groups", "the two countries": the only two of that kind near. */
export function pairReferent(
  document: Base,
  nominal: Nominal,
  before: readonly Antecedent[],
  of: (entity: number) => Described,
): Referent | null {
  const { firstToken, head, lemma } = nominal;
  const opening = lowerAt(document.tokens, firstToken);
  const both = opening === 'both' && head - firstToken === 1;
  const two =
    /^(?:the|these|those)$/u.test(opening) &&
    head - firstToken === 2 &&
    lowerAt(document.tokens, firstToken + 1) === 'two';
  if (!nominal.plural || !(both || two)) return null;
  const sentence = document.tokens.sentence[head] ?? 0;
  const country = /^(?:country|nation|state)$/u.test(lemma);
  if (!country && !ORGANIZATION_NOUNS.has(lemma)) return null;
  const near = before.filter(
    ({ type, entity, sentence: at }) =>
      sentence - at <= NEAR &&
      (country ? of(entity).kind === 'country' : type === 'organization' && answersTo(lemma, of(entity))),
  );
  const found = setOf(near, 'the two of a kind');
  return found?.others?.length === 1 ? found : null;
}
