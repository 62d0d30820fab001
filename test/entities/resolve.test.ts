import { describe, expect, it } from 'vitest';
import { resolveEntities } from '../../src/entities/index.ts';
import { documentOf } from '../support/document.ts';

/** Each entity as `name = alias = alias`, in order of first mention, optionally of one type only. */
const things = (lines: readonly string[], type?: string): string[] =>
  resolveEntities(documentOf(...lines))
    .entities.filter((entity) => type === undefined || entity.type === type)
    .map(({ name, aliases }) => [name, ...aliases].join(' = '));

/** What the mention with the given words refers to, or null. */
const referent = (lines: readonly string[], words: string): string | null | undefined => {
  const document = documentOf(...lines);
  const { mentions, entities } = resolveEntities(document);
  const mention = mentions.findLast(({ start, end }) => document.article.text.slice(start, end) === words);
  return mention && (mention.entity === null ? null : entities[mention.entity]?.name);
};

describe('names', () => {
  it.each([
    [
      'an acronym in brackets',
      [
        'The [National Relief Front|organization] ( [NRF|organization] ) met/VBD .',
        'The [NRF|organization] left/VBD .',
      ],
      'National Relief Front = NRF',
    ],
    [
      'a bracketed acronym that is not made of initials',
      [
        'The [Tide State|organization] in [Karos Province|location] ( [TIDE|organization] _-/HYPH _K/NNP ) met/VBD .',
      ],
      'Tide State in Karos Province = TIDE-K',
    ],
    [
      'an acronym explained behind a comma',
      ['[NRF|organization] , the [National Relief Front|organization] , met/VBD .'],
      'National Relief Front = NRF',
    ],
    [
      'an acronym that only one name can own',
      ['The [National Relief Front|organization] met/VBD .', 'The [NRF|organization] left/VBD .'],
      'National Relief Front = NRF',
    ],
    [
      '"also known as"',
      ['[Abu Tariq|person] , also/RB known/VBN as [Samir Haddo|person] , fled/VBD .'],
      'Abu Tariq = Samir Haddo',
    ],
    [
      'another name that was taken for a body',
      ['General/NNP [Omar Vance|person] , known/VBN as [Red|organization] , left/VBD .'],
      'Omar Vance = Red',
    ],
    ['"alias"', ['[Omar Vance|person] , alias/NN [Timo|person] , left/VBD .'], 'Omar Vance = Timo'],
    [
      'a name spelled out behind an acronym of another language',
      ['The [ELN|organization] _(/-LRB- [National Army|organization] _)/-RRB- left/VBD .'],
      'National Army = ELN',
    ],
    [
      'an acronym that a description of the body gives',
      [
        'The [National Army|organization] , a leftist/JJ group/NN known/VBN as the [ELN|organization] , left/VBD .',
      ],
      'National Army = ELN',
    ],
    [
      'a surname after the full name',
      ['[Jane Doe|person] spoke/VBD .', '[Doe|organization] left/VBD .'],
      'Jane Doe = Doe',
    ],
    [
      'the noun of a body whose country is left out',
      ['The [116th Norwegian Navy|organization] left/VBD .', 'The [Navy|organization] left/VBD .'],
      '116th Norwegian Navy = Navy',
    ],
    [
      'a place without the noun that says what it is',
      [
        'The [State of Orlan|location] froze/VBD .',
        '[Orlan|location] thawed/VBD .',
        'The [Orlan Islands|location] .',
      ],
      'State of Orlan = Orlan = Orlan Islands',
    ],
    [
      'the plural that a team or movement of a town is called by',
      ['The [Larkos Lakers|organization] won/VBD .', 'The [Lakers|organization] lost/VBD .'],
      'Larkos Lakers = Lakers',
    ],
    [
      'a possessive, an article, an accent and case',
      ['[Café Lumen|organization] opened/VBD .', '[The Cafe Lumen|organization] closed/VBD .'],
      'Café Lumen = Cafe Lumen',
    ],
    [
      'a university by its first word',
      ['[Norwick University|organization] met/VBD .', '[Norwick|organization] said/VBD so/RB .'],
      'Norwick University = Norwick',
    ],
    ['a name in front of a hyphen', ['[TIDE|organization] _-/HYPH _K/NNP met/VBD .'], 'TIDE-K'],
  ])('are one thing by %s', (_, lines, expected) => {
    expect(things(lines)).toEqual([expected]);
  });

  it.each([
    [
      'two people of one surname',
      ['[Jane Doe|person] met/VBD [John Doe|person] .', '[Doe|person] left/VBD .'],
      3,
    ],
    [
      'the surname of a couple',
      [
        '[David|person] and [Louise Holm|person] fled/VBD .',
        'The [Holm|person] house/NN burned/VBD .',
        '[David Holm|person] slept/VBD .',
      ],
      3,
    ],
    [
      'an acronym with two possible owners',
      [
        '[North River Force|organization] met/VBD [New Reform Front|organization] .',
        '[NRF|organization] left/VBD .',
      ],
      3,
    ],
    [
      'a list of bodies',
      ['[Tide|organization] , the [Ocean State|organization] , and the [Lake Guard|organization] met/VBD .'],
      3,
    ],
    [
      'a longer name that adds words of meaning',
      ['[Tide State|organization] met/VBD [Tide State Karos|organization] .'],
      2,
    ],
  ])('stay apart for %s', (_, lines, count) => {
    expect(things(lines)).toHaveLength(count);
  });

  it('give their surname to the first of a family, where relatives are named in full later', () => {
    expect(
      things([
        '[Ada Holm|person] died/VBD .',
        '[Holm|person] sang/VBD .',
        'Her daughter/NN [Eva Holm|person] spoke/VBD .',
        '[Holm|person] was loved/VBN .',
      ]),
    ).toEqual(['Ada Holm = Holm', 'Eva Holm']);
  });

  it('lose their titles', () => {
    expect(things(['[Gen. Omar Vance|person] met/VBD [President Lena Ruiz|person] .'])).toEqual([
      'Omar Vance',
      'Lena Ruiz',
    ]);
  });

  it('take in the noun that makes a site of them', () => {
    expect(things(['The [Lumen City|location] concert/NN hall/NN burned/VBD .'], 'location')).toEqual([
      'Lumen City concert hall',
    ]);
  });

  it('keep the town apart from its airport where both are spoken of', () => {
    expect(
      things(['The [Larkos|location] airport/NN closed/VBD .', '[Larkos|location] slept/VBD .']),
    ).toEqual(['Larkos', 'Larkos airport']);
  });

  it('in credits and site furniture are left out', () => {
    expect(
      things(['boilerplate: Join/VB [Daily Post|organization] now/RB', 'credit: ( [Max Lens|person] )']),
    ).toEqual([]);
  });

  it('have one type, the one most mentions have', () => {
    expect(
      things(
        ['[Larkos|location] slept/VBD .', '[Larkos|person] woke/VBD .', 'In/IN [Larkos|location] .'],
        'location',
      ),
    ).toEqual(['Larkos']);
  });
});

