import picocolors from 'picocolors';
import type { Span } from '../../model/index.ts';
import { triggerWords } from '../../rules/index.ts';
import type { CompiledRule, RuleReport, RuleVerdict } from '../../rules/index.ts';
import { terminalLine } from '../../write/index.ts';
import { answerLines } from './answer-text.ts';
import { edgeText } from './edge-text.ts';
import type { Explanation } from './explain.ts';
import { mentionTable, sentenceTable } from './sentence-text.ts';

export interface ExplainTextOptions {
  readonly colour?: boolean;
  /** Every pattern of a rule that did not match, not only the one that came furthest. */
  readonly all?: boolean;
}

type Colours = ReturnType<typeof picocolors.createColors>;

const WIDTH = Math.max(...(['matched', 'beaten', 'excluded', 'stopped'] as const).map((word) => word.length));
const WORDS: Readonly<Record<RuleVerdict, string>> = {
  matched: 'matched',
  beaten: 'beaten',
  vetoed: 'excluded',
  stalled: 'left out',
  stopped: 'stopped',
  untyped: 'stopped',
};

/** An explanation for a terminal: what was asked, then each sentence with its tree, its mentions and its rules. */
export function renderExplainText(
  explanation: Explanation,
  { colour = false, all = false }: ExplainTextOptions = {},
): string {
  const colours = picocolors.createColors(colour);
  const blocks = [
    answerLines(explanation, colours),
    ...explanation.sentences.map((sentence) => sentenceLines(explanation, sentence, colours, all)),
    untriggeredLines(explanation),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function sentenceLines(explanation: Explanation, sentence: number, colours: Colours, all: boolean): string[] {
  const { document, skipped, reports } = explanation;
  const { start, end } = document.sentences;
  const text = document.article.text.slice(start[sentence], end[sentence]);
  const mentions = mentionTable(document, sentence);
  const own = reports.filter((report) => report.sentence === sentence);
  const why = skipped.get(sentence);
  return [
    colours.bold(`${sentence + 1}  ${terminalLine(text)}`),
    ...sentenceTable(document, sentence).map((line) => colours.dim(line)),
    ...(mentions.length > 0 ? ['entities', ...mentions.map((line) => `  ${line}`)] : ['no entities']),
    ...(why === undefined
      ? own.flatMap((report) => reportLines(explanation, report, colours, all))
      : [skippedLine(why)]),
    ...(why === undefined && own.length === 0 ? ['no rule has its words in this sentence'] : []),
  ];
}

const skippedLine = (why: 'passage' | 'mentions'): string =>
  why === 'passage'
    ? 'no rule is tried: relations are read from titles and prose only'
    : 'no rule is tried: a sentence needs mentions of two entities';

function reportLines(explanation: Explanation, report: RuleReport, colours: Colours, all: boolean): string[] {
  const { rule, relation, at, verdict } = report;
  const paint =
    verdict === 'matched'
      ? colours.green
      : verdict === 'stopped' || verdict === 'untyped'
        ? colours.dim
        : colours.yellow;
  const place = [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
  const head = `${paint(WORDS[verdict].padEnd(WIDTH))}  ${colours.bold(rule)}  ${relation}  ${colours.dim(terminalLine(place))}`;
  return [head, ...bodyLines(explanation, report, all).map((line) => `${' '.repeat(WIDTH)}  ${line}`)];
}

function bodyLines(explanation: Explanation, report: RuleReport, all: boolean): string[] {
  const { matches, lost, attempts, untyped, verdict } = report;
  if (verdict === 'stalled')
    return [
      'it takes too many steps in this sentence, so it gives nothing from it: narrow its repeats, gaps or paths',
    ];
  const mention = (index: number): string => spanText(explanation, explanation.document.mentions[index]!);
  const found = matches.flatMap(({ source, target, trigger, sentence }) => {
    const { tokens } = explanation.document;
    const words = trigger.map(({ firstToken, endToken }) => ({
      start: tokens.start[firstToken]!,
      end: tokens.end[endToken - 1]!,
    }));
    const steps = [...source.steps, ...target.steps].map(
      ({ method, from, to }) => `${method}: ${spanText(explanation, from)} over ${spanText(explanation, to)}`,
    );
    return [
      `source ${mention(source.mention)}  target ${mention(target.mention)}  trigger ${words.map((span) => spanText(explanation, span)).join(' ')}`,
      ...steps.map((step) => `  ${step}`),
      ...edgeLines(explanation, report, sentence, source.mention, target.mention),
    ];
  });
  const taken = lost.map(
    ({ source, target, why }) => `source ${mention(source)}  target ${mention(target)}: ${terminalLine(why)}`,
  );
  const failed = (all || (matches.length === 0 && lost.length === 0) ? attempts : []).slice(
    0,
    all ? Infinity : 1,
  );
  return [
    ...found,
    ...taken,
    ...(untyped !== null && attempts.length === 0 && matches.length === 0 ? [terminalLine(untyped)] : []),
    ...failed.flatMap(({ kind, pattern, read, why }) => [
      `${kind}: ${terminalLine(pattern)}`,
      `  ${read ? `read ${spanText(explanation, read)}; ` : ''}${terminalLine(why)}`,
    ]),
  ];
}

/** The edges that a match became. */
function edgeLines(
  { assertions, document }: Explanation,
  { rule }: RuleReport,
  sentence: number,
  source: number,
  target: number,
): string[] {
  const at = document.sentences.start[sentence];
  const [from, to] = [document.mentions[source]!.entity, document.mentions[target]!.entity];
  return assertions
    .filter(
      (each) =>
        each.sentence.start === at && each.source === from && each.target === to && each.rule === rule,
    )
    .map((each) => `edge ${edgeText(document, each)}`);
}

const spanText = ({ document }: Explanation, { start, end }: Span): string =>
  `"${terminalLine(document.article.text.slice(start, end))}" ${start}-${end}`;

/** Rules asked about whose words stand in none of the sentences shown. */
function untriggeredLines({ rules, options, reports, answer }: Explanation): string[] {
  const { rule: id, question } = options;
  if (id === undefined && question?.relation === undefined) return [];
  if (id === undefined && answer?.sentences.length === 0) return [];
  const tried = new Set(reports.map(({ rule }) => rule));
  const silent = rules.rules.filter(
    (rule) =>
      !tried.has(rule.id) && (id === undefined ? rule.relation === question?.relation : rule.id === id),
  );
  return silent.map((rule) => `not triggered  ${rule.id}: ${needs(rule)}`);
}

const needs = (rule: CompiledRule): string => {
  const words = triggerWords(rule);
  return words.length === 0 ? 'no sentence has what it needs' : `its sentence needs ${words.join('; or ')}`;
};
