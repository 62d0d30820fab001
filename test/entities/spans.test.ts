import { describe, expect, it } from 'vitest';
import { resolveEntities } from '../../src/entities/index.ts';
import { documentOf } from '../support/document.ts';

const things = (...lines: readonly string[]): string[] =>
  resolveEntities(documentOf(...lines))
    .entities.filter(({ named }) => named)
    .map(({ name, type }) => `${type} ${name}`);

describe('names given away by what stands beside them', () => {
  it.each([
    ['a newspaper', 'A report/NN in the Courier newspaper/NN quoted/VBD him/PRP .', ['organization Courier']],
    [
      'a programme with a number',
      'He spoke/VBD on news/NN program/NN 20/CD Questions .',
      ['organization 20 Questions'],
    ],
    [
      'the place of a governor',
      'Upper Marn Governor [Ali Dorn|person] spoke/VBD .',
      ['location Upper Marn', 'person Ali Dorn'],
    ],
    [
      'a place that its noun alone makes known',
      'They left/VBD the village/NN of Upper Marn for Orlan province/NN .',
      ['location Upper Marn', 'location Orlan province'],
    ],
    [
      'a foundation for something in a region',
      'The [Foundation for Trade|organization] in the [Upper Valley|location] closed/VBD .',
      ['organization Foundation for Trade in the Upper Valley'],
    ],
    [
      'a mountain region',
      'They hid/VBD in the [Orlan mountain|location] region/NN .',
      ['location Orlan mountain region'],
    ],
    [
      'forces of a kind behind the name of a country',
      '[Norway|location] special/JJ forces/NNS landed/VBD .',
      ['organization Norway special forces'],
    ],
    ['a place taken for a person', 'They met/VBD at [Dhorobako|person] .', ['location Dhorobako']],
  ])('hold %s', (_, line, expected) => {
    expect(things(line)).toEqual(expected);
  });

  it('are no things where they name a machine', () => {
    expect(things('Troops/NNS sent/VBD [KV|organization] helicopters/NNS/helicopter .')).toEqual([]);
  });

  it('keep a body whose machines are meant', () => {
    expect(things('Troops/NNS shot/VBD [NATO|organization] helicopters/NNS/helicopter .')).toEqual([
      'organization NATO',
    ]);
  });

  it('leave out the paper that closes a headline', () => {
    expect(
      things('title: [Norway|location] sends/VBZ ships/NNS : experts/NNS -/: [Newswire|organization]'),
    ).toEqual(['location Norway']);
  });

  it('leave a region to the name that stands alone', () => {
    expect(things('[Amhor|location] burned/VBD .', 'The [Amhor|location] region/NN burned/VBD .')).toEqual([
      'location Amhor',
    ]);
  });
});
