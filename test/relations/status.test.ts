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
  did: { source: [actor], target: [actor, event] }
rules:
  - id: did
    relation: did
    tree:
      - trigger: { lemma: condemn|attack|bomb|raid|kill, pos: VERB }
        source: { path: subject }
        target: { path: object }
      - trigger: { lemma: attack|raid, pos: NOUN }
        source: { path: subject }
        target: { path: nmod:on }
      - trigger: { lemma: carry out }
        source: { path: subject }
        target: { path: object }
      - trigger: { lemma: claim }
        with: { path: object, lemma: responsibility }
        source: { path: subject }
        target: { path: prep:for }
  - id: denied
    relation: did
    status: negated
    tree:
      trigger: { lemma: deny }
      with: { path: object, lemma: responsibility }
      source: { path: subject }
      target: { path: prep:for }
`,
  },
]);

const read = (text: string) => {
  const article = readArticle('-', new TextEncoder().encode(text));
  const { entities, assertions } = analyzeArticle(article, { rules, assumeEnglish: true });
  return assertions.map(({ status, attributedTo: by }) => ({
    status,
    by: by ? [entities[by.entity ?? -1]?.name ?? 'unnamed', text.slice(by.start, by.end)].join(': ') : null,
  }));
};

describe('the tree tells denial', () => {
  it.each([
    'Hamas did not attack Israel.',
    'Hamas never attacked Israel.',
    "Hamas won't attack Israel.",
    'Hamas could not have attacked Israel.',
    'Neither Hamas nor Fatah attacked Israel.',
    'Hamas denied attacking Israel.',
    'Hamas denied that it had attacked Israel.',
    'Hamas refused to condemn the raid.',
    'Fatah failed to attack Israel.',
    'Hamas stopped short of condemning Israel.',
    'Hamas has yet to claim responsibility for the attack.',
    'Israel said Hamas did not attack Turkey.',
    'It is not true that Hamas attacked Israel.',
    'Hamas did not attack or raid Israel.',
    'Hamas denied responsibility for the attack.',
    'Hamas dismissed reports that it had attacked Israel.',
    'Reports that Hamas attacked Israel were untrue.',
  ])('%s', (text) => {
    const found = read(text);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['negated']));
  });
});

describe('the tree tells doubt', () => {
  it.each([
    'Hamas may have attacked Israel.',
    'Hamas allegedly attacked Israel.',
    'Hamas is accused of carrying out the attack.',
    'Hamas is suspected of carrying out the raid.',
    'Fatah is believed to have attacked Israel.',
    'Hamas is said to have attacked Israel.',
    'It is believed that Hamas attacked Israel.',
    'If Hamas attacks Israel, Egypt will act.',
    'Police asked whether Hamas had attacked Israel.',
    'Israel says it is unclear if Hamas attacked Turkey.',
    'Has Hamas attacked Israel?',
    'Officials doubt that Hamas attacked Israel.',
    'No evidence shows that Hamas attacked Israel.',
    'There is no proof that Hamas attacked Israel.',
    'Hamas threatened to attack Israel.',
    'France urged Germany to condemn Israel.',
    'Hamas did not deny attacking Israel.',
    'Hamas did not deny responsibility for the attack.',
    'Hamas may have raided and bombed Israel.',
  ])('%s', (text) => {
    const found = read(text);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['uncertain']));
  });
});

// "Attack" is read as a noun.
it.fails('reads a question with "did"', () => {
  expect(read('Did Hamas attack Israel?').length).toBeGreaterThan(0);
});

describe('the tree keeps apart what belongs to another clause', () => {
  it.each([
    'Ali Nazary said that Hamas attacked Israel.',
    'Hamas attacked Israel and did not apologise.',
    'The Red Front, which does not rule Gaza, attacked Israel.',
    'Hamas was not amused when Fatah attacked Israel.',
    'Hamas not only attacked Israel but also raided Egypt.',
    'Hamas continued to attack Israel.',
  ])('%s', (text) => {
    const found = read(text);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['asserted']));
  });
});

describe('the tree tells whose word it is', () => {
  it.each([
    ['Ali Nazary said that Hamas attacked Israel.', 'Ali Nazary: Ali Nazary'],
    ['Ali Nazary said Hamas had raided villages and attacked Israel.', 'Ali Nazary: Ali Nazary'],
    ['“Hamas attacked Israel,” Ali Nazary said.', 'Ali Nazary: Ali Nazary'],
    ['Hamas attacked Israel, according to Ali Nazary.', 'Ali Nazary: Ali Nazary'],
    ['According to Ali Nazary, Hamas attacked Israel.', 'Ali Nazary: Ali Nazary'],
    ['Local officials said Hamas attacked Israel.', 'officials'],
    ['Hamas said it had attacked Israel.', null],
    ['Nobody said that Hamas attacked Israel.', null],
    ['Ali Nazary left before Hamas attacked Israel.', null],
  ])('%s', (text, speaker) => {
    const [found] = read(text);
    if (speaker === null) expect(found).toMatchObject({ by: null });
    else expect(found?.by).toContain(speaker);
  });
});
