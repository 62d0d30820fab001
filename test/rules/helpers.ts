import { compileRules } from '../../src/rules/index.ts';
import { matchRules } from '../../src/rules/match.ts';
import type { RuleMatch } from '../../src/rules/rule-match.ts';
import type { RuleSet } from '../../src/rules/ruleset.ts';
import { documentOf, wordsOf } from './document.ts';

const HEAD = `extract: 1
vocabulary:
  claim: [claim, admit, take credit for]
  place: [city, town]
relations:
  says: { source: [actor], target: [event, policy, actor] }
rules:
`;

/** One rule of relation `says`, with more keys of the rule as a mapping. */
export function ruleOf(tokens: string | readonly string[], more: Record<string, unknown> = {}): RuleSet {
  const rule = { id: 'the-rule', relation: 'says', tokens, ...more };
  return compileRules([{ name: 'rule.yaml', text: `${HEAD}  - ${JSON.stringify(rule)}\n` }]);
}

/** The matches as `source -> target`. */
export function pairs(rules: RuleSet, notation: string): string[] {
  const document = documentOf(notation);
  return matchRules(rules, document).map(
    ({ source, target }) => `${wordsOf(document, source.mention)} -> ${wordsOf(document, target.mention)}`,
  );
}

/** What a single pattern matches. */
export const matched = (tokens: string, notation: string): string[] => pairs(ruleOf(tokens), notation);

/** The only match. */
export function onlyMatch(rules: RuleSet, notation: string): RuleMatch {
  const matches = matchRules(rules, documentOf(notation));
  if (matches.length !== 1) throw new Error(`expected one match, found ${matches.length}`);
  return matches[0]!;
}
