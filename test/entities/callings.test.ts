import { describe, expect, it } from 'vitest';
import { mayBeCalled } from '../../src/entities/callings.ts';
import { pairsOf } from '../support/edges.ts';

describe('a noun for bodies', () => {
  it.each([
    'Human Rights Watch met him. The group condemned Norway.',
    'Human Rights Watch met him. The New York-based group condemned the killings in Norway on Friday.',
    'Greenpeace met him. The environmental group condemned Norway.',
    'The American Civil Liberties Union sued. The civil liberties group condemned Norway.',
    'The Kosovo Liberation Army left. The rebel group condemned Norway.',
  ])('is said of the body it fits: %s', (text) => {
    expect(pairsOf(text, 'opposes').map((pair) => pair.split(' > ')[0])).not.toContain('group');
    expect(pairsOf(text, 'opposes')[0]).toMatch(
      /^(?:Human Rights Watch|Greenpeace|American Civil|Kosovo Liberation)/u,
    );
  });

  it.each([
    ['group', 'ngo', [], true],
    ['group', 'armed-group', ['rebel'], true],
    ['group', 'ngo', ['rebel'], false],
    ['group', 'armed-group', ['aid'], false],
    ['group', 'international', [], false],
    ['organization', 'international', [], true],
    ['bloc', 'ngo', [], false],
    ['broadcaster', 'media', [], true],
    ['company', 'media', [], false],
  ] as const)('%s fits what is known as %s behind %j: %s', (noun, kind, words, fits) => {
    expect(mayBeCalled(noun, { kind, names: ['tide'], nouns: new Set() }, words)).toBe(fits);
  });
});
