import { describe, expect, it } from 'vitest';
import { analyze, loadLanguage } from '../../src/language/index.ts';
import { type Article, UPOS } from '../../src/model/index.ts';

const none = '0'.repeat(64);
function read(text: string) {
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph' as const }];
  const article: Article = {
    ...{ id: none.slice(0, 16), source: '-', title: '', text, reading: text },
    ...{ blocks, sha256: none, language: 'en' },
  };
  return { text, ...analyze(article, loadLanguage()) };
}

function namesOf(text: string): string[] {
  const { names, tokens } = read(text);
  return names.map(
    ({ firstToken, endToken, type }) =>
      `${type} ${text.slice(tokens.start[firstToken], tokens.end[endToken - 1])}`,
  );
}

describe('analyze', () => {
  it('tags and lemmatizes', () => {
    const { tokens, tags } = read('The militants did not claim the attacks.');
    const text = (id: number): string => tokens.strings.text(id);
    const rows = Array.from(
      tags.lemma,
      (lemma, i) => `${text(lemma)}/${UPOS[tags.upos[i]!]}/${text(tags.xpos[i]!)}`,
    );
    expect(rows).toEqual([
      'the/DET/DT',
      'militant/NOUN/NNS',
      'do/AUX/VBD',
      'not/PART/RB',
      'claim/VERB/VB',
      'the/DET/DT',
      'attack/NOUN/NNS',
      './PUNCT/.',
    ]);
  });

  it('finds names of persons, organizations and places', () => {
    expect(namesOf('President Maria Lopez met Hezbollah officials in Beirut on Monday.')).toEqual([
      'person Maria Lopez',
      'organization Hezbollah',
      'location Beirut',
    ]);
  });

  it('finds names in capitals', () => {
    expect(namesOf('POLICE IN LONDON ARRESTED FIVE MEN AFTER THE ATTACK ON TUESDAY')).toContain(
      'location LONDON',
    );
  });
});

describe('a sentence without end', () => {
  it('is cut into pieces, each with its tree, and no word is lost', () => {
    const { sentences, tokens, trees } = read('the boat and '.repeat(400));
    expect(tokens.length).toBe(1200);
    expect([...sentences.endToken].map((end, i) => end - sentences.firstToken[i]!)).toEqual([400, 400, 400]);
    expect(trees.tree(2).length).toBe(400);
  });
});

describe('lemmas of the news', () => {
  it.each([
    ['Planes bombed it.', 'bombed', 'bomb'],
    ['Planes are bombing it.', 'bombing', 'bomb'],
    ['They fled at night.', 'fled', 'flee'],
    ['They robbed it.', 'robbed', 'rob'],
    ['The caucuses met.', 'caucuses', 'caucus'],
    ['The crises grew.', 'crises', 'crisis'],
    ['They feared the embargoes.', 'embargoes', 'embargo'],
  ])('%s', (text, word, lemma) => {
    const { tokens, tags } = read(text);
    const at = [...tokens.form].findIndex((id) => tokens.strings.text(id) === word);
    expect(tokens.strings.text(tags.lemma[at]!)).toBe(lemma);
  });
});
