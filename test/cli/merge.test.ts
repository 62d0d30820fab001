import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/index.ts';
import type { SerializedGraph } from '../../src/model/index.ts';
import { assertion, entity, record, RUN } from '../support/record.ts';
import { desk, MET, OTHER, RULES } from './harness.ts';

const jane = entity('person', 'Jane Doe', { aliases: ['Doe'] });
const front = entity('organization', 'Red Front', { at: 20 });
const json = (graph: SerializedGraph): string => JSON.stringify(graph);
const files = {
  'a.json': json(buildGraph([record('a', [jane, front], [assertion(0, 'opposes', 1)])], RUN)),
  'b.json': json(buildGraph([record('b', [entity('person', 'Doe'), front])], RUN)),
};
const graphOf = (text: string): SerializedGraph => JSON.parse(text) as SerializedGraph;
const keys = (text: string): string[] => graphOf(text).nodes.map(({ key }) => key);

describe('extract merge', () => {
  it('writes one graph of all articles, whatever the order', async () => {
    const here = desk(files);
    const { code, stdout, stderr } = await here.extract(['merge', 'a.json', 'b.json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(graphOf(stdout).attributes.documents.map(({ id }) => id)).toEqual(['a', 'b']);
    expect((await here.extract(['merge', 'b.json', 'a.json', 'b.json'])).stdout).toBe(stdout);
  });

  it('changes nothing where the graph already holds the articles', async () => {
    const here = desk(files);
    await here.extract(['merge', 'a.json', 'b.json', '-o', 'all.json']);
    const before = here.read('all.json');
    await here.extract(['merge', 'all.json', 'b.json', '-o', 'all.json']);
    expect(here.read('all.json')).toBe(before);
  });

  it('gives what extracting the articles together gives', async () => {
    const here = desk({ 'a.txt': MET, 'b.txt': OTHER, 'rules.yaml': RULES });
    const rules = ['--no-builtin-rules', '-r', 'rules.yaml'];
    const together = await here.extract(['a.txt', 'b.txt', ...rules]);
    await here.extract(['a.txt', ...rules, '-o', 'a.json']);
    await here.extract(['b.txt', ...rules, '-o', 'b.json']);
    expect((await here.extract(['merge', 'a.json', 'b.json'])).stdout).toBe(together.stdout);
  });

  it('reads standard input for -, and writes other formats', async () => {
    const { stdout } = await desk(files).extract(['merge', '-', 'b.json', '-f', 'dot'], {
      stdin: files['a.json'],
    });
    expect(stdout).toMatch(/^digraph/mu);
  });

  it('refuses all where one graph cannot be read, and names each', async () => {
    const here = desk({ ...files, 'bad.json': '{', 'other.json': '{"nodes": []}' });
    const { code, stdout, stderr } = await here.extract([
      'merge',
      'a.json',
      'bad.json',
      'other.json',
      'no.json',
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n').map((line) => line.slice(0, 30))).toEqual([
      expect.stringMatching(/^extract: bad.json: not JSON/u),
      expect.stringMatching(/^extract: other.json: not an/u),
      expect.stringMatching(/^extract: no.json: no such file/u),
      '',
    ]);
  });

  it('needs a graph', async () => {
    expect((await desk(files).extract(['merge'])).code).toBe(2);
  });
});

describe('--review', () => {
  it('writes the doubtful joins, and reads the answers back', async () => {
    const here = desk(files);
    const merge = ['merge', 'a.json', 'b.json', '--review', 'merges.yaml'];
    const first = await here.extract(merge);
    expect(keys(first.stdout)).toContain('person/doe');
    expect(first.stderr).toBe('extract: merges.yaml: 1 doubtful join to answer\n');
    here.write('merges.yaml', here.read('merges.yaml').replace('answer: open', 'answer: accept'));
    const second = await here.extract(merge);
    expect(keys(second.stdout)).not.toContain('person/doe');
    expect(second.stderr).toBe('');
  });

  it('keeps the answers in the graph, and lets a later answer outweigh them', async () => {
    const here = desk(files);
    const merge = ['merge', 'a.json', 'b.json', '--review', 'merges.yaml'];
    await here.extract(merge);
    here.write('merges.yaml', here.read('merges.yaml').replace('answer: open', 'answer: accept'));
    await here.extract([...merge, '-o', 'all.json']);
    expect(keys((await here.extract(['merge', 'all.json', 'b.json'])).stdout)).not.toContain('person/doe');

    await here.extract(['merge', 'all.json', '--review', 'new.yaml']);
    expect(here.read('new.yaml')).toContain('answer: accept');
    here.write('new.yaml', here.read('new.yaml').replace('answer: accept', 'answer: reject'));
    const last = await here.extract(['merge', 'all.json', '--review', 'new.yaml']);
    expect(keys(last.stdout)).toContain('person/doe');
  });

  it('is there for several articles, too', async () => {
    const here = desk({ 'a.txt': MET, 'b.txt': OTHER, 'rules.yaml': RULES });
    const { code } = await here.extract([
      'a.txt',
      'b.txt',
      '-r',
      'rules.yaml',
      '--no-builtin-rules',
      '--review',
      'm.yaml',
    ]);
    expect(code).toBe(0);
    expect(here.read('m.yaml')).toContain('extract-merges: 1');
  });

  it('says line and column of a fault in the file, and writes nothing', async () => {
    const here = desk({ ...files, 'm.yaml': 'extract-merges: 1\ncases:\n  - answer: yes\n    things: []\n' });
    const { code, stdout, stderr } = await here.extract(['merge', 'a.json', '--review', 'm.yaml']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('m.yaml:3:13:');
  });
});
