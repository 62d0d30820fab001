import type { PatternNode, TokenNode } from './syntax.ts';

/** Words of which every match of a pattern holds at least one. */
export interface Required {
  readonly words: ReadonlySet<string>;
  readonly lemmas: ReadonlySet<string>;
}

/** What a rule's pattern requires, by its id and text, as the build has found it; undefined for a pattern it has not seen. */
export type RequiredReader = (rule: string, text: string) => readonly Required[] | undefined;

/** Words so common that a pattern hung on them is tried on most sentences. */
const COMMON = new Set(
  'the a an of in on at to for by with from and or as that this is are was were be been has have had its it \'s , . : ; ( ) " - said'.split(
    ' ',
  ),
);

const cost = ({ words, lemmas }: Required): number => {
  let sum = 0;
  for (const text of [...words, ...lemmas]) sum += COMMON.has(text) ? 1_000 : 1;
  return sum;
};

const ofToken = (node: TokenNode): Required | null => {
  const found = node.constraints
    .filter(
      ({ negated, field, expressions }) =>
        !negated && !expressions && (field === 'word' || field === 'lemma'),
    )
    .map((constraint): Required =>
      constraint.field === 'word'
        ? { words: constraint.values, lemmas: new Set() }
        : { words: new Set(), lemmas: constraint.values },
    );
  return cheapest(found);
};

const cheapest = (found: readonly Required[]): Required | null =>
  found.reduce<Required | null>(
    (best, next) => (best === null || cost(next) < cost(best) ? next : best),
    null,
  );

/** The cheapest set of words one of which must be in the sentence, or null where a pattern requires none. */
function requiredWords(node: PatternNode): Required | null {
  switch (node.kind) {
    case 'token':
      return ofToken(node);
    case 'sequence':
      return cheapest(node.items.map(requiredWords).filter((found) => found !== null));
    case 'alternatives': {
      const found = node.options.map(requiredWords);
      if (found.some((option) => option === null)) return null;
      return {
        words: new Set(found.flatMap((option) => [...option!.words])),
        lemmas: new Set(found.flatMap((option) => [...option!.lemmas])),
      };
    }
    case 'repeat':
      return node.min > 0 ? requiredWords(node.item) : null;
    case 'trigger':
      return requiredWords(node.item);
    default:
      return null;
  }
}

/** Every set of words that a match holds one of, the cheapest to look for first. */
export const requiredSets = (node: PatternNode): readonly Required[] =>
  [...setsOf(node)].sort((a, b) => cost(a) - cost(b));

function setsOf(node: PatternNode): readonly Required[] {
  switch (node.kind) {
    case 'token':
      return ofToken(node) ? [ofToken(node)!] : [];
    case 'sequence':
      return node.items.flatMap(setsOf);
    case 'repeat':
      return node.min > 0 ? setsOf(node.item) : [];
    case 'trigger':
      return setsOf(node.item);
    default: {
      const required = requiredWords(node);
      return required ? [required] : [];
    }
  }
}
