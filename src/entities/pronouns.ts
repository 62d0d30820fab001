/** Personal pronouns and possessives by what they agree with. */
export type PronounClass = 'he' | 'she' | 'it' | 'they' | 'I' | 'we';

const CLASSES: Readonly<Record<PronounClass, RegExp>> = {
  he: /^(?:he|him|his|himself)$/u,
  she: /^(?:she|her|hers|herself)$/u,
  it: /^(?:it|its|itself)$/u,
  they: /^(?:they|them|their|theirs|themselves)$/u,
  I: /^(?:i|me|my|mine|myself)$/u,
  we: /^(?:we|us|our|ours|ourselves)$/u,
};

export const pronounClass = (word: string): PronounClass | null =>
  (Object.keys(CLASSES) as PronounClass[]).find((name) => CLASSES[name].test(word)) ?? null;
