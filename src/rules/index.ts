export { matchRules } from './match.ts';
export type { MatchOptions } from './match.ts';
export type { ArgumentMatch, RuleMatch } from './rule-match.ts';
export { stallWarning } from './meter.ts';
export type { OnStall } from './meter.ts';
export type { TokenRange } from './trace.ts';
export { checkRules, compileRules } from './load.ts';
export type { CheckedRules, CompileOptions } from './load.ts';
export { findRuleNames } from './names.ts';
export type { CompiledRule, GazetteerRow, RelationDeclaration, RuleSet } from './ruleset.ts';
export { isFar, measurements, stepFactor, UNTRIED_STEP } from './measured.ts';
export type { MeasuredFactor, MeasuredPrecision, Measurements } from './measured.ts';
export {
  builtinRuleSources,
  isBuiltin,
  placedBuiltinSources,
  readRuleSources,
  readSources,
} from './sources.ts';
export type { ReadSources } from './sources.ts';
export type { RuleSource } from './source.ts';
export { nameFault as relationNameFault } from './schema/names.ts';
export { GazetteerEntrySchema, PackFileSchema, RuleFileSchema } from './schema/index.ts';
export type { MatchExample } from './schema/index.ts';
export { watchRules } from './explain/watch.ts';
export type { Attempt, Focus, LostMatch, RuleReport, RuleVerdict, Watched } from './explain/watch.ts';
export { triggerWords } from './explain/trigger-words.ts';
export { selectRules } from './select.ts';
export { examplesOf, sidecarCases } from './test/cases.ts';
export type { ExampleCase, Expected } from './test/cases.ts';
export { RuleTestFileSchema } from './test/schema.ts';
export { readSidecars } from './test/sources.ts';
export { suppresses } from './test/suppresses.ts';
export { LINT_KINDS } from './lint/finding.ts';
export type { LintFinding, LintKind } from './lint/finding.ts';
export { lintRules } from './lint/lint.ts';
export { placeOf as placeText } from './place.ts';
export { ruleText } from './show.ts';
export { draftPatterns } from './draft-patterns.ts';
