/**
 * tsx bench/hostile.ts [--strings 100000] [--seconds N] [--seed 1]: random and hostile strings through the language room, with the tree and
 * the enhanced graph of every sentence, and through `extract`. Nothing may crash, and what is promised of a document must hold.
 * Stops after N seconds where given. Prints counts and time; exit 1 and the strings themselves where something failed.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { analyze, loadLanguage } from '../src/language/index.ts';
import { extract, loadEntities, loadRules } from '../src/library.ts';
import { type SerializedGraph, type Tree, UserError } from '../src/model/index.ts';
import { readArticle } from '../src/read/index.ts';
import { articleOf } from '../test/support/article.ts';
import { hostilePieces } from '../test/support/hostile.ts';

const BATCH = 500;
const SHOWN = 5;

const word = fc.oneof(
  { weight: 5, arbitrary: hostilePieces },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
/** Sentences that rules match, with hostile pieces set between their words. */
const spoilt = fc
  .tuple(
    fc.constantFrom(
      'Taliban fighters attacked the city of Kabul on Monday.',
      'Islamic State claimed responsibility for the bombing in Damascus, Reuters reported.',
      'The Kurdish militia, which fights Islamic State, denied that it had attacked Turkish soldiers.',
      'Russia said Ukraine was behind the explosion; Kyiv has denied involvement.',
      'Iran supports Hezbollah, and the United States imposed sanctions on both.',
      'John Marlow, the leader of the Northern Front, was killed by the army in Aleppo.',
    ),
    fc.array(fc.tuple(fc.nat(20), word), { maxLength: 6 }),
  )
  .map(([sentence, intruders]) => {
    const words = sentence.split(' ');
    for (const [at, intruder] of intruders) words.splice(at, 0, intruder);
    return words.join(' ');
  });
