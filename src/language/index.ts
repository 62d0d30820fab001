import type { Article, Layers, Stage } from '../model/index.ts';
import { findNames, findTags } from './annotate.ts';
import { treesOf } from './enhance/index.ts';
import type { Language } from './language.ts';
import { findPassages } from './passages.ts';
import { findTokens } from './tokens.ts';

export { type Analysis, fillConllu, readConllu, writeAnalysisJson, writeConllu } from './conllu/index.ts';
export { ENHANCED_DEPREL } from './enhance/index.ts';
export { type Language, loadLanguage } from './language.ts';
export { DEPREL, type Deprel, deprelCode, SAYS, SPEAKS } from './parse/index.ts';
export { findQuotations, type Quotation, SAYING_VERBS } from './quotations.ts';

/** Blocks to passages: what of the article is prose, and what headline, caption, credit or boilerplate. */
export const passages: Stage<Language, never, 'passages'> = {
  name: 'passages',
  requires: [],
  assigns: ['passages'],
  run: ({ article }) => ({ passages: findPassages(article) }),
};

/** Sentences and tokens of every passage but code. */
export const tokens: Stage<Language, 'passages', 'sentences' | 'tokens'> = {
  name: 'tokens',
  requires: ['passages'],
  assigns: ['sentences', 'tokens'],
  run: ({ article, passages }) => findTokens(article.reading, passages),
};

export const tags: Stage<Language, 'sentences' | 'tokens', 'tags'> = {
  name: 'tags',
  requires: ['sentences', 'tokens'],
  assigns: ['tags'],
  run: ({ sentences, tokens }, language) => ({ tags: findTags(language, sentences, tokens) }),
};

export const names: Stage<Language, 'sentences' | 'tokens' | 'tags', 'names'> = {
  name: 'names',
  requires: ['sentences', 'tokens', 'tags'],
  assigns: ['names'],
  run: ({ sentences, tokens, tags }, language) => ({ names: findNames(language, sentences, tokens, tags) }),
};

/** Dependency trees and enhanced graphs, computed sentence by sentence as they are asked for. */
export const trees: Stage<Language, 'sentences' | 'tokens' | 'tags', 'trees'> = {
  name: 'trees',
  requires: ['sentences', 'tokens', 'tags'],
  assigns: ['trees'],
  run: ({ sentences, tokens, tags }) => ({ trees: treesOf(sentences, tokens, tags) }),
};

type LanguageLayers = Pick<Layers, 'passages' | 'sentences' | 'tokens' | 'tags' | 'names' | 'trees'>;

/** All the stages of this room, in order. */
export function analyze(article: Article, language: Language): LanguageLayers {
  const split = passages.run({ article }, language);
  return annotate(article, { ...split, ...tokens.run({ article, ...split }, language) }, language);
}

/** Tags, names and trees for sentences and words that are given, such as those of a treebank. All of it is taken for prose. */
export const annotateWords = (
  article: Article,
  { sentences, tokens: words }: Pick<Layers, 'sentences' | 'tokens'>,
  language: Language,
): LanguageLayers =>
  annotate(
    article,
    { passages: [{ start: 0, end: article.text.length, kind: 'prose' }], sentences, tokens: words },
    language,
  );

function annotate(
  article: Article,
  read: Pick<Layers, 'passages' | 'sentences' | 'tokens'>,
  language: Language,
): LanguageLayers {
  const tagged = { ...read, ...tags.run({ article, ...read }, language) };
  const named = { ...tagged, ...names.run({ article, ...tagged }, language) };
  return { ...named, ...trees.run({ article, ...named }, language) };
}
export { childrenOf, headOf, relationOf } from './tree-access.ts';
