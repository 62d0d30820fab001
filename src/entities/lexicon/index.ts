/** Common nouns by what they mean: docs/gazetteer.md, "Common nouns". */
import { readFileSync } from 'node:fs';

type Class = 'person' | 'body' | 'policy';

let classes: ReadonlyMap<Class, ReadonlySet<string>> | undefined;

/** Read once, when first asked for. */
function has(kind: Class, lemma: string): boolean {
  if (classes === undefined) {
    const stored = JSON.parse(readFileSync(new URL('./nouns.json', import.meta.url), 'utf8')) as Record<
      Class,
      string
    >;
    classes = new Map(
      (['person', 'body', 'policy'] as const).map((each) => [each, new Set(stored[each].split(' '))]),
    );
  }
  return classes.get(kind)?.has(lemma) ?? false;
}

/** A noun whose first meaning is a person: "farmer". `lemma` in lower case. */
export const isPersonNoun = (lemma: string): boolean => has('person', lemma);

/** A noun for a body of people that acts: "union". */
export const isBodyNoun = (lemma: string): boolean => has('body', lemma);

/** A noun for what people propose, decide, agree, impose or carry out: "treaty", "withdrawal". */
export const isPolicyNoun = (lemma: string): boolean => has('policy', lemma);
