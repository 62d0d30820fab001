import { describe, expect, it } from 'vitest';
import { desk } from './harness.ts';

const GOLD = JSON.stringify({
  entities: [
    { id: 'e1', name: 'Maria Santos', type: 'person' },
    { id: 'e2', name: 'Peter Reis', type: 'person' },
    { id: 'e3', name: 'Berlin', type: 'location' },
    { id: 'e4', name: 'Germany', type: 'location' },
  ],
  relations: [
    {
      type: 'opposes',
      source: 'e1',
      target: 'e2',
      status: 'asserted',
      evidence: 'Maria Santos fights Peter Reis.',
      coref: false,
    },
    { type: 'located-in', source: 'e3', target: 'e4', status: 'asserted', evidence: 'Berlin', coref: false },
  ],
});
const HEAD = `extract: 1
relations:
  opposes: { source: [actor], target: [actor] }
  located-in: { source: [actor], target: [location] }
rules:
`;
const FIGHT = '  - { id: fights, relation: opposes, tokens: "@source [lemma=fight] @target" }\n';
const PLACE = '  - { id: place-in, relation: located-in, tokens: "@source in @target" }\n';
const BACKWARDS = '  - { id: backwards, relation: opposes, tokens: "@target [lemma=fight] @source" }\n';

const FILES = {
  'gold/a.txt': 'Maria Santos fights Peter Reis. They met in Berlin in Germany.',
  'gold/a.gold.json': GOLD,
  'fight.yaml': HEAD + FIGHT,
  'place.yaml': HEAD + PLACE,
  'backwards.yaml': HEAD + BACKWARDS,
  'both.yaml': HEAD + FIGHT + PLACE,
};
const evalWith = (rules: string, ...more: string[]): string[] => [
  ...['eval', 'gold', '--no-errors', '--no-builtin-rules', '-r', `${rules}.yaml`],
  ...more,
];

describe('extract eval --baseline', () => {
  const here = async (rules: string) => {
    const own = desk(FILES);
    await own.extract(evalWith(rules, '-f', 'json', '-o', 'old.json'));
    return own;
  };

  it('says that nothing changed where nothing did', async () => {
    const own = await here('fight');
    const { code, stdout } = await own.extract(evalWith('fight', '--baseline', 'old.json'));
    expect(code).toBe(0);
    expect(stdout).toContain('no relation gained or lost, no wrong edge came or went');
  });

  it('lists what was gained and lost, and figures then and now', async () => {
    const own = await here('fight');
    const { stdout } = await own.extract(evalWith('place', '--baseline', 'old.json'));
    expect(stdout).toContain('gained: 1\na  Berlin -[located-in]-> Germany by place-in');
    expect(stdout).toContain('lost: 1\na  Maria Santos -[opposes]-> Peter Reis by fights');
    expect(stdout).toMatch(/^opposes +1\.000 > 0\.000 +1\.000 > 0\.000 +1\.000 > 0\.000 +-1\.000$/mu);
    expect(stdout).toMatch(/^located-in .* \+1\.000$/mu);
    expect(stdout).not.toContain('wrong edges');
  });

  it('lists wrong edges that came and went, with their quotes', async () => {
    const own = await here('fight');
    const came = await own.extract(evalWith('backwards', '--baseline', 'old.json'));
    expect(came.stdout).toContain(
      'wrong edges that came: 1\na  Peter Reis -[opposes]-> Maria Santos by backwards\n    "Maria Santos fights Peter Reis."',
    );
    const went = await (await here('backwards')).extract(evalWith('fight', '--baseline', 'old.json'));
    expect(went.stdout).toContain('wrong edges that went: 1\na  Peter Reis -[opposes]-> Maria Santos');
  });

  it('gives the comparison as JSON, too', async () => {
    const own = await here('fight');
    const { stdout } = await own.extract(evalWith('both', '--baseline', 'old.json', '-f', 'json'));
    expect(JSON.parse(stdout)).toMatchObject({
      comparison: {
        documents: 1,
        gained: [{ document: 'a', relation: 'located-in', rules: ['place-in'] }],
        lost: [],
      },
    });
  });

  it('says so where the earlier report is of other articles', async () => {
    const own = await here('fight');
    own.write('gold/b.txt', 'Nothing.');
    own.write('gold/b.gold.json', '{"entities": [], "relations": []}');
    const { stdout } = await own.extract(evalWith('fight', '--baseline', 'old.json'));
    expect(stdout).toContain('against the earlier report of 1 articles: the figures are of other articles');
  });

  it.each([
    ['gone.json', 'gone.json: no such file'],
    ['fight.yaml', 'fight.yaml: is not JSON, so it is no report to compare with'],
    ['gold/a.gold.json', 'a.gold.json: is no report of extract eval'],
  ])('refuses %s', async (file, message) => {
    const { code, stdout, stderr } = await desk(FILES).extract(evalWith('fight', '--baseline', file));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('extract eval --min-f1', () => {
  const codeOf = async (...floors: string[]): Promise<number> => {
    const options = floors.flatMap((floor) => ['--min-f1', floor]);
    const { code } = await desk(FILES).extract(evalWith('fight', ...options));
    return code;
  };

  it('exits 1 where F1 of all relations is lower, and says how low', async () => {
    const { code, stdout, stderr } = await desk(FILES).extract(evalWith('fight', '--min-f1', '0.7'));
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'extract: F1 of all is 0.667, below 0.700\n' });
    expect(stdout).toContain('1 articles');
  });

  it('exits 0 where it is as high', async () => {
    expect(await codeOf('0.667')).toBe(0);
    expect(await codeOf('0')).toBe(0);
  });

  it('takes a floor for each relation', async () => {
    expect(await codeOf('opposes=1')).toBe(0);
    expect(await codeOf('opposes=1', 'located-in=.1')).toBe(1);
    expect(await codeOf('core=0.6', 'entities=0.5', 'all=0.6')).toBe(0);
  });

  it.each(['', 'much', '1.1', '-1', 'opposes', 'opposes=', '=0.5', 'NaN', '1e-1'])(
    'refuses "%s"',
    async (floor) => {
      const { code, stdout, stderr } = await desk(FILES).extract(evalWith('fight', `--min-f1=${floor}`));
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('--min-f1');
    },
  );

  it('asks back for a relation that is not there', async () => {
    const { code, stderr } = await desk(FILES).extract(evalWith('fight', '--min-f1', 'oposes=0.4'));
    expect(code).toBe(2);
    expect(stderr).toBe('extract: --min-f1: there is no figure for "oposes"; did you mean "opposes"?\n');
  });
});
