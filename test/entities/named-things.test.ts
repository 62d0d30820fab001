import { describe, expect, it } from 'vitest';
import { resolveEntities } from '../../src/entities/index.ts';
import { documentOf } from '../support/document.ts';

/** Each named thing as `type name = alias`, in order of first mention. */
const things = (...lines: readonly string[]): string[] =>
  resolveEntities(documentOf(...lines))
    .entities.filter(({ named }) => named)
    .map(({ type, name, aliases }) => `${type} ${[name, ...aliases].join(' = ')}`);

describe('a government', () => {
  it('is a thing of its own where its country does nothing', () => {
    expect(
      things(
        'The Norwegian/JJ government/NN fell/VBD/fall in [Norway|location] .',
        'The government/NN of [Norway|location] agreed/VBD/agree .',
      ),
    ).toEqual(['organization government of Norway = Norwegian government', 'location Norway']);
  });

  it('is its country where that acts', () => {
    expect(
      things(
        'The Norwegian/JJ government/NN agreed/VBD/agree .',
        '[Norway|location] rejected/VBD/reject the plan/NN .',
      ),
    ).toEqual(['location Norway']);
  });

  it('is no body where the noun only says whose others are', () => {
    expect(things('Norwegian/JJ government/NN troops/NNS/troop left/VBD/leave .')).toEqual([]);
  });
});

describe('peoples', () => {
  it.each([
    ['Thousands/NNS of Londoners/NNPS marched/VBD/march .', ['group Londoners']],
    ['Many New/NNP Yorkers/NNPS agreed/VBD/agree .', ['group New Yorkers']],
    ['The British/JJ left/VBD/leave .', ['group British']],
    ['The Norwegian/JJ people/NNS agreed/VBD/agree .', ['group Norwegian people']],
    ['The British/JJ plan/NN failed/VBD/fail .', []],
  ])('%s', (line, expected) => {
    expect(things(line)).toEqual(expected);
  });
});

describe('names that their surroundings give away', () => {
  it.each([
    [
      'a source',
      ['It failed/VBD/fail according/VBG to Marn/NNP Reporter/NN .'],
      ['organization Marn Reporter'],
    ],
    ['whom somebody told', ['She told/VBD/tell Marn/NNP Reporter/NN .'], ['organization Marn Reporter']],
    [
      'the tail of a station',
      ['A [Marn|location] TV/NNP crew/NN left/VBD/leave .'],
      ['organization Marn TV'],
    ],
    [
      'an address',
      ['[News|organization] _. _com/NN _. _au/NN reported/VBD/report it .'],
      ['organization News.com.au'],
    ],
    [
      'a chamber before an office',
      ['Senate/NNP Majority/NNP Leader/NNP [Ada Holm|person] spoke/VBD/speak .'],
      ['organization Senate', 'person Ada Holm'],
    ],
    [
      'a town by its country',
      ['Rebels/NNS/rebel attacked/VBD/attack Bergby/NNP ,/, [Norway|location] .'],
      ['location Bergby', 'location Norway'],
    ],
    ['an office before a place', ['The [Bishop of Lund|organization] spoke/VBD/speak .'], ['location Lund']],
    [
      'a natural region named like a company',
      ['The [Amazon|organization] rainforest/NN burns/VBZ/burn .'],
      ['location Amazon rainforest'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(things(...lines)).toEqual(expected);
  });
});

describe('types by what settles them', () => {
  it.each([
    [
      'a noun, however often one spelling was misread',
      [
        'The newspaper/NN [Ny Dag|person] reported/VBD/report it .',
        '[Ny Dag|person] knew/VBD/know it .',
        '[Ny Dag|person] said/VBD/say it .',
      ],
      ['organization Ny Dag'],
    ],
    ['a last word', ['The creditor/NN [Sarn Bank|person] agreed/VBD/agree .'], ['organization Sarn Bank']],
    ['where troops go', ['Troops/NNS/troop entered/VBD/enter [Tell Marn|person] .'], ['location Tell Marn']],
    [
      'a trade, for a person',
      ['The [Marn TV|organization] producer/NN [Ada Holm|person] spoke/VBD/speak .'],
      ['organization Marn TV', 'person Ada Holm'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(things(...lines)).toEqual(expected);
  });
});

describe('joined by what a tail leaves out', () => {
  it.each([
    [
      'a province',
      ['[Marn Dal province|location] lies/VBZ/lie north/RB .', '[Marn Dal|location] voted/VBD/vote .'],
      ['location Marn Dal province = Marn Dal'],
    ],
    [
      'a company in brackets',
      ['[Norsk Glass Kft|organization] (/-LRB- [Norsk Limited|organization] )/-RRB- agreed/VBD/agree .'],
      ['organization Norsk Glass Kft = Norsk Limited'],
    ],
    [
      'not the city that a province is named after',
      ['[Kandahar province|location] lies/VBZ/lie south/RB .', '[Kandahar|location] voted/VBD/vote .'],
      ['location Kandahar province', 'location Kandahar'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(things(...lines)).toEqual(expected);
  });
});
