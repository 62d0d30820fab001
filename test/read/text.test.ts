import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../src/read/text.ts';

const blocksOf = (text: string): string[] =>
  readPlainText(text).blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

const LONG =
  'The mayor of the port said on Friday that the cranes would stand still until the inquiry into the fire had ended, ' +
  'and that nobody knew when this would be.';

describe('readPlainText', () => {
  it('leaves the text as it is', () => {
    const text = 'Title\r\n\r\n *Stars* and [brackets] stay.\r\n';
    expect(readPlainText(text).reading).toBe(text);
  });

  it('reads the signs of old news wires as others write them, offsets kept', () => {
    const text = "LYON (AP) _ The mayor _ a doctor _ said ``we'll see.'' He left snake_case alone.";
    const { reading } = readPlainText(text);
    expect(reading).toBe("LYON (AP) – The mayor – a doctor – said  “we'll see.”  He left snake_case alone.");
    expect(reading).toHaveLength(text.length);
  });

  it('takes a short first line before a blank line for the title', () => {
    const { title, blocks } = readPlainText('Fire stops port\n\nThe port stands still.\n');
    expect(title).toBe('Fire stops port');
    expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph']);
  });

  it.each([
    ['a sentence', 'The port burned.\n\nNobody was hurt.'],
    ['a byline', 'By the harbour desk\n\nNobody was hurt.'],
    ['a long line', `${LONG.slice(0, -1)} ${LONG.slice(0, -1)}\n\nNobody was hurt.`],
    ['all there is', 'Fire stops port'],
  ])('takes no title from a first line that is %s', (_, text) => {
    expect(readPlainText(text).title).toBeUndefined();
  });

  it('takes a headline that ends in initials or asks', () => {
    expect(readPlainText('Port deal angers the U.S.\n\nNobody was hurt.').title).toBe(
      'Port deal angers the U.S.',
    );
    expect(readPlainText('Who burned the port?\n\nNobody was hurt.').title).toBe('Who burned the port?');
  });

  it('parts paragraphs at blank lines, with white space in them or not, whatever the line ends', () => {
    expect(blocksOf('One.\r\n\r\nTwo.\r\n \t\r\nThree.\r\n')).toEqual([
      'paragraph: One.',
      'paragraph: Two.',
      'paragraph: Three.',
    ]);
    expect(blocksOf('One.\r\rTwo.')).toEqual(['paragraph: One.', 'paragraph: Two.']);
  });

  it('leaves white space at the ends of a paragraph outside its block', () => {
    expect(blocksOf('\n\n   One.  \n\n\u00A0Two.\n')).toEqual(['paragraph: One.', 'paragraph: Two.']);
  });

  it('keeps a paragraph together that was wrapped to a width', () => {
    const wrapped =
      'The mayor of the port said on Friday that the\ncranes would stand still until the inquiry into\n' +
      'the fire had ended. Nobody knew when this would\nbe.';
    expect(blocksOf(`${wrapped}\n\nShe left.`)).toEqual([`paragraph: ${wrapped}`, 'paragraph: She left.']);
  });

  it('parts paragraphs that stand one on a line', () => {
    const text = `Fire stops port\n${LONG}\n“We wait,” she said.\n${LONG}\n`;
    expect(blocksOf(text)).toEqual([
      'title: Fire stops port',
      `paragraph: ${LONG}`,
      'paragraph: “We wait,” she said.',
      `paragraph: ${LONG}`,
    ]);
  });

  it('parts short paragraphs that stand one on a line', () => {
    const lines = ['The port burned down on Friday.', 'Nobody was hurt.', 'The mayor blamed a crane driver.'];
    expect(blocksOf(lines.join('\n'))).toEqual(lines.map((line) => `paragraph: ${line}`));
  });

  it('joins a line that goes on in small letters', () => {
    expect(blocksOf(`${LONG}\nThe port of Lisbon\nstands still.`)).toEqual([
      `paragraph: ${LONG}`,
      'paragraph: The port of Lisbon\nstands still.',
    ]);
  });

  it('reads as many lines as there are', () => {
    expect(readPlainText('a\r'.repeat(200_000)).blocks.length).toBeGreaterThan(0);
  });

  it('reads bulleted lines as items', () => {
    expect(blocksOf('What we know:\n- The port burned.\n- Nobody was hurt.')).toEqual([
      'paragraph: What we know:',
      'item: - The port burned.',
      'item: - Nobody was hurt.',
    ]);
  });
});
