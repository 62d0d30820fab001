/**
 * Writes the JSON Schemas under schemas/ from the zod schemas of the program; with --check writes nothing and exits 1
 * when a checked-in file differs.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { expectationSchema } from '../src/evaluate/index.ts';
import { entityFileSchema } from '../src/entities/user/schema.ts';
import { reviewSchema } from '../src/graph/review/schema.ts';
import { graphSchema } from '../src/graph/schema.ts';
import { RuleFileSchema } from '../src/rules/index.ts';

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

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const check = process.argv.includes('--check');
for (const published of PUBLISHED) {
  const path = fileURLToPath(new URL(`../schemas/${published.file}`, import.meta.url));
  const text = jsonSchema(published);
  if (read(path) === text) continue;
  if (check) {
    console.error(`schemas/${published.file} differs from the code; run npm run schemas`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote schemas/${published.file}`);
  }
}
