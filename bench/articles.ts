import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Article, Block } from '../src/model/index.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/articles', import.meta.url));

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

/** Texts of a JSON Lines file (`text` of each line), or of the project's own articles. */
export function readTexts(path: string | undefined): string[] {
  if (path === undefined) {
    return readdirSync(FIXTURES)
      .map((name) => join(FIXTURES, name, 'article.txt'))
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, 'utf8'));
  }
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text);
}
