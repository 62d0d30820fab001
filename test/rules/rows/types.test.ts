import { describe, expect, it } from 'vitest';
import { compileRules } from '../../../src/rules/index.ts';
import { documentOf } from '../document.ts';
import { faultsOf, file, read, rulesOf } from './language.ts';

const rules = (types: Record<string, unknown>, source: readonly string[], pattern: string) =>
  rulesOf({
    types,
    relations: { holds: { source, target: ['location'] } },
    rules: [{ id: 'holds', relation: 'holds', tokens: pattern }],
  });

const PATTERN = '@source holds @target';
const line = (type: string) => documentOf(`[Red Front|${type}] holds/VBZ:hold [Lyon|location]`);

describe('Typed arguments: types form a small taxonomy; rules may extend it', () => {
  it.each([
    ['a kind of organization', { is: 'organization' }, 'organization', true],
    ['an actor through its kind', { is: 'organization' }, 'actor', true],
    ['an actor by itself', { is: 'actor' }, 'actor', true],
    ['no organization when it is only an actor', { is: 'actor' }, 'organization', false],
    ['nothing but itself', {}, 'actor', false],
    ['itself', {}, 'militia', true],
    ['all of several kinds', { is: ['person', 'group'] }, 'group', true],
  ])('a declared type is %s', (_, militia, source, found) => {
    expect(read(rules({ militia }, [source], PATTERN), line('militia'))).toEqual(
      found ? ['Red Front holds Lyon'] : [],
    );
  });

  it('a kind of a declared type counts as both', () => {
    const types = { brigade: { is: 'militia' }, militia: { is: 'organization' } };
    expect(read(rules(types, ['organization'], PATTERN), line('brigade'))).toHaveLength(1);
    expect(read(rules(types, ['brigade'], PATTERN), line('militia'))).toEqual([]);
  });

  it('patterns name declared types', () => {
    const types = { militia: { is: 'organization' } };
    const narrow = rules(types, ['actor'], '@source[type=militia] holds @target');
    expect(read(narrow, line('militia'))).toHaveLength(1);
    expect(read(narrow, line('organization'))).toEqual([]);
  });

  it('one file uses the types of another', () => {
    const files = [
      file('a.yaml', { types: { militia: { is: 'organization' } } }),
      file('b.yaml', {
        relations: { holds: { source: ['militia'], target: ['location'] } },
        rules: [{ id: 'holds', relation: 'holds', tokens: PATTERN }],
      }),
    ];
    expect(read(compileRules(files), line('militia'))).toHaveLength(1);
    expect(read(compileRules(files.reverse()), line('militia'))).toHaveLength(1);
  });
});

describe('a type', () => {
  const declared = (...types: string[]): string[] =>
    faultsOf(() =>
      compileRules(
        types.map((text, i) => ({ name: `${'ab'[i]}.yaml`, text: `extract: 1\ntypes:\n${text}\n` })),
      ),
    );

  it.each([
    [
      '  militia: { is: organisation }',
      'a.yaml:3:18 there is no entity type "organisation"; did you mean "organization"?',
    ],
    [
      '  militia: { is: [actor, perso] }',
      'a.yaml:3:26 there is no entity type "perso"; did you mean "person"?',
    ],
    ['  person: { is: actor }', 'a.yaml:3:3 "person" comes with the program; give the new type another name'],
    [
      '  a: { is: b }\n  b: { is: a }',
      'a.yaml:3:3 type "a" is a kind of itself, by way of b; take one "is" out of the circle',
    ],
    ['  militia: { iss: actor }', 'a.yaml:3:14 unknown key "iss"; did you mean "is"?'],
    [
      '  Militia: {}',
      'a.yaml:3:3 an entity type is written in lower case letters, digits and hyphens, such as "claim-verb"; rename it',
    ],
  ])('%j: %s', (text, fault) => {
    expect(declared(text)[0]).toBe(fault);
  });

  it('is declared once, or twice in the same words', () => {
    expect(declared('  militia: { is: organization }', '  militia: { is: organization }')).toEqual([]);
    expect(declared('  militia: { is: organization }', '  militia: { is: group }')).toEqual([
      'b.yaml:3:3 type "militia" is declared otherwise in a.yaml:3:3; declare it once',
    ]);
  });

  it('that is a class is no type of a thing', () => {
    expect(
      faultsOf(() =>
        compileRules([
          { name: 'a.yaml', text: 'extract: 1\nentities:\n  - { canonical: RF, type: actor }\n' },
        ]),
      ),
    ).toEqual([expect.stringMatching(/^a\.yaml:3:28 there is no entity type "actor"/u)]);
  });
});
