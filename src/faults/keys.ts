import type { z } from 'zod';
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
  (path: Path): readonly string[] => {
    let schemas: readonly Schema[] = [schema];
    for (const step of path) schemas = schemas.flatMap((each) => below(each, step));
    return [...new Set(schemas.flatMap(keysOf))];
  };
