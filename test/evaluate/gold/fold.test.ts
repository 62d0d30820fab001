import { expect, test } from 'vitest';
import { foldName, foldNames, namesOverlap } from '../../../src/evaluate/gold/fold.ts';

test.each([
  ['The  Red\u00a0Front', 'red front'],
  ['“Red Front,”', 'red front'],
  ['Lady Marsh’s', 'lady marsh'],
  ['the Guards’', 'guards'],
  ['U.S.', 'us'],
  ['their the army', 'the army'],
  ['Elba\u0085Bay', 'elba bay'],
  ['Kor\ufeffBay', 'kor\ufeffbay'],
  ['Jean‐Luc–Marie', 'jean-luc-marie'],
  ['ΟΔΟΣ', 'οδος'],
  ["'", ''],
])('%j folds to %j', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

test('pronouns and empty names name nothing', () => {
  expect([...foldNames(['They', 'the group', '', '.', 'Ana'])]).toEqual(['ana']);
});

test.each([
  ['port vell', 'port vell harbour', true],
  ['port vell', 'vell harbour', true],
  ['bank of england', 'bank of japan', false],
  ['house of lords', 'lords of war', true],
  ['union of weavers', 'league of nations', false],
  ['york', 'new yorkers', false],
])('%j and %j overlap: %s', (a, b, overlap) => {
  expect(namesOverlap(a, b)).toBe(overlap);
  expect(namesOverlap(b, a)).toBe(overlap);
});
