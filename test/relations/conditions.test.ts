import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../src/pipeline/index.ts';
import { readArticle } from '../../src/read/index.ts';
import { compileRules } from '../../src/rules/index.ts';

const rules = compileRules([
  {
    name: 'test.yaml',
    text: `
extract: 1
relations:
  struck: { source: [actor], target: [actor, event], intent: open }
  against: { source: [actor], target: [actor, event, policy], intent: counts }
rules:
  - id: struck
    relation: struck
    tree:
      trigger: { lemma: attack|bomb|raid|kill, pos: VERB }
      source: { path: subject }
      target: { path: object }
  - id: against
    relation: against
    tree:
      trigger: { lemma: condemn|oppose|repeal, pos: VERB }
      source: { path: subject }
      target: { path: object }
`,
  },
]);

const statuses = (text: string): string[] => {
  const article = readArticle('-', new TextEncoder().encode(text));
  const { entities, assertions } = analyzeArticle(article, { rules, assumeEnglish: true });
  return assertions
    .map(({ source, status }) => `${entities[source]!.name} ${status}`)
    .sort((a, b) => a.localeCompare(b, 'en'));
};

describe('what is said for a case only, and what hangs on it, is open', () => {
  it.each([
    ['If Iran attacks Israel, France will condemn the raid.', ['France uncertain', 'Iran uncertain']],
    ['France would condemn Syria if Iran attacked Israel.', ['France uncertain', 'Iran uncertain']],
    ['Iran will attack Israel unless Turkey opposes the raid.', ['Iran uncertain', 'Turkey uncertain']],
    ['In the event that Hamas attacks Israel, France will send doctors.', ['Hamas uncertain']],
    ['Should Iran attack Israel, Turkey would respond.', ['Iran uncertain']],
    ['Had Iran attacked Israel, Turkey would have responded.', ['Iran uncertain']],
    ['France will condemn Turkey as long as Syria attacks Israel.', ['France uncertain', 'Syria uncertain']],
    ['Turkey will stay out, provided that Syria does not attack Israel.', ['Syria negated']],
  ])('%s', (text, expected) => {
    expect(statuses(text)).toEqual(expected);
  });

  it.each([
    ['France threatened to condemn Iran if the talks failed.', ['France asserted']],
    ['France provided the rebels with arms and condemned Iran.', ['France asserted']],
    ['Few states, if any, were surprised when Iran attacked Israel.', ['Iran asserted']],
  ])('not so: %s', (text, expected) => {
    expect(statuses(text)).toEqual(expected);
  });
});

describe('a deed that somebody will, would, can or must do is open, a stance is not', () => {
  it.each([
    ['Iran will attack Israel on Monday.', ['Iran uncertain']],
    ['The officials said Hamas would bomb Israel.', ['Hamas uncertain']],
    ['Hamas can attack Israel.', ['Hamas uncertain']],
    ['Hamas tried to attack Israel.', ['Hamas uncertain']],
    ['Hamas plotted to kill Abbas.', ['Hamas uncertain']],
    ['Hamas would later attack Israel.', ['Hamas asserted']],
    ['France will oppose the treaty.', ['France asserted']],
    ['France should condemn Iran.', ['France uncertain']],
    ['France must repeal the treaty.', ['France uncertain']],
  ])('%s', (text, expected) => {
    expect(statuses(text)).toEqual(expected);
  });
});

describe('what a sentence calls false is denied, wherever it calls it so', () => {
  it.each([
    'Reports that Hamas attacked Israel proved untrue.',
    'The claim that Hamas attacked Israel was dismissed by officials.',
    'Officials in Cairo called the report that Hamas had bombed Israel baseless.',
    'Officials rejected suggestions that Hamas attacked Israel.',
    'Officials dismissed as false a claim that Hamas had attacked Israel.',
    'It is a lie that Hamas attacked Israel.',
    'It was a myth that Hamas had attacked Israel.',
    'It is wrong to say that Hamas attacked Israel.',
    'Critics who say that Hamas attacked Israel are mistaken.',
    'The newspaper wrongly reported that Hamas had attacked Israel.',
    'Contrary to reports that Hamas attacked Israel, the town was quiet.',
    'There is no truth in the claim that Hamas attacked Israel.',
  ])('%s', (text) => {
    expect(statuses(text)).toEqual(['Hamas negated']);
  });

  it.each([
    'There is no evidence that Hamas attacked Israel.',
    'Investigators found no proof that Hamas had bombed Israel.',
    'Rumours that Hamas had attacked Israel spread.',
    'The claim that Hamas attacked Israel was not dismissed by officials.',
  ])('open: %s', (text) => {
    expect(statuses(text)).toEqual(['Hamas uncertain']);
  });

  it.each([
    'There is evidence that Hamas attacked Israel.',
    'Officials dismissed the mayor and said that Hamas attacked Israel.',
    'It is wrong that nobody helped when Hamas attacked Israel.',
  ])('not so: %s', (text) => {
    expect(statuses(text)).toEqual(['Hamas asserted']);
  });
});

describe('what stands beside a deed', () => {
  it.each([
    ['a contrast', 'Iran, rather than Syria, attacked Israel.', ['Iran asserted', 'Syria negated']],
    ['a counterpart', 'Not Russia but Ukraine attacked Israel.', ['Russia negated', 'Ukraine asserted']],
    [
      'neither of two, in what is said',
      '“Neither Hamas nor Fatah attacked Israel,” Blair said.',
      ['Fatah negated', 'Hamas negated'],
    ],
    ['no intention', 'Iran has no intention of attacking Israel.', ['Iran negated']],
    ['an intention', 'Iran has the intention of attacking Israel.', ['Iran uncertain']],
    ['a warning not to', 'France warned Iran not to attack Israel.', ['Iran uncertain']],
    ['an end', 'Hamas stopped attacking Israel.', ['Hamas asserted']],
    [
      'what another clause says',
      'Blair denied that Iran had attacked Israel and condemned Syria.',
      ['Blair asserted', 'Iran negated'],
    ],
  ])('%s', (_, text, expected) => {
    expect(statuses(text)).toEqual(expected);
  });
});

describe('a question', () => {
  it.each([
    ['leaves open what it asks', 'Did Iran attack Israel?', ['Iran uncertain']],
    ['does not what stands before another', 'Iran attacked Israel, and who will stop it?', ['Iran asserted']],
  ])('%s', (_, text, expected) => {
    expect(statuses(text)).toEqual(expected);
  });
});