describe('events', () => {
  it('are one through a definite description', () => {
    expect(
      things(
        ['A bombing/NN at the [Larkos Port|location] killed/VBD two .', 'The attack/NN shocked/VBD all .'],
        'event',
      ),
    ).toEqual(['bombing at the Larkos Port = bombing = attack']);
  });

  it('stay two where they name different places', () => {
    expect(
      things(
        [
          'A bombing/NN in [Larkos|location] killed/VBD two .',
          'The bombing/NN in [Brella|location] killed/VBD one .',
        ],
        'event',
      ),
    ).toHaveLength(2);
  });

  it('stay two where one is plural', () => {
    expect(
      things(
        ['A bombing/NN in [Larkos|location] killed/VBD two .', 'The bombings/NNS went/VBD on .'],
        'event',
      ),
    ).toHaveLength(2);
  });

  it('take in what a sentence says they were', () => {
    expect(
      things(['The attack/NN in [Larkos|location] was the worst/JJS attack/NN in years/NNS .'], 'event'),
    ).toHaveLength(1);
  });

  it('are not months, and not the first half of a compound', () => {
    expect(
      things(['He left/VBD in March/NNP .', 'The attack/NN helicopter/NN landed/VBD .'], 'event'),
    ).toEqual([]);
  });
});

describe('nominals and pronouns', () => {
  it.each([
    ['fighters before', ['[NRF|organization] fighters/NNS met/VBD .'], 'NRF fighters', 'NRF'],
    ['members of', ['Members/NNS of the [NRF|organization] met/VBD .'], 'Members of the NRF', 'NRF'],
    ['a spokesman', ['A [NRF|organization] spokesman/NN left/VBD .'], 'A NRF spokesman', 'NRF'],
    ['the group', ['The [NRF|organization] met/VBD .', 'The group/NN left/VBD .'], 'The group', 'NRF'],
    ['it', ['The [NRF|organization] met/VBD .', 'It left/VBD .'], 'It', 'NRF'],
    ['she', ['[Jane Doe|person] met/VBD .', 'She left/VBD .'], 'She', 'Jane Doe'],
    [
      'it, to the subject of two',
      ['The [NRF|organization] met/VBD the [Blue Army|organization] .', 'It left/VBD .'],
      'It',
      'NRF',
    ],
  ])('%s stands for the one it refers to', (_, lines, words, name) => {
    expect(referent(lines, words)).toBe(name);
  });

  it.each([
    ['no group', ['The [NRF|organization] met/VBD .', 'No group/NN claimed/VBD it .'], 'No group'],
    ['an "it" that stands for nothing', ['The [NRF|organization] met/VBD .', 'It is likely/JJ .'], 'It'],
  ])('%s is no mention of anybody', (_, lines, words) => {
    expect(referent(lines, words)).toBeUndefined();
  });

  it.each([
    [
      '"he" with two men about',
      ['[Ed Ray|person] and [Al Fox|person] met/VBD .', 'Then/RB he left/VBD .'],
      'he',
    ],
    [
      '"the group" behind a caption',
      ['caption: The [NRF|organization] met/VBD .', 'The group/NN left/VBD .'],
      'The group',
    ],
  ])('%s stays unresolved', (_, lines, words) => {
    expect(referent(lines, words)).toBeNull();
  });

  it('an unnamed actor is one through the article', () => {
    expect(things(['Gunmen/NNS/gunman fled/VBD .', 'The gunmen/NNS/gunman hid/VBD .'])).toEqual(['Gunmen']);
  });
});
