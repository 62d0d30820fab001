/**
 * `npm run challenge`: how well status and attribution are told, on sentences written for that (fixtures/challenge). Each states,
 * denies or leaves open one edge.
 *
 *     tsx tools/challenge.ts [--all] [--write]
 *
 * `--all` lists the known misses, too; `--write` renews their marks.
 */
import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Status } from '../src/model/index.ts';
import { analyzeArticle } from '../src/pipeline/index.ts';
import { readArticle } from '../src/read/index.ts';
import { builtinRuleSources, compileRules } from '../src/rules/index.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/challenge/', import.meta.url));

const Item = z.strictObject({
  text: z.string(),
  /** Source, relation, target; the ends by a word of any of their mentions. */
  edge: z.tuple([z.string(), z.string(), z.string()]),
  /** Whose word it is, by a word of the speaker's phrase; absent where the sentence itself says it. */
  by: z.string().optional(),
  /** What the program is known to get wrong here. */
  known: z.enum(['edge', 'status', 'speaker']).optional(),
});
const File = z.strictObject(
  Object.fromEntries(
    ['asserted', 'negated', 'uncertain'].map((status) => [status, z.array(Item).optional()]),
  ) as Record<Status, z.ZodOptional<z.ZodArray<typeof Item>>>,
);

export interface Answer extends z.infer<typeof Item> {
  readonly file: string;
  readonly status: Status;
  /** Every status of the edge that was found; empty where the edge was not. */
  readonly found: readonly Status[];
  /** The speaker's phrase as found with the edge of the right status. */
  readonly speaker: string | null;
  /** What is wrong; null where nothing is. */
  readonly wrong: 'edge' | 'status' | 'speaker' | null;
}

/** Every sentence of the challenge set with what the built-in rules make of it. */
export function challengeAnswers(): Answer[] {
  const rules = compileRules(builtinRuleSources());
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const groups = File.parse(parse(readFileSync(join(FOLDER, name), 'utf8')));
      return (Object.entries(groups) as [Status, z.infer<typeof Item>[] | undefined][]).flatMap(
        ([status, items]) =>
          (items ?? []).map((item) => answer(basename(name, '.yaml'), status, item, rules)),
      );
    });
}

function answer(
  file: string,
  status: Status,
  item: z.infer<typeof Item>,
  rules: ReturnType<typeof compileRules>,
): Answer {
  const article = readArticle('-', new TextEncoder().encode(item.text));
  const { entities, mentions, assertions } = analyzeArticle(article, { rules, assumeEnglish: true });
  const [source, relation, target] = item.edge;
  const isNamed = (entity: number, name: string): boolean =>
    entities[entity]!.mentions.some((index) =>
      item.text
        .slice(mentions[index]!.start, mentions[index]!.end)
        .toLowerCase()
        .includes(name.toLowerCase()),
    );
  const edges = assertions.filter(
    (each) => each.relation === relation && isNamed(each.source, source) && isNamed(each.target, target),
  );
  const found = [...new Set(edges.map((edge) => edge.status))];
  const by = edges.find((edge) => edge.status === status)?.attributedTo;
  const speaker = by ? item.text.slice(by.start, by.end) : null;
  const right =
    item.by === undefined ? speaker === null : speaker?.toLowerCase().includes(item.by.toLowerCase());
  const wrong = found.length === 0 ? 'edge' : found.join() !== status ? 'status' : right ? null : 'speaker';
  return { ...item, file, status, found, speaker, wrong };
}

/** The figures of a list of answers, as lines. */
export function challengeFigures(answers: readonly Answer[]): Record<string, number> {
  const found = answers.filter(({ wrong }) => wrong !== 'edge');
  const right = found.filter(({ wrong }) => wrong !== 'status');
  const denials = answers.filter((each) => each.status === 'negated' && each.found.includes('asserted'));
  const doubts = answers.filter((each) => each.status === 'uncertain' && each.found.includes('asserted'));
  return {
    sentences: answers.length,
    'edges found': found.length,
    'status right': right.length,
    'status right of all': right.length / answers.length,
    'status right of found': right.length / found.length,
    'speaker right of those': right.filter(({ wrong }) => wrong === null).length / right.length,
    'denials as facts': denials.length,
    'doubts as facts': doubts.length,
  };
}

/** The text of a file of the set with the marks that its answers ask for; all else stays as it is. */
export function withMarks(text: string, answers: readonly Answer[]): string {
  return answers.reduce((marked, { text: sentence, wrong }) => {
    const at = marked.lastIndexOf('edge: [', marked.indexOf(sentence));
    const start = marked.lastIndexOf('{', at);
    const mark = wrong ? `known: ${wrong}, ` : '';
    return `${marked.slice(0, start + 1)}${marked.slice(start + 1, at).replace(/known: \w+,\s*/u, '')}${mark}${marked.slice(at)}`;
  }, text);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const answers = challengeAnswers();
  const lines = Object.entries(challengeFigures(answers)).map(
    ([name, value]) => `${name}: ${Number.isInteger(value) ? value : value.toFixed(3)}`,
  );
  for (const { wrong, known, status, found, speaker, text } of answers) {
    if (wrong && (known !== wrong || process.argv.includes('--all')))
      lines.push(`${wrong} (${status}, found ${found.join() || 'nothing'}, by ${speaker ?? '-'}): ${text}`);
    if (known && known !== wrong) lines.push(`mark is out of date: ${text}`);
  }
  console.log(lines.join('\n'));
  if (process.argv.includes('--write')) {
    for (const file of new Set(answers.map((each) => each.file))) {
      const path = join(FOLDER, `${file}.yaml`);
      const own = answers.filter((each) => each.file === file);
      writeFileSync(path, withMarks(readFileSync(path, 'utf8'), own));
    }
  }
}
