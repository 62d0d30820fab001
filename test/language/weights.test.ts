import { describe, expect, it } from 'vitest';
import { decodeWeights, encodeWeights, readWeights } from '../../src/language/weights.ts';
import { UserError } from '../../src/model/index.ts';

const sections = {
  odd: Uint8Array.of(1, 2, 3),
  wide: Int32Array.of(-1, 1 << 30),
  words: ['zwei', 'drü'],
  note: 'ß',
};

describe('a weights file', () => {
  it('gives back every section', () => {
    const weights = decodeWeights(encodeWeights('toy', 3, sections), 'toy', 3);
    expect(weights.array('odd', 'u8')).toEqual(sections.odd);
    expect(weights.array('wide', 'i32')).toEqual(sections.wide);
    expect(weights.words('words')).toEqual(sections.words);
    expect(weights.text('note')).toBe('ß');
  });

  it('is read without a copy', () => {
    const bytes = encodeWeights('toy', 3, sections);
    expect(decodeWeights(bytes, 'toy', 3).array('wide', 'i32').buffer).toBe(bytes.buffer);
  });

  it('is refused when a byte has changed', () => {
    const bytes = encodeWeights('toy', 3, sections);
    bytes[bytes.length - 1]! ^= 1;
    expect(() => decodeWeights(bytes, 'toy', 3)).toThrow(/damaged/);
  });

  it('is refused when it is another model or version, or no model at all', () => {
    const bytes = encodeWeights('toy', 3, sections);
    expect(() => decodeWeights(bytes, 'toy', 4)).toThrow(UserError);
    expect(() => decodeWeights(bytes, 'other', 3)).toThrow(/holds model toy 3/);
    expect(() => decodeWeights(Buffer.from('hello'), 'toy', 3)).toThrow(/not a model file/);
    expect(() => readWeights('/nowhere/toy.bin', 'toy', 3)).toThrow(/cannot be read/);
  });
});
