import { describe, expect, it } from 'vitest';
import { documentOf } from '../document.ts';
import { treeDocument } from '../tree-document.ts';
import { compileRules } from '../../../src/rules/index.ts';
import { faultsOf, read, rulesOf, RELATIONS } from './language.ts';

const A = '[Minister|person]';
const OPPOSE = {
  id: 'oppose',
  relation: 'opposes',
  tree: {
    trigger: { lemma: 'oppose' },
    source: { path: 'subject' },
    target: { path: 'object|object > nmod' },
  },
};
const rule = (except: unknown, more: Record<string, unknown> = {}) =>
  rulesOf({ rules: [{ ...OPPOSE, except: [except], ...more }] });

/** "Minister opposed NOUN against Chad": the target is Chad, as it hangs on the object. */
const opposed = (noun: string) =>
  treeDocument(
    `${A} opposed/VBD:oppose ${noun} against/IN [Chad|location]`,
    'nsubj<2 root obj<2 case<5 nmod<3',
  );
const SANCTIONS = opposed('sanctions/NNS:sanction');
const TALKS = opposed('talks/NNS:talk');
const when = { with: { path: 'object', lemma: 'sanction|expulsion' } };

describe('Object-driven exceptions: a rule can exclude, redirect or swap by what fills a slot', () => {
  it('excludes', () => {
    const rules = rule({ when, then: 'exclude' });
    expect(read(rules, SANCTIONS)).toEqual([]);
    expect(read(rules, TALKS)).toEqual(['Minister opposes Chad']);
  });

  it('states another relation: oppose + sanctions against X is support for X', () => {
    const rules = rule({ when, then: { relation: 'supports', status: 'uncertain', confidence: 0.5 } });
    expect(read(rules, SANCTIONS)).toEqual(['Minister supports Chad (uncertain)']);
    expect(read(rules, TALKS)).toEqual(['Minister opposes Chad']);
  });

  it('redirects an end by a path from the trigger', () => {
    const rules = rulesOf({
      rules: [
        {
          ...OPPOSE,
          tree: { ...OPPOSE.tree, target: { path: 'object' } },
          except: [
            {
              when: { target: { type: 'policy' } },
              then: { relation: 'supports', target: { path: 'object > nmod:against' } },
            },
          ],
        },
      ],
    });
    expect(read(rules, opposed('[sanctions/NNS:sanction|policy~nominal]'))).toEqual([
      'Minister supports Chad',
    ]);
    expect(read(rules, opposed('[talks/NNS:talk|event~nominal]'))).toEqual(['Minister opposes talks']);
  });

  it('leaves no match where the redirected end is not there or not of a type the relation takes', () => {
    const to = (path: string, relation: string) =>
      read(
        rulesOf({
          relations: { ...RELATIONS, hires: { source: ['actor'], target: ['person'] } },
          rules: [{ ...OPPOSE, except: [{ when, then: { relation, target: { path } } }] }],
        }),
        SANCTIONS,
      );
    expect(to('object > nmod:in', 'supports')).toEqual([]);
    expect(to('object > nmod', 'hires')).toEqual([]);
  });

  it('swaps', () => {
    const rules = rule({ when: { source: { type: 'person' } }, then: 'swap' });
    expect(read(rules, TALKS)).toEqual(['Chad opposes Minister']);
  });

  it.each([
    ['the lemma of what fills the target', { target: { lemma: 'chad' } }],
    ['the word of what fills the source', { source: { word: 'Minister', kind: 'name' } }],
    ['a type', { target: { type: 'person|location' } }],
    ['what the trigger does not have', { unless: { path: 'advmod' } }],
    ['the words around', { tokens: 'against @target' }],
    [
      'several conditions that all hold',
      { ...when, source: { type: 'person' }, tokens: 'sanctions against @target' },
    ],
  ])('goes by %s', (_, condition) => {
    expect(read(rule({ when: condition, then: 'exclude' }), SANCTIONS)).toEqual([]);
  });

  it.each([
    ['another lemma', { target: { lemma: 'niger' } }],
    ['another type', { source: { type: 'organization' } }],
    ['what the trigger has', { unless: { path: 'object' } }],
    ['words that stand elsewhere', { tokens: 'for @target' }],
    ['several conditions of which one does not hold', { ...when, source: { type: 'organization' } }],
  ])('does not go by %s', (_, condition) => {
    expect(read(rule({ when: condition, then: 'exclude' }), SANCTIONS)).toEqual(['Minister opposes Chad']);
  });

  it('takes the first exception that applies', () => {
    const rules = rulesOf({
      rules: [
        {
          ...OPPOSE,
          except: [
            { when, then: { relation: 'supports' } },
            { when, then: 'exclude' },
          ],
        },
      ],
    });
    expect(read(rules, SANCTIONS)).toEqual(['Minister supports Chad']);
  });

  it('works for token patterns: paths start at the word of the trigger that stands highest', () => {
    const rules = rulesOf({
      rules: [
        {
          id: 'surface',
          relation: 'opposes',
          tokens: '@source strongly opposed _ against @target',
          except: [{ when, then: { relation: 'supports' } }],
        },
      ],
    });
    const text = `${A} strongly/RB opposed/VBD:oppose sanctions/NNS:sanction against/IN [Chad|location]`;
    const document = treeDocument(text, 'nsubj<3 advmod<3 root obj<3 case<6 nmod<4');
    expect(read(rules, document)).toEqual(['Minister supports Chad']);
    // Without a tree, what is asked of the tree does not hold.
    expect(read(rules, documentOf(text))).toEqual(['Minister opposes Chad']);
  });
});

describe('faults of exceptions', () => {
  const faults = (except: string): string[] =>
    faultsOf(() =>
      compileRules([
        {
          name: 'f.yaml',
          text: `extract: 1\nrelations: { opposes: { source: [actor], target: [actor] } }\nid: a\nrelation: opposes\ntokens: "@source x @target"\nexcept:\n  - ${except}\n`,
        },
      ]),
    );
  it.each([
    [
      '{ when: { }, then: swap }',
      'f.yaml:7:13 "when" holds no condition, so this would always apply; ask for a source, a target, "with", "unless" or "tokens"',
    ],
    ['{ when: { wiht: { path: obj } }, then: swap }', 'f.yaml:7:15 unknown key "wiht"; did you mean "with"?'],
    [
      '{ when: { with: { path: objj } }, then: swap }',
      'f.yaml:7:29 tree: there is no relation "objj"; did you mean "obj"?',
    ],
    [
      '{ when: { with: { path: obj } }, then: exclud }',
      'f.yaml:7:44 "then" can\'t be "exclud"; did you mean "exclude"?',
    ],
    [
      '{ when: { with: { path: obj } }, then: { relation: opposs } }',
      'f.yaml:7:56 relation "opposs" is not declared; did you mean "opposes"?',
    ],
    [
      '{ when: { with: { path: obj } }, then: { } }',
      'f.yaml:7:44 "then" says nothing; write "exclude" or "swap", or what to change',
    ],
    [
      '{ when: { target: { type: persn } }, then: swap }',
      'f.yaml:7:31 tree: there is no entity type "persn"; did you mean "person"?',
    ],
    [
      '{ when: { tokens: "[lema=a]" }, then: swap }',
      'f.yaml:7:25 pattern: there is no condition "lema"; did you mean "lemma"?',
    ],
  ])('%s', (except, fault) => {
    expect(faults(except)).toEqual([fault]);
  });
});
