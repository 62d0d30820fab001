export { matchRules } from './match.ts';
export type { ArgumentMatch, RuleMatch, TokenRange } from './match.ts';
export { compileRules } from './load.ts';
export type { CompileOptions } from './load.ts';
export type { CompiledRule, RelationDeclaration, RuleSet } from './ruleset.ts';
export { builtinRuleSources, readRuleSources } from './sources.ts';
export type { RuleSource } from './sources.ts';
export { GazetteerEntrySchema, PackFileSchema, RuleFileSchema } from './schema/index.ts';
export type { MatchExample } from './schema/index.ts';
