import { describe, expect, it } from 'vitest';
import { extract } from '../../src/library.ts';
import { edgesOf } from '../support/edges.ts';

const attacks = (text: string): string[] =>
  edgesOf(text, 'attacked').map(({ source, target, status }) => `${source} > ${target} ${status}`);

describe('who is behind an attack that another sentence tells of', () => {
  it.each([
    ['A bombing struck the town of Haifa. Israel blamed Hamas for the attack.', 'Hamas > Haifa uncertain'],
    ['The bombing of Haifa shook Israel. Israel attributed the attack to Hamas.', 'Hamas > Haifa uncertain'],
    ['A suicide bombing in Haifa killed nine. Hamas carried out the attack.', 'Hamas > Haifa asserted'],
    [
      'Maria Silva was stabbed in Lyon on Friday. Police arrested John Miller over the stabbing.',
      'John Miller > Maria Silva uncertain',
    ],
    [
      'The murder of Maria Silva shocked Lyon. John Miller was convicted of the murder.',
      'John Miller > Maria Silva asserted',
    ],
  ])('is an attack on whom or what it struck: %s', (text, edge) => {
    expect(attacks(text)).toEqual([edge]);
  });

  it.each([
    // A country is where something was, not what was struck.
    'An explosion in Lebanon killed nine. Israel blamed Hamas for the explosion.',
    // Nobody says whom or what.
    'An attack killed nine. Israel blamed Hamas for the attack.',
    // A claim is the claimant's word alone.
    'A suicide bombing in Haifa killed nine. Hamas claimed responsibility for the attack.',
  ])('is nothing where no sentence tells: %s', (text) => {
    expect(attacks(text)).toEqual([]);
  });
});

describe('the evidence of such an edge', () => {
  it('leads from the words for the event to those for what it struck', () => {
    const text = 'A bombing struck the town of Haifa. Israel blamed Hamas for the attack.\n';
    const { edges } = extract([{ text, source: 'article.txt' }]);
    const [evidence] = edges.find(({ attributes }) => attributes.relation === 'attacked')!.attributes
      .evidence;
    const step = evidence!.resolved.find(({ method }) => method === 'event-frame')!;
    expect(text.slice(...step.from)).toBe('the attack');
    expect(text.slice(...step.to)).toBe('Haifa');
  });
});
