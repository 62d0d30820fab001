import { describe, expect, it } from 'vitest';
import { compileRules } from '../../src/rules/index.ts';
import { countedMatches } from '../../src/rules/match.ts';
import { documentOf } from './document.ts';
import { matched, onlyMatch, pairs, ruleOf } from './helpers.ts';

const CLAIM = '[RFB|organization] claimed/VBD:claim the [attack|event]';
const HIT = ['RFB -> attack'];

describe('words', () => {
  it('matches a bare word in any case', () => {
    expect(matched('@source CLAIMED @target', CLAIM)).toEqual(HIT);
    expect(matched('@source denied @target', CLAIM)).toEqual([]);
  });

  it('takes curly and straight apostrophes for the same', () => {
    expect(
      matched('@source didn’t stop @target', "[RFB|organization] didn't/VBD stop/VB [Oslo|location]"),
    ).toHaveLength(1);
    expect(
      matched("@source didn't stop @target", '[RFB|organization] didn’t/VBD stop/VB [Oslo|location]'),
    ).toHaveLength(1);
  });

  it('takes quoted words as they stand, signs included', () => {
    expect(matched('@source "claimed the" @target', CLAIM)).toEqual(HIT);
    expect(matched('@source "?" @target', '[RFB|organization] ? [Oslo|location]')).toHaveLength(1);
  });

  it('matches a comma without quotes', () => {
    expect(matched('@source , @target', '[Lyon|location] , [France|location]')).toEqual(['Lyon -> France']);
  });

  it('matches any token with _', () => {
    expect(matched('@source _ @target', CLAIM)).toEqual(HIT);
    expect(matched('@source _ _ _ @target', CLAIM)).toEqual([]);
  });
});

describe('conditions', () => {
  it('asks all conditions of one token', () => {
    expect(matched('@source [lemma=claim pos=VERB tag=VBD word=claimed] @target', CLAIM)).toEqual(HIT);
    expect(matched('@source [lemma=claim pos=NOUN] @target', CLAIM)).toEqual([]);
  });

  it('takes alternatives, negation and a tag by its beginning', () => {
    expect(matched('@source [lemma=deny|claim] @target', CLAIM)).toEqual(HIT);
    expect(matched('@source [lemma!=deny] @target', CLAIM)).toEqual(HIT);
    expect(matched('@source [lemma!=claim] @target', CLAIM)).toEqual([]);
    expect(matched('@source [tag=VB*] @target', CLAIM)).toEqual(HIT);
    expect(matched('@source [tag=NN*] @target', CLAIM)).toEqual([]);
  });

  it('takes a vocabulary as a value', () => {
    expect(matched('@source [lemma=$claim pos=VERB] @target', CLAIM)).toEqual(HIT);
    expect(matched('@source [lemma!=$place] @target', CLAIM)).toEqual(HIT);
  });

  it('asks the conditions of the first word of a phrase', () => {
    const text = '[RFB|organization] took/VBD:take credit for the [attack|event]';
    expect(matched('@source [lemma=$claim pos=VERB] @target', text)).toEqual(HIT);
    expect(matched('@source [lemma=$claim pos=NOUN] @target', text)).toEqual([]);
  });
});

describe('vocabularies', () => {
  it('matches lemmas and phrases of lemmas', () => {
    expect(matched('@source $claim @target', CLAIM)).toEqual(HIT);
    expect(
      matched('@source $claim @target', '[RFB|organization] took/VBD:take credit for the [attack|event]'),
    ).toEqual(HIT);
    expect(matched('@source $claim @target', '[RFB|organization] took/VBD:take the [attack|event]')).toEqual(
      [],
    );
  });
});

