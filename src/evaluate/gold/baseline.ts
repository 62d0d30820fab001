import { z } from 'zod';
import { UserError } from '../../model/index.ts';
import { readText } from '../files.ts';

const HINT = 'write one with: extract eval FOLDER -f json -o FILE';

const figuresSchema = z.object({ precision: z.number(), recall: z.number(), f1: z.number() });

const goldItemSchema = z.object({
  kind: z.enum(['entity', 'relation']),
  relation: z.string().optional(),
  source: z.string().optional(),
  target: z.string().optional(),
  status: z.string().optional(),
});

const edgeSchema = z.object({
  kind: z.enum(['edge', 'node']),
  relation: z.string().optional(),
  source: z.string().optional(),
  target: z.string().optional(),
  status: z.string().optional(),
  rules: z.array(z.string()).optional(),
});

/** As much of an earlier report of `extract eval` as comparing takes; the rest may have changed since. */
const baselineSchema = z.object({
  schema: z.literal('extract-eval/1'),
  figures: z.object({
    documents: z.number(),
    entities: figuresSchema,
    typed: figuresSchema,
    core: figuresSchema,
    all: figuresSchema,
    relations: z.record(z.string(), figuresSchema),
  }),
  hits: z.array(z.object({ document: z.string(), gold: goldItemSchema, edge: edgeSchema })),
  errors: z.array(
    z.object({
      document: z.string(),
      cause: z.string(),
      gold: goldItemSchema.optional(),
      predicted: z.array(edgeSchema).optional(),
      quote: z.string().optional(),
    }),
  ),
});

export type Baseline = z.infer<typeof baselineSchema>;

/**
 * An earlier report of `extract eval -f json`.
 *
 * @throws UserError where the file can't be read or is no such report
 */
export function readBaseline(file: string): Baseline {
  const text = readText(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UserError('is not JSON, so it is no report to compare with', {
      at: { file },
      hint: HINT,
      cause,
    });
  }
  const parsed = baselineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UserError('is no report of extract eval', { at: { file }, hint: HINT });
}
