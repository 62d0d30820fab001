import { describe, expect, it } from 'vitest';
import { emptySpans, tokenize } from '../../src/language/tokenize.ts';
import { sentenceStarts } from '../../src/language/sentences.ts';

function words(text: string): string {
  const spans = emptySpans(8);
  tokenize(text, 0, text.length, spans);
  return Array.from({ length: spans.length }, (_, i) => text.slice(spans.start[i], spans.end[i])).join(' | ');
}

function sentences(text: string): string[] {
  const spans = emptySpans(8);
  tokenize(text, 0, text.length, spans);
  const starts = sentenceStarts(text, spans, 0, spans.length);
  return starts.map((first, i) =>
    text.slice(spans.start[first], spans.end[(starts[i + 1] ?? spans.length) - 1]),
  );
}

describe('tokenize', () => {
  it.each([
    ['I don’t know the Kremlin’s plan.', 'I | do | n’t | know | the | Kremlin | ’s | plan | .'],
    ['They cannot say so', 'They | can | not | say | so'],
    ['a U.S.-backed militia', 'a | U.S. | - | backed | militia'],
    ['al-Qaeda-linked fighters', 'al | - | Qaeda | - | linked | fighters'],
    ['anti-government e-mail', 'anti-government | e-mail'],
    ['the anti-ISIS coalition', 'the | anti | - | ISIS | coalition'],
    [
      'Gen. J. Smith arrived in Washington, D.C., on Aug. 3.',
      'Gen. | J. | Smith | arrived | in | Washington | , | D.C. | , | on | Aug. | 3 | .',
    ],
    ['He paid $1,500.50 (about 20%).', 'He | paid | $ | 1,500.50 | ( | about | 20 | % | ) | .'],
    ['“We won!” he said…', '“ | We | won | ! | ” | he | said | …'],
    [
      'write to press@example.org or see https://example.org/a?b=1.',
      'write | to | press@example.org | or | see | https://example.org/a?b=1 | .',
    ],
    ['at 10:30pm on 9/11', 'at | 10:30 | pm | on | 9/11'],
    ['the soldiers’ camp', 'the | soldiers | ’ | camp'],
    ['as in Dunn v. Ohio', 'as | in | Dunn | v. | Ohio'],
    ['see p. 5, c. 1850', 'see | p. | 5 | , | c. | 1850'],
    ['plan b or vitamin c.', 'plan | b | or | vitamin | c | .'],
    ['Йордан и 東京', 'Йордан | и | 東京'],
    ['[Read more]--now', '[ | Read | more | ] | -- | now'],
    ["O'Brien's '90s", "O'Brien | 's | '90s"],
  ])('splits %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });
});

describe('sentenceStarts', () => {
  it.each([
    [
      'The U.S. envoy met Gen. Dunn. The talks failed.',
      ['The U.S. envoy met Gen. Dunn.', 'The talks failed.'],
    ],
    ['They flew to the U.S. The trip was long.', ['They flew to the U.S.', 'The trip was long.']],
    ['“Stop!” he cried. “Never.” She left.', ['“Stop!” he cried.', '“Never.”', 'She left.']],
    [
      'It rose 3.5 percent. (It had fallen.) Prices held.',
      ['It rose 3.5 percent.', '(It had fallen.)', 'Prices held.'],
    ],
    [
      'They cited Dunn v. Ohio. The Reds vs. Lions match was off.',
      ['They cited Dunn v. Ohio.', 'The Reds vs. Lions match was off.'],
    ],
    ['Nobody knows ... or cares.', ['Nobody knows ... or cares.']],
    ['The study ended.[12] Others followed.', ['The study ended.[12]', 'Others followed.']],
  ])('splits %s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});
