import { lowerAt, uposAt } from '../model/index.ts';
import type { Described } from './callings.ts';
import type { Nominal } from './nominal.ts';
import type { Base } from './phrases.ts';
import type { Antecedent, Referent } from './referent.ts';

const REBELS = /^(?:rebel|guerrilla|insurgent|separatist|secessionist)$/u;
/** What an armed group is called by a common noun. */
const ARMED = /^(?:rebel|guerrilla|insurgent|militia|militant|separatist)$/u;
/** Words before "rebels" that don't tell them from others. */
const PLAIN =
  /^(?:armed|militant|separatist|leftist|marxist|islamist|islamic|muslim|communist|guerrilla|insurgent|rebel|heavily|hundreds|dozens|scores|thousands|many)$/u;
/** Sentences before the group's name within which the story may speak of it by what it is. */
const AHEAD = 6;
const MIN_STEM = 4;

/**
 * "Tamil rebels stormed a camp … the Liberation Tigers of Tamil Eelam said": fighters told of by what they are, in an article that names one
 * armed group. Words before the noun that the group's name does not begin like say that they are others.
 *
 * @param names Antecedents that are names, in text order.
 */
export function sideNamed(
  document: Base,
  { firstToken, head, plural, lemma }: Nominal,
  names: readonly Antecedent[],
  of: (entity: number) => Described,
): Referent | null {
  if (!plural || !REBELS.test(lemma)) return null;
  const armed = names.filter(({ type, entity }) => {
    const { kind, nouns } = of(entity);
    return type === 'organization' && (kind === 'armed-group' || [...nouns].some((noun) => ARMED.test(noun)));
  });
  const [group] = armed;
  const sentence = document.tokens.sentence[head] ?? 0;
  if (!group || armed.some(({ entity }) => entity !== group.entity)) return null;
  if (group.sentence - sentence > AHEAD) return null;
  const words = of(group.entity).names.flatMap((name) => name.split(' '));
  for (let i = firstToken; i < head; i++) {
    const word = lowerAt(document.tokens, i);
    const kin = words.some((own) => own.slice(0, MIN_STEM) === word.slice(0, MIN_STEM));
    if (/^(?:DET|NUM)$/u.test(uposAt(document.tags, i)) ? word !== 'the' : !PLAIN.test(word) && !kin)
      return null;
  }
  return { entity: group.entity, method: 'only armed group' };
}
