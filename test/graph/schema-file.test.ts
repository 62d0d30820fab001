import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { graphSchema } from '../../src/graph/index.ts';

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: unknown;
  readonly items?: JsonSchema | false;
}

const file = new URL('../../schemas/graph.schema.json', import.meta.url);
const published = JSON.parse(readFileSync(file, 'utf8')) as JsonSchema;

function* properties(schema: JsonSchema, path: string): Generator<[path: string, schema: JsonSchema]> {
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    yield [`${path}.${key}`, inner];
    yield* properties(inner, `${path}.${key}`);
  }
  if (schema.items) yield* properties(schema.items, `${path}[]`);
}

describe('schemas/graph.schema.json', () => {
  it('names the keys of the program', () => {
    const { properties: own } = z.toJSONSchema(graphSchema) as JsonSchema;
    expect(Object.keys(published.properties ?? {})).toEqual(Object.keys(own ?? {}));
  });

  it('describes every key', () => {
    const bare = [...properties(published, '')].filter(([, { description }]) => !description);
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it('allows keys it does not know in every object', () => {
    const objects = [...properties(published, '')].filter(([, { type }]) => type === 'object');
    expect(objects.length).toBeGreaterThan(0);
    for (const [path, { additionalProperties }] of objects)
      expect([path, additionalProperties]).toEqual([path, {}]);
  });
});
