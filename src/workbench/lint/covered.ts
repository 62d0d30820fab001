import { selectRules } from '../../rules/index.ts';
import type { ExampleCase, LintFinding } from '../../rules/index.ts';
import { assertRelations } from '../../relations/index.ts';
import { analyseText } from '../analysis.ts';
import type { Bench } from '../analysis.ts';
import { edgeVerdict, foundEdge } from '../examples/run.ts';

/** Examples that the other rules read without the rule itself: they don't show that the rule is needed. */
export function coveredExamples(cases: readonly ExampleCase[], bench: Bench): LintFinding[] {
  return cases.flatMap((example) => {
    const { subject, expected, text, at } = example;
    if (subject.kind !== 'rule' || expected?.kind !== 'edge') return [];
    const document = analyseText(text, bench);
    const others = selectRules(bench.rules, ({ id }) => id !== subject.id);
    const by = assertRelations(document, others).find(
      (assertion) =>
        assertion.relation === expected.relation &&
        edgeVerdict(expected, [foundEdge(document, assertion)]) === 'validated',
    );
    if (!by) return [];
    return [
      {
        kind: 'covered',
        level: 'note',
        message: `rule ${by.rule} reads this example of ${subject.id} too`,
        hint: 'add one that only this rule reads, or ask whether it is needed',
        at,
      } satisfies LintFinding,
    ];
  });
}
