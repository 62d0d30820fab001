import type { z } from 'zod';
import type { EntityRuleSchema, GazetteerEntrySchema } from './entity.ts';
import type { EntityTypeSchema, RelationSchema } from './file.ts';
import type { ExceptionSchema, MatchExampleSchema, RuleSchema } from './rule.ts';
import type { SuppressionSchema } from './suppress.ts';
import type { OpenTreeSchema, TreeSchema } from './tree.ts';

export { EntityRuleSchema, GazetteerEntrySchema } from './entity.ts';
export {
  EntityTypeSchema,
  PackFileSchema,
  RelationSchema,
  RuleFileSchema,
  RuleListFileSchema,
  SingleRuleFileSchema,
} from './file.ts';
export { RuleSchema } from './rule.ts';
export { SuppressionSchema } from './suppress.ts';

export type WrittenRule = z.infer<typeof RuleSchema>;
export type WrittenTree = z.infer<typeof TreeSchema>;
export type WrittenOpenTree = z.infer<typeof OpenTreeSchema>;
export type WrittenRelation = z.infer<typeof RelationSchema>;
export type WrittenType = z.infer<typeof EntityTypeSchema>;
export type WrittenException = z.infer<typeof ExceptionSchema>;
export type WrittenSuppression = z.infer<typeof SuppressionSchema>;
export type WrittenEntityRule = z.infer<typeof EntityRuleSchema>;
export type GazetteerEntry = z.infer<typeof GazetteerEntrySchema>;
export type MatchExample = z.infer<typeof MatchExampleSchema>;
