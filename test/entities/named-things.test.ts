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
    [
      'the kind of body before it',
      ['It failed/VBD/fail ,/, radio/NN Marn/NNP Um/NNP said/VBD/say .'],
      ['organization Marn Um'],
    ],
    [
      'the kind of body behind it',
      ['The Tidal/NNP human/JJ rights/NNS/right group/NN spoke/VBD/speak .'],
      [],
    ],
    [
      'the kind of body behind a name that is no adjective',
      ['The Documenta/NNP human/JJ rights/NNS/right group/NN spoke/VBD/speak .'],
      ['organization Documenta'],
    ],
    [
      'the kind of body in an apposition',
      ['He left/VBD/leave the Youth/NNP Agenda/NNP ,/, a lobby/NN group/NN .'],
      ['organization Youth Agenda'],
    ],
    [
      'whose body it is',
      ["The Miners/NNPS _'/POS Union/NNP spoke/VBD/speak ."],
      ["organization Miners' Union"],
    ],
    [
      'a body of one that states make up',
      ['He left/VBD/leave the [UN|organization] refugee/NN agency/NN .'],
      ['organization UN refugee agency'],
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
      'what stands behind its comma',
      ['[Ada Holm|location] ,/, a deputy/JJ minister/NN ,/, spoke/VBD/speak .'],
      ['person Ada Holm'],
    ],
    [
      '"who"',
      ['[Ada Holm|organization] ,/, who/WP spoke/VBD/speak ,/, left/VBD/leave .'],
      ['person Ada Holm'],
    ],
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

describe('bodies called by initials', () => {
  it.each([
    ['that act', 'XTV/NN sued/VBD/sue the city/NN .'],
    ['of whose president is told', 'XTV/NN President/NNP [Ada Holm|person] spoke/VBD/speak .'],
    ['that people work at', 'Workers/NNS/worker at XTV/NN agreed/VBD/agree .'],
  ])('are names, whatever they were tagged as: %s', (_, line) => {
    expect(things(line)).toContain('organization XTV');
  });

  it.each([
    ['a thing', 'The CCTV/NN confirmed/VBD/confirm it .'],
    ['a cry', 'STOP/NN NOW/NN said/VBD/say the sign/NN .'],
    ['nobody who does anything', 'The DRM/NN failed/VBD/fail .'],
  ])('are none where they are %s', (_, line) => {
    expect(things(line)).toEqual([]);
  });
});

describe('parties', () => {
  it('are one by their members, adjective and name', () => {
    expect(
      things(
        'On/IN Monday/NNP the Conservatives/NNPS lost/VBD/lose .',
        'The [Conservative Party|organization] agreed/VBD/agree .',
        'The [Tories|organization] left/VBD/leave .',
      ),
    ).toEqual(['organization Conservative Party = Conservatives = Tories']);
  });

  it('keep the word that tells one from another', () => {
    expect(things('The Social/NNP Democrats/NNPS lost/VBD/lose .')).toEqual([
      'organization Social Democrats',
    ]);
  });
});

describe('what is no part of a name', () => {
  it.each([
    ['a kind', ['The [Basque separatist group ETA|organization] agreed/VBD/agree .'], ['organization ETA']],
    [
      "a party's letter",
      ['[Ada Holm|person] ,/, [R _- _Ohio|location] ,/, agreed/VBD/agree .'],
      ['person Ada Holm', 'location Ohio'],
    ],
    ['a party behind a place', ['A [Texas Democrat|organization] agreed/VBD/agree .'], ['location Texas']],
  ])('%s', (_, lines, expected) => {
    expect(things(...lines)).toEqual(expected);
  });

  it('but the number of a court is', () => {
    expect(things('The 9th/JJ [Circuit Court|organization] agreed/VBD/agree .')).toEqual([
      'organization 9th Circuit Court',
    ]);
  });
});

describe('a name found once', () => {
  it('is one wherever it stands alone, accents aside', () => {
    expect(
      things('[Ana Feijóo|person] agreed/VBD/agree .', 'The town/NN welcomed/VBD/welcome Feijoo/NNP .'),
    ).toEqual(['person Ana Feijóo = Feijoo']);
  });

  it('is none within another name', () => {
    expect(
      things('[Ana Berg|person] agreed/VBD/agree .', 'The Berg/NNP Gallery/NNP closed/VBD/close .'),
    ).toEqual(['person Ana Berg']);
  });
});

