import { describe, expect, it } from 'vitest';
import { resolveEntities } from '../../src/entities/index.ts';
import { documentOf } from '../support/document.ts';

/** Each event as `label = alias = alias`, in order of first mention. */
const events = (...lines: readonly string[]): string[] =>
  resolveEntities(documentOf(...lines))
    .entities.filter(({ type }) => type === 'event')
    .map(({ name, aliases }) => [name, ...aliases].join(' = '));

describe('described events', () => {
  it('are named with what they struck, whatever stands between', () => {
    expect(
      events(
        '[Vance|person] claimed/VBD/claim the attack/NN last/JJ year/NN on the [Orlan|location] mall/NN .',
      ),
    ).toEqual(['attack on the Orlan mall = attack last year on the Orlan mall = attack']);
  });

  it('take in the name behind a role', () => {
    expect(events('The murder/NN of journalist/NN [Ada Vance|person] failed/VBD/fail .')).toEqual([
      'murder of journalist Ada Vance = murder',
    ]);
  });

  it('are in the place that their verb gives', () => {
    const { entities } = resolveEntities(
      documentOf('Several/JJ protests/NNS/protest took/VBD/take place/NN in [Sarn|location] .'),
    );
    const place = entities.findIndex(({ name }) => name === 'Sarn');
    expect(entities.find(({ type }) => type === 'event')?.place).toBe(place);
  });

  it('stand where the text comes back to one and says of what kind it is', () => {
    const identified = (...lines: readonly string[]): boolean[] =>
      resolveEntities(documentOf(...lines)).entities.map((each) => each.identified === true);
    const again = 'The bill/NN failed/VBD/fail .';
    expect(identified('The extradition/NN bill/NN passed/VBD/pass .', again)).toEqual([true]);
    expect(identified('The extradition/NN bill/NN passed/VBD/pass .')).toEqual([false]);
    expect(identified('The bill/NN passed/VBD/pass .', again)).toEqual([false]);
  });

  it('stay apart where a name before each says which one it is', () => {
    expect(
      events(
        'The [Sarn|location] attacks/NNS/attack failed/VBD/fail .',
        'The [Orlan|location] attacks/NNS/attack failed/VBD/fail .',
      ),
    ).toHaveLength(2);
  });

  it('are one, whichever word tells of them and of their place', () => {
    expect(
      events(
        "Saturday/NNP 's bombing/NN in [Sarn|location] killed/VBD/kill ten/CD .",
        'The blast/NN , which police/NNS condemned/VBD/condemn , was the worst/JJS .',
        'The explosion/NN shook/VBD/shake the town/NN .',
        'The attack/NN failed/VBD/fail .',
      ),
    ).toHaveLength(1);
  });

  it('take in the noun that counts them', () => {
    expect(events('He feared/VBD/fear a wave/NN of attacks/NNS/attack in [Sarn|location] .')).toEqual([
      'wave of attacks in Sarn = wave of attacks',
    ]);
  });

  it('know when and where they were', () => {
    const { entities } = resolveEntities(
      documentOf("Saturday/NNP 's bombing/NN in [Sarn|location] killed/VBD/kill ten/CD ."),
    );
    const place = entities.findIndex(({ name }) => name === 'Sarn');
    expect(entities.find(({ type }) => type === 'event')).toMatchObject({ when: ['saturday'], place });
  });

  it.each([
    ["Saturday/NNP 's bombing/NN in [Sarn|location] failed/VBD/fail .", '2026-03-28'],
    ['The bombing/NN in [Sarn|location] happened/VBD/happen on March/NNP 12/CD .', '2026-03-12'],
    ['The bombing/NN in December/NNP failed/VBD/fail .', '2025-12'],
    ['The bombing/NN last/JJ month/NN failed/VBD/fail .', '2026-02'],
    ['A 2015/CD bombing/NN in [Sarn|location] failed/VBD/fail .', '2015'],
    ['The bombing/NN in [Sarn|location] failed/VBD/fail .', undefined],
    ['The [Front|organization] condemned/VBD/condemn the bombing/NN on Saturday/NNP .', undefined],
  ])('%s is dated %s', (line, date) => {
    const document = documentOf(line);
    const dated = { ...document, article: { ...document.article, date: '2026-03-31' } };
    expect(resolveEntities(dated).entities.find(({ type }) => type === 'event')?.date).toBe(date);
  });

  it.each([
    ['The bombing/NN in [Sarn|location] failed/VBD/fail .', true],
    ['The bombing/NN on March/NNP 12/CD ,/, 2014/CD failed/VBD/fail .', true],
    ['The withdrawal/NN of [Orlan|location] failed/VBD/fail .', true],
    ['The bombing/NN failed/VBD/fail .', undefined],
    ['Two/CD bombings/NNS/bombing failed/VBD/fail .', undefined],
    ['The treaty/NN failed/VBD/fail .', undefined],
  ])('%s tells which one is meant: %s', (line, identified) => {
    const { entities } = resolveEntities(documentOf(line));
    expect(entities.find(({ type }) => type === 'event' || type === 'policy')?.identified).toBe(identified);
  });

  it('are dated only by what the text says in full where the article has no date', () => {
    const dateOf = (line: string): string | undefined =>
      resolveEntities(documentOf(line)).entities.find(({ type }) => type === 'event')?.date;
    expect(dateOf("Saturday/NNP 's bombing/NN failed/VBD/fail .")).toBeUndefined();
    expect(dateOf('The bombing/NN on March/NNP 12/CD ,/, 2014/CD failed/VBD/fail .')).toBe('2014-03-12');
  });

  it.each([
    [
      'of one time',
      [
        "Saturday/NNP 's bombing/NN in [Sarn|location] failed/VBD/fail .",
        "Saturday/NNP 's attack/NN worried/VBD/worry them/PRP .",
      ],
    ],
    [
      'with one victim, told twice',
      [
        'Troops/NNS/troop killed/VBD/kill [Vance|person] in an airstrike/NN .',
        'Soldiers/NNS/soldier shot/VBD/shoot [Vance|person] in an attack/NN .',
      ],
    ],
    [
      'of a headline and its story',
      [
        'title: Blasts/NNS/blast shake/VBP [Sarn|location]',
        'Two/CD blasts/NNS/blast shook/VBD/shake it/PRP .',
      ],
    ],
    [
      'of one kind in one place, though one has it from its verb',
      [
        'A bomb/NN exploded/VBD/explode in [Sarn|location] .',
        'A bombing/NN in [Sarn|location] failed/VBD/fail .',
      ],
    ],
    [
      'of protests, in one and in many',
      ['Protests/NNS/protest began/VBD/begin .', 'The protest/NN ended/VBD/end .'],
    ],
    [
      'named later',
      [
        '[Norway|location] launched/VBD/launch an operation/NN .',
        'The [Operation Karst|organization] began/VBD/begin .',
        'The operation/NN ended/VBD/end .',
      ],
    ],
  ])('%s are one', (_, lines) => {
    expect(events(...lines)).toHaveLength(1);
  });

  it.each([
    [
      'of different days',
      ["Saturday/NNP 's attack/NN failed/VBD/fail .", "Sunday/NNP 's attack/NN failed/VBD/fail ."],
    ],
    [
      'in different places',
      [
        'An attack/NN in [Sarn|location] failed/VBD/fail .',
        'The attack/NN in [Vell|location] failed/VBD/fail .',
      ],
    ],
    [
      'of two parties',
      ['The democratic/JJ primary/NN failed/VBD/fail .', 'The republican/JJ primary/NN ended/VBD/end .'],
    ],
    [
      'one of them with a complement of its own',
      [
        'An attack/NN failed/VBD/fail .',
        'The killing/NN of several/JJ activists/NNS/activist followed/VBD/follow .',
      ],
    ],
  ])('%s are two', (_, lines) => {
    expect(events(...lines)).toHaveLength(2);
  });
});

