import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/model/index.ts';
import { decode } from '../../src/read/decode.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let i = 0; i < text.length; i += 1) view.setUint16(2 + i * 2, text.charCodeAt(i), !bigEndian);
  return new Uint8Array(view.buffer);
};

const errorOf = (read: () => unknown): UserError => {
  try {
    read();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('decode', () => {
  it('keeps line endings and all characters of UTF-8 as they stand', () => {
    const text = 'Café “Ž”\r\n\r\n\u{1F600} end\r';
    expect(decode(utf8(text))).toBe(text);
  });

  it('removes a byte order mark', () => {
    expect(decode(utf8('\uFEFFText'))).toBe('Text');
  });

  it.each([
    ['little', false],
    ['big', true],
  ])('reads UTF-16, %s endian, by its byte order mark', (_, bigEndian) => {
    expect(decode(utf16('Ministère \u{1F600}', bigEndian))).toBe('Ministère \u{1F600}');
  });

  it('lets a byte order mark win over the label', () => {
    expect(decode(utf16('Text', false), 'windows-1252')).toBe('Text');
  });

  it.each([
    ['a stray byte', [0x61, 0x62, 0xe9, 0x20], 2],
    ['a sequence cut off at the end', [0x61, 0xe2, 0x80], 1],
    ['a stray byte behind longer characters', [...utf8('é\u{1F600}'), 0xff, 0x61], 6],
    ['a stray byte behind a replacement character', [...utf8('\uFFFD '), 0xc3, 0x28], 4],
    ['an encoded surrogate', [0x61, 0xed, 0xa0, 0x80], 1],
  ])('names the offset of %s', (_, values, offset) => {
    const error = errorOf(() => decode(bytes(...values)));
    expect(error.message).toBe(`is not valid UTF-8 (at byte offset ${String(offset)})`);
    expect(error.hint).toContain('--encoding');
  });

  it('does not ask for another label where a byte order mark would win over it', () => {
    const error = errorOf(() => decode(bytes(0xff, 0xfe, 0x41, 0x00, 0x41)));
    expect(error.message).toBe('is not valid utf-16le');
    expect(error.hint).toBe('save it again, as UTF-8');
  });

  it('reads windows-1252 with its curly quotes and euro sign', () => {
    expect(decode(bytes(0x93, 0x48, 0xe9, 0x94, 0x20, 0x80), 'windows-1252')).toBe('“Hé” €');
    expect(decode(bytes(0x93, 0x48, 0xe9, 0x94), 'latin1')).toBe('“Hé”');
  });

  it('reads other encodings by their label', () => {
    expect(decode(bytes(0xf0, 0xd2, 0xc9), 'koi8-r')).toBe('При');
    expect(decode(bytes(0x41, 0x00, 0x42, 0x00), 'utf-16le')).toBe('AB');
  });

  it('refuses bytes that the label does not allow', () => {
    expect(errorOf(() => decode(bytes(0x81, 0x20, 0x61), 'shift_jis')).message).toBe(
      'is not valid shift_jis',
    );
  });

  it('refuses an unknown label and names some', () => {
    const error = errorOf(() => decode(utf8('Text'), 'utf-9'));
    expect(error.message).toBe('unknown encoding "utf-9"');
    expect(error.hint).toContain('windows-1252');
  });

  it.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00]],
    ['a gzip file without NULs', [0x1f, 0x8b, 0x08, 0x08, 0x01, 0x02, 0x03, 0x61]],
    ['a PDF', [...utf8('%PDF-1.7\nstream of words')]],
    ['text with a NUL', [0x61, 0x00, 0x62]],
  ])('says that %s looks binary', (_, values) => {
    expect(errorOf(() => decode(bytes(...values))).message).toBe('looks like a binary file');
  });

  it('takes escape sequences and form feeds for text', () => {
    expect(decode(utf8('\u001B[1mBold\u001B[0m\fNext page'))).toContain('Next page');
  });

  it.each([
    ['no bytes', ''],
    ['a byte order mark alone', '\uFEFF'],
    ['blanks and line ends', ' \r\n\t\u00A0\n'],
  ])('calls a file with %s empty', (_, text) => {
    expect(errorOf(() => decode(utf8(text))).message).toBe('is empty');
  });
});
