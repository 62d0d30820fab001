import { lowerAt, uposAt } from '../model/index.ts';
import type { NameMention } from './names.ts';
import { isPlural, nounLemma } from './phrases.ts';
import type { Base } from './phrases.ts';
import { childrenOf, headOf, headWithin, relationOf } from './syntax.ts';
import { COLLECTIVES } from './words.ts';

/**
 * What the text calls a thing by a common noun: before its name ("airline [Name]"), behind it ("[Name], a city in the north"), or by a
 * copula ("[Name] is an island"). Lemmas, as `resolveDescription` asks for them.
 */
export function descriptorsOf(document: Base, name: NameMention): string[] {
  const { tokens } = document;
  const head = headWithin(document, name.firstToken, name.endToken);
  const before = name.firstToken - 1;
  const compound =
    tokens.sentence[before] === tokens.sentence[name.firstToken] && headOf(document, before) === head
      ? [before]
      : [];
  // "The city of [Name]".
  const of = lowerAt(tokens, before) === 'of' && headOf(document, head) === before - 1 ? [before - 1] : [];
  const appositions = childrenOf(document, head).filter(
    (child) => child >= name.endToken && relationOf(document, child) === 'appos',
  );
  // "The peacekeeping mission, [Name]".
  const above = headOf(document, head);
  const led =
    relationOf(document, head) === 'appos' && above >= 0 && above === name.firstToken - 2 ? [above] : [];
  const kin = headOf(document, head) === name.endToken && name.type === 'organization';
  const behind = kin && COLLECTIVES.has(nounLemma(document, name.endToken)) ? [name.endToken] : [];
  return [
    ...[...compound, ...of, ...appositions, ...led, ...predicate(document, head)].filter(
      (noun) => !isPlural(document, noun),
    ),
    // "[Name] rebels".
    ...behind,
  ]
    .filter((noun) => uposAt(document.tags, noun) === 'NOUN')
    .flatMap((noun) => [nounLemma(document, noun), ...fightersOf(document, noun)]);
}

/** What its members are by the word before the noun: "the rebel group [Name]". */
const fightersOf = (document: Base, noun: number): string[] =>
  childrenOf(document, noun)
    .map((child) => lowerAt(document.tokens, child))
    .filter((word) => /^(?:rebel|guerrilla|insurgent|militant|separatist)$/u.test(word));

/** The noun of "[Name] is a noun", of whose clause the name is the subject. */
function predicate(document: Base, head: number): number[] {
  const noun = headOf(document, head);
  const copular =
    noun > head &&
    relationOf(document, head) === 'nsubj' &&
    childrenOf(document, noun).some(
      (child) =>
        relationOf(document, child) === 'cop' &&
        /^(?:is|was|are|were)$/u.test(lowerAt(document.tokens, child)),
    ) &&
    !childrenOf(document, noun).some((child) => /^(?:not|n't|no)$/u.test(lowerAt(document.tokens, child)));
  return copular ? [noun] : [];
}
