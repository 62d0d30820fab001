import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadEntityFiles, parseEntityFiles } from '../../../src/entities/index.ts';
import { formatUserError, UserErrors } from '../../../src/model/index.ts';

const faults = (work: () => unknown): string[] => {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof UserErrors)) throw error;
    return error.errors.map(formatUserError);
  }
};
const parse = (file: string, text: string) => parseEntityFiles([{ file, text }]);

const FRONT = {
  canonical: 'National Relief Front',
  type: 'organization',
  aliases: ['NRF', 'Relief Front'],
  externalId: 'Q42',
};

const YAML = `extract-entities: 1
entities:
  - canonical: National Relief Front
    type: organization
    aliases: [NRF, Relief Front]
    external_id: Q42
`;

describe('an entity file', () => {
  it.each([
    ['YAML', 'e.yaml', YAML],
    [
      'CSV',
      'e.csv',
      'canonical,type,aliases,external_id\nNational Relief Front,organization,NRF | Relief Front,Q42\n',
    ],
    [
      'CSV with semicolons, quotes, a byte order mark and columns in another order',
      'e.CSV',
      '\uFEFFtype;canonical;external_id;aliases\r\norganization;"National Relief Front";Q42;"NRF|Relief Front"\r\n',
    ],
    [
      'CSV with tabs',
      'e.tsv',
      'canonical\ttype\taliases\texternal_id\nNational Relief Front\torganization\tNRF|Relief Front\tQ42',
    ],
  ])('may be %s', (_, file, text) => {
    expect(parse(file, text).entities).toEqual([FRONT]);
  });

  it('is looked up by every name, folded', () => {
    const { lookup } = parse('e.yaml', YAML);
    expect(['national relief front', 'nrf', 'relief front'].map((name) => lookup(name)?.canonical)).toEqual(
      Array(3).fill(FRONT.canonical),
    );
    expect(lookup('front')).toBeUndefined();
  });

  it('may leave out aliases and id', () => {
    expect(parse('e.csv', 'canonical,type\nJane Doe,person\n\n').entities).toEqual([
      { canonical: 'Jane Doe', type: 'person', aliases: [] },
    ]);
  });

  it('may hold quotes, separators and line breaks in quotes', () => {
    expect(
      parse('e.csv', 'type,canonical\nperson,"Doe, Jane ""JD""\nthe Elder"\n').entities[0]?.canonical,
    ).toBe('Doe, Jane "JD"\nthe Elder');
  });

  it('is read from disk, its hash kept for the record', () => {
    const folder = mkdtempSync(join(tmpdir(), 'entities-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const file = join(folder, 'e.yaml');
    writeFileSync(file, YAML);
    const { entities, files } = loadEntityFiles([file, file]);
    expect(entities).toEqual([FRONT]);
    expect(files).toEqual([{ file, sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string }]);
  });
});

describe('a fault is named with line and column:', () => {
  it.each([
    [
      'an unknown type',
      'e.yaml',
      'extract-entities: 1\nentities:\n  - canonical: A\n    type: organisation\n',
      'e.yaml:4:11: there is no entity type "organisation"; did you mean "organization"?',
    ],
    [
      'an unknown key',
      'e.yaml',
      'extract-entities: 1\nentities:\n  - canonical: A\n    type: person\n    alias: [B]\n',
      'e.yaml:5:5: unknown key "alias"; did you mean "aliases"?',
    ],
    ['no version', 'e.yaml', 'entities: []\n', 'e.yaml:1:1: "extract-entities" is missing; add it'],
    [
      'an unknown column',
      'e.csv',
      'canonical,typ\nA,person\n',
      'e.csv:1:11: unknown column "typ"; did you mean "type"?',
    ],
    [
      'an unknown type in CSV, after a field of two lines',
      'e.csv',
      'canonical,type\n"A\nB",persn\n',
      'e.csv:3:4: there is no entity type "persn"; did you mean "person"?',
    ],
    ['a row without a type', 'e.csv', 'canonical,type\nA,\n', 'e.csv:2:3: "type" is missing'],
    [
      'a row with too many fields',
      'e.csv',
      'canonical,type\nDoe, Jane,person\n',
      'e.csv:2:11: this row has 3 fields, the first line 2; put a field with a separator in it into quotes',
    ],
    [
      'an open quote',
      'e.csv',
      'canonical,type\n"A,person\n',
      'e.csv:2:1: this quote is never closed; close it with "',
    ],
    [
      'text behind a quote',
      'e.csv',
      'canonical,type\n"A"B,person\n',
      'e.csv:2:4: text follows a closing quote; write a quote inside quotes twice',
    ],
    [
      'a name of two things',
      'e.csv',
      'canonical,type,aliases\nJane Doe,person,J.D.\nJohn Doe,person,JD\n',
      'e.csv:3:17: "JD" already means "Jane Doe", given at e.csv:2:17; give every name to one entity only; case, accents, hyphens and a leading "the" make no difference',
    ],
    [
      'an external id of two things',
      'e.csv',
      'canonical,type,external_id\nA,person,Q1\nB,person,Q1\n',
      'e.csv:3:10: the external id Q1 is already given at e.csv:2:10; put all names of one thing into one entity',
    ],
    [
      'a name of no letters',
      'e.csv',
      'canonical,type\n"...",person\n',
      'e.csv:2:1: "..." has no letter or digit',
    ],
  ])('%s', (_, file, text, expected) => {
    expect(faults(() => parse(file, text))).toContain(expected);
  });

  it('all of them, of all files, in order', () => {
    const both = ['b.csv', 'a.csv'].map((file) => ({
      file,
      text: `canonical,type\n${file},persn\nB,\n`,
    }));
    expect(faults(() => parseEntityFiles(both)).map((line) => line.slice(0, 9).replace(/:$/u, ''))).toEqual([
      'a.csv:2:7',
      'a.csv:3:3',
      'b.csv:2:7',
      'b.csv:3:3',
    ]);
  });

  it('a missing file', () => {
    expect(faults(() => loadEntityFiles(['no-such.yaml']))).toEqual(['no-such.yaml: no such file']);
  });
});

it('other types may be allowed', () => {
  const source = { file: 'e.csv', text: 'canonical,type\nRoute 9,road\n' };
  expect(parseEntityFiles([source], { types: ['road'] }).entities).toHaveLength(1);
});