describe('events told by a verb', () => {
  it.each([
    [
      ['Gunmen/NNS/gunman shot/VBD/shoot [Vance|person] .', 'He survived/VBD/survive the attack/NN .'],
      ['shooting of Vance = attack'],
    ],
    [
      ['A plane/NN crashed/VBD/crash in [Sarn|location] .', 'The crash/NN shocked/VBD/shock many/JJ .'],
      ['crash in Sarn = crash'],
    ],
    [
      [
        'The murder/NN of [Vance|person] shocked/VBD/shock many/JJ .',
        'Gunmen/NNS/gunman murdered/VBD/murder [Vance|person] .',
      ],
      ['murder of Vance = murder'],
    ],
    [
      [
        'A bombing/NN in [Sarn|location] failed/VBD/fail .',
        'Gunmen/NNS/gunman shot/VBD/shoot [Vance|person] .',
        '[Vance|person] survived/VBD/survive the attack/NN .',
      ],
      ['bombing in Sarn = bombing', 'shooting of Vance = attack'],
    ],
  ])('%j name the noun that speaks of them', (lines, expected) => {
    expect(events(...lines)).toEqual(expected);
  });

  it.each([
    [
      'denied',
      ['Gunmen/NNS/gunman did/VBD/do not shoot/VB [Vance|person] .', 'The attack/NN failed/VBD/fail .'],
      ['attack'],
    ],
    [
      'only possible',
      ['Gunmen/NNS/gunman may shoot/VB [Vance|person] .', 'The attack/NN failed/VBD/fail .'],
      ['attack'],
    ],
    ['without a noun', ['Gunmen/NNS/gunman shot/VBD/shoot [Vance|person] .'], []],
  ])('name nothing where %s', (_, lines, expected) => {
    expect(events(...lines)).toEqual(expected);
  });

  it('stand for the event where a path starts from them', () => {
    const { mentions } = resolveEntities(
      documentOf(
        'A plane/NN crashed/VBD/crash in [Sarn|location] .',
        'The crash/NN shocked/VBD/shock many/JJ .',
      ),
    );
    const [verb] = mentions.filter(({ resolvedBy }) => resolvedBy === 'verb');
    expect(verb).toMatchObject({ firstToken: 2, endToken: 3, kind: 'nominal' });
  });

  it('are no coup of the war told of before', () => {
    expect(
      events(
        'A coup/NN in [Sarn|location] failed/VBD/fail .',
        'The independence/NN war/NN in [Sarn|location] went/VBD/go on/RP .',
      ),
    ).toHaveLength(2);
  });

  it('give the noun their date and place', () => {
    const { entities } = resolveEntities(
      documentOf(
        'Gunmen/NNS/gunman killed/VBD/kill [Vance|person] in [Sarn|location] on March/NNP 12/CD ,/, 2014/CD .',
        'The killing/NN shocked/VBD/shock many/JJ .',
      ),
    );
    const place = entities.findIndex(({ name }) => name === 'Sarn');
    expect(entities.find(({ type }) => type === 'event')).toMatchObject({ date: '2014-03-12', place });
  });
});

