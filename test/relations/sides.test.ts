import { describe, expect, it } from 'vitest';
import { pairsOf } from '../support/edges.ts';

const attacks = (text: string): string[] => pairsOf(text, 'attacked');

describe('a side of a war by a common noun', () => {
  it.each([
    ['A guerrilla ambush killed Pedro Ruiz.', 'guerrillas > Pedro Ruiz'],
    ['Pedro Ruiz was killed by a coalition airstrike.', 'coalition > Pedro Ruiz'],
    ['The army bombed rebel positions near Lyon.', 'army > rebels'],
    ['Army helicopters attacked Lyon.', 'Army > Lyon'],
  ])('does what the noun behind it says, and is hit with what it has: %s', (text, pair) => {
    expect(attacks(text)).toEqual([pair]);
  });
  it.each(['A terrorist attack on Lyon killed nine people.', 'A police strike in Lyon hit Pedro Ruiz.'])(
    'is not what kind of act it was: %s',
    (text) => {
      expect(attacks(text)).toEqual([]);
    },
  );
});
