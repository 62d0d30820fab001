import { buildIndex } from './prefilter.ts';
import type { CompiledRule, RuleSet } from './ruleset.ts';

/** The set with some of its relation rules only; types, relations, names and suppressions stay. */
export function selectRules(rules: RuleSet, keep: (rule: CompiledRule) => boolean): RuleSet {
  const kept = rules.rules.filter(keep);
  return { ...rules, rules: kept, index: buildIndex(kept) };
}
