import type { Article, Block } from '../../src/model/index.ts';

/** An article of plain paragraphs, parted by line breaks. */
export function articleOf(text: string): Article {
  const none = '0'.repeat(64);
  const blocks: Block[] = [...text.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: 'paragraph',
  }));
  return {
    id: none.slice(0, 16),
    source: '-',
    title: '',
    text,
    reading: text,
    blocks,
    sha256: none,
    language: 'en',
  };
}
