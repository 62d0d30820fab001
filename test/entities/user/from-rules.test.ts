import { describe, expect, it } from 'vitest';
import { knownEntities, parseEntityFiles } from '../../../src/entities/index.ts';
import { UserErrors } from '../../../src/model/index.ts';
import { analyzeArticle } from '../../../src/pipeline/index.ts';
import { readArticle } from '../../../src/read/index.ts';
import { compileRules } from '../../../src/rules/index.ts';
import type { RuleSet } from '../../../src/rules/index.ts';

const HEAD = 'extract: 1\ntypes: { militia: { is: organization }, ship: {} }\n';
const rulesOf = (...files: string[]): RuleSet =>
  compileRules(
    files.map((text, i) => ({ name: `${'abc'[i]}.yaml`, text: `${i === 0 ? HEAD : 'extract: 1\n'}${text}` })),
  );

/** The entities of a text with the words of their mentions, as `type name: words, words`. */
function entities(rules: RuleSet, text: string, csv?: string): string[] {
  const article = readArticle('-', new TextEncoder().encode(text));
  const user =
    csv === undefined
      ? undefined
      : parseEntityFiles([{ file: 'e.csv', text: csv }], { types: rules.types.types });
  const found = analyzeArticle(article, { rules, assumeEnglish: true, ...(user && { entities: user }) });
  return found.entities.map(
    ({ type, name, mentions }) =>
      `${type} ${name}: ${mentions.map((index) => text.slice(found.mentions[index]?.start, found.mentions[index]?.end)).join(', ')}`,
  );
}

const faultsOf = (load: () => unknown): string[] => {
  try {
    load();
    return [];
  } catch (error) {
    if (!(error instanceof UserErrors)) throw error;
    return error.message.split('\n');
  }
};

describe('Entity rules in the same files: gazetteers with canonical names and aliases', () => {
  const rules = rulesOf(
    'entities:\n  - { canonical: Red Harvest, type: militia, aliases: [RH, Crimson Reapers] }\n',
  );

  it('give a thing its name and type by any of its names', () => {
    const text =
      'Red Harvest attacked the town of Larkos. The Crimson Reapers left on Monday, and RH claimed the raid.';
    expect(entities(rules, text)).toContainEqual('militia Red Harvest: Red Harvest, Crimson Reapers, RH');
  });

  it('yield to an entity file', () => {
    const csv = 'canonical,type,aliases\nRed Harvest,organization,Harvesters\n';
    const text =
      'Red Harvest attacked the town of Larkos. The Crimson Reapers left on Monday. The Harvesters claimed the raid.';
    expect(entities(rules, text, csv)).toContainEqual(
      'organization Red Harvest: Red Harvest, Crimson Reapers, Harvesters',
    );
  });

  it('may list one thing in several files', () => {
    const both = rulesOf(
      'entities:\n  - { canonical: Red Harvest, type: militia, aliases: [RH] }\n',
      'entities:\n  - { canonical: Red Harvest, type: militia, aliases: [Crimson Reapers] }\n',
    );
    expect(entities(both, 'The Crimson Reapers left Larkos. RH claimed the raid.')).toContainEqual(
      'militia Red Harvest: Crimson Reapers, RH',
    );
  });

  it('give a name to one thing only', () => {
    const clash = rulesOf(
      'entities:\n  - { canonical: Red Harvest, type: militia, aliases: [RH] }\n',
      'entities:\n  - { canonical: Royal Hospital, type: organization, aliases: [rh] }\n',
    );
    expect(faultsOf(() => knownEntities(clash, parseEntityFiles([])))).toEqual([
      expect.stringMatching(/^b\.yaml:3:\d+: "rh" already means "Red Harvest", given at a\.yaml:4:\d+/u),
    ]);
  });
});

describe('Entity rules in the same files: patterns that make or retype entities', () => {
  const make = rulesOf(
    'entity-rules:\n  - { id: tanker, type: ship, tokens: "(tanker|freighter) ^( [form=/[A-Z].*/]{1,3} )" }\n',
  );

  it('make an entity of what they mark', () => {
    expect(
      entities(make, 'The tanker Blue Star sank off Larkos. Blue Star had left on Monday.'),
    ).toContainEqual('ship Blue Star: Blue Star, Blue Star');
  });

  it('make none where they do not match', () => {
    expect(
      entities(make, 'The tanker sank off Larkos on Monday.').filter((found) => found.startsWith('ship')),
    ).toEqual([]);
  });

  it('give names found before another type', () => {
    const retype = rulesOf(
      'entity-rules:\n  - { id: m, type: militia, tokens: "militia ^( #organization|#person|#location )" }\n',
    );
    expect(
      entities(retype, 'The militia Red Harvest attacked Larkos. Red Harvest left on Monday.'),
    ).toContainEqual('militia Red Harvest: Red Harvest, Red Harvest');
  });

  it('that are not marked make all of their words the name', () => {
    const plain = rulesOf(
      'entity-rules:\n  - { id: op, type: event, tokens: "Operation [pos=PROPN]{1,3}" }\n',
    );
    expect(entities(plain, 'The army began Operation Silver Dawn on Monday.')).toContainEqual(
      'event Operation Silver Dawn: Operation Silver Dawn',
    );
  });

  it('of higher priority win, then longer names', () => {
    const rule = (id: string, type: string, tokens: string, priority: number) =>
      `  - { id: ${id}, type: ${type}, tokens: "${tokens}", priority: ${priority} }\n`;
    const two = (a: number, b: number) =>
      rulesOf(
        `entity-rules:\n${rule('a', 'ship', 'Silver Dawn Brigade', a)}${rule('b', 'militia', 'Silver Dawn|Silver Dawn Brigade', b)}`,
      );
    const text = 'The Silver Dawn Brigade left Larkos on Monday.';
    expect(entities(two(0, 0), text)).toContainEqual('ship Silver Dawn Brigade: Silver Dawn Brigade');
    expect(entities(two(0, 1), text)).toContainEqual('militia Silver Dawn Brigade: Silver Dawn Brigade');
  });

  it('yield to an entity file', () => {
    const csv = 'canonical,type\nBlue Star,organization\n';
    expect(entities(make, 'The tanker Blue Star sank off Larkos.', csv)).toContainEqual(
      'organization Blue Star: Blue Star',
    );
  });

  it.each([
    ['type: shp, tokens: x', 'there is no entity type "shp"; did you mean "ship"?'],
    [
      'type: ship, tokens: "@source x"',
      'pattern: @source has no meaning in a rule for entities; use #type there',
    ],
    [
      'type: ship, tokens: "x?"',
      'pattern: this pattern matches where there is nothing; write a word that must be there',
    ],
    ['type: ship, token: x', 'unknown key "token"; did you mean "tokens"?'],
  ])('%s is a fault', (line, fault) => {
    const faults = faultsOf(() => rulesOf(`entity-rules:\n  - { id: a, ${line} }\n`));
    expect(faults.some((found) => found.endsWith(fault))).toBe(true);
  });
});

describe('declared types', () => {
  it('of entity files are those of the rules', () => {
    const { types } = rulesOf('').types;
    const text = 'canonical,type\nBlue Star,ship\n';
    expect(parseEntityFiles([{ file: 'e.csv', text }], { types }).entities).toHaveLength(1);
  });
});
