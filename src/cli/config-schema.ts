import { z } from 'zod';

/** What extract.config.yaml may hold. Paths in it are relative to it. */
export const configSchema = z.strictObject({
  rules: z.array(z.string()).optional(),
  entities: z.array(z.string()).optional(),
  'builtin-rules': z.boolean().optional(),
  'disabled-rules': z.array(z.string()).optional(),
  'assume-english': z.boolean().optional(),
});
