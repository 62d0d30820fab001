import { describe, expect, it } from 'vitest';
import { pairsOf } from '../support/edges.ts';

const opposed = (text: string): string[] => pairsOf(text, 'opposes');

describe('a pronoun for what was done', () => {
  it.each([
    ['Hungary closed its border. Maria Silva called it a disgrace.', 'Maria Silva > closed its border'],
    ['Norway seized the ship. “This is a disgrace,” said Maria Silva.', 'Maria Silva > seized the ship'],
    ['Parliament passed the pension reform. The unions vowed to fight it.', 'unions > pension reform'],
  ])('stands for the act of the sentence before: %s', (text, edge) => {
    expect(opposed(text)).toEqual([edge]);
  });

  it.each([
    'Hungary did not close its border. Maria Silva called it a disgrace.',
    'Hungary wants a border. Maria Silva called it a disgrace.',
    'Maria Silva said it was a disgrace that nobody came.',
  ])('stands for nothing where none was done: %s', (text) => {
    expect(opposed(text)).toEqual([]);
  });
});