const text = fc.oneof(
  { weight: 20, arbitrary: fc.array(spoilt, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')) },
  { weight: 40, arbitrary: fc.array(word, { maxLength: 30 }).map((all) => all.join(' ')) },
  { weight: 25, arbitrary: fc.array(word, { maxLength: 30 }).map((all) => all.join('')) },
  { weight: 10, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 10, arbitrary: fc.string({ unit: 'grapheme', maxLength: 100 }) },
  {
    weight: 5,
    arbitrary: fc.array(fc.nat(0xffff), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
  },
);
/** Too long to be drawn often: each is read once, before the others. */
const giants = [
  '',
  '\n'.repeat(5000),
  'a\n'.repeat(5000),
  'word and other things '.repeat(3000),
  'x'.repeat(200_000),
  '\u0301'.repeat(50_000),
  '\ud83d'.repeat(20_000),
  `${'('.repeat(5000)}a${')'.repeat(5000)}`,
  '" ( '.repeat(3000),
  `${'Taliban fighters attacked Kabul and '.repeat(500)}.`,
  '\u0000'.repeat(10_000),
  '\u202eabc \u2066'.repeat(2000),
  `${'> '.repeat(2000)}a`,
  `${'- '.repeat(1000)}a`,
  '*'.repeat(10_000),
  '['.repeat(10_000),
];

// eslint-disable-next-line no-control-regex -- control characters are blank to the tokenizer
const blank = /^[\s\u0000-\u0020\u007f\u0085\u200b\u200e\u200f\u2060\ufeff]*$/;

function ensure(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}

function checkTree({ head, length }: Tree): void {
  const reached = new Uint8Array(length);
  let roots = 0;
  for (let start = 0; start < length; start++) {
    if (head[start]! < 0) roots++;
    const path: number[] = [];
    for (let at = start; at >= 0 && reached[at] === 0; at = head[at]!) {
      ensure(path.length < length, 'the tree has no cycle');
      path.push(at);
    }
    for (const at of path) reached[at] = 1;
  }
  ensure(roots === 1, `a tree has one root, not ${roots}`);
}

const language = loadLanguage();

/** Number of tokens. Throws where something promised does not hold. */
function readText(source: string): { tokens: number; sentences: number } {
  const { sentences, tokens, names, passages, trees } = analyze(articleOf(source), language);
  let at = 0;
  for (let token = 0; token < tokens.length; token++) {
    const [start, end] = [tokens.start[token]!, tokens.end[token]!];
    ensure(start >= at && end > start, 'tokens are ordered and not empty');
    ensure(blank.test(source.slice(at, start)), 'between tokens there is nothing but blanks');
    ensure(tokens.strings.text(tokens.form[token]!) === source.slice(start, end), 'a form is its slice');
    at = end;
  }
  ensure(blank.test(source.slice(at)), 'after the last token there is nothing but blanks');
  let next = 0;
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const passage = passages[sentences.passage[sentence]!]!;
    const [first, end] = [sentences.firstToken[sentence]!, sentences.endToken[sentence]!];
    ensure(first === next && end > first, 'sentences are ordered and made of whole tokens');
    ensure(
      sentences.start[sentence]! >= passage.start && sentences.end[sentence]! <= passage.end,
      'a sentence lies in its passage',
    );
    next = end;
    const tree = trees.tree(sentence);
    ensure(tree.length === end - first, 'a tree has a node for each token');
    checkTree(tree);
    const { head, dependent } = trees.enhanced(sentence);
    dependent.forEach((value, edge) =>
      ensure(value < tree.length && head[edge]! < tree.length, 'enhanced edges stay inside the sentence'),
    );
  }
  ensure(next === tokens.length, 'every token is in a sentence');
  let last = 0;
  for (const { firstToken, endToken } of names) {
    ensure(firstToken >= last && endToken > firstToken, 'names are ordered and disjoint');
    ensure(tokens.sentence[firstToken] === tokens.sentence[endToken - 1], 'a name lies in one sentence');
    last = endToken;
  }
  return { tokens: tokens.length, sentences: sentences.length };
}

const options = { rules: loadRules(), entities: loadEntities(), assumeEnglish: true };

/** Number of edges, or undefined where the reader refused the text as no text. */
function extractText(source: string): number | undefined {
  const bytes = new TextEncoder().encode(source);
  let graph: SerializedGraph;
  try {
    graph = extract([{ text: bytes, source: 'a.txt' }], options);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
  const { text } = readArticle('a.txt', bytes, {});
  for (const { attributes } of graph.nodes) {
    for (const mention of attributes.mentions)
      ensure(text.slice(mention.start, mention.end) === mention.text, 'a mention is its slice');
  }
  for (const { attributes } of graph.edges) {
    for (const evidence of attributes.evidence)
      ensure(text.slice(evidence.start, evidence.end) === evidence.text, 'evidence is its slice');
  }
  JSON.stringify(graph);
  return graph.edges.length;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      strings: { type: 'string', default: '100000' },
      seconds: { type: 'string', default: 'Infinity' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [wanted, seconds, seed] = [Number(values.strings), Number(values.seconds), Number(values.seed)];
  const counts = { strings: 0, characters: 0, tokens: 0, sentences: 0, refused: 0, edges: 0, failed: 0 };
  const begun = performance.now();
  const used = process.cpuUsage();
  const elapsed = (): number => (performance.now() - begun) / 1000;
  const one = (source: string): void => {
    counts.strings++;
    counts.characters += source.length;
    try {
      const read = readText(source);
      counts.tokens += read.tokens;
      counts.sentences += read.sentences;
      const edges = extractText(source);
      if (edges === undefined) counts.refused++;
      else counts.edges += edges;
    } catch (error) {
      counts.failed++;
      if (counts.failed > SHOWN) return;
      const stack = error instanceof Error ? error.stack : String(error);
      console.log(
        `FAILED on ${JSON.stringify(source.slice(0, 2000))} (${source.length} characters)\n${stack}`,
      );
    }
  };
  for (const giant of giants) {
    const from = performance.now();
    one(giant);
    const took = performance.now() - from;
    if (took > 2000)
      console.log(
        `slow: ${JSON.stringify(giant.slice(0, 20))}, ${giant.length} characters, ${took.toFixed(0)} ms`,
      );
  }
  for (let batch = 0; counts.strings < wanted && elapsed() < seconds; batch++) {
    const numRuns = Math.min(BATCH, wanted - counts.strings);
    for (const source of fc.sample(text, { seed: seed * 1_000_003 + batch, numRuns })) {
      if (elapsed() >= seconds) break;
      one(source);
    }
  }
  const { user, system } = process.cpuUsage(used);
  console.log(
    Object.entries(counts)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  );
  console.log(
    `${elapsed().toFixed(0)} s, ${((user + system) / 1e6).toFixed(0)} s of processor time, seed ${seed}`,
  );
  if (counts.failed > 0) process.exitCode = 1;
}

main();
