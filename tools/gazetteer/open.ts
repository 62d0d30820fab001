/** The facts taken from open packages, as the text of open.tsv. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../../src/model/index.ts';

interface Country {
  readonly name: string;
  readonly capital: string;
}

/**
 * @param folder where the packages lie unpacked, each in a folder of its name (a node_modules will do).
 * @returns one line a country: code, name, capital, adjective (blank where the package gives a phrase or a place).
 */
export function openFacts(folder: string): string {
  const countries = json(folder, 'countries-list/countries.min.json') as Record<string, Country>;
  const { nationalities } = json(folder, 'i18n-nationality/langs/en.json') as {
    nationalities: Record<string, string>;
  };
  const versions = ['countries-list', 'i18n-nationality'].map(
    (name) => `${name} ${(json(folder, `${name}/package.json`) as { version: string }).version}`,
  );
  const lines = Object.entries(countries)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([code, { name, capital }]) =>
      [code, name, capital, adjective(nationalities[code], name)].join('\t'),
    );
  return [
    `# From ${versions.join(' and ')} (both MIT); written by build.ts, not by hand.`,
    '# code, name, capital, adjective',
    ...lines,
    '',
  ].join('\n');
}

function adjective(nationality: string | undefined, name: string): string {
  if (nationality === undefined || nationality === name) return '';
  return /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?<=n|i|ese|ish|ch|ic|ek)$/u.test(nationality) ? nationality : '';
}

function json(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}
