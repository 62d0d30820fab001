import { describe, expect, it } from 'vitest';
import { resolveEntities, whyTogether } from '../../src/entities/index.ts';
import { documentOf } from '../support/document.ts';

const things = (...lines: readonly string[]): string[] =>
  resolveEntities(documentOf(...lines))
    .entities.filter(({ named }) => named)
    .map(({ name, aliases }) => [name, ...aliases].join(' = '));

describe('names cut or joined wrongly are mended', () => {
  it.each([
    ['a place before a person', ['[Norway Ada Holm|person] spoke/VBD .'], ['Norway', 'Ada Holm']],
    [
      'what a body is for',
      ['The [Delta League|organization] for/IN the [Defence of Rights|organization] met/VBD .'],
      ['Delta League for the Defence of Rights'],
    ],
    [
      'the parties of a case',
      ['The court/NN cited/VBD [Holm|person] v./IN [Berg|person] .'],
      ['Holm v. Berg'],
    ],
    [
      'the first word of a title',
      ['[Blue House Press|organization] Secretary/NNP [Ada Holm|person] spoke/VBD .'],
      ['Blue House', 'Ada Holm'],
    ],
    [
      'a given name that an editor put in',
      ['_[/-LRB- [Ada|person] ]/-RRB- [Holm|person] spoke/VBD .'],
      ['Ada Holm'],
    ],
    [
      'the town of a company',
      ['The farm/NN of/IN [Delta Meats Ltd. of Oslo|organization] closed/VBD .'],
      ['Delta Meats Ltd.'],
    ],
    [
      'the town before a state',
      ['[Delta Glass of Bergby|organization] ,/, Ohio closed/VBD .'],
      ['Delta Glass'],
    ],
    [
      'the city and the paper in the header of a monitoring service',
      ['PM1201 [Oslo|location] DET [FRIE ORD|organization] in/IN Norwegian 12/CD Mar 94/CD'],
      ['Oslo', 'DET FRIE ORD'],
    ],
    [
      'a header of city and station alone',
      ['[Oslo Radio|organization] Fjord Network'],
      ['Oslo', 'Radio Fjord Network'],
    ],
    ['a title in capitals', ['[Oslo|location] PROTEST/NN GROWS/VBZ fast/RB'], ['Oslo']],
    ['initials in front', ['K.R. [Holm|person] spoke/VBD .'], ['K.R. Holm']],
    [
      'the country of a party',
      ['The [Socialist Party|organization] of/IN [Norway|location] lost/VBD .'],
      ['Socialist Party of Norway'],
    ],
    [
      'the title of the next name',
      ['The [Delta League of Sheikh|organization] [Ada Holm|person] won/VBD .'],
      ['Delta League', 'Ada Holm = Sheikh Ada Holm'],
    ],
    ['a given name of two syllables', ['Moon Jae _-/HYPH _in/NN spoke/VBD .'], ['Moon Jae-in']],
  ])('%s', (_, lines, expected) => {
    expect(things(...lines)).toEqual(expected);
  });
});

describe('fuller and shorter names are one where one thing can be meant', () => {
  it.each([
    [
      'a party and the words for its people and views',
      ['The [Democratic|organization] leader/NN met/VBD .', 'The [Democratic Party|organization] won/VBD .'],
      ['Democratic Party = Democratic'],
    ],
    [
      'the first word of a name in another language',
      ['[Jamaat-e-Noor|organization] met/VBD .', '[Jamaat|organization] left/VBD .'],
      ['Jamaat-e-Noor = Jamaat'],
    ],
    [
      'a name with more given names',
      ['[Ada Holm|person] met/VBD him/PRP .', '[Ada M. Holm|person] left/VBD .', '[Holm|person] slept/VBD .'],
      ['Ada M. Holm = Ada Holm = Holm'],
    ],
    [
      'a given name',
      ['[Ada Holm|person] met/VBD [Lars Berg|person] .', '[Lars|person] left/VBD .'],
      ['Ada Holm', 'Lars Berg = Lars'],
    ],
    [
      'a given name that two bear',
      ['[Ada Holm|person] met/VBD [Ada Berg|person] .', '[Ada|person] left/VBD .'],
      ['Ada Holm', 'Ada Berg', 'Ada'],
    ],
    [
      'the plural that heads a name',
      ['The [Green Tigers of Karos|organization] met/VBD .', 'The [Tigers|organization] left/VBD .'],
      ['Green Tigers of Karos = Tigers'],
    ],
    [
      'whose a ministry is',
      [
        'The [Norwegian Trade Ministry|organization] closed/VBD .',
        'The [Trade Ministry|organization] opened/VBD .',
      ],
      ['Norwegian Trade Ministry = Trade Ministry'],
    ],
    [
      'ministries of two countries',
      [
        'The [Norwegian Trade Ministry|organization] met/VBD the [Swedish Trade Ministry|organization] .',
        'The [Trade Ministry|organization] opened/VBD .',
      ],
      ['Norwegian Trade Ministry', 'Swedish Trade Ministry', 'Trade Ministry'],
    ],
    [
      'a party whose name is in another',
      ['The [Social Workers Party|organization] beat/VBD the [Workers Party|organization] .'],
      ['Social Workers Party', 'Workers Party'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(things(...lines)).toEqual(expected);
  });

  it('but "Holm called Berg" names nobody', () => {
    expect(things('[Holm|person] called/VBD [Berg|person] .')).toEqual(['Holm', 'Berg']);
  });
});

describe('why two mentions are, or are not, one', () => {
  const why = (lines: readonly string[], a: string, b: string) => {
    const document = documentOf(...lines);
    const resolved = { ...document, ...resolveEntities(document) };
    const find = (words: string): number =>
      resolved.mentions.findIndex(({ start, end }) => document.article.text.slice(start, end) === words);
    return whyTogether(resolved, find(a), find(b));
  };

  it('says which join made them one', () => {
    const lines = ['[Jane Doe|person] spoke/VBD .', '[Doe|person] left/VBD .'];
    expect(why(lines, 'Jane Doe', 'Doe')).toEqual({ same: true, reasons: ['surname: "doe" is "jane doe"'] });
  });

  it('says what keeps them apart', () => {
    const lines = ['[Jane Doe|person] met/VBD [John Doe|person] in/IN [Larkos|location] .'];
    expect(why(lines, 'Jane Doe', 'John Doe')).toMatchObject({
      same: false,
      reasons: [expect.stringContaining('"doe"')],
    });
    expect(why(lines, 'Jane Doe', 'Larkos')).toEqual({
      same: false,
      reasons: ['"Jane Doe" is of type person, "Larkos" of type location'],
    });
  });
});

describe('unnamed actors and policies', () => {
  const unnamed = (...lines: readonly string[]): string[] =>
    resolveEntities(documentOf(...lines))
      .entities.filter(({ named }) => !named)
      .map(({ type, name }) => `${type} ${name}`);

  it('are told apart by the words before their noun', () => {
    expect(unnamed('Federal/JJ workers/NNS met/VBD hospital/NN workers/NNS .')).toEqual([
      'group Federal workers',
      'group hospital workers',
    ]);
  });

  it('are none where nothing is meant or they are only counted', () => {
    expect(unnamed('No/DT deal/NN came/VBD .', 'It killed/VBD seven/CD soldiers/NNS .')).toEqual([]);
  });
});
