import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURES = fileURLToPath(new URL('../fixtures/articles', import.meta.url));

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
