import { describe, expect, it } from 'vitest';
import { compileRules } from '../../../src/rules/index.ts';
import { treeDocument } from '../tree-document.ts';
import { faultsOf, read, rulesOf } from './language.ts';

const rules = (tokens: string | string[], combine?: string) =>
  rulesOf({
    rules: [
      {
        id: 'r',
        relation: 'opposes',
        tree: { trigger: { lemma: 'fight' }, source: { path: 'subject' }, target: { path: 'object' } },
        tokens,
        ...(combine && { combine }),
      },
    ],
  });
const document = treeDocument(
  '[RFB|organization] openly/RB fights/VBZ:fight [Oslo|location] and/CC [Lyon|location]',
  'nsubj<3 advmod<3 root obj<3 cc<6 conj<4',
);
const BOTH = ['RFB opposes Oslo', 'RFB opposes Lyon'];

describe('Token patterns and tree patterns, in one rule if wanted', () => {
  it('match on their own', () => {
    expect(read(rules('@source fought with @target'), document)).toEqual(BOTH);
    expect(read(rules('@source fought with @target', 'either'), document)).toEqual(BOTH);
  });

  it('match together where the rule says so', () => {
    expect(read(rules('openly fights', 'both'), document)).toEqual(BOTH);
    expect(read(rules('secretly fights', 'both'), document)).toEqual([]);
    expect(read(rules(['secretly fights', 'openly'], 'both'), document)).toEqual([]);
    expect(read(rules(['secretly fights', 'openly fights'], 'both'), document)).toEqual(BOTH);
  });

  it('mean the same arguments where the token pattern names them', () => {
    expect(read(rules('@source ... and @target', 'both'), document)).toEqual(['RFB opposes Lyon']);
    expect(read(rules('@target ... @source', 'both'), document)).toEqual([]);
  });

  it('are both there where both are asked for', () => {
    const text =
      'extract: 1\nrelations: { opposes: { source: [actor], target: [actor] } }\nid: a\nrelation: opposes\ncombine: both\ntokens: "@source x @target"\n';
    expect(faultsOf(() => compileRules([{ name: 'f.yaml', text }]))).toEqual([
      'f.yaml:5:10 "combine: both" is for a rule with "tokens" and "tree"; add the other of the two, or take it out',
    ]);
  });
});
