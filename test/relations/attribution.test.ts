import { describe, expect, it } from 'vitest';
import { extract, loadRules } from '../../src/library.ts';

const rules = loadRules();

/** Of each item of evidence for an attack, the words for the one whose word it is; "-" where it is the article's own. */
const speakers = (text: string): string[] => {
  const { edges } = extract([{ text: `${text}\n`, source: 'article.txt' }], { rules });
  return edges
    .filter(({ attributes }) => attributes.relation === 'attacked')
    .flatMap(({ attributes }) => attributes.evidence)
    .map(({ attributed_to: by }) => by?.text ?? '-');
};

describe('the speaker of a report', () => {
  it.each([
    ['a title', 'The attorney general said Hamas had attacked Sderot.', 'The attorney general'],
    [
      'the author of a statement',
      'A statement by the ministry said Hamas had attacked Sderot.',
      'the ministry',
    ],
    ['its owner', 'The ministry’s statement said Hamas had attacked Sderot.', 'The ministry'],
    [
      'the author of a source',
      'According to a report by Amnesty International, Hamas attacked Sderot.',
      'Amnesty International',
    ],
    ['a body before its report', 'According to an Amnesty report, Hamas attacked Sderot.', 'Amnesty'],
    ['whom somebody quotes', 'Reuters quoted a witness as saying that Hamas attacked Sderot.', 'a witness'],
    [
      'who was quoted',
      'The minister was quoted by Tass as saying that Hamas attacked Sderot.',
      'The minister',
    ],
    ['who speaks in a place', 'Hamas attacked Sderot, said officials in Cairo.', 'officials'],
    ['the nearest of several', 'Blair said that Chirac said Hamas attacked Sderot.', 'Chirac'],
    ['who lays a charge', 'Prosecutors charge that Hamas attacked Sderot.', 'Prosecutors'],
  ])('is %s', (_, text, by) => {
    expect(speakers(text)).toEqual([by]);
  });

  it('is the same over all sentences of a quotation', () => {
    const text = 'Blair said: “Hamas attacked Sderot. Fatah attacked Jericho.” Iran attacked Israel.';
    expect(speakers(text).sort()).toEqual(['-', 'Blair', 'Blair']);
    expect(speakers('“Hamas attacked Sderot. We condemn it,” Tony Blair said.')).toEqual(['Tony Blair']);
  });

  it.each([
    'Asked whether Hamas had attacked Sderot, Blair said the talks would go on.',
    'Blair was asked if Hamas had attacked Sderot.',
  ])('is nobody for the content of a question: %s', (text) => {
    expect(speakers(text)).toEqual(['-']);
  });

  it('is not that of the report before "but"', () => {
    const text = 'The army says Hamas attacked Sderot, but Hamas has denied attacking Sderot.';
    expect(speakers(text).sort()).toEqual(['-', 'The army']);
  });
});
