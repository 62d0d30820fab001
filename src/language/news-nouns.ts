/** Plurals that an edit rule learned from treebanks takes apart wrongly ("caucuses" would be of "caucuse", as "causes" is of "cause"). */
const IN_S =
  'virus campus caucus bonus focus status circus consensus corpus apparatus census surplus abacus chorus genius prospectus cactus sinus ' +
  'exodus plus minus nexus hiatus impetus rumpus crocus walrus syllabus atlas canvas bias bus gas';
const IN_O =
  'embargo veto hero echo volcano tornado torpedo cargo potato tomato mosquito domino motto ghetto manifesto fiasco';
const IN_SIS = 'crisis thesis hypothesis oasis diagnosis emphasis synopsis antithesis analysis paralysis';

/** Plural and singular. */
export function* newsNounForms(): Generator<readonly [plural: string, singular: string]> {
  for (const noun of `${IN_S} ${IN_O}`.split(' ')) yield [`${noun}es`, noun];
  for (const noun of IN_SIS.split(' ')) yield [noun.replace(/is$/u, 'es'), noun];
}
