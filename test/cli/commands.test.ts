import { describe, expect, it } from 'vitest';
import { desk, MET, RULES } from './harness.ts';

const withRules = ['--no-builtin-rules', '-r', 'rules.yaml'];

const GOLD = JSON.stringify({
  id: 'a',
  entities: [
    { id: 'e1', name: 'Maria Santos', type: 'person', aliases: [] },
    { id: 'e2', name: 'Peter Reis', type: 'person', aliases: [] },
  ],
  relations: [
    {
      source: 'e1',
      type: 'located-in',
      target: 'e2',
      status: 'asserted',
      evidence: 'Maria Santos met Peter Reis in Lisbon on Friday, the mayor said.',
      coref: false,
    },
  ],
});

describe('extract eval', () => {
  const gold = { 'gold/a.txt': MET, 'gold/a.gold.json': GOLD, 'rules.yaml': RULES };

  it('prints figures and errors on standard output', async () => {
    const { code, stdout, stderr } = await desk(gold).extract(['eval', 'gold', ...withRules]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('1 articles');
    expect(stdout).toContain('located-in');
    expect(stdout).toMatch(/^a {2}.*no rule: /mu);
  });

  it('leaves the list of errors out with --no-errors', async () => {
    const { stdout } = await desk(gold).extract(['eval', 'gold', ...withRules, '--no-errors']);
    expect(stdout).toContain('located-in');
    expect(stdout).not.toMatch(/^a {2}/mu);
  });

  it('writes JSON, also to a file', async () => {
    const here = desk(gold);
    const { stdout } = await here.extract(['eval', 'gold', ...withRules, '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'extract-eval/1' });
    await here.extract(['eval', 'gold', ...withRules, '-f', 'json', '-o', 'figures.json']);
    expect(here.read('figures.json')).toBe(stdout);
  });

  it('names what is wrong with a gold folder', async () => {
    const here = desk({ ...gold, 'empty/x.txt': MET, 'bad/a.txt': MET, 'bad/a.gold.json': '{"id": "a"}' });
    for (const folder of ['gone', 'empty', 'bad']) {
      const { code, stdout, stderr } = await here.extract(['eval', folder]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(new RegExp(`^extract: .*${folder}.*: `, 'u'));
    }
  });
});

describe('extract check', () => {
  const met =
    'edges:\n  - { source: Maria Santos, relation: met, target: Peter Reis, quote: Maria Santos met }\n';
  const lost =
    'edges:\n  - { source: Peter Reis, relation: met, target: Maria Santos, quote: Maria Santos met }\n';
  const files = { 'f/a.txt': MET, 'rules.yaml': RULES };

  it('exits 0 where every expectation holds', async () => {
    const here = desk({ ...files, 'f/a.expect.yaml': met });
    const { code, stdout, stderr } = await here.extract(['check', 'f', ...withRules]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('1 fixture, 1 expectation: 1 passed, 0 failed');
  });

  it('exits 0 where what falls short is a known gap, and lists it with --all', async () => {
    const here = desk({ ...files, 'f/a.expect.yaml': lost.replace(' }', ', gap: reads no passives }') });
    const { code, stdout } = await here.extract(['check', 'f', ...withRules]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: '1 fixture, 1 expectation: 0 passed, 0 failed, 1 known gap\n',
    });
    const all = await here.extract(['check', 'f', ...withRules, '--all']);
    expect(all.stdout).toContain('known gap: reads no passives; found the other way round');
  });

  it('exits 1 where a known gap is closed', async () => {
    const here = desk({ ...files, 'f/a.expect.yaml': met.replace(' }', ', gap: reads no passives }') });
    const { code, stdout } = await here.extract(['check', 'f', ...withRules]);
    expect(code).toBe(1);
    expect(stdout).toContain('now met: take the mark away');
  });

  it('exits 1 where one falls short, and says which', async () => {
    const here = desk({ ...files, 'f/a.expect.yaml': lost });
    const { code, stdout } = await here.extract(['check', 'f', ...withRules]);
    expect(code).toBe(1);
    expect(stdout).toContain('FAIL');
    expect(stdout).toContain('the other way round');
  });

  it.each([
    ['junit', /<testsuites[^>]* failures="1"/u],
    ['sarif', /"version": "2\.1\.0"[\s\S]*"uri": "f\/a\.expect\.yaml"/u],
    ['github', /^::error file=f\/a\.expect\.yaml,line=2,/mu],
    ['json', /"verdict": "failed"/u],
  ])('reports as %s', async (format, report) => {
    const here = desk({ ...files, 'f/a.expect.yaml': lost });
    const { code, stdout } = await here.extract(['check', 'f', ...withRules, '-f', format]);
    expect(code).toBe(1);
    expect(stdout).toMatch(report);
    await here.extract(['check', 'f', ...withRules, '-f', format, '-o', 'report']);
    expect(here.read('report')).toBe(stdout);
  });

  it('fails on a missing whole-graph file, and writes it only with --update', async () => {
    const here = desk({ ...files, 'f/a.expect.yaml': 'graph: a.graph.json\n' });
    const before = await here.extract(['check', 'f', ...withRules]);
    expect(before.code).toBe(1);
    expect(before.stdout).toContain('there is no a.graph.json');

    const update = await here.extract(['check', 'f', ...withRules, '--update']);
    expect(update.code).toBe(0);
    expect(update.stderr).toMatch(/^extract: wrote .*a\.graph\.json$/mu);
    expect(update.stderr).toContain('+  "attributes"');
    expect((await here.extract(['check', 'f', ...withRules])).code).toBe(0);
  });

  it('shows what changes in a whole-graph file', async () => {
    const here = desk({ ...files, 'f/a.expect.yaml': 'graph: a.graph.json\n' });
    await here.extract(['check', 'f', ...withRules, '--update']);
    const { code, stdout } = await here.extract(['check', 'f', '--no-builtin-rules']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\s*-\s+"relation": "met"/mu);
  });

  it('exits 2 where there is nothing to check', async () => {
    const here = desk(files);
    for (const folder of ['gone', 'f']) {
      const { code, stdout, stderr } = await here.extract(['check', folder]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^extract: [^\n]+\n$/u);
    }
  });
});
