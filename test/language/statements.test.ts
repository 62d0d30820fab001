import { expect, it } from 'vitest';
import { pairsOf } from '../support/edges.ts';

const article = (...paragraphs: string[]): string => ['A day of talks', ...paragraphs].join('\n\n');

it('gives the paragraphs behind "said:" to who said it, up to the last that says "I" or "we"', () => {
  const text = article(
    'The minister Maria Silva said:',
    'I condemn Iran.',
    'We will continue to fight Hamas.',
    'The treaty is a disgrace.',
  );
  expect(pairsOf(text, 'opposes').sort()).toEqual(['Maria Silva > Hamas', 'Maria Silva > Iran']);
});

it('leaves paragraphs with quotation marks to them, and paragraphs behind any other colon alone', () => {
  expect(pairsOf(article('Maria Silva said:', '“Good morning.”', 'We condemn Iran.'), 'opposes')).toEqual([]);
  expect(pairsOf(article('Maria Silva has three cats:', 'We condemn Iran.'), 'opposes')).toEqual([]);
});
