import { describe, expect, it } from 'vitest';
import { documentOf } from '../document.ts';
import { treeDocument } from '../tree-document.ts';
import { compileRules } from '../../../src/rules/index.ts';
import { faultsOf, read, rulesOf } from './language.ts';

const TEXT =
  '[City|organization] beat/VBD bitter/JJ rivals/NNS [United|organization] ; [Omar|person] fought/VBD:fight [Lyon|location]';
const RIVALS = { id: 'rivals', relation: 'opposes', tokens: '@source beat bitter rivals @target' };
const FIGHT = { id: 'fight', relation: 'opposes', tokens: '@source fought @target' };
const suppressed = (suppress: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  read(
    rulesOf({
      rules: [{ ...RIVALS, ...more }, FIGHT],
      suppress: [{ id: 's', relations: ['opposes'], ...suppress }],
    }),
    documentOf(TEXT),
  );
const [CITY, OMAR] = ['City opposes United', 'Omar opposes Lyon'];

describe('Suppression: a rule may say "this is not a match" and win over others', () => {
  it('takes away a match that shares a word with it', () => {
    expect(suppressed({ tokens: 'bitter rivals' })).toEqual([OMAR]);
    expect(suppressed({ tokens: 'lukewarm rivals' })).toEqual([CITY, OMAR]);
  });

  it('means the arguments it names', () => {
    expect(suppressed({ tokens: 'rivals @target' })).toEqual([OMAR]);
    expect(suppressed({ tokens: '@target beat' })).toEqual([CITY, OMAR]);
  });

  it('reaches over the whole sentence where it says so', () => {
    expect(suppressed({ tokens: 'bitter rivals', reach: 'sentence' })).toEqual([]);
  });

  it('is for the relations it names, or all', () => {
    expect(suppressed({ tokens: 'bitter rivals', relations: ['supports'] })).toEqual([CITY, OMAR]);
    expect(suppressed({ tokens: 'bitter rivals', relations: 'all' })).toEqual([OMAR]);
  });

  it('wins whatever the confidence, but not over a rule of higher priority', () => {
    expect(suppressed({ tokens: 'bitter rivals' }, { confidence: 1, status: 'asserted' })).toEqual([OMAR]);
    expect(suppressed({ tokens: 'bitter rivals' }, { priority: 1 })).toEqual([CITY, OMAR]);
    expect(suppressed({ tokens: 'bitter rivals', priority: 1 }, { priority: 1 })).toEqual([OMAR]);
  });

  it('leaves the field to no other match of the same pair that it reaches', () => {
    const rules = rulesOf({
      rules: [RIVALS, { id: 'other', relation: 'opposes', tokens: '@source ... @target', confidence: 0.1 }],
      suppress: [{ id: 's', relations: ['opposes'], tokens: 'beat bitter rivals' }],
    });
    expect(
      read(rules, documentOf('[City|organization] beat/VBD bitter/JJ rivals/NNS [United|organization]')),
    ).toEqual([]);
  });

  it('may be a tree pattern, with or without ends', () => {
    const document = treeDocument(
      '[City|organization] beat/VBD:beat its rival/NN [United|organization]',
      'nsubj<2 root nmod:poss<4 obj<2 appos<4',
    );
    const tree = { trigger: { lemma: 'beat' }, with: { path: 'object', lemma: 'rival' } };
    const rule = { id: 'beat', relation: 'opposes', tokens: '@source beat ... @target' };
    const by = (pattern: unknown) =>
      read(rulesOf({ rules: [rule], suppress: [{ id: 's', relations: 'all', tree: pattern }] }), document);
    expect(by(tree)).toEqual([]);
    expect(by({ ...tree, target: { path: 'object' } })).toEqual([]);
    expect(by({ ...tree, target: { path: 'subject' } })).toEqual(['City opposes United']);
    expect(by({ ...tree, unless: { path: 'object' } })).toEqual(['City opposes United']);
  });
});

describe('faults of suppressions', () => {
  it.each([
    [
      '{ id: s, relations: [opposs], tokens: x }',
      'f.yaml:4:26 relation "opposs" is not declared; did you mean "opposes"?',
    ],
    [
      '{ id: s, relations: all }',
      'f.yaml:4:5 a rule has "tokens", "tree", or both; this one has neither; write a pattern, such as tokens: "@source [lemma=fund pos=VERB] @target"',
    ],
    [
      '{ id: s, relations: all, tokens: x, reech: match }',
      'f.yaml:4:41 unknown key "reech"; did you mean "reach"?',
    ],
    [
      '{ id: s, relations: all, tokens: "x?" }',
      'f.yaml:4:39 pattern: this pattern matches where there is nothing; write a word that must be there',
    ],
    [
      '{ id: s, relations: all, tree: { trigger: { pos: VERB } } }',
      expect.stringContaining('f.yaml:4:47 tree: the trigger has neither a lemma nor a word'),
    ],
  ])('%s', (suppress, fault) => {
    const text = `extract: 1\nrelations: { opposes: { source: [actor], target: [actor] } }\nsuppress:\n  - ${suppress}\n`;
    expect(faultsOf(() => compileRules([{ name: 'f.yaml', text }]))).toEqual([fault]);
  });

  it('share no id with a rule', () => {
    expect(
      faultsOf(() => rulesOf({ rules: [FIGHT], suppress: [{ id: 'fight', relations: 'all', tokens: 'x' }] })),
    ).toEqual([expect.stringContaining('rule id "fight" is used already')]);
  });

  it('can be disabled', () => {
    const text = 'extract: 1\nsuppress: [{ id: s, relations: all, tokens: x }]\n';
    expect(compileRules([{ name: 'f.yaml', text }], { disabled: ['s'] }).suppressions).toEqual([]);
  });
});
