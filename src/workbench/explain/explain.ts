import type { Assertion, Document } from '../../model/index.ts';
import { assertRelations } from '../../relations/index.ts';
import { watchRules } from '../../rules/index.ts';
import type { RuleReport, RuleSet } from '../../rules/index.ts';
import { answer } from './question.ts';
import type { Answer, Question } from './question.ts';

export interface ExplainOptions {
  /** Only this rule. */
  readonly rule?: string | undefined;
  readonly question?: Question | undefined;
}

/** What the program saw in a document, and what became of each rule. */
export interface Explanation {
  readonly document: Document;
  readonly rules: RuleSet;
  readonly options: ExplainOptions;
  /** In order of the sentences; a rule whose words do not stand in a sentence has none. */
  readonly reports: readonly RuleReport[];
  /** Sentences in which no rule is tried: no title and no prose, or fewer than two entities. */
  readonly skipped: ReadonlyMap<number, 'passage' | 'mentions'>;
  /** What all rules together state. */
  readonly assertions: readonly Assertion[];
  readonly answer: Answer | null;
  /** The sentences worth showing. */
  readonly sentences: readonly number[];
}

/**
 * Follows the one matcher over a document: every verdict is the engine's own.
 *
 * @param document With all of its layers, read with the same rules.
 */
export function explain(document: Document, rules: RuleSet, options: ExplainOptions = {}): Explanation {
  const { question, rule } = options;
  const found = question ? answer(document, question, declared(rules, question)) : null;
  const focus = found
    ? { source: new Set(found.ends[0].entities), target: new Set(found.ends[1].entities) }
    : {};
  const { reports, skipped } = watchRules(rules, document, focus);
  const relevant = reports.filter(
    (report) =>
      (rule === undefined || report.rule === rule) &&
      (question?.relation === undefined || report.relations.includes(question.relation)),
  );
  const sentences = sentencesOf(document, relevant, found, options);
  return {
    document,
    rules,
    options,
    reports: relevant.filter(({ sentence }) => sentences.includes(sentence)),
    skipped,
    assertions: assertRelations(document, rules),
    answer: found,
    sentences,
  };
}

const declared = ({ relations }: RuleSet, { relation }: Question) =>
  relation === undefined ? undefined : relations.get(relation);

function sentencesOf(
  { sentences }: Document,
  reports: readonly RuleReport[],
  found: Answer | null,
  { rule }: ExplainOptions,
): number[] {
  const all = [...Array(sentences.length).keys()];
  if (found) return all.filter((sentence) => found.sentences.includes(sentence));
  if (rule === undefined) return all;
  const tried = new Set(reports.map(({ sentence }) => sentence));
  // Where the rule was tried nowhere, there is no better place to look than everywhere.
  return tried.size > 0 ? all.filter((sentence) => tried.has(sentence)) : all;
}
