import { describe, expect, it } from 'vitest';
import { foldName } from '../../src/entities/fold.ts';
import {
  capitalOf,
  demonym,
  governmentSeat,
  knownName,
  peopleOf,
} from '../../src/entities/gazetteer/index.ts';

const known = (raw: string): string | null => knownName(foldName(raw), raw)?.name ?? null;

describe('knownName', () => {
  it.each([
    [
      'United States',
      ['US', 'U.S.', 'U.S', 'USA', 'America', 'the United States', 'United States of America'],
    ],
    ['United Kingdom', ['UK', 'U.K.', 'Britain', 'Great Britain', 'Britain’s']],
    ['Myanmar', ['Burma', 'Myanmar']],
    ['Ivory Coast', ["Côte d'Ivoire", 'Cote d’Ivoire']],
    ['United Arab Emirates', ['UAE', 'the Emirates', 'U.A.E.']],
    ['Democratic Republic of the Congo', ['DR Congo', 'DRC', 'Democratic Republic of Congo']],
    ['Republic of the Congo', ['Congo-Brazzaville', 'Republic of Congo']],
    ['Czech Republic', ['Czechia']],
    ['Turkey', ['Türkiye', 'Turkiye']],
    ['Gaza Strip', ['Gaza', 'the Gaza Strip']],
    ['Horn of Africa', ['the Horn of Africa']],
    [
      'Islamic State',
      ['ISIS', 'Isis', 'ISIL', 'IS', 'Daesh', 'Islamic State group', 'Islamic State of Iraq and the Levant'],
    ],
    ['Islamic State Khorasan Province', ['ISIS-K', 'IS-K', 'ISKP', 'Islamic State in Khorasan Province']],
    ['Liberation Tigers of Tamil Eelam', ['LTTE', 'Tamil Tigers', 'the Tamil Tigers']],
    ["Kurdistan Workers' Party", ['PKK', 'Kurdistan Workers’ Party', 'Kurdistan Workers Party']],
    ['Hezbollah', ['Hizbollah', 'Hizbullah', 'Hezbollah’s']],
    ['Al-Qaeda', ['al-Qaida', 'Al Qaeda', 'al-Qaeda']],
    ['Al-Shabaab', ['al-Shabab', 'Al Shabaab']],
    ['Taliban', ['Taleban', 'the Taliban']],
    ['Pakistani Taliban', ['TTP', 'Tehrik-i-Taliban Pakistan', 'the Pakistani Taliban']],
    ['Houthis', ['Houthi', 'Ansar Allah']],
    ['United Nations', ['UN', 'U.N.']],
    ['World Health Organization', ['WHO', 'World Health Organisation']],
    ['US State Department', ['State Department', 'U.S. State Department']],
    ['Israel Defense Forces', ['IDF', 'Israeli Defence Forces']],
    ['The Guardian', ['The Guardian', 'the Guardian', 'Guardian newspaper']],
    ['Muammar Gaddafi', ['Gadhafi', 'Qaddafi']],
    ["Sana'a", ['Sanaa', 'Sana’a']],
    ['Kyiv', ['Kiev']],
  ])('knows %s by its other names', (name, others) => {
    expect(others.map(known)).toEqual(others.map(() => name));
  });

  it.each([
    'us',
    'Us',
    'Who',
    'who',
    'is',
    'Is',
    'Ice',
    'ice',
    'Pp',
    'Let',
    'Time',
    'time',
    'Independent',
    'Guardian',
    'guardian',
    'the independent',
    'Times',
    'Sun',
    'Male',
    'Nice',
    'Sana',
    'Reunion',
    'Ap',
    'ap',
    'May',
    'Will',
    'Mark',
    'Reading',
    'Mobile',
    'Republic',
    'Army',
    'Parliament',
    'constructor',
    '__proto__',
    '',
    'The',
  ])('does not know the word "%s"', (word) => {
    expect(known(word)).toBeNull();
  });

  it('does not find names that hang on their spelling by their folded form alone', () => {
    expect(['us', 'un', 'is', 'who', 'guardian'].map((folded) => knownName(folded))).toEqual(
      Array(5).fill(null),
    );
  });

  it('keeps apart bodies with like names', () => {
    const names = [
      'Taliban',
      'Pakistani Taliban',
      'Islamic State',
      'ISIS-K',
      'ISWAP',
      'al-Qaeda',
      'AQAP',
      'AQIM',
      'Niger',
      'Nigeria',
      'Guinea',
      'Guinea-Bissau',
      'Sudan',
      'South Sudan',
      'Dominica',
      'Dominican Republic',
      'IRA',
      'Real IRA',
      'New York Times',
      'New York',
    ];
    const ids = names.map((name) => knownName(foldName(name), name)?.id);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(names.length);
  });

  it.each([
    ['White House', 'organization', 'government-body'],
    ['Kremlin', 'organization', 'government-body'],
    ['Hamas', 'organization', 'armed-group'],
    ['BJP', 'organization', 'party'],
    ['Reuters', 'organization', 'media'],
    ['NATO', 'organization', 'international'],
    ['West Bank', 'location', 'region'],
    ['Aleppo', 'location', 'city'],
    ['Turkey', 'location', 'country'],
    ['Putin', 'person', 'person'],
  ])('says what %s is', (name, type, kind) => {
    expect(knownName(foldName(name), name)).toMatchObject({ type, kind });
  });

  it('marks names that people bear too', () => {
    expect(
      ['Jordan', 'Chad', 'Georgia', 'Washington', 'Iraq'].map((name) => knownName(foldName(name))?.personal),
    ).toEqual([true, true, true, true, false]);
  });
});

