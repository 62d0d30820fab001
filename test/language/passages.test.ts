import { describe, expect, it } from 'vitest';
import { findPassages } from '../../src/language/passages.ts';
import type { BlockKind } from '../../src/model/index.ts';

function kinds(text: string, kind: BlockKind = 'paragraph'): string[] {
  const passages = findPassages({ reading: text, blocks: [{ start: 0, end: text.length, kind }] });
  return passages.map((passage) => `${passage.kind}: ${text.slice(passage.start, passage.end)}`);
}
const kindOf = (text: string, kind?: BlockKind): string => kinds(text, kind)[0]!.split(':')[0]!;

describe('findPassages', () => {
  it.each([
    '(AP/Marta Reyes)',
    'Photo: Jo Lind/Reuters',
    'Image by Tor Hald via Getty Images',
    'By Nora Quist and Sam Vale',
    'Jo Lind/AFP',
  ])('takes %s for a credit', (text) => {
    expect(kindOf(text)).toBe('credit');
  });

  it.each([
    'Soldiers stand guard outside the court in Velmora on Tuesday. (AP Photo/Marta Reyes)',
    'A convoy leaves the port of Brisk. [Photo by Jo Lind]',
    'FILE - In this Monday, March 3 photo, a ferry burns.',
  ])('takes %s for a caption', (text) => {
    expect(kindOf(text)).toBe('caption');
  });

  it.each([
    'Join The Courier for full access',
    'Related articles',
    'Source link',
    'Sign up for our daily newsletter and get the news in your inbox',
    'Read more: What the treaty says',
    '© 2021 The Courier. All rights reserved.',
    'Advertisement',
    '* * *',
    'https://courier.example/story',
  ])('takes %s for boilerplate', (text) => {
    expect(kindOf(text)).toBe('boilerplate');
  });

  it.each(['Published: May 3, 2021 10:15 AM', 'Tuesday, 4 March 2014', 'August 14, 2021 | 3:45 pm'])(
    'takes %s for a dateline',
    (text) => {
      expect(kindOf(text)).toBe('dateline');
    },
  );

  it('splits a dateline off the paragraph it opens', () => {
    expect(kinds('VELMORA, Sarland (AP) — Rebels took the town.')).toEqual([
      'dateline: VELMORA, Sarland (AP) — ',
      'prose: Rebels took the town.',
    ]);
    expect(kinds('BRISK, May 29 (Xinhua) -- Talks began.')[1]).toBe('prose: Talks began.');
    expect(kinds('BRISK, May 29 (Harbour Wire) — Talks began.')[1]).toBe('prose: Talks began.');
    expect(kinds('Brisk, May 29 (Harbour Wire) - Talks began.')[1]).toBe('prose: Talks began.');
    expect(kinds('BRISK, 29 May - Talks began.')[1]).toBe('prose: Talks began.');
    expect(kinds('BRISK, Republic of Sarland, Jan 12 - Talks began.')[1]).toBe('prose: Talks began.');
    expect(kinds('BRISK, Sarland, May 29, 2024 – Talks began.')[1]).toBe('prose: Talks began.');
    expect(kinds("V'LMORA, Sarland -- Talks began.")[1]).toBe('prose: Talks began.');
    expect(kinds('ST. BRISK, Sarland -- Talks began.')[1]).toBe('prose: Talks began.');
    expect(kinds('LA BRISA -- Talks began.')[1]).toBe('prose: Talks began.');
  });

  it.each([
    'The minister, who had joined the party in 1990, resigned on Friday.',
    'Read the letter carefully before you sign it, the court told them.',
    'Police said the photo was taken by a drone near Brisk.',
    'Rebels took the town (population 4,000) at dawn.',
    'Support for the treaty fell today.',
    'By Friday the town had fallen. Nobody was hurt.',
    'RFB–K’s leader took the town at dawn.',
    'UN envoys — three of them — left.',
  ])('leaves %s as prose', (text) => {
    expect(kinds(text)).toEqual([`prose: ${text}`]);
  });

  it('keeps what the format says of titles, headings and code', () => {
    expect(kindOf('Related articles', 'title')).toBe('title');
    expect(kindOf('What happened next', 'heading')).toBe('heading');
    expect(kindOf('let a = 1;', 'code')).toBe('code');
  });
});
