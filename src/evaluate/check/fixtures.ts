import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { byCodeUnit, UserError } from '../../model/index.ts';
import { systemReason } from '../files.ts';

const EXPECTATIONS = /\.expect\.ya?ml$/;
const ARTICLES = ['.txt', '.md'];

/**
 * The expectation files below a folder, as paths inside it with `/`, sorted.
 *
 * @throws UserError when the folder can't be read or holds none
 */
export function fixtureFiles(folder: string): string[] {
  let files: string[];
  try {
    files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && EXPECTATIONS.test(entry.name))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT' ? 'no such folder' : code === 'ENOTDIR' ? 'is not a folder' : systemReason(error);
    throw new UserError(reason, { at: { file: folder }, cause: error });
  }
  if (files.length > 0) return files.map((file) => file.split(sep).join('/')).sort(byCodeUnit);
  const hint = 'a fixture is NAME.txt or NAME.md with NAME.expect.yaml beside it';
  throw new UserError('no fixtures here', { at: { file: folder }, hint });
}

/**
 * The article beside an expectation file.
 *
 * @throws UserError when there is none, or more than one
 */
export function articleOf(file: string): string {
  const stem = file.replace(EXPECTATIONS, '');
  const articles = ARTICLES.map((extension) => `${stem}${extension}`).filter((article) =>
    existsSync(article),
  );
  const [article] = articles;
  if (article === undefined)
    throw new UserError(`there is no ${stem}.txt or ${stem}.md beside it`, { at: { file } });
  if (articles.length === 1) return article;
  throw new UserError(`both ${articles.join(' and ')} stand beside it`, { at: { file }, hint: 'rename one' });
}
