export { analyseText } from './analysis.ts';
export { explain } from './explain/explain.ts';
export type { Explanation, ExplainOptions } from './explain/explain.ts';
export type { Question } from './explain/question.ts';
export { renderExplainText } from './explain/report-text.ts';
export { renderExplainJson } from './explain/report-json.ts';
export { runExamples } from './examples/run.ts';
export { EXAMPLE_WORDING, exampleReport } from './examples/report.ts';
