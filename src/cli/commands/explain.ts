import type { Command } from 'commander';
import { didYouMean } from '../../faults/index.ts';
import { type Document, UserError } from '../../model/index.ts';
import { analyzeArticle, recordOf } from '../../pipeline/index.ts';
import { INPUT_FORMATS, type InputFormat, readArticleFile } from '../../read/index.ts';
import {
  analyseText,
  compareMentions,
  explain,
  type Explanation,
  type Question,
  renderExplainJson,
  renderExplainText,
  renderMentionsJson,
  renderMentionsText,
} from '../../workbench/index.ts';
import { type Done, EXIT, type Io, usesColor } from '../io.ts';
import { addRuleOptions, choice, collect, type RuleFlags } from '../options.ts';
import { emit } from '../output.ts';
import { graphOfRecords, type Setup, setUp, warnOfLanguages } from '../setup.ts';

interface ExplainFlags extends RuleFlags {
  readonly text?: string;
  readonly rule?: string;
  readonly source?: string;
  readonly relation?: string;
  readonly target?: string;
  readonly edge?: string;
  readonly mention?: readonly string[];
  readonly all?: boolean;
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly from?: InputFormat;
  readonly encoding?: string;
}

/** `extract explain FILE | --text SENTENCE`: what was seen, what matched, and why not. */
export function addExplainCommand(program: Command, io: Io, done: Done): void {
  const command = program
    .command('explain')
    .description(
      'what was seen in a text, which rules matched, and for the others how far they came and why not',
    )
    .argument('[file]', 'text or Markdown, or - for standard input')
    .option('--text <sentence>', 'a sentence, in place of a file')
    .option('--rule <id>', 'only this rule')
    .option('--source <name>', 'with --target: an edge that is missing or wrong')
    .option('--relation <name>', 'the relation of that edge')
    .option('--target <name>', 'the other end of that edge')
    .option('--edge <key>', 'an edge of the graph of this article, by its key or the beginning of it')
    .option(
      '--mention <words>',
      'given twice: why two mentions are one entity or two; words of the text, or an offset',
      collect,
    )
    .option('--all', 'every pattern of a rule that did not match, not only the one that came furthest')
    .addOption(choice('-f, --format <format>', 'what to print', ['text', 'json']).default('text'))
    .option('-o, --output <file>', 'file for the explanation')
    .addOption(
      choice('--from <format>', 'what the file is, where the extension does not tell', INPUT_FORMATS),
    )
    .option('--encoding <label>', 'encoding of the file, such as windows-1252 (default: UTF-8)');
  addRuleOptions(command).action(async (file: string | undefined, flags: ExplainFlags) => {
    const setup = await setUp(flags, io);
    const pair = pairOf(flags);
    const rule = checkedRule(flags.rule, setup);
    const asked = questionOf(flags, setup);
    const document = await documentOf(file, flags, setup, io);
    if (pair) {
      const comparison = compareMentions(document, ...pair);
      const render = flags.format === 'json' ? renderMentionsJson : renderMentionsText;
      await emit(render(comparison), flags.output, io);
      return done(EXIT.done);
    }
    const question = flags.edge === undefined ? asked : edgeQuestion(flags.edge, document, setup);
    await emit(report(explain(document, setup.rules, { rule, question }), flags, io), flags.output, io);
    done(EXIT.done);
  });
}

function report(
  explanation: Explanation,
  { format, output, color, all = false }: ExplainFlags,
  io: Io,
): string {
  if (format === 'json') return renderExplainJson(explanation);
  const colour = output === undefined && usesColor(io, io.stdout, color);
  return renderExplainText(explanation, { colour, all });
}

/** The edge of the article's own graph whose key begins so, as a question. */
function edgeQuestion(key: string, document: Document, setup: Setup): Question {
  if (key.trim() === '')
    throw new UserError('--edge names no edge', {
      hint: 'give the beginning of a key of the JSON graph of this article',
    });
  const { edges, nodes } = graphOfRecords([recordOf(document)], setup);
  const [edge, another] = edges.filter((each) => each.key.startsWith(key));
  if (!edge || another)
    throw new UserError(
      edge ? `several edges have keys that begin with "${key}"` : `no edge has the key "${key}"`,
      {
        hint: edge
          ? 'give more of it'
          : 'keys stand in the JSON graph of this article, made with the same rules',
      },
    );
  const label = (node: string): string => nodes.find((each) => each.key === node)?.attributes.label ?? node;
  return { source: label(edge.source), relation: edge.attributes.relation, target: label(edge.target) };
}

async function documentOf(
  file: string | undefined,
  { text, from, encoding, quiet }: ExplainFlags,
  setup: Setup,
  io: Io,
): Promise<Document> {
  if ((file === undefined) === (text === undefined))
    throw new UserError(file === undefined ? 'nothing to explain' : 'a file and --text at once', {
      hint: 'name a file, or give a sentence with --text',
    });
  if (text?.trim() === '')
    throw new UserError('--text holds no sentence', { hint: 'give one in quotation marks' });
  if (file === undefined) return analyseText(text!, setup);
  const article = await readArticleFile(file, {
    ...(from !== undefined && { from }),
    ...(encoding !== undefined && { encoding }),
    cwd: io.cwd,
    stdin: io.stdin,
    commands: [],
  });
  if (!quiet) warnOfLanguages([article], setup, io);
  return analyzeArticle(article, setup);
}

function questionOf(
  { source, relation, target, edge }: ExplainFlags,
  { rules }: Setup,
): Question | undefined {
  if (edge !== undefined && [source, relation, target].some((each) => each !== undefined))
    throw new UserError('--edge names an edge already', {
      hint: 'leave out --source, --relation and --target',
    });
  if (source === undefined && target === undefined && relation === undefined) return undefined;
  if (source === undefined || target === undefined)
    throw new UserError('an edge has two ends', { hint: 'give both --source and --target' });
  if (relation !== undefined) known('relation', relation, rules.relations.keys());
  return { source, relation, target };
}

function pairOf({
  mention,
  rule,
  source,
  relation,
  target,
  edge,
}: ExplainFlags): [string, string] | undefined {
  if (mention === undefined) return undefined;
  if ([rule, source, relation, target, edge].some((each) => each !== undefined))
    throw new UserError('--mention asks about entities, not about an edge or a rule', {
      hint: 'leave out --rule, --source, --relation, --target and --edge',
    });
  const [first, second, ...more] = mention;
  if (first === undefined || second === undefined || more.length > 0)
    throw new UserError('two mentions are compared', { hint: 'give --mention twice' });
  return [first, second];
}

function checkedRule(rule: string | undefined, { rules }: Setup): string | undefined {
  if (rule !== undefined)
    known(
      'rule',
      rule,
      rules.rules.map(({ id }) => id),
    );
  return rule;
}

/** @throws UserError naming the nearest, where there is no such name */
function known(kind: string, name: string, names: Iterable<string>): void {
  const all = [...names];
  if (all.includes(name)) return;
  const hint = didYouMean(name, all);
  throw new UserError(`there is no ${kind} "${name}"`, hint === undefined ? {} : { hint });
}
