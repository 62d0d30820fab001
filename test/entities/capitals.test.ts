import { describe, expect, it } from 'vitest';
import { resolveEntities } from '../../src/entities/index.ts';
import { documentOf } from '../support/document.ts';

const places = (...lines: readonly string[]): string[] =>
  resolveEntities(documentOf(...lines))
    .entities.filter(({ type }) => type === 'location')
    .map(({ name, aliases }) => [name, ...aliases].join(' = '));

const OPENING = '[Turkey|location] condemned/VBD/condemn [Syria|location] .';

describe('a capital stands for its government', () => {
  it.each([
    ['where it acts', '[Ankara|location] accused/VBD/accuse [Syria|location] .', 'Turkey = Ankara'],
    ['where it is accused', '[Turkey|location] accused/VBD/accuse [Damascus|location] .', 'Syria = Damascus'],
    [
      'where it owns a policy',
      "[Turkey|location] condemned/VBD/condemn [Damascus|location] 's tariffs/NNS/tariff .",
      'Syria = Damascus',
    ],
    [
      'where it backs somebody',
      'A group/NN backed/VBN/back by [Ankara|location] left/VBD/leave .',
      'Turkey = Ankara',
    ],
    ['where it is of a mind', '[Ankara|location] was concerned/JJ .', 'Turkey = Ankara'],
  ])('%s', (_, line, expected) => {
    expect(places(OPENING, line)).toContain(expected);
  });

  it('but not where it also says where something is', () => {
    const found = places(
      OPENING,
      '[Ankara|location] accused/VBD/accuse [Syria|location] .',
      'He spoke/VBD/speak in [Ankara|location] .',
    );
    expect(found).toContain('Ankara');
  });
});
