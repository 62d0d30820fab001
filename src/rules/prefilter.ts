import type { CompiledRule, IndexedPattern, IndexedTree, PatternIndex } from './ruleset.ts';
import type { MatchableDocument } from './view.ts';

function add<Entry>(map: Map<string, Entry[]>, texts: Iterable<string>, entry: Entry): void {
  for (const text of texts) {
    const list = map.get(text);
    if (list) list.push(entry);
    else map.set(text, [entry]);
  }
}

/** Built once per rule set; the cost of matching then grows with the words met, not with the number of rules. */
export function buildIndex(rules: readonly CompiledRule[]): PatternIndex {
  const words = new Map<string, IndexedPattern[]>();
  const lemmas = new Map<string, IndexedPattern[]>();
  const always: IndexedPattern[] = [];
  const treeWords = new Map<string, IndexedTree[]>();
  const treeLemmas = new Map<string, IndexedTree[]>();
  for (const rule of rules) {
    // What only confirms a tree's match is not looked for on its own.
    for (const pattern of rule.combine === 'both' ? [] : rule.patterns) {
      const [required] = pattern.required();
      const entry = { rule, pattern };
      if (!required) always.push(entry);
      else {
        add(words, required.words, entry);
        add(lemmas, required.lemmas, entry);
      }
    }
    for (const tree of rule.trees) {
      const { lemmas: own, phrases, words: exact } = tree.trigger;
      if (own) add(treeLemmas, new Set([...own, ...phrases.keys()]), { rule, tree });
      else add(treeWords, exact ?? [], { rule, tree });
    }
  }
  return { words, lemmas, always, treeLemmas, treeWords };
}

const NONE: readonly IndexedPattern[] = [];

/** The patterns worth trying on a range of tokens. */
export type PatternTries = (firstToken: number, endToken: number) => ReadonlySet<IndexedPattern>;

/** Looks up each distinct string of a document once. */
export function patternTries(index: PatternIndex, document: MatchableDocument): PatternTries {
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

const NO_TREES: readonly IndexedTree[] = [];

/** The tree patterns whose trigger may be a token, by its lemma or its word. */
export type TreeTries = (token: number) => readonly IndexedTree[];

export function treeTries({ treeLemmas, treeWords }: PatternIndex, document: MatchableDocument): TreeTries {
  const { tokens, tags } = document;
  const { strings } = tokens;
  const byLemma: (readonly IndexedTree[] | undefined)[] = [];
  const byWord: (readonly IndexedTree[] | undefined)[] = [];
  if (treeLemmas.size + treeWords.size === 0) return () => NO_TREES;
  return (token) => {
    const lemma = tags.lemma[token]!;
    const word = tokens.lower[token]!;
    const ofLemma = (byLemma[lemma] ??= treeLemmas.get(strings.text(lemma).toLowerCase()) ?? NO_TREES);
    const ofWord = (byWord[word] ??= treeWords.get(strings.text(word)) ?? NO_TREES);
    return ofWord.length === 0 ? ofLemma : [...ofLemma, ...ofWord];
  };
}
