import { describe, expect, it } from 'vitest';
import { documentOf } from './document.ts';
import { matched, onlyMatch, ruleOf } from './helpers.ts';

const PATTERN = '@source[role=subject] %vg [lemma=claim] @target';
const END = 'claimed/VBD:claim the [raid|event] .';

/** The steps of the source of the only match, as `method: words read over`. */
function steps(sentence: string): string[] {
  const { article } = documentOf(sentence);
  return onlyMatch(ruleOf(PATTERN), sentence).source.steps.map(
    ({ method, to }) => `${method}: ${article.text.slice(to.start, to.end)}`,
  );
}

describe('what may stand between an argument and its verb', () => {
  it.each([
    ['nothing', `[RFB|organization] ${END}`, []],
    ['articles and other words of the phrase', `The Islamist group [RFB|organization] ${END}`, []],
    ['a bracketed acronym', `The [Red Front|organization] ( RF ) ${END}`, ['parenthesis: ( RF )']],
    ['an apposition', `[RFB|organization] , a small militia , ${END}`, ['apposition: , a small militia ,']],
    [
      '"known as"',
      `The [group|organization~nominal] , known/VBN as RFB , ${END}`,
      ['apposition: , known as RFB ,'],
    ],
    [
      'a relative clause',
      `[RFB|organization] , which was founded/VBN in 2010 , ${END}`,
      ['relative-clause: , which was founded in 2010 ,'],
    ],
    ['a relative pronoun', `[RFB|organization] , which has ${END}`, ['relative-clause: , which']],
    [
      'a participle clause',
      `[RFB|organization] , backed/VBN by troops/NNS , ${END}`,
      ['participle-clause: , backed by troops ,'],
    ],
    [
      'a prepositional phrase',
      `The [wing|organization] in the north ${END}`,
      ['prepositional-phrase: in the north'],
    ],
    ['a time', `[RFB|organization] on Sunday ${END}`, ['time: on Sunday']],
    [
      'another verb',
      `[RFB|organization] entered/VBD the town and ${END}`,
      ['shared-subject: entered the town and'],
    ],
  ])('reads over %s', (_what, sentence, expected) => {
    expect(steps(sentence)).toEqual(expected);
  });

  it('reads "as" and "like" before the first phrase of an article', () => {
    for (const first of ['As/IN', 'Like/IN', 'Including/VBG'])
      expect(() => matched(PATTERN, `${first} [RFB|organization] ${END}`)).not.toThrow();
  });

  it('gives each member of a list a match', () => {
    const sentence = `[RFB|organization] , the [Blue Front|organization] and [Omar|person] ${END}`;
    expect(matched(PATTERN, sentence)).toEqual(['RFB -> raid', 'Blue Front -> raid', 'Omar -> raid']);
    expect(
      matched(
        '@source claimed @target',
        '[RFB|organization] claimed/VBD the [raid|event] and the [blast|event]',
      ),
    ).toEqual(['RFB -> raid', 'RFB -> blast']);
  });

  it('takes the name given in an apposition', () => {
    const sentence = `Its wing , known/VBN as [Red Front|organization] , ${END}`;
    expect(matched(PATTERN, sentence)).toEqual(['Red Front -> raid']);
  });

  it('takes an example for its group', () => {
    expect(matched(PATTERN, `Groups/NNS like/IN [RFB|organization] ${END}`)).toEqual(['RFB -> raid']);
  });
});

describe('what ends an argument', () => {
  it.each([
    [
      'a clause of another subject',
      `[RFB|organization] said/VBD that [Omar|person] left/VBD and ${END}`,
      'RFB -> raid',
    ],
    ['a comma that closes nothing', `After [RFB|organization] left/VBD , the army ${END}`, 'RFB -> raid'],
    ['another name', `[RFB|organization] [Omar|person] ${END}`, 'RFB -> raid'],
    ['a full stop of a clause', `[RFB|organization] left/VBD ; later ${END}`, 'RFB -> raid'],
    ['a place and its country', `Men/NNS in [Lyon|location] , [France|location] , ${END}`, 'France -> raid'],
  ])('does not read over %s', (_what, sentence, wrong) => {
    expect(matched(PATTERN, sentence)).not.toContain(wrong);
  });

  it('leaves out the steps that a rule turns off', () => {
    const sentence = `[RFB|organization] entered/VBD the town and ${END}`;
    expect(matched(PATTERN, sentence)).toHaveLength(1);
    const rules = ruleOf(PATTERN, { without: ['shared-subject'] });
    expect(() => onlyMatch(rules, sentence)).toThrow('found 0');
  });
});