describe('demonym', () => {
  it.each([
    ['Turkish', 'Turkey', false],
    ['Turks', 'Turkey', true],
    ['Sri Lankan', 'Sri Lanka', false],
    ['Afghans', 'Afghanistan', true],
    ['Britons', 'United Kingdom', true],
    ['Israelis', 'Israel', true],
    ['South Koreans', 'South Korea', true],
    ['Saudi', 'Saudi Arabia', false],
    ['Serbs', 'Serbia', true],
    ['Nigerien', 'Niger', false],
    ['Nigerian', 'Nigeria', false],
    ['Filipinos', 'Philippines', true],
    ['Swiss', 'Switzerland', false],
    ['Palestinians', 'Palestine', true],
  ])('reads %s as of %s', (word, country, people) => {
    expect(demonym(word)).toMatchObject({ country, people });
  });

  it('tells a noun for one person from the adjective', () => {
    expect([demonym('Briton'), demonym('British')].map((found) => found?.person)).toEqual([true, false]);
  });

  it.each([
    'polish',
    'us',
    'Us',
    'U.S.',
    'Kurdish',
    'Turkeys',
    'Chinas',
    'Wales',
    'French Toast',
    'toString',
    '',
  ])('is silent on "%s"', (word) => {
    expect(demonym(word)).toBeNull();
  });
});

describe('peopleOf', () => {
  it.each([
    ['Muslims', 'Muslims', true],
    ['Muslim', 'Muslims', false],
    ['Shia', 'Shiites', false],
    ['Shi’ites', 'Shiites', true],
    ['Shias', 'Shiites', true],
    ['Kurdish', 'Kurds', false],
    ['Uighurs', 'Uyghurs', true],
    ['Rohingya', 'Rohingya', true],
    ['Hutus', 'Hutus', true],
    ['Roman Catholic', 'Catholics', false],
    ['Tamil', 'Tamils', false],
  ])('reads %s as of the %s', (word, name, plural) => {
    expect(peopleOf(word)).toEqual({ name, plural });
  });

  it.each(['catholic', 'Turks', 'maya', 'Tamil Tigers', ''])('is silent on "%s"', (word) => {
    expect(peopleOf(word)).toBeNull();
  });
});

describe('capitals and seats', () => {
  it.each([
    ['Damascus', 'Syria'],
    ['Washington', 'United States'],
    ['Kiev', 'Ukraine'],
    ['Delhi', 'India'],
    ['Bogotá', 'Colombia'],
    ['Port-au-Prince', 'Haiti'],
  ])('%s is the capital of %s', (city, country) => {
    expect(capitalOf(foldName(city))).toBe(country);
  });

  it.each(['Istanbul', 'Male', 'Singapore', 'New York', 'San Jose', 'hasOwnProperty'])(
    '%s is no capital name',
    (city) => {
      expect(capitalOf(foldName(city))).toBeNull();
    },
  );

  it('finds a capital that hangs on its spelling', () => {
    expect(capitalOf(foldName('Malé'), 'Malé')).toBe('Maldives');
  });

  it.each([
    ['the Kremlin', 'Russia'],
    ['Downing Street', 'United Kingdom'],
    ['Whitehall', 'United Kingdom'],
    ['the Elysee', 'France'],
    ['the White House', 'United States'],
  ])('%s stands for %s', (seat, country) => {
    expect(governmentSeat(foldName(seat))).toBe(country);
  });

  it('gives no country for a body that is no seat', () => {
    expect(governmentSeat(foldName('Pentagon'))).toBeNull();
  });
});
