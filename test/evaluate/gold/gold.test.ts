import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseGold, readGold } from '../../../src/evaluate/gold/gold.ts';
import { UserErrors } from '../../../src/model/index.ts';

const relation = {
  type: 'opposes',
  source: 'e1',
  target: 'e2',
  status: 'asserted',
  evidence: 'A',
  coref: false,
};
const entities = [
  { id: 'e1', name: 'A', type: 'person' },
  { id: 'e2', name: 'B', type: 'person' },
];
const faults = (gold: unknown): string[] => {
  try {
    parseGold('x.gold.json', typeof gold === 'string' ? gold : JSON.stringify(gold, null, 1));
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
};

test('aliases may be left out, and other keys stay', () => {
  expect(
    parseGold('x', JSON.stringify({ url: 'u', entities, relations: [relation] })).entities[0]?.aliases,
  ).toEqual([]);
});

test('every fault is named with its place', () => {
  expect(
    faults({ entities: [{ ...entities[0], type: 'persn' }], relations: [{ ...relation, coref: 'no' }] }),
  ).toEqual([
    'x.gold.json:6:12: "type" can\'t be "persn"; did you mean "person"?',
    'x.gold.json:16:13: "coref" must be true or false, not a string; write one',
  ]);
});

test('a missing key is named', () => {
  expect(faults({ entities: [] })).toEqual(['x.gold.json:1:1: "relations" is missing; add it']);
});

test('an end that is no entity and a double id are named', () => {
  expect(
    faults({ entities: [...entities, entities[0]], relations: [{ ...relation, target: 'e9' }] }),
  ).toEqual([
    'x.gold.json: two entities have the id e1',
    'x.gold.json: relations[0].target: no entity has the id e9',
  ]);
});

test('what is not JSON is named', () => {
  expect(faults('{')[0]).toMatch(/^is not valid JSON: /);
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gold-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('documents come sorted, with text and article path', () => {
  for (const id of ['b', 'a']) {
    writeFileSync(join(folder, `${id}.txt`), '\ufeffA and B\r\n');
    writeFileSync(join(folder, `${id}.gold.json`), JSON.stringify({ entities, relations: [relation] }));
  }
  const { documents, warnings } = readGold(folder);
  expect(documents.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(documents[0]).toMatchObject({ article: join(folder, 'a.txt'), text: 'A and B\r\n' });
  expect(warnings).toEqual([]);
});

test('a gold graph without its article is an error, as are the faults of the others', () => {
  writeFileSync(join(folder, 'a.gold.json'), JSON.stringify({ entities, relations: [] }));
  writeFileSync(join(folder, 'b.gold.json'), '{}');
  expect(() => readGold(folder)).toThrow(UserErrors);
  expect(() => readGold(folder)).toThrow(
    /a\.txt: no such file\n.*"entities" is missing.*\n.*"relations" is missing/,
  );
});

test('an empty folder and a missing one are errors', () => {
  expect(() => readGold(folder)).toThrow('no gold graphs here');
  expect(() => readGold(join(folder, 'none'))).toThrow('no such folder');
});
