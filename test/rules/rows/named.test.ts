import { expect, it } from 'vitest';
import { extract } from '../../../src/library.ts';
import { compileRules } from '../../../src/rules/index.ts';
import { file } from './language.ts';

const rulesWith = (more: Record<string, unknown>) =>
  compileRules([
    file('f.yaml', {
      relations: { 'located-in': { source: ['actor', 'event'], target: ['location'], ...more } },
      rules: [{ id: 'sits', relation: 'located-in', tokens: '@source sat in @target' }],
    }),
  ]);

const sources = (text: string, more: Record<string, unknown> = {}): string[] => {
  const { nodes, edges } = extract([{ text }], { rules: rulesWith(more) });
  return edges.map(({ source }) => nodes.find(({ key }) => key === source)!.attributes.label);
};

it('asks for a source with a name of its own, for the types that the relation says', () => {
  const text = 'Police sat in Paris on Monday. Angela Merkel sat in Berlin on Monday.';
  expect(sources(text)).toEqual(expect.arrayContaining(['Police', 'Angela Merkel']));
  expect(sources(text, { named: ['person', 'organization', 'group'] })).toEqual(['Angela Merkel']);
  expect(sources(text, { named: ['event'] })).toHaveLength(2);
});
