import type { Language } from '../../../src/language/language.ts';
import type { Parser } from '../../../src/language/parse/parse.ts';
import type { Tags } from './read.ts';
import { wordsOf } from './read.ts';

const SUBJECTS = [
  ['Maria', 'Silva'],
  ['The', 'minister'],
  ['Rebels'],
  ['The', 'Ministry', 'of', 'Health'],
  ['An', 'alliance', 'of', 'Norway', 'and', 'Finland'],
  ['Canada', "'s", 'embassy'],
  ['Two', 'officials'],
  ['Hezbollah'],
  ['The', 'army'],
  ['Police', 'in', 'Lagos'],
  ['The', 'leader', 'of', 'the', 'party'],
  ['Syrian', 'forces'],
];
const VERBS =
  'accused attacked backed blamed bombed condemned criticized denounced joined killed left met opposed praised rejected seized shelled supported visited welcomed';
const OBJECTS = [
  ['the', 'treaty'],
  ['Israel'],
  ['Germany', "'s", 'treatment', 'of', 'refugees'],
  ['the', 'attack', 'on', 'Monday'],
  ['the', 'town', 'of', 'Idlib'],
  ['a', 'protest', 'in', 'Nairobi'],
  ['militants'],
  ['the', 'new', 'law'],
];

/**
 * Of every plain sentence of one of these subjects, verbs and objects, the share in percent whose verb is the root: what people write to
 * try a rule, and what treebanks, whose short sentences are often headings, have few of.
 */
export function plainSentences(
  parser: Parser,
  language: Language,
  tagsOf: (language: Language, sentences: readonly { readonly form: readonly string[] }[]) => Tags[],
): number {
  const sentences = SUBJECTS.flatMap((subject) =>
    VERBS.split(' ').flatMap((verb) =>
      OBJECTS.map((object) => ({ form: [...subject, verb, ...object, '.'], verb: subject.length })),
    ),
  );
  const tags = tagsOf(language, sentences);
  const right = sentences.filter((one, i) => parser.parse(wordsOf(one, tags[i]!)).head[one.verb] === -1);
  return (100 * right.length) / sentences.length;
}
