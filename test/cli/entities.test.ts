import { describe, expect, it } from 'vitest';
import type { SerializedGraph } from '../../src/model/index.ts';
import { desk, MET, OTHER, RULES } from './harness.ts';

const rules = ['--no-builtin-rules', '-r', 'rules.yaml'];
const files = {
  'a.txt': MET,
  'b.txt': OTHER,
  'rules.yaml': RULES,
  'who.csv': 'canonical,type,aliases,external_id\nMaria Santos Lima,person,Maria Santos|Anna Keller,Q7\n',
};
const nodesOf = (text: string): SerializedGraph['nodes'] => (JSON.parse(text) as SerializedGraph).nodes;

describe('--entities', () => {
  it('gives things the names and ids of the file, across articles', async () => {
    const { code, stdout } = await desk(files).extract(['a.txt', 'b.txt', ...rules, '--entities', 'who.csv']);
    expect(code).toBe(0);
    expect(nodesOf(stdout).find(({ key }) => key === 'person/maria-santos-lima')?.attributes).toMatchObject({
      external_id: 'Q7',
      aliases: ['Anna Keller', 'Maria Santos'],
      joins: [{ reason: 'external id', names: ['Q7'] }],
    });
  });

  it('is recorded in the graph', async () => {
    const { stdout } = await desk(files).extract(['a.txt', ...rules, '--entities', 'who.csv']);
    const [file] = (JSON.parse(stdout) as SerializedGraph).attributes.entity_files ?? [];
    expect(file?.file.split('/').at(-1)).toBe('who.csv');
  });

  it('may stand in the settings', async () => {
    const here = desk({ ...files, 'extract.config.yaml': 'entities: [who.csv]\n' });
    expect(nodesOf((await here.extract(['a.txt', ...rules])).stdout).map(({ key }) => key)).toContain(
      'person/maria-santos-lima',
    );
  });

  it('is refused with line and column of a fault', async () => {
    const here = desk({ ...files, 'bad.csv': 'canonical,type\nA,persn\n' });
    const { code, stderr } = await here.extract(['a.txt', ...rules, '--entities', 'bad.csv']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/bad\.csv:2:3: there is no entity type "persn"; did you mean "person"\?\n$/u);
  });
});
