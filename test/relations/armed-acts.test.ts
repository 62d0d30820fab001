import { describe, expect, it } from 'vitest';
import { pairsOf } from '../support/edges.ts';

const claims = (text: string): string[] => pairsOf(text, 'claimed-responsibility');

describe('a claim of what was done with a weapon or to an aircraft', () => {
  it.each([
    ['Hamas said it had fired 12 rockets at Haifa.', 'Hamas > firing of 12 rockets at Haifa'],
    ['Hamas claimed responsibility for firing rockets at Haifa.', 'Hamas > firing of rockets at Haifa'],
    ['Hamas claimed responsibility for the rockets.', 'Hamas > rockets'],
    ['Hamas said it shot down a military helicopter.', 'Hamas > downing of military helicopter'],
    ['Hamas claimed to have shot down an Israeli drone.', 'Hamas > downing of Israeli drone'],
    ['Hamas said the attack was in revenge for the killing of its leader.', 'Hamas > attack'],
  ])('has the act for its target: %s', (text, claim) => {
    expect(claims(text)).toEqual([claim]);
  });

  it.each([
    'Hamas said Israel had fired 12 rockets at Haifa.',
    'Hamas said it had bought 12 rockets.',
    'Hamas said it had repaired a helicopter.',
  ])('is none of what another did, or of a thing that is no act: %s', (text) => {
    expect(claims(text)).toEqual([]);
  });
});
