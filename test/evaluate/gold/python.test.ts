import { expect, test } from 'vitest';
import { byCodePoint, hasUppercase, round3, startsUppercase } from '../../../src/evaluate/gold/python.ts';

test.each([
  [1 / 16, 0.062],
  [3 / 16, 0.188],
  [5 / 16, 0.312],
  [15 / 16, 0.938],
  [2 / 3, 0.667],
  [0.0005, 0.001],
  [1.0005, 1],
  [0.5, 0.5],
  [1, 1],
])('%d rounds to %d', (x, rounded) => {
  expect(round3(x)).toBe(rounded);
});

test('a title-case letter is no upper case', () => {
  expect(startsUppercase('ǅula')).toBe(false);
  expect(startsUppercase('\u{10400}lon')).toBe(true);
  expect(hasUppercase('fishermen')).toBe(false);
});

test('strings compare by code points', () => {
  expect(['\ufb01', '\u{1f30a}', 'e9', 'e10'].sort(byCodePoint)).toEqual([
    'e10',
    'e9',
    '\ufb01',
    '\u{1f30a}',
  ]);
});
