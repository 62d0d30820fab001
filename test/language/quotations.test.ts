import { describe, expect, it } from 'vitest';
import { analyze, findQuotations, loadLanguage } from '../../src/language/index.ts';
import type { Article } from '../../src/model/index.ts';

const none = '0'.repeat(64);

/** First words of each quotation with the word of its speaker, "?" without one. */
function spoken(text: string): string[] {
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph' as const }];
  const article: Article = {
    ...{ id: none.slice(0, 16), source: '-', title: '', text, reading: text },
    ...{ blocks, sha256: none, language: 'en' },
  };
  const document = { article, ...analyze(article, loadLanguage()) };
  const word = (token: number): string =>
    text.slice(document.tokens.start[token], document.tokens.end[token]);
  return findQuotations(document).map(
    ({ firstToken, speaker }) => `${word(firstToken + 1)}: ${speaker < 0 ? '?' : word(speaker)}`,
  );
}

describe('who speaks a quotation', () => {
  it.each([
    ['Anna Holt tweeted: “The plan has failed.”', ['The: Holt']],
    ['Anna Holt thanked the voters, saying, “The plan has failed.”', ['The: Holt']],
    ['Anna Holt went on to add, “The plan has failed.”', ['The: Holt']],
    ['“The plan has failed,” said committee member Anna Holt.', ['The: Holt']],
    ['According to Anna Holt, “the plan has failed.”', ['the: Holt']],
    ['Anna Holt responded to the ruling on Monday: “The plan has failed.”', ['The: Holt']],
    ['Anna Holt criticised the ruling in a tweet. “The plan has failed.”', ['The: Holt']],
    ['The plan was described by Anna Holt as “a total failure of nerve”.', ['a: Holt']],
    ["'The plan has failed,' said Anna Holt.", ['The: Holt']],
  ])('%s', (text, expected) => {
    expect(spoken(text)).toEqual(expected);
  });

  it('is the one of the nearest verb of saying', () => {
    expect(spoken('Anna Holt said she was sad, and Omar Vance added: “The plan has failed.”')).toEqual([
      'The: Vance',
    ]);
  });

  it('is nobody where nobody speaks', () => {
    expect(spoken('The band played “The Plan Has Failed” in Lyon.')).toEqual(['The: ?']);
  });

  it('does not take an apostrophe for a quotation', () => {
    expect(spoken("The workers' plan failed, the unions' leaders left.")).toEqual([]);
  });
});
