import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, loadLanguage } from '../../src/language/index.ts';
import type { Article, Block } from '../../src/model/index.ts';

const language = loadLanguage();

function articleOf(text: string): Article {
  const blocks: Block[] = [...text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g)].map((match, index) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: index === 0 ? 'title' : 'paragraph',
  }));
  const none = '0'.repeat(64);
  return {
    id: none.slice(0, 16),
    source: '-',
    title: '',
    text,
    reading: text,
    blocks,
    sha256: none,
    language: 'en',
  };
}

/** Pieces that tokenizers trip over, besides any string of UTF-16 units at all. */
const pieces = fc.constantFrom(
  ...[
    "'",
    '’s',
    "n't",
    '...',
    '…',
    '-',
    '--',
    'U.S.',
    'Gen.',
    '.',
    '?!',
    '"',
    '“',
    '”',
    '(',
    ')',
    '[17]',
    '\n\n',
    '\n',
    ' ',
    '\t',
  ],
  ...[
    'http://a.b/c.',
    'x@y.z',
    '@a',
    '#b',
    '1,000',
    '3.5%',
    '$',
    'cannot',
    'al-Qaeda',
    'THE',
    'Ω',
    '東京',
    '😀',
    '\ud800',
    '\udc00',
  ],
  ...[
    '\u200b',
    '\u0000',
    '\ufeff',
    '<3',
    ':-)',
    'a'.repeat(300),
    '1'.repeat(300),
    '-'.repeat(300),
    'The',
    'said',
    'e-mail',
    'Mr.',
  ],
);
const hostile = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
  .map((all) => all.join(''));
// eslint-disable-next-line no-control-regex -- control characters are blank to the tokenizer
const blank = /^[\s\u0000-\u0020\u007f\u0085\u200b\u200e\u200f\u2060\ufeff]*$/;

describe('any text', () => {
  it('is rebuilt from its tokens and the blanks between them', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { tokens, passages } = analyze(articleOf(text), language);
        let at = 0;
        for (let token = 0; token < tokens.length; token++) {
          const [start, end] = [tokens.start[token]!, tokens.end[token]!];
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start)).toMatch(blank);
          expect(tokens.strings.text(tokens.form[token]!)).toBe(text.slice(start, end));
          at = end;
        }
        expect(text.slice(at)).toMatch(blank);
        for (const passage of passages) expect(passage.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('has ordered sentences, each inside one passage and made of whole tokens', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { sentences, tokens, passages } = analyze(articleOf(text), language);
        let token = 0;
        for (let sentence = 0; sentence < sentences.length; sentence++) {
          const passage = passages[sentences.passage[sentence]!]!;
          expect(sentences.firstToken[sentence]).toBe(token);
          token = sentences.endToken[sentence]!;
          expect(token).toBeGreaterThan(sentences.firstToken[sentence]!);
          expect(sentences.start[sentence]).toBe(tokens.start[sentences.firstToken[sentence]!]);
          expect(sentences.end[sentence]).toBe(tokens.end[token - 1]);
          expect(sentences.start[sentence]).toBeGreaterThanOrEqual(passage.start);
          expect(sentences.end[sentence]).toBeLessThanOrEqual(passage.end);
          for (let i = sentences.firstToken[sentence]!; i < token; i++)
            expect(tokens.sentence[i]).toBe(sentence);
        }
        expect(token).toBe(tokens.length);
      }),
      { numRuns: 300 },
    );
  });

  it('has names that are ordered, disjoint and inside one sentence', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { names, tokens } = analyze(articleOf(text), language);
        let at = 0;
        for (const name of names) {
          expect(name.firstToken).toBeGreaterThanOrEqual(at);
          expect(name.endToken).toBeGreaterThan(name.firstToken);
          expect(tokens.sentence[name.firstToken]).toBe(tokens.sentence[name.endToken - 1]);
          at = name.endToken;
        }
        expect(at).toBeLessThanOrEqual(tokens.length);
      }),
      { numRuns: 300 },
    );
  });

  it('is read the same whatever was read before', () => {
    const read = (text: string): unknown => {
      const { tags, names, tokens } = analyze(articleOf(text), language);
      const lemmas = Array.from(tags.lemma, (id) => tokens.strings.text(id));
      return { upos: [...tags.upos], lemmas, names };
    };
    fc.assert(
      fc.property(hostile, hostile, (first, second) => {
        const before = read(second);
        read(first);
        expect(read(second)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});
