import type picocolors from 'picocolors';
import { arrow } from '../../evaluate/index.ts';
import { terminalLine } from '../../write/index.ts';
import { edgeText } from './edge-text.ts';
import type { Explanation } from './explain.ts';
import type { Answer, EndAnswer } from './question.ts';

type Colours = ReturnType<typeof picocolors.createColors>;

/** What was asked, what is known of both ends, and what it comes to. */
export function answerLines(explanation: Explanation, colours: Colours): string[] {
  const { answer, options } = explanation;
  const { question } = options;
  if (!answer || !question) return [];
  const { source, relation = 'any relation', target } = question;
  const lines = answer.ends.map((end) => endLine(end, colours));
  return [
    colours.bold(arrow({ source, relation, target })),
    ...lines,
    ...conclusion(explanation, answer, colours),
  ];
}

function endLine({ end, problem, text }: EndAnswer, colours: Colours): string {
  return `  ${end}  ${problem === null ? '' : `${colours.red(problem)}: `}${terminalLine(text)}`;
}

function conclusion(
  explanation: Explanation,
  { ends, merged, sentences }: Answer,
  colours: Colours,
): string[] {
  const { assertions, document, options } = explanation;
  if (ends.some(({ problem }) => problem !== null)) return ['  so no rule can find this edge'];
  const [source, target] = ends;
  if (merged)
    return [
      `  ${colours.red('merged')}: both are names of one entity, and no edge leads from an entity to itself`,
    ];
  if (sentences.length === 0) return ['  no sentence mentions both, and rules read sentence by sentence'];
  const relation = options.question?.relation;
  const between = assertions.filter(
    (each) =>
      (relation === undefined || each.relation === relation) &&
      ((source.entities.includes(each.source) && target.entities.includes(each.target)) ||
        (source.entities.includes(each.target) && target.entities.includes(each.source))),
  );
  if (between.length === 0) return [`  ${colours.yellow('not found')}; below, what became of the rules`];
  return between.map((each) => {
    const turned = !source.entities.includes(each.source);
    const what = turned ? colours.yellow('found the other way round') : colours.green('found');
    return `  ${what}: ${edgeText(document, each)}, by rule ${each.rule}`;
  });
}
