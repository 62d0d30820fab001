import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseYaml, schemaFaults, unplaced } from '../../src/faults/index.ts';
import { formatUserError } from '../../src/model/index.ts';

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  size: z.number().min(1).max(3).optional(),
  kind: z.enum(['red', 'blue']).optional(),
  tags: z.array(z.string()).max(2).optional(),
  item: z.union([z.string(), z.strictObject({ title: z.string() })]).optional(),
  even: z
    .number()
    .refine((n) => n % 2 === 0, 'must be even')
    .optional(),
  map: z.record(z.string().regex(/^[a-z]+$/, 'a key is written in letters'), z.number()).optional(),
});

function faults(text: string): string[] {
  const { yaml } = parseYaml('f.yaml', text);
  if (!yaml) throw new Error('not YAML');
  return schemaFaults(schema.safeParse(yaml.value).error?.issues ?? [], yaml, { schema }).map(
    formatUserError,
  );
}

it.each([
  ['{}', 'f.yaml:1:1: "name" is missing; add it'],
  ['name:', 'f.yaml:1:6: "name" must be a string, not nothing; write one'],
  ['name: 3', 'f.yaml:1:7: "name" must be a string, not a number; put it in quotation marks'],
  ['name: true', 'f.yaml:1:7: "name" must be a string, not true or false; put it in quotation marks'],
  ['name: ""', 'f.yaml:1:7: "name" is empty; write something there, or take it out'],
  ['name: abcdef', 'f.yaml:1:7: "name" is too long: 5 characters at most; shorten it'],
  ['name: a\nsize: 0', 'f.yaml:2:7: "size" must be at least 1; raise it'],
  ['name: a\nsize: 4', 'f.yaml:2:7: "size" must be at most 3; lower it'],
  ['name: a\nkind: rde', 'f.yaml:2:7: "kind" can\'t be "rde"; did you mean "red"?'],
  ['name: a\nkind: green', 'f.yaml:2:7: "kind" can\'t be "green"; known: red, blue'],
  [
    'name: a\ntags: [b, 1]',
    'f.yaml:2:11: "tags[1]" must be a string, not a number; put it in quotation marks',
  ],
  ['name: a\ntags: [b, c, d]', 'f.yaml:2:7: "tags" is too long: 2 items at most; split it'],
  ['name: a\nitem: 1', 'f.yaml:2:7: "item" must be a string or a mapping, not a number; write one'],
  ['name: a\nitem: { titel: b }', 'f.yaml:2:7: "title" is missing; add it'],
  ['name: a\neven: 3', 'f.yaml:2:7: "even" must be even; mend it, or take it out'],
  ['name: a\nmap: { 3b: 1 }', 'f.yaml:2:8: a key is written in letters; rename it'],
  ['name: a\nsiez: 1', 'f.yaml:2:1: unknown key "siez"; did you mean "size"?'],
  ['[]', 'f.yaml:1:1: the file must be a mapping, not a list; write one'],
])('%j: %s', (text, fault) => {
  expect(faults(text)[0]).toBe(fault);
});

it('names every fault, in the order of the file', () => {
  const text = 'colour: red\nitem: { titel: b }\nsize: 4\n';
  expect(faults(text).map((fault) => fault.split(': ')[0])).toEqual([
    'f.yaml:1:1',
    'f.yaml:1:1',
    'f.yaml:2:7',
    'f.yaml:2:9',
    'f.yaml:3:7',
  ]);
});

it('places a value checked on its own by where it stands in the file', () => {
  const { yaml } = parseYaml('f.yaml', 'items:\n  - name: a\n  - name: 7\n');
  const issues = schema.safeParse({ name: 7 }).error?.issues ?? [];
  expect(yaml && schemaFaults(issues, yaml, { base: ['items', 1] }).map(formatUserError)).toEqual([
    'f.yaml:3:11: "name" must be a string, not a number; put it in quotation marks',
  ]);
});

it('names the file alone where places are not known', () => {
  const issues = schema.safeParse({ name: 7 }).error?.issues ?? [];
  expect(schemaFaults(issues, unplaced('f.json', { name: 7 })).map(formatUserError)).toEqual([
    'f.json: "name" must be a string, not a number; put it in quotation marks',
  ]);
});

it('tells of 500 faults in a file and counts the rest', () => {
  const text = Array.from({ length: 620 }, (_, k) => `k${String(k)}: 1`).join('\n');
  const found = faults(`name: a\n${text}`);
  expect(found).toHaveLength(501);
  expect(found.at(-1)).toContain('120 more faults');
});
