import { describe, expect, it } from 'vitest';
import { extract } from '../../src/library.ts';
import { compileRules } from '../../src/rules/index.ts';

const rulesWith = (intent: string) =>
  compileRules([
    {
      name: 'test.yaml',
      text: `
extract: 1
relations:
  fights: { source: [actor], target: [actor]${intent} }
rules:
  - id: fights
    relation: fights
    tree:
      trigger: { lemma: fight|sue, pos: VERB }
      source: { path: subject }
      target: { path: object }
`,
    },
  ]);

const statuses = (text: string, intent: string): string[] =>
  extract([{ text: `${text}\n`, source: 'article.txt' }], { rules: rulesWith(intent) }).edges.map(
    ({ attributes }) => attributes.status,
  );

describe('what somebody means to do', () => {
  it.each([
    'Norway threatened to sue Hungary.',
    'Norway vowed to fight Hungary.',
    'Norway wants to sue Hungary.',
    'Norway is trying to fight Hungary.',
  ])('counts for a relation that says so, and else is uncertain: %s', (text) => {
    expect(statuses(text, ', intent: counts')).toEqual(['asserted']);
    expect(statuses(text, '')).toEqual(['uncertain']);
  });

  it.each(['Norway is expected to sue Hungary.', 'Norway may sue Hungary.'])(
    'is not what others expect: %s',
    (text) => {
      expect(statuses(text, ', intent: counts')).toEqual(['uncertain']);
    },
  );

  it('is not what one wants of another', () => {
    expect(statuses('Norway wants Hungary to sue Germany.', ', intent: counts')).not.toContain('asserted');
  });
});
