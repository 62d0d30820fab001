import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/write/wrap.ts';

describe('wrapping', () => {
  it('breaks between words', () => {
    expect(wrap('one two three', { width: 8 })).toEqual(['one two', 'three']);
  });

  it('fills a line to its last column', () => {
    expect(wrap('one two', { width: 7 })).toEqual(['one two']);
  });

  it('indents every line, and further lines once more', () => {
    expect(wrap('one two', { width: 6, indent: 1, hanging: 2 })).toEqual([' one', '   two']);
  });

  it('counts wide characters as two columns and breaks words that are too long', () => {
    expect(wrap('東京都', { width: 5 })).toEqual(['東京', '都']);
  });

  it('leaves what a reader sees as one character whole', () => {
    expect(wrap('👨‍👩‍👧👨‍👩‍👧', { width: 2 })).toEqual(['👨‍👩‍👧', '👨‍👩‍👧']);
  });

  it('gives one line for an empty text', () => {
    expect(wrap('', { width: 5, indent: 2 })).toEqual(['  ']);
  });
});
