import { describe, expect, it } from 'vitest';
import { extract } from '../../src/library.ts';

const claimants = (sentence: string): string[] =>
  extract([{ text: `A day of two blasts\n\n${sentence}\n` }])
    .edges.filter(({ attributes }) => attributes.relation === 'claimed-responsibility')
    .map(({ source }) => source);

it.each([
  [
    'known as',
    'The Northern League’s affiliate in Ostmark, known as the Ostmark Front (OF), claimed responsibility for the bombing in Dalby.',
    ['organization/ostmark-front'],
  ],
  [
    'apposition',
    'A third group, the River Guard, claimed responsibility for the bombing in Dalby.',
    ['organization/river-guard'],
  ],
])('a noun beside another name is nobody besides it: %s', (_, sentence, expected) => {
  expect(claimants(sentence)).toEqual(expected);
});

it.each([
  'A senior partner, Anna Holm, rejected the treaty.',
  'Anna Holm, a senator from Dalby, rejected the treaty.',
  'The main opposition Free Citizens party rejected the treaty.',
  'The far-left Free Citizens party rejected the treaty.',
])('what says what a name is stands for nobody: %s', (sentence) => {
  const { edges } = extract([{ text: `A day of talks\n\n${sentence}\n` }]);
  const sources = edges
    .filter(({ attributes }) => attributes.relation === 'opposes')
    .map(({ source }) => source);
  expect(sources).toEqual([/Anna/u.test(sentence) ? 'person/anna-holm' : 'organization/free-citizens']);
});

it('a body without a name acts where nothing named before can be meant', () => {
  const sources = (text: string): string[] =>
    extract([{ text: `A day of talks\n\n${text}\n` }])
      .edges.filter(({ attributes }) => attributes.relation === 'opposes')
      .map(({ source }) => source.replace(/-[0-9a-f]{6}$/u, ''));
  expect(sources('The church rejected the treaty.')).toEqual(['organization/church']);
  expect(sources('The Dalby Council met. The church rejected the treaty.')).toEqual(['organization/church']);
  expect(sources('The Church of Dalby met. The church rejected the treaty.')).not.toContain(
    'organization/church',
  );
});

it('rebels without a name act where no armed group was named before', () => {
  const sources = (text: string): string[] =>
    extract([{ text: `A day of talks\n\n${text}\n` }])
      .edges.filter(({ attributes }) => attributes.relation === 'attacked')
      .map(({ source }) => source.replace(/-[0-9a-f]{6}$/u, ''));
  expect(sources('The rebels attacked Dalby.')).toEqual(['group/rebels']);
  expect(sources('The Tide Front met. The rebels attacked Dalby.')).not.toContain('group/rebels');
});

describe('fighters told of before the group is named', () => {
  const attackers = (text: string): string[] =>
    extract([{ text: `A day of war\n\n${text}\n` }])
      .edges.filter(({ attributes }) => attributes.relation === 'attacked')
      .map(({ source }) => source.replace(/-[0-9a-f]{6}$/u, ''));
  const named = 'The insurgent group Tide Front said nothing.';

  it('are the only armed group of the article', () => {
    expect(attackers(`Armed rebels stormed Dalby. ${named}`)).toEqual(['organization/tide-front']);
  });
  it('are others where words before the noun tell them from it', () => {
    expect(attackers(`Danish rebels stormed Dalby. ${named}`)).toEqual(['group/danish-rebels']);
  });
});

it('a victim without a name is the one whom the story names next as a victim', () => {
  const { edges } = extract([
    { text: 'A killing\n\nGunmen killed a cleric on Sunday.\n\nPeter Holm, 61, was shot near his home.\n' },
  ]);
  const attacked = edges.filter(({ attributes }) => attributes.relation === 'attacked');
  expect(attacked.map(({ target }) => target)).toEqual(['person/peter-holm']);
});

it('the adjective of a country before a noun is no name', () => {
  const { nodes } = extract([
    { text: 'A day of war\n\nUgandan troops killed Peter Holm.\n\nThe Ugandan army said so.\n' },
  ]);
  const labels = nodes.map(({ attributes }) => attributes.label);
  expect(labels).toContain('Ugandan troops');
  expect(labels).not.toContain('Ugandan');
});