describe('groups, repeats and gaps', () => {
  const sentence = (middle: string): string => `[RFB|organization] ${middle} [Oslo|location]`;

  it('matches either alternative', () => {
    expect(matched('@source ( left | entered ) @target', sentence('entered/VBD'))).toHaveLength(1);
    expect(matched('@source ( left | entered | now hit ) @target', sentence('now hit/VBD'))).toHaveLength(1);
    expect(matched('@source ( left | entered ) @target', sentence('hit/VBD'))).toEqual([]);
  });

  it.each([
    ['very? hit', [0, 1]],
    ['very* hit', [0, 1, 2, 3]],
    ['very+ hit', [1, 2, 3]],
    ['very{2} hit', [2]],
    ['(very){1,2} hit', [1, 2]],
  ])('repeats %s as often as said', (pattern, counts) => {
    const matching = [0, 1, 2, 3].filter(
      (count) =>
        matched(`@source ${pattern} @target`, sentence(`${'very/RB '.repeat(count)}hit/VBD`)).length > 0,
    );
    expect(matching).toEqual(counts);
  });

  it('bounds * and gaps at twenty', () => {
    const after = (count: number): string => sentence(`${'very/RB '.repeat(count)}hit/VBD`);
    expect(matched('@source very* hit @target', after(20))).toHaveLength(1);
    expect(matched('@source very* hit @target', after(21))).toEqual([]);
    expect(matched('@source ... hit @target', after(20))).toHaveLength(1);
    expect(matched('@source ... hit @target', after(21))).toEqual([]);
  });

  it('bounds a gap as said', () => {
    expect(matched('@source ..{0,1} hit @target', sentence('very/RB hit/VBD'))).toHaveLength(1);
    expect(matched('@source ..{0,1} hit @target', sentence('very/RB very/RB hit/VBD'))).toEqual([]);
  });

  it('passes auxiliaries, adverbs and negation with %aux', () => {
    expect(matched('@source %aux* hit @target', sentence('has not repeatedly hit/VBN'))).toHaveLength(1);
    expect(matched('@source %aux* hit @target', sentence('men hit/VBN'))).toEqual([]);
  });
});

describe('edges and lookahead', () => {
  it('anchors to the start and the end of the sentence', () => {
    expect(matched('< @source claimed @target >', CLAIM)).toEqual(HIT);
    expect(matched('< @source claimed @target', `Meanwhile/RB , ${CLAIM}`)).toEqual([]);
    expect(matched('@source claimed @target >', `${CLAIM} .`)).toEqual([]);
  });

  it('refuses what a negative lookahead finds', () => {
    expect(matched('@source claimed @target !( on #location )', `${CLAIM} .`)).toEqual(HIT);
    expect(matched('@source claimed @target !( on #location )', `${CLAIM} on [Oslo|location]`)).toEqual([]);
    expect(matched('@source !(claimed the attack) claimed @target', CLAIM)).toEqual([]);
  });
});

describe('mentions', () => {
  it('takes only types the relation allows', () => {
    expect(matched('@source claimed @target', '[May|date] claimed/VBD:claim the [attack|event]')).toEqual([]);
  });

  it('narrows types, kinds and the head word', () => {
    expect(matched('@source[type=organization] claimed @target', CLAIM)).toEqual(HIT);
    expect(matched('@source[type=person|group] claimed @target', CLAIM)).toEqual([]);
    expect(matched('@source[type=actor] claimed @target[lemma=attack|raid]', CLAIM)).toEqual(HIT);
    expect(matched('@source claimed @target[lemma=raid]', CLAIM)).toEqual([]);
    expect(
      matched('@source[kind=name] claimed @target', '[It|organization~pronoun] claimed/VBD the [raid|event]'),
    ).toEqual([]);
  });

  it('passes a mention with # without capturing it', () => {
    const text = '[RFB|organization] told/VBD [AFP|organization] it claimed/VBD:claim the [attack|event]';
    expect(matched('@source told #organization it claimed @target', text)).toEqual(HIT);
    expect(matched('@source told #actor it claimed @target', text)).toEqual(HIT);
    expect(matched('@source told #location it claimed @target', text)).toEqual([]);
  });

  it('consumes a mention whole, the nested one as well', () => {
    const text = '[RFB|organization] claimed/VBD:claim the [attack on [Oslo|location]|event]';
    expect(matched('@source claimed @target', text)).toEqual(['RFB -> attack on Oslo']);
    expect(matched('@source claimed the attack on @target', text)).toEqual(['RFB -> Oslo']);
  });

  it('passes over mentions that stayed unresolved', () => {
    expect(matched('@source claimed @target', '[They|none] claimed/VBD the [attack|event]')).toEqual([]);
  });

  it('never relates an entity to itself', () => {
    expect(
      matched('@source claimed @target', '[RFB|organization#x] claimed/VBD [RFB|organization#x]'),
    ).toEqual([]);
  });

  it('takes no part of a longer phrase for the argument', () => {
    const text = (after: string): string => `[RFB|organization] condemned/VBD [Oslo|location] ${after}`;
    expect(matched('@source condemned @target', text("'s mayor"))).toEqual([]);
    expect(matched('@source condemned @target', text('airport'))).toEqual([]);
    expect(matched('@source condemned @target', text('Tuesday'))).toHaveLength(1);
    expect(matched("@source condemned @target 's mayor", text("'s mayor"))).toHaveLength(1);
  });

  it('finds a subject only where no preposition governs it', () => {
    const pattern = '@source[role=subject] claimed @target';
    expect(matched(pattern, CLAIM)).toEqual(HIT);
    expect(matched(pattern, `fighters of the militant group ${CLAIM}`)).toEqual([]);
    expect(matched(pattern, `In [Mali|location] ${CLAIM}`)).toEqual(HIT);
  });
});

