import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, loadLanguage } from '../../src/language/index.ts';
import { articleOf } from '../support/article.ts';
import { hostilePieces } from '../support/hostile.ts';

const language = loadLanguage();

const hostile = fc
  .array(fc.oneof(hostilePieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
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
