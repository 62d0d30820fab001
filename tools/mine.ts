/**
 * What stands in open text between the entities a relation could hold of, so that vocabularies and paths come from evidence.
 *
 *     tsx tools/mine.ts paths|triggers|edges FILE… [--least 3] [--type actor|event|policy|location] [--word accuse] [--rule ID]
 *
 * FILE is an article (.txt) or a list of them (.jsonl, one object with `text` a line). `paths` ranks the tree paths between two
 * mentions of a sentence, lemmas included, by the number of articles that hold them; `triggers` ranks their topmost words alone;
 * both leave out pairs between which the rules already find an edge (`--all` keeps them). `edges` lists what the rules find, rule
 * by rule, to be judged by eye. A path is written as a rule writes it: `^nsubj accuse obj` leads from the subject of "accuse" to
 * its object.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEPREL } from '../src/language/index.ts';
import { lemmaAt, uposAt } from '../src/model/index.ts';
import type { Document, Mention } from '../src/model/index.ts';
import { analyzeArticle } from '../src/pipeline/index.ts';
import { readArticle } from '../src/read/index.ts';
import { builtinRuleSources, compileRules } from '../src/rules/index.ts';

const ACTORS = ['person', 'organization', 'group', 'location'];
const LONGEST_PATH = 6;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    least: { type: 'string', default: '3' },
    type: { type: 'string', default: 'actor' },
    word: { type: 'string' },
    rule: { type: 'string' },
    all: { type: 'boolean', default: false },
    examples: { type: 'string', default: '2' },
  },
});
const [mode, ...files] = positionals;

interface Found {
  readonly articles: Set<string>;
  count: number;
  readonly examples: string[];
}

const rules = compileRules(builtinRuleSources());
const found = new Map<string, Found>();

function note(key: string, article: string, example: string): void {
  const known = found.get(key) ?? { articles: new Set<string>(), count: 0, examples: [] };
  found.set(key, known);
  known.articles.add(article);
  known.count += 1;
  if (known.examples.length < Number(values.examples)) known.examples.push(example);
}

function* articlesOf(file: string): Generator<readonly [string, string]> {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.jsonl')) {
    yield [file, text];
    return;
  }
  let line = 0;
  for (const row of text.split('\n')) {
    line++;
    if (row.trim() !== '') yield [`${file}:${line}`, (JSON.parse(row) as { text: string }).text];
  }
}

for (const file of files) {
  for (const [name, text] of articlesOf(file)) {
    const article = readArticle(name, new TextEncoder().encode(text));
    const document = analyzeArticle(article, { rules, assumeEnglish: true });
    if (mode === 'edges') listEdges(document, name);
    else minePairs(document, name);
  }
}

function listEdges({ article, entities, assertions }: Document, name: string): void {
  for (const { rule, source, target, status, sentence, relation, attributedTo } of assertions) {
    const sides = [entities[source]?.name, entities[target]?.name];
    const by = attributedTo ? ` by ${article.text.slice(attributedTo.start, attributedTo.end)}` : '';
    const words = article.text.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ');
    if (values.rule === undefined || rule === values.rule)
      note(`${relation} ${rule}`, name, `${sides.join(' -> ')} (${status}${by}): ${words}`);
  }
}

function minePairs(document: Document, name: string): void {
  const { sentences, mentions, entities, assertions, article } = document;
  const linked = new Set(
    assertions.map(({ source, target, sentence }) => `${sentence.start} ${source} ${target}`),
  );
  const bySentence = new Map<number, Mention[]>();
  for (const mention of mentions)
    bySentence.set(mention.sentence, [...(bySentence.get(mention.sentence) ?? []), mention]);
  for (const [sentence, list] of bySentence) {
    const start = sentences.start[sentence]!;
    for (const a of list) {
      for (const b of list) {
        if (a.entity === null || b.entity === null || a.entity === b.entity) continue;
        if (!ACTORS.includes(entities[a.entity]!.type)) continue;
        const type = entities[b.entity]!.type;
        if (values.type === 'actor' ? !ACTORS.includes(type) : type !== values.type) continue;
        const isLinked =
          linked.has(`${start} ${a.entity} ${b.entity}`) || linked.has(`${start} ${b.entity} ${a.entity}`);
        if (isLinked && !values.all) continue;
        const path = pathBetween(document, sentence, topOf(document, a), topOf(document, b));
        if (!path || (values.word !== undefined && !path.words.includes(values.word))) continue;
        const key = mode === 'triggers' ? path.top : path.text;
        const words = article.text.slice(start, sentences.end[sentence]).replace(/\s+/gu, ' ');
        note(key, name, `${entities[a.entity]!.name} -> ${entities[b.entity]!.name}: ${words}`);
      }
    }
  }
}

/** The word by which a mention hangs in the tree: of "Ann Lee" the first, of "the old port" the last. */
function topOf({ trees, sentences }: Document, { sentence, head, firstToken, endToken }: Mention): number {
  const first = sentences.firstToken[sentence]!;
  const above = (token: number): number => trees.tree(sentence).head[token - first]! + first;
  let at = head;
  for (let up = above(at); up >= firstToken && up < endToken; up = above(at)) at = up;
  return at;
}

