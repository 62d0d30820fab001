import type { Base } from './phrases.ts';
import type { Description } from './events.ts';

/** A description of one token that says nothing yet of which thing is meant. */
export const blankDescription = (
  { tokens, passages, sentences }: Base,
  token: number,
): Omit<Description, 'type' | 'lemma' | 'family' | 'label' | 'forms'> => {
  const sentence = tokens.sentence[token] ?? 0;
  return {
    firstToken: token,
    endToken: token + 1,
    head: token,
    definite: false,
    plural: false,
    predicate: false,
    overturned: false,
    victims: new Set(),
    struck: new Set(),
    beside: new Set(),
    sentence,
    inTitle: passages[sentences.passage[sentence] ?? 0]?.kind === 'title',
    bare: false,
    modifiers: new Set(),
    place: null,
    when: [],
    dates: [],
    names: new Set(),
  };
};
