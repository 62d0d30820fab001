export { matchRules } from './match.ts';
export type { ArgumentMatch, RuleMatch, TokenRange } from './match.ts';
export { compileRules } from './load.ts';
export type { CompileOptions } from './load.ts';
export type { CompiledRule, RelationDeclaration, RuleSet } from './ruleset.ts';
export { builtinRuleSources, readRuleSources } from './sources.ts';
export type { RuleSource } from './sources.ts';
export { RuleFileSchema } from './schema.ts';
export type { MatchExample } from './schema.ts';
