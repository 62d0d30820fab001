import { describe, expect, it } from 'vitest';
import { closest, didYouMean } from '../../src/faults/index.ts';

describe('the word that was meant', () => {
  it.each([
    ['opposs', 'opposes'],
    ['OPPOSES', 'opposes'],
    ['persona', 'person'],
    ['evla', 'eval'],
    ['gab', 'gap'],
  ])('%s: %s', (typed, meant) => {
    expect(closest(typed, ['opposes', 'person', 'eval', 'gap'])).toBe(meant);
  });

  it.each(['', 'parquet', 'dt', 'evl2a'])('is none for %j', (typed) => {
    expect(closest(typed, ['json', 'do', 'eval'])).toBeUndefined();
  });

  it('is the nearest one, and of equally near ones the first in code unit order', () => {
    expect(closest('edges', ['edge', 'hedges', 'edges2', 'edged'])).toBe('edge');
    expect(closest('targt', ['targets', 'target'])).toBe('target');
  });

  it('goes by the first 200 letters of a word of any length', () => {
    expect(closest('a'.repeat(1_000_000), ['a'.repeat(150)])).toBe('a'.repeat(150));
    expect(closest('b'.repeat(1_000_000), ['bcd'])).toBeUndefined();
  });
});

describe('the hint', () => {
  it('names the word meant, else what there is', () => {
    expect(didYouMean('jsn', ['json', 'dot'])).toBe('did you mean "json"?');
    expect(didYouMean('parquet', ['json', 'dot', 'json'])).toBe('known: json, dot');
  });

  it('is none where there is nothing to choose from, or too much', () => {
    expect(didYouMean('x', [])).toBeUndefined();
    expect(
      didYouMean(
        'nowhere',
        Array.from({ length: 25 }, (_, k) => `name${String(k)}`),
      ),
    ).toBeUndefined();
  });
});
