import { byPlace } from '../../faults/index.ts';
import { UserError } from '../../model/index.ts';
import type { Location } from '../../model/index.ts';
import type { FileDraft } from '../draft.ts';
import type { CheckedRules } from '../load.ts';
import type { ExampleCase } from '../test/cases.ts';
import { deadPatterns } from './dead.ts';
import type { LintFinding } from './finding.ts';
import { inflectedLemmas } from './lemmas.ts';
import { shadowFinder } from './shadow.ts';

/**
 * What is wrong or doubtful in the files named, judged without running anything, by place. Goes on to the next rule after each fault.
 *
 * @param cases All examples, those of sidecars included: a rule tried there is not untested.
 */
export function lintRules(
  checked: CheckedRules,
  own: ReadonlySet<string>,
  cases: readonly ExampleCase[],
): LintFinding[] {
  const drafts = checked.drafts.filter(({ source }) => own.has(source.name));
  return [
    ...faults(checked, own),
    ...drafts.flatMap((draft) => unusedVocabulary(draft, checked.drafts)),
    ...drafts.flatMap(inflectedLemmas),
    ...drafts.flatMap((draft) => ruleFindings(draft, checked, cases)),
    ...cases.flatMap(exampleFaults),
  ].sort(bySpot);
}

const bySpot = (a: LintFinding, b: LintFinding): number =>
  byPlace(new UserError(a.message, { at: a.at }), new UserError(b.message, { at: b.at }));

const faults = ({ errors }: CheckedRules, own: ReadonlySet<string>): LintFinding[] =>
  errors
    .filter(({ at }) => at === undefined || own.has(at.file))
    .map(({ message, hint, at = { file: '' } }) => ({ kind: 'fault', level: 'error', message, hint, at }));

function ruleFindings(
  { rules, suppressions, entityRules, yaml }: FileDraft,
  { rules: set }: CheckedRules,
  cases: readonly ExampleCase[],
): LintFinding[] {
  const tried = new Set(cases.map(({ subject }) => subject.id));
  const shadowOf = shadowFinder(set.rules);
  const untested = [...rules, ...suppressions, ...entityRules]
    .filter(({ rule, broken = false }) => !broken && !tried.has(rule.id))
    .map(({ rule, path }) => untestedFinding(rule.id, yaml.at([...path, 'id'])));
  const judged = rules.flatMap(({ rule: { id }, path }) => {
    const rule = set.rules.find((each) => each.id === id);
    if (!rule) return [];
    const dead = deadPatterns(rule).map(({ kind, index, why }): LintFinding => {
      const key = kind === 'tokens' ? 'tokens' : 'tree';
      const at = yaml.at([...path, key, index]);
      return {
        kind: 'dead',
        level: 'warning',
        message: `this pattern of ${id} can never match: ${why}`,
        hint: 'mend it or take it out',
        at,
      };
    });
    if (dead.length > 0) return dead;
    const winner = shadowOf(rule);
    return winner ? [shadowedFinding(id, winner.id, yaml.at([...path, 'id']))] : [];
  });
  return [...untested, ...judged];
}

const untestedFinding = (id: string, at: Location): LintFinding => ({
  kind: 'untested',
  level: 'warning',
  message: `rule ${id} has no examples`,
  hint: 'give it "match" and "no-match", or examples in a .test.yaml beside the file',
  at,
});

const shadowedFinding = (id: string, winner: string, at: Location): LintFinding => ({
  kind: 'shadowed',
  level: 'warning',
  message: `rule ${id} never counts: wherever it matches, ${winner} matches and wins`,
  hint: `take one of them out, make ${winner} narrower, or give ${id} a higher priority`,
  at,
});

/** Vocabularies that neither a pattern nor another vocabulary uses, in this file or in one that imports it. */
function unusedVocabulary(
  { vocabulary, yaml, source }: FileDraft,
  drafts: readonly FileDraft[],
): LintFinding[] {
  const users = drafts.filter((draft) => draft.source === source || draft.imports.length > 0);
  const texts = users.map((draft) => JSON.stringify(draft.yaml.value));
  return [...vocabulary.keys()]
    .filter((name) => !texts.some((text) => new RegExp(`\\$${name}(?![\\w-])`, 'u').test(text)))
    .map((name) => ({
      kind: 'unused',
      level: 'warning',
      message: `vocabulary "${name}" is used nowhere`,
      hint: `write $${name} in a pattern, or take it out`,
      at: yaml.keyAt(['vocabulary', name]),
    }));
}

/** Words that an example expects and that its own text does not hold. */
function exampleFaults({ text, expected, at }: ExampleCase): LintFinding[] {
  if (expected === null || expected.kind === 'something') return [];
  const words = expected.kind === 'entity' ? [expected.entity] : [expected.source, expected.target];
  return words
    .filter((word) => !text.includes(word))
    .map((word) => ({
      kind: 'example',
      level: 'warning',
      message: `the example does not hold the words "${word}" that it expects`,
      hint: 'name what stands in its text',
      at,
    }));
}
