import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/read/markdown.ts';

/** Blocks with their text as the stages read it, runs of blanks as one. */
const blocksOf = (text: string): string[] => {
  const { reading, blocks } = readMarkdown(text);
  return blocks.map(({ kind, start, end }) => `${kind}: ${reading.slice(start, end).replace(/\s+/gu, ' ')}`);
};

describe('readMarkdown', () => {
  it.each([
    ['emphasis', 'The **Harbour** _Front_ ~~never~~ claimed `it`.', 'The Harbour Front never claimed it .'],
    [
      'links',
      'The [Harbour Front](https://a.example/x "the title") and [others][ref].\n\n[ref]: https://b.example',
      'The Harbour Front and others .',
    ],
    ['images', 'Before ![a crane on fire](crane.jpg) after.', 'Before after.'],
    ['addresses in angles', 'See <https://a.example/x> now.', 'See now.'],
    ['tags and comments', 'The <b>port</b> <!-- not this --> burned.', 'The port burned.'],
    ['escapes', 'The \\*port\\* burned.', 'The *port * burned.'],
    ['footnote marks', 'The port burned.[^1]', 'The port burned.'],
  ])('blanks the markup of %s', (_, source, words) => {
    expect(blocksOf(source)).toEqual([`paragraph: ${words}`]);
  });

  it('overwrites in place: every word keeps its offset', () => {
    const text =
      '# **Port** burns\r\n\r\n> The [Front](https://a.example) &amp; _others_\r\n> spoke \u{1F600}.\r\n';
    const { reading } = readMarkdown(text);
    expect(reading).toHaveLength(text.length);
    for (const word of ['Port', 'burns', 'Front', 'others', 'spoke', '\u{1F600}', '\r\n']) {
      expect(reading.indexOf(word)).toBe(text.indexOf(word));
    }
  });

  it("keeps an editor's words in brackets", () => {
    expect(blocksOf('“They [the Front] did it [sic],” he said.')).toEqual([
      'paragraph: “They [the Front] did it [sic],” he said.',
    ]);
  });

  it('reads character references as the character they stand for', () => {
    const { reading } = readMarkdown('The port&rsquo;s &#8220;cranes&#x201D;&nbsp;&unknown;.');
    expect(reading).toBe('The port’      s “      cranes”                      .');
  });

  it('tells the kinds of block', () => {
    const text = [
      '# Port burns',
      'The port\nburned.',
      '## What we know',
      '- One crane\n- [ ] Two cranes',
      '> “We wait.”',
      '```js\nlet port;\n```',
      '| Crane | Driver |\n|---|---|\n| One | Unknown |',
    ].join('\n\n');
    expect(blocksOf(text)).toEqual([
      'title: Port burns',
      'paragraph: The port burned.',
      'heading: What we know',
      'item: One crane',
      'item: Two cranes',
      'paragraph: “We wait.”',
      'code: let port;',
      'item: Crane',
      'item: Driver',
      'item: One',
      'item: Unknown',
    ]);
  });

  it('reads the words in HTML blocks, but not scripts', () => {
    expect(blocksOf('<p class="x">The port burned.</p>\n\n<script>\nlet port;\n</script>\n')).toEqual([
      'paragraph: The port burned.',
    ]);
  });

  it('takes an underlined heading for the title', () => {
    expect(readMarkdown('Port burns\n==========\n\nNobody was hurt.').title).toBe('Port burns');
  });

  it('takes a headline without a mark for the title', () => {
    expect(readMarkdown('Port burns\n\nNobody was hurt.').title).toBe('Port burns');
  });

  it('reads line ends of every kind alike', () => {
    const text = '# Port burns\n\nNobody\nwas hurt.\n\n- One\n\n```\ncode\n```\n';
    expect(blocksOf(text.replaceAll('\n', '\r\n'))).toEqual(blocksOf(text));
    expect(blocksOf(text.replaceAll('\n', '\r'))).toEqual(blocksOf(text));
  });

  it.each(['> ', '- ', '1. '])('reads a line as it stands that nests "%s" without end', (mark) => {
    const text = `${mark.repeat(20_000)}a\n\nThe *port* burned.`;
    expect(readMarkdown(text).reading).toBe(text.replace('*port*', ' port '));
  });

  it('reads a paragraph as it stands that is all markup', () => {
    const text = `${'[a]('.repeat(5000)}\n\nThe *port* burned.`;
    const { reading } = readMarkdown(text);
    expect(reading).toBe(text.replace('*port*', ' port '));
  });

  it.each(['\n', '\r\n'])('reads a long article with many links, whatever its line ends', (end) => {
    const paragraph = 'The [port](https://a.example) of [Lisbon](https://b.example) burned.';
    const text = Array.from({ length: 500 }, () => paragraph).join(end + end);
    expect(readMarkdown(text).reading).not.toContain('[');
  });
});

describe('front matter', () => {
  it('gives title, date and address, and is no text', () => {
    const text =
      '---\ntitle: "Port burns"\ndate: 2026-03-31\nurl: https://news.example/port\ntags: [a, b]\n---\n\nNobody was hurt.';
    expect(readMarkdown(text)).toMatchObject({
      title: 'Port burns',
      date: '2026-03-31',
      url: 'https://news.example/port',
    });
    expect(blocksOf(text)).toEqual(['paragraph: Nobody was hurt.']);
  });

  it('beats the heading', () => {
    expect(readMarkdown('---\ntitle: Port burns\n---\n# Fire!\n\nText.').title).toBe('Port burns');
  });

  it('is read where its YAML is broken', () => {
    const text = '---\ntitle: Port burns: a city waits\nauthor: [unclosed\ndate: 2026-03-31\n---\nText.';
    expect(readMarkdown(text)).toMatchObject({ title: 'Port burns: a city waits', date: '2026-03-31' });
  });

  it('leaves out a date or an address that is none', () => {
    const read = readMarkdown('---\ntitle: Port\ndate: next week\nurl: javascript:alert(1)\n---\nText.');
    expect(read).not.toHaveProperty('date');
    expect(read).not.toHaveProperty('url');
  });

  it('may begin with comments, many of them', () => {
    const comments = '# a\n\n'.repeat(5000);
    expect(readMarkdown(`---\n${comments}title: Port\n---\nText.`).title).toBe('Port');
    expect(readMarkdown(`---\n${comments}\n---\nText.`).title).not.toBe('Port');
  });

  it('is not what stands between two rules', () => {
    expect(blocksOf('---\n\nThe port burned.\n\n---\n')).toEqual(['paragraph: The port burned.']);
  });
});