describe('roles', () => {
  it.each([
    [
      'before a name',
      'The [Navy|organization] spokesman/NN [Ali Dorn|person] left/VBD/leave .',
      'spokesman',
      'Navy',
    ],
    [
      'in apposition',
      'The talks failed/VBD/fail , said/VBD/say [Ali Dorn|person] , the head/NN of the [Navy|organization] .',
      'head',
      'Navy',
    ],
  ])('%s are kept with their body', (_, line, title, body) => {
    const { entities } = resolveEntities(documentOf(line));
    const role = entities.find(({ name }) => name === 'Ali Dorn')?.roles?.[0];
    expect(role?.title).toBe(title);
    expect(role && entities[role.affiliation ?? -1]?.name).toBe(body);
  });
});

describe('where one protests', () => {
  it('is no part of what one protests against', () => {
    const { entities } = resolveEntities(
      documentOf(
        'Parliament/NN passed/VBD/pass the media/NN bill/NN .',
        'People/NNS/people protested/VBD/protest against/IN the bill/NN in/IN [Larkos|location] .',
      ),
    );
    expect(entities.filter(({ type }) => type === 'policy').map(({ name }) => name)).toEqual(['media bill']);
  });
});

describe('a decision that is overturned', () => {
  it('is not the one spoken of behind it', () => {
    const { entities, mentions } = resolveEntities(
      documentOf(
        'The ruling/NN by the [Karst Court|organization] overturned/VBD/overturn a decision/NN by [Vance|person] .',
        'Critics/NNS/critic condemned/VBD/condemn the decision/NN .',
      ),
    );
    expect(entities[mentions.findLast(({ kind }) => kind === 'nominal')?.entity ?? -1]?.name).toMatch(
      /^ruling/u,
    );
  });
});