describe('unnamed people of different places', () => {
  it('are different people', () => {
    const { entities } = resolveEntities(
      documentOf(
        'Rebels/NNS/rebel in [Syria|location] attacked/VBD/attack a base/NN .',
        'Rebels/NNS/rebel in [Mali|location] left/VBD/leave .',
      ),
    );
    expect(entities.filter(({ type }) => type === 'group').map(({ name }) => name)).toEqual([
      'Rebels in Syria',
      'Rebels in Mali',
    ]);
  });
});

describe('what brackets and numbers define', () => {
  it('is a name that was read in parts, by the letters of its acronym', () => {
    expect(
      things(
        'The Volunteers/NNPS for/IN the Defence/NNP of/IN the [Homeland|location] (/-LRB- [VDP|organization] )/-RRB- left/VBD/leave .',
      ),
    ).toEqual(['organization Volunteers for the Defence of the Homeland = VDP']);
  });

  it.each([
    [
      'a word spoken for it',
      'The [Marn General Staff Association|organization] (/-LRB- [Margensa|person] )/-RRB- left/VBD/leave .',
      'organization Marn General Staff Association = Margensa',
    ],
    [
      'initials behind "or"',
      'The [Democratic Union|organization] ,/, or/CC [HDZ|person] ,/, left/VBD/leave .',
      'organization Democratic Union = HDZ',
    ],
  ])('is one with %s', (_, line, expected) => {
    expect(things(line)).toEqual([expected]);
  });

  it('is no name where no part of it was read', () => {
    expect(
      things('A Project/NNP of/IN Common/NNP Interest/NNP (/-LRB- PCI/NNP )/-RRB- failed/VBD/fail .'),
    ).toEqual([]);
  });

  it.each([
    ['Texas signed/VBD/sign SB4/NNP .', 'policy SB4'],
    ['They oppose/VBP/oppose HB/NNP 1020/CD .', 'policy HB 1020'],
    ['They oppose/VBP/oppose Proposition/NNP 8/CD .', 'policy Proposition 8'],
  ])('is a law by its number: %s', (line, expected) => {
    expect(things(line)).toContain(expected);
  });
});

describe('names told by what else the article says', () => {
  it.each([
    [
      'a city that is a surname, and no place here',
      ['[Sudesh Amman|person] fled/VBD/flee .', '[Amman|location] said/VBD/say nothing/NN .'],
      ['person Sudesh Amman = Amman'],
    ],
    [
      'a city besides',
      ['[Sudesh Amman|person] fled/VBD/flee .', 'He lived/VBD/live in [Amman|location] .'],
      ['person Sudesh Amman', 'location Amman'],
    ],
    [
      'a place spelled otherwise',
      ['The [Haghia Sofia|location] opened/VBD/open .', 'The [Hagia Sofia|location] closed/VBD/close .'],
      ['location Haghia Sofia = Hagia Sofia'],
    ],
    [
      'a hospital, whoever runs it',
      ['The [Sarn Army Hospital|organization] closed/VBD/close .'],
      ['location Sarn Army Hospital'],
    ],
    ['nobody', ['They thank/VBP/thank [God|person] .'], []],
  ])('%s', (_, lines, expected) => {
    expect(things(...lines)).toEqual(expected);
  });
});

describe('a body that a name spells out', () => {
  const bodies = (...lines: readonly string[]): string[] =>
    resolveEntities(documentOf(...lines))
      .entities.filter(({ type }) => type === 'organization')
      .map(({ name }) => name);

  it('is the one whose name holds what is said of it', () => {
    expect(
      bodies(
        'A federal/JJ appeals/NN court/NN blocked/VBD/block it .',
        'The [Circuit Court of Appeals|organization] agreed/VBD/agree .',
      ),
    ).toEqual(['Circuit Court of Appeals']);
  });

  it('is another where the name lacks a word, or two have all', () => {
    expect(
      bodies(
        'A labour/NN court/NN blocked/VBD/block it .',
        'The [Circuit Court of Appeals|organization] agreed/VBD/agree .',
      ),
    ).toContain('labour court');
    expect(
      bodies(
        'An appeals/NN court/NN blocked/VBD/block it .',
        'The [Sarn Appeals Court|organization] and the [Marn Appeals Court|organization] agreed/VBD/agree .',
      ),
    ).toContain('appeals court');
  });
});
