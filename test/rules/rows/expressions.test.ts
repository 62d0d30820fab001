import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../document.ts';
import { faultsOf, read, rulesOf } from './language.ts';

const rules = (condition: string) =>
  rulesOf({ rules: [{ id: 'r', relation: 'opposes', tokens: `@source [${condition}] @target` }] });
const matches = (condition: string, word: string): boolean =>
  read(rules(condition), documentOf(`[RFB|organization] ${word} [Oslo|location]`)).length > 0;

describe('Slow or hostile regular expressions: linear time (re2js), checked at load', () => {
  it.each([
    ['word=/un.*ed/', 'undermined/VBD', true],
    ['word=/un.*ed/', 'UNDERMINED/VBD', true],
    ['word=/UN.*ED/', 'undermined/VBD', true],
    ['word=/dermin/', 'undermined/VBD', false],
    ['word=/dermin|under.*/', 'undermined/VBD', true],
    ['lemma=/.*ise/ pos=VERB', 'criticised/VBD:criticise', true],
    ['lemma=/.*ise/ pos=NOUN', 'criticised/VBD:criticise', false],
    ['word!=/un.*/', 'undermined/VBD', false],
    ['word!=/un.*/', 'attacked/VBD', true],
    ['form=/[A-Z].*/', 'Undermined/VBD', true],
    ['form=/[A-Z].*/', 'undermined/VBD', false],
    ['form=Undermined', 'undermined/VBD', false],
    ['word=attacked|/un.*/|hit', 'undermined/VBD', true],
    ['word=attacked|/un.*/|hit', 'hit/VBD', true],
    ['word="/"', '//SYM', true],
    ['word=/', '//SYM', true],
  ])('[%s] on %s: %s', (condition, word, found) => {
    expect(matches(condition, word)).toBe(found);
  });

  it('is asked of the head of a mention, too', () => {
    const fleets = rulesOf({
      rules: [{ id: 'r', relation: 'opposes', tokens: '@source[lemma=/.*fleet/] hit @target' }],
    });
    expect(read(fleets, documentOf('[RFB warfleet|organization] hit/VBD [Oslo|location]'))).toHaveLength(1);
    expect(read(fleets, documentOf('[RFB army|organization] hit/VBD [Oslo|location]'))).toEqual([]);
  });

  it.each([
    [
      'word=/(ab/',
      'not a regular expression: missing closing ): "(ab"; mend it; it is written in the syntax of RE2, without look-around and back-references',
    ],
    ['word=/(?=a)b/', expect.stringContaining('not a regular expression: ')],
    ['word=/(a)\\1/', expect.stringContaining('not a regular expression: ')],
    [
      'word=/((a{100}){100}){100}/',
      expect.stringContaining('not a regular expression: invalid repeat count'),
    ],
    [
      `word=/${'a'.repeat(201)}/`,
      'a regular expression has 200 characters at most; split it into several values joined by "|"',
    ],
    ['pos=/V.*/', '"pos" takes no regular expression; write its values, joined by "|"'],
    ['tag=/V.*/', '"tag" takes no regular expression; VB* stands for all that begin so'],
  ])('[%s] is a fault', (condition, fault) => {
    const [found = ''] = faultsOf(() => rules(condition));
    expect(found.replace(/^f\.yaml:1:\d+ pattern: /u, '')).toEqual(fault);
  });

  it('points at the expression', () => {
    expect(faultsOf(() => rules('lemma=a|/b(/'))[0]).toMatch(/^f\.yaml:1:\d+ pattern: not a regular/u);
  });

  it('ends for expressions that make backtracking matchers stall', () => {
    const word = `${'a'.repeat(90)}b`;
    expect(matches('word=/(a|aa|a?)*(a*)*c/', word)).toBe(false);
    expect(matches('word=/(a|aa|a?)*(a*)*b/', word)).toBe(true);
  });

  it('never throws anything but a fault, whatever stands between the slashes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab()[]{}|*+?^$.\\dwpLPC,-:<>=!019'), maxLength: 40 }),
        (text) => {
          const faults = faultsOf(() => rules(`word=/${text}/`));
          if (faults.length === 0) expect(typeof matches(`word=/${text}/`, 'abba')).toBe('boolean');
        },
      ),
      { numRuns: 500 },
    );
  });
});