/** The way through the tree from one word to another: up to the topmost word, and down again. */
function pathBetween(
  { trees, sentences, tokens, tags }: Document,
  sentence: number,
  from: number,
  to: number,
): { text: string; top: string; words: readonly string[] } | null {
  const tree = trees.tree(sentence);
  const first = sentences.firstToken[sentence]!;
  const wayUp = (token: number): number[] => {
    const way = [token - first];
    while (tree.head[way.at(-1)!]! >= 0 && way.length <= tree.length) way.push(tree.head[way.at(-1)!]!);
    return way;
  };
  const up = wayUp(from);
  const down = wayUp(to);
  const top = up.find((position) => down.includes(position));
  if (top === undefined) return null;
  const rising = up.slice(0, up.indexOf(top));
  const falling = down.slice(0, down.indexOf(top)).reverse();
  if (rising.length + falling.length > LONGEST_PATH) return null;
  const label = (position: number): string => {
    const by = DEPREL[tree.label[position]!]!;
    const marker = tree.head.findIndex(
      (head, child) => head === position && DEPREL[tree.label[child]!] === 'case',
    );
    return /^(?:nmod|obl)$/u.test(by) && marker >= 0 ? `${by}:${lemmaAt(tokens, tags, marker + first)}` : by;
  };
  const word = (position: number): string => {
    const lemma = lemmaAt(tokens, tags, position + first).toLowerCase();
    return uposAt(tags, position + first) === 'PROPN' ? '*' : lemma;
  };
  const middle = [
    ...rising.slice(1),
    ...(rising.length > 0 && falling.length > 0 ? [top] : []),
    ...falling.slice(0, -1),
  ];
  const text = [
    ...rising.map(
      (position, i) => `^${label(position)}${i + 1 < rising.length ? ` ${word(rising[i + 1]!)}` : ''}`,
    ),
    falling.length > 0 && rising.length > 0 ? word(top) : '',
    ...falling.map(
      (position, i) => `${label(position)}${i + 1 < falling.length ? ` ${word(position)}` : ''}`,
    ),
  ]
    .filter((part) => part !== '')
    .join(' ');
  return { text, top: `${word(top)} (${uposAt(tags, top + first)})`, words: middle.map(word) };
}

const rows = [...found]
  .filter(([, { articles }]) => articles.size >= Number(values.least))
  .sort(([a, x], [b, y]) => y.articles.size - x.articles.size || y.count - x.count || (a < b ? -1 : 1));
for (const [key, { articles, count, examples }] of rows) {
  console.log(`${articles.size} articles, ${count} times: ${key}`);
  for (const example of examples) console.log(`    ${example}`);
}
