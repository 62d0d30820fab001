import { describe, expect, it } from 'vitest';
import { readConllu } from '../../../src/language/conllu/index.ts';
import { UserError } from '../../../src/model/index.ts';

const row = (id: string, form: string, misc = '_'): string =>
  [id, form, ...Array<string>(7).fill('_'), misc].join('\t');

describe('reading CoNLL-U', () => {
  it('keeps sentences and words, and makes a text of them', () => {
    const { text, sentences, tokens } = readConllu(
      [
        '# sent_id = 1',
        row('1', 'Larkos', 'SpaceAfter=No'),
        row('2', '.'),
        '',
        row('1', 'Rain'),
        row('2', 'fell'),
        '',
      ].join('\n'),
      'a.conllu',
    );
    expect(text.trim()).toBe('Larkos. Rain fell');
    expect(sentences.length).toBe(2);
    expect([...sentences.firstToken]).toEqual([0, 2]);
    expect([...tokens.start].map((start, i) => text.slice(start, tokens.end[i]))).toEqual([
      'Larkos',
      '.',
      'Rain',
      'fell',
    ]);
  });

  it('places the words of a written word inside it', () => {
    const { text, tokens } = readConllu(
      [row('1-2', "don't"), row('1', 'do'), row('2', "n't"), row('3', 'go'), ''].join('\n'),
      'a.conllu',
    );
    expect(text.trim()).toBe("don't go");
    expect([...tokens.start]).toEqual([0, 2, 6]);
    expect([...tokens.end]).toEqual([2, 5, 8]);
  });

  it('keeps the forms of words that are no part of the written one', () => {
    const { tokens } = readConllu(
      [row('1-2', 'im'), row('1', 'I'), row('2', 'am'), ''].join('\n'),
      'a.conllu',
    );
    expect([...tokens.form].map((id) => tokens.strings.text(id))).toEqual(['I', 'am']);
    expect([...tokens.end].at(-1)).toBe(2);
  });

  it('leaves empty nodes and comments to the lines', () => {
    const { tokens, lines } = readConllu(
      ['# text = a', row('1', 'a'), row('1.1', 'b'), ''].join('\n'),
      'a.conllu',
    );
    expect(tokens.length).toBe(1);
    expect(lines.map(({ token }) => token)).toEqual([null, 0, null, null]);
  });

  it.each([
    ['too few columns', '1\ta', 2],
    ['no number', row('x', 'a'), 2],
  ])('says where it finds %s', (_, line, at) => {
    const fault = (): unknown => readConllu(`# a\n${line}\n`, 'a.conllu');
    expect(fault).toThrow(UserError);
    expect(fault).toThrow(expect.objectContaining({ at: { file: 'a.conllu', line: at } }));
  });
});
