import type { CompiledRule, IndexedPattern, PatternIndex } from './ruleset.ts';
import { requiredWords } from './tokens/required.ts';
import type { MatchableDocument } from './view.ts';

/** Built once per rule set; the cost of matching then grows with the words met, not with the number of rules. */
export function buildIndex(rules: readonly CompiledRule[]): PatternIndex {
  const words = new Map<string, IndexedPattern[]>();
  const lemmas = new Map<string, IndexedPattern[]>();
  const always: IndexedPattern[] = [];
  const add = (
    map: Map<string, IndexedPattern[]>,
    texts: ReadonlySet<string>,
    entry: IndexedPattern,
  ): void => {
    for (const text of texts) {
      const list = map.get(text);
      if (list) list.push(entry);
      else map.set(text, [entry]);
    }
  };
  for (const rule of rules) {
    for (const pattern of rule.patterns) {
      const required = requiredWords(pattern.node);
      const entry = { rule, pattern };
      if (!required) always.push(entry);
      else {
        add(words, required.words, entry);
        add(lemmas, required.lemmas, entry);
      }
    }
  }
  return { words, lemmas, always };
}

const NONE: readonly IndexedPattern[] = [];

/** Looks up each distinct string of a document once; gives the patterns worth trying on a range of tokens. */
export function candidateFinder(
  index: PatternIndex,
  document: MatchableDocument,
): (firstToken: number, endToken: number) => ReadonlySet<IndexedPattern> {
  const { tokens, tags } = document;
  const byWord: (readonly IndexedPattern[] | undefined)[] = [];
  const byLemma: (readonly IndexedPattern[] | undefined)[] = [];
  const ofWord = (id: number): readonly IndexedPattern[] =>
    (byWord[id] ??= index.words.get(tokens.strings.text(id)) ?? NONE);
  const ofLemma = (id: number): readonly IndexedPattern[] =>
    (byLemma[id] ??= index.lemmas.get(tokens.strings.text(id).toLowerCase()) ?? NONE);
  return (firstToken, endToken) => {
    const found = new Set(index.always);
    for (let token = firstToken; token < endToken; token++) {
      for (const pattern of ofWord(tokens.lower[token]!)) found.add(pattern);
      for (const pattern of ofLemma(tags.lemma[token]!)) found.add(pattern);
    }
    return found;
  };
}