describe('when it was by its verb', () => {
  it('makes one event of two nouns', () => {
    const { entities } = resolveEntities(
      documentOf(
        'A car/NN bomb/NN exploded/VBD/explode on Tuesday/PROPN .',
        "[Vance|person] condemned/VBD/condemn Tuesday/PROPN 's/POS bombing/NN .",
      ),
    );
    expect(entities.filter(({ type }) => type === 'event')).toHaveLength(1);
  });
});

describe('events by their day, place and verb', () => {
  it('are one where a day of the calendar names them, however they are counted', () => {
    expect(
      events(
        'The October/NNP 7/CD attack/NN failed/VBD/fail .',
        'Talks/NNS/talk followed/VBD/follow the October/NNP 7/CD attacks/NNS/attack .',
      ),
    ).toContain('October 7 attack = October 7 attacks');
  });

  it('take in a day before a year', () => {
    expect(events('The March/NNP 3/CD ,/, 2022/CD raid/NN failed/VBD/fail .')).toEqual([
      'March 3, 2022 raid',
    ]);
  });

  it.each([
    ['what a place has seen', '[Norway|location] has seen/VBN/see civil/JJ war/NN .', 'civil war in Norway'],
    ['what struck something in a place', 'Gunmen/NNS attacked/VBD/attack a school/NN in [Sarn|location] .'],
  ])('are where their verb says: %s', (_, line, label = 'attack in Sarn') => {
    expect(events(line, 'The war/NN and the attack/NN shocked/VBD/shock many/JJ .')[0]).toMatch(
      new RegExp(`^${label} =`, 'u'),
    );
  });

  it('end before what goes to somebody by the verb', () => {
    expect(
      events('[Holm|person] attributed/VBD/attribute the bombing/NN to [Tide|organization] rebels/NNS .'),
    ).toEqual(['bombing']);
  });

  it('are the protests told of, whatever they are said to be', () => {
    expect(
      events(
        'Protests/NNS/protest erupted/VBD/erupt in [Sarn|location] .',
        'Street/NN protests/NNS/protest continued/VBD/continue .',
      ),
    ).toHaveLength(1);
  });

  it('are called an attack without being another', () => {
    expect(
      events(
        'A bombing/NN killed/VBD/kill six/CD in [Sarn|location] .',
        'Police/NNS called/VBD/call it an attack/NN .',
      ),
    ).toHaveLength(1);
  });
});

/** Dates of the events, in order of first mention. */
const dates = (...lines: readonly string[]): (string | undefined)[] =>
  resolveEntities(documentOf(...lines))
    .entities.filter(({ type }) => type === 'event')
    .map(({ date }) => date);

