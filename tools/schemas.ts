/**
 * Writes the JSON Schemas under schemas/ from the zod schemas of the program, and the order of a graph's keys; with --check writes nothing and exits 1
 * when a checked-in file differs.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { expectationSchema } from '../src/evaluate/index.ts';
import { entityFileSchema } from '../src/entities/user/schema.ts';
import { reviewSchema } from '../src/graph/review/schema.ts';
import { graphSchema } from '../src/graph/schema.ts';
import { PackFileSchema, RuleFileSchema, RuleTestFileSchema } from '../src/rules/index.ts';
import { rulesReference } from './rules-reference.ts';

interface PublishedSchema {
  /** Path inside schemas/. */
  readonly file: string;
  readonly title: string;
  readonly schema: z.ZodType;
}

const PUBLISHED: readonly PublishedSchema[] = [
  {
    file: 'expectations.schema.json',
    title: 'Expectations of extract check (NAME.expect.yaml)',
    schema: expectationSchema,
  },
  { file: 'entities.schema.json', title: 'Entity file', schema: entityFileSchema },
  { file: 'graph.schema.json', title: 'Graph of extract (extract-graph/1)', schema: graphSchema },
  { file: 'review.schema.json', title: 'Review of doubtful joins of extract', schema: reviewSchema },
  { file: 'rule-tests.schema.json', title: 'Examples of rules (NAME.test.yaml)', schema: RuleTestFileSchema },
  { file: 'pack.schema.json', title: 'Pack of rule files (pack.yaml)', schema: PackFileSchema },
  { file: 'rules.schema.json', title: 'Rule file (rule language 1)', schema: RuleFileSchema },
];

function jsonSchema({ title, schema }: PublishedSchema): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    // zod says only what stands at each place of a tuple, not that the places must be filled.
    override: ({ jsonSchema }) => {
      if (jsonSchema.prefixItems) jsonSchema.minItems = jsonSchema.prefixItems.length;
    },
  });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

/** The keys of a schema's objects in their order, through lists and optional values. */
function keyOrder(schema: z.core.$ZodType): object {
  if (schema instanceof z.ZodExactOptional) return keyOrder(schema.unwrap());
  if (schema instanceof z.ZodArray) return keyOrder(schema.element);
  if (!(schema instanceof z.ZodObject)) return {};
  const shape = schema.shape as Readonly<Record<string, z.core.$ZodType>>;
  return Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, keyOrder(value)]));
}

async function keyOrderFile(path: string): Promise<string> {
  const code = `/** Written by tools/schemas.ts: the order that the schema of graphs lists keys in. */
  export interface KeyOrder { readonly [key: string]: KeyOrder }

  export const KEY_ORDER = ${JSON.stringify(keyOrder(graphSchema))} as const satisfies KeyOrder;`;
  return format(code, { ...(await resolveConfig(path)), parser: 'typescript' });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const keys = 'src/graph/key-order.ts';
const schemas = PUBLISHED.map((published) => [`schemas/${published.file}`, jsonSchema(published)] as const);
const ruleSchema = schemas.find(([file]) => file === 'schemas/rules.schema.json')?.[1] ?? '{}';
const files = [
  ...schemas,
  ['docs/rules-reference.md', rulesReference(JSON.parse(ruleSchema) as object)] as const,
  [keys, await keyOrderFile(at(keys))] as const,
];
const check = process.argv.includes('--check');
for (const [file, text] of files) {
  const path = at(file);
  if (read(path) === text) continue;
  if (check) {
    console.error(`${file} differs from the code; run npm run schemas`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${file}`);
  }
}
