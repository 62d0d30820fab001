import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatUserError, UserError } from '../../src/model/index.ts';
import { readArticle } from '../../src/read/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const lineOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof UserError) return formatUserError(error);
    throw error;
  }
  throw new Error('nothing was thrown');
};

const TEXT = 'Port burns\n\nThe port of Lisbon burned on Friday, the mayor said.\n';

describe('readArticle', () => {
  it('names the document by the hash of its text, wherever it lay and however it was encoded', () => {
    const article = readArticle('a.txt', bytes(TEXT));
    const sha256 = createHash('sha256').update(TEXT).digest('hex');
    expect(article).toMatchObject({ id: sha256.slice(0, 16), sha256, source: 'a.txt', language: 'en' });
    expect(readArticle('-', bytes(`\uFEFF${TEXT}`)).id).toBe(article.id);
    expect(readArticle('b', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')).id).toBe(article.id);
  });

  it('reads Markdown by its extension, and by --from', () => {
    expect(readArticle('a.MD', bytes('# *Port* burns')).title).toBe('Port burns');
    expect(readArticle('-', bytes('# *Port* burns'), { from: 'md' }).title).toBe('Port burns');
    expect(readArticle('a.md', bytes('# *Port* burns'), { from: 'text' }).reading).toBe('# *Port* burns');
  });

  it.each(['a.html', 'a.ndjson', 'a.RTF'])('has no reader for %s unless told', (source) => {
    expect(lineOf(() => readArticle(source, bytes(TEXT)))).toMatch(/^a\.\w+: no reader for .*--from text/u);
    expect(readArticle(source, bytes(TEXT), { from: 'text' }).text).toBe(TEXT);
  });

  it('gives a text without a headline its first words for a title', () => {
    const sentence =
      'The port of Lisbon burned on Friday, and the mayor said that nobody knew who had set it on fire.';
    expect(readArticle('a.txt', bytes(sentence)).title).toBe(
      'The port of Lisbon burned on Friday, and the mayor said that nobody knew who had…',
    );
    expect(readArticle('a.txt', bytes('It burned.')).title).toBe('It burned.');
  });

  it('lets options win over what the article says of itself', () => {
    const text = '---\ntitle: Port\ndate: 2020-01-01\nurl: https://a.example/\n---\nIt burned.';
    const options = { title: 'Fire', date: '2026-03-31T08:00Z', url: 'https://b.example/x' };
    expect(readArticle('a.md', bytes(text), options)).toMatchObject(options);
  });

  it.each(['2026-02-29', '2026-13-01', '31 March 2026', '2026-3-1', ''])('refuses the date "%s"', (date) => {
    expect(lineOf(() => readArticle('a.txt', bytes(TEXT), { date }))).toContain('is no date');
  });

  it.each(['news.example/x', 'file:///etc/passwd', 'https://'])('refuses the address "%s"', (url) => {
    expect(lineOf(() => readArticle('a.txt', bytes(TEXT), { url }))).toContain('is no web address');
  });

  it('puts the source before what is wrong with the bytes', () => {
    expect(lineOf(() => readArticle('a.txt', Uint8Array.from([0x61, 0xff])))).toMatch(
      /^a\.txt: is not valid UTF-8 \(at byte offset 1\); /u,
    );
  });
});
