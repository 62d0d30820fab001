import { lowerAt } from '../model/index.ts';
import type { Nominal } from './nominal.ts';
import type { Base } from './phrases.ts';
import type { Antecedent, Referent } from './referent.ts';
import { childrenOf, isRootSubject, relationOf } from './syntax.ts';
import { isVictim } from './victims.ts';

/** Those of whom the story tells what befell them, and then lets another speak. */
const ANYBODY =
  /^(?:man|woman|boy|girl|child|teenager|person|gunman|bomber|attacker|driver|passenger|victim|suspect|pedestrian|student|resident|worker|soldier|policeman|officer|baby|couple|employee|patient|tourist|motorist)$/u;

/** Sentences behind the lead in which the name is looked for. */
const NEXT = 2;

/**
 * "A lawmaker resigned on Friday. [Name], who has sat since 1986, said …": the lead tells of one person without his name, and the story
 * goes on with a name that it does not introduce. Null for any other noun than the subject of the lead, and where the name comes with a
 * title or role of its own, or is not the first person named.
 *
 * @param names Antecedents that are names, in text order.
 * @param lead Sentence that opens the story.
 * @param hasRole Whether the text gives a person a role.
 */
export function namedNext(
  document: Base,
  { firstToken, head, plural, lemma }: Nominal,
  names: readonly Antecedent[],
  lead: number,
  hasRole: (entity: number) => boolean,
): Referent | null {
  const { tokens } = document;
  const sentence = tokens.sentence[head] ?? 0;
  if (plural || sentence !== lead || !/^an?$/u.test(lowerAt(tokens, firstToken))) return null;
  const victim = victimNext(document, head, names, lead);
  if (victim) return victim;
  if (!isRootSubject(document, head) || ANYBODY.test(lemma)) return null;
  const [first] = names.filter(({ type, sentence: at }) => type === 'person' && at >= lead);
  if (!first || first.sentence === lead || first.sentence - lead > NEXT) return null;
  if (!isRootSubject(document, first.head) || hasRole(first.entity)) return null;
  const introduced = childrenOf(document, first.head).some((child) =>
    /^(?:appos|nmod:desc|compound|conj)$/u.test(relationOf(document, child)),
  );
  return introduced ? null : { entity: first.entity, method: 'named next' };
}

/** "Gunmen killed a cleric on Sunday. [Name], a deputy mufti, was shot …": whom the lead tells of as a victim is the first person named, told of as one. */
function victimNext(
  document: Base,
  head: number,
  names: readonly Antecedent[],
  lead: number,
): Referent | null {
  if (!isVictim(document, head)) return null;
  const [first] = names.filter(({ type, sentence: at }) => type === 'person' && at >= lead);
  if (!first || first.sentence === lead || first.sentence - lead > NEXT) return null;
  return isVictim(document, first.head) ? { entity: first.entity, method: 'victim named next' } : null;
}
