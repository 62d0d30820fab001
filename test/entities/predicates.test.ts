import { expect, it } from 'vitest';
import { edgesOf, pairsOf } from '../support/edges.ts';

it.each([
  ['Peter Brown is a terrorist who killed Maria Silva.', 'attacked', 'Peter Brown > Maria Silva'],
  ['Hamas is a group that opposes Israel.', 'opposes', 'Hamas > Israel'],
  ['Maria Silva spoke. She was a lawyer who opposed the treaty.', 'opposes', 'Maria Silva > treaty'],
])('gives to the subject what hangs on its predicate: %s', (text, relation, pair) => {
  expect(pairsOf(text, relation)).toEqual([pair]);
});

it.each([
  'Peter Brown is not a terrorist who killed Maria Silva.',
  'Peter Brown may be a terrorist who killed Maria Silva.',
])('leaves out what nobody says that the subject is: %s', (text) => {
  expect(edgesOf(text, 'attacked')).toEqual([]);
});

it('names a medium by its name before the noun', () => {
  expect(pairsOf('The state-run Herald newspaper condemned Norway.', 'opposes')).toEqual(['Herald > Norway']);
});