describe('triggers', () => {
  const triggerOf = (tokens: string): string[] => {
    const text = '[RFB|organization] has claimed/VBN:claim full responsibility for the [attack|event]';
    const document = documentOf(text);
    return onlyMatch(ruleOf(tokens), text).trigger.map(({ firstToken, endToken }) =>
      document.article.text.slice(document.tokens.start[firstToken], document.tokens.end[endToken - 1]),
    );
  };

  it('is the words the pattern names', () => {
    expect(triggerOf('@source %aux* [lemma=claim] _? responsibility for @target')).toEqual([
      'claimed',
      'responsibility for',
    ]);
  });

  it('is what ^( ) marks, where it is given', () => {
    expect(triggerOf('@source %aux* ^([lemma=claim] _) responsibility for @target')).toEqual([
      'claimed full',
    ]);
  });

  it('is what stands between the arguments, where the pattern names no word', () => {
    expect(triggerOf('@source %aux* ..{1,6} @target')).toEqual(['has claimed full responsibility for the']);
  });
});

describe('exclude', () => {
  it('vetoes a match that shares a word with it', () => {
    const rules = ruleOf('@source claimed @target', {
      exclude: ['claimed the attack on paper', 'never @source'],
    });
    expect(pairs(rules, CLAIM)).toEqual(HIT);
    expect(pairs(rules, `${CLAIM} on paper`)).toEqual([]);
    expect(pairs(rules, `never ${CLAIM}`)).toEqual([]);
    expect(pairs(rules, `never [Oslo|location] ; ${CLAIM}`)).toEqual(HIT);
  });
});

describe('cost', () => {
  /** Instructions run on a sentence of `count` words. */
  const steps = (tokens: string, count: number): number => {
    const document = documentOf(`[RFB|organization] [Oslo|location] ${'a/NN '.repeat(count)}`);
    return countedMatches(ruleOf(tokens), document).steps;
  };

  it.each([
    '@source (a* a*)* b @target',
    '@source ((a|a)+ a?)+ @target',
    '@source ... a ... a ... a ... b @target',
    'a* a* a* a* a* @source b @target',
    '@source !( (a* a*)* b ) a* @target',
  ])('grows linearly with the sentence for %s', (pattern) => {
    const [once, twice] = [steps(pattern, 200), steps(pattern, 400)];
    expect(twice).toBeLessThan(once * 2.2 + 100);
  });

  it('does not grow with rules whose words are not in the text', () => {
    const rules = (count: number) =>
      compileRules([
        {
          name: 'many.yaml',
          text: `extract: 1\nrelations: { says: { source: [actor], target: [event] } }\nrules:\n${Array.from(
            { length: count },
            (_, index) =>
              `  - { id: rule-${index}, relation: says, tokens: "@source word${index} @target" }\n`,
          ).join('')}`,
        },
      ]);
    const document = documentOf('[RFB|organization] word1/VBD the [attack|event]');
    expect(countedMatches(rules(300), document)).toEqual(countedMatches(rules(3), document));
  });
});
