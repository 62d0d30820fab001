import { z } from 'zod';
import type { Path } from './yaml.ts';

type Schema = z.core.$ZodType;

/** A schema without what wraps it: optional, default, read-only. */
function bare(schema: Schema): Schema {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  return 'innerType' in def ? bare(def.innerType) : schema;
}

/** The schemas that a value at `step` below a value of this schema may have. */
function below(schema: Schema, step: string | number): readonly Schema[] {
  const { def } = bare(schema)._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'object': {
      const inner = def.shape[step];
      return inner ? [inner] : [];
    }
    case 'record':
      return [def.valueType];
    case 'array':
      return typeof step === 'number' ? [def.element] : [];
    case 'union':
      return def.options.flatMap((option) => below(option, step));
    default:
      return [];
  }
}

function keysOf(schema: Schema): readonly string[] {
  const { def } = bare(schema)._zod as z.core.$ZodTypes['_zod'];
  if (def.type === 'object') return Object.keys(def.shape);
  return def.type === 'union' ? def.options.flatMap(keysOf) : [];
}

/** The keys that the mapping at a path below a value of this schema may have, for "did you mean". */
export const keysIn =
  (schema: Schema) =>
  (path: Path): readonly string[] => [...new Set(schemasAt(schema, path).flatMap(keysOf))];

function schemasAt(schema: Schema, path: Path): readonly Schema[] {
  let schemas: readonly Schema[] = [schema];
  for (const step of path) schemas = schemas.flatMap((each) => below(each, step));
  return schemas;
}

/** What a value at a path below a value of this schema may look like, where the schema says so. */
export function exampleIn(schema: Schema, path: Path): unknown {
  for (const each of schemasAt(schema, path)) {
    const found = examplesOf(each)?.[0] ?? examplesOf(bare(each))?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

const examplesOf = (schema: Schema): readonly unknown[] | undefined => {
  const examples = z.globalRegistry.get(schema)?.['examples'];
  return Array.isArray(examples) ? examples : undefined;
};
