import type { Stage } from '../model/index.ts';
import { findNames, findTags } from './annotate.ts';
import { treesOf } from './enhance/index.ts';
import type { Language } from './language.ts';
import { findPassages } from './passages.ts';
import { findTokens } from './tokens.ts';

export { ENHANCED_DEPREL, enhancedCode, type EnhancedDeprel } from './enhance/index.ts';
export { type Language, loadLanguage } from './language.ts';
export { DEPREL, deprelCode, type Deprel } from './parse/index.ts';

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