describe('the day of an article', () => {
  const bombing = 'The bombing/NN in [Oslo|location] yesterday/NN killed/VBD/kill six/CD .';
  it.each([
    ['a line of its own', 'Friday/NNP ,/, 3/CD March/NNP 2023/CD'],
    ['when it was published', 'Published/VBN March/NNP 3/CD ,/, 2023/CD'],
    ['a dateline', 'SARN/NNP ,/, March/NNP 3/CD ,/, 2023/CD -/: It rained/VBD/rain .'],
  ])('is told by %s', (_, line) => {
    expect(dates(line, bombing)).toEqual(['2023-03-02']);
  });

  it('is told by no day within a sentence', () => {
    expect(dates('It rained/VBD/rain on March/NNP 3/CD ,/, 2023/CD .', bombing)).toEqual([undefined]);
  });
});

describe('policies told by several nouns', () => {
  const policies = (...lines: readonly string[]): string[][] =>
    resolveEntities(documentOf(...lines))
      .entities.filter(({ type }) => type === 'policy')
      .map(({ name, aliases }) => [name, ...aliases]);

  it('are a state of emergency, however it is declared', () => {
    expect(
      policies(
        'He made/VBD/make a declaration/NN of national/JJ emergency/NN .',
        'The emergency/NN declaration/NN failed/VBD/fail .',
        'They oppose/VBP/oppose the state/NN of emergency/NN .',
      ),
    ).toHaveLength(1);
  });

  it('are a lawsuit that is then called a suit', () => {
    expect(
      policies('A lawsuit/NN against [Norway|location] failed/VBD/fail .', 'He read/VBD/read the suit/NN .'),
    ).toEqual([['lawsuit against Norway', 'lawsuit', 'suit']]);
    expect(policies('He wore/VBD/wear the suit/NN .')).toEqual([]);
  });

  it('are a law by its full name, whatever its acronym was taken for', () => {
    expect(
      policies(
        'The [Vote Protection Act|policy] (/-LRB- [VPA|organization] )/-RRB- passed/VBD/pass .',
        'The [VPA|organization] bans/VBZ/ban vans/NNS .',
        'The previous/JJ law/NN was weak/JJ .',
      )[0],
    ).toEqual(['Vote Protection Act', 'VPA']);
  });
});

describe('in a headline', () => {
  const all = (...lines: readonly string[]): string[] =>
    resolveEntities(documentOf(...lines)).entities.map(({ name }) => name);

  it('a verb that was taken for a noun is no event', () => {
    expect(all('title: [Senate|organization] votes/NNS/vote to block/VB sale/NN')).toEqual(['Senate']);
  });

  it('a place is no part of what one protests against', () => {
    expect(
      all(
        'title: Thousands/NNS protest/VBP/protest pension/NN reform/NN in [Sarn|location]',
        'They oppose/VBP/oppose the pension/NN reform/NN .',
      ).filter((name) => /reform/u.test(name)),
    ).toEqual(['pension reform']);
  });
});

describe('attacks of one day', () => {
  it('are one, told by a verb and by a date', () => {
    expect(
      events(
        'March/NNP 3/CD ,/, 2023/CD',
        'Gunmen/NNS stormed/VBD/storm the village/NN of [Sarn|location] yesterday/NN .',
        'The attack/NN failed/VBD/fail .',
        'Many/JJ condemned/VBD/condemn the March/NNP 2/CD attack/NN .',
      ),
    ).toEqual(['attack on Sarn = attack = March 2 attack']);
  });
});

describe('where it was, in the label', () => {
  it.each([
    [
      'A car/NN bomb/NN exploded/VBD/explode in/IN the city/NN of/IN [Larkos|location] .',
      'car bomb in Larkos',
    ],
  ])('has the article of the name alone: %s', (line, label) => {
    const { entities } = resolveEntities(documentOf(line));
    expect(entities.find(({ type }) => type === 'event')?.name).toBe(label);
  });
});
