import { extract, loadRules } from '../../src/library.ts';
import type { SerializedGraph } from '../../src/model/index.ts';
import type { RuleSet } from '../../src/rules/index.ts';
import type { LabelledDocument, LabelledFile } from './corpora/corpus.ts';
import { taskErrors } from './errors.ts';
import { taskFigures, taskRuleFigures } from './figures.ts';
import type { TaskReport } from './report.ts';
import { scoreTask, type TaskScore } from './score.ts';
import { TASKS, type Task } from './tasks.ts';

export interface ScoredDocument {
  readonly graph: SerializedGraph;
  readonly score: TaskScore;
}

/** Short sentences are often taken for another language. */
const graphOf = ({ text }: LabelledDocument, rules: RuleSet): SerializedGraph =>
  extract([{ text, from: 'text' }], { rules, assumeEnglish: true });

/** Every document of the files held against each task of its corpus. */
export function scoreFiles(
  files: readonly LabelledFile[],
  rules: RuleSet = loadRules(),
): Map<Task, ScoredDocument[]> {
  const scored = new Map<Task, ScoredDocument[]>(TASKS.map((task) => [task, []]));
  for (const { corpus, documents } of files) {
    for (const document of documents) {
      const graph = graphOf(document, rules);
      for (const [task, scores] of scored) {
        if (task.corpus === corpus) scores.push({ graph, score: scoreTask(task, document, graph) });
      }
    }
  }
  return new Map([...scored].filter(([, scores]) => scores.length > 0));
}

export function measure(files: readonly LabelledFile[], rules?: RuleSet): TaskReport[] {
  return [...scoreFiles(files, rules)].map(([task, scored]) => {
    const scores = scored.map(({ score }) => score);
    return {
      task,
      files: files.filter(({ corpus }) => corpus === task.corpus).map(({ file }) => file),
      figures: taskFigures(scores),
      rules: taskRuleFigures(scores),
      errors: scored.flatMap(({ score, graph }) => taskErrors(score, graph)),
    };
  });
}
