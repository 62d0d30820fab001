import type { Required } from './tokens/required.ts';
import type { MatchableDocument } from './view.ts';

/** Whether one of the words required is there. */
export type HasWord = (required: Required) => boolean;

/** The words and lemmas of the tokens from `firstToken` to `endToken`, exclusive, to ask for those that patterns require. */
export function wordsBetween(
  { tokens, tags }: Pick<MatchableDocument, 'tokens' | 'tags'>,
  firstToken: number,
  endToken: number,
): HasWord {
  const words = new Set<string>();
  const lemmas = new Set<string>();
  for (let token = firstToken; token < endToken; token++) {
    words.add(tokens.strings.text(tokens.lower[token]!));
    lemmas.add(tokens.strings.text(tags.lemma[token]!).toLowerCase());
  }
  // Patterns share their sets.
  const known = new Map<Required, boolean>();
  return (required) => {
    let found = known.get(required);
    if (found === undefined)
      known.set(required, (found = meets(words, required.words) || meets(lemmas, required.lemmas)));
    return found;
  };
}

/** Whether two sets share a member; the smaller one is walked, for vocabularies are large. */
function meets(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  for (const text of small) if (large.has(text)) return true;
  return false;
}
