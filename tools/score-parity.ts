/**
 * Holds our figures against those of the Python scorer that defines them.
 *
 *     tsx tools/score-parity.ts SCORE_PY [--write]             the cases of test/evaluate/cases; --write keeps its figures
 *     tsx tools/score-parity.ts SCORE_PY --fuzz N GOLD_DIR     N sets of randomly damaged graphs for a folder of gold graphs
 *
 * Needs python3. Exits 1 on a difference.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { evaluate } from '../src/evaluate/gold/evaluate.ts';
import { readGold, type GoldDocument } from '../src/evaluate/gold/gold.ts';
import type { EvidenceRecord, SerializedEdge, SerializedGraph, SerializedNode } from '../src/model/index.ts';
import { scoreForm, withoutIntervals } from '../test/evaluate/score-form.ts';

type Scored = Record<string, unknown>;
type Graphs = Map<string, SerializedGraph>;

const CASES = fileURLToPath(new URL('../test/evaluate/cases/', import.meta.url));

const pythonFigures = (scorer: string, gold: string, predicted: string): Scored =>
  withoutIntervals(
    JSON.parse(execFileSync('python3', [scorer, gold, predicted, '--json'], { encoding: 'utf8' })) as Scored,
  );

function differences(ours: Scored, theirs: Scored): string[] {
  return Object.keys({ ...ours, ...theirs })
    .filter((key) => !isDeepStrictEqual(ours[key], theirs[key]))
    .map((key) => `${key}: ours ${JSON.stringify(ours[key])}, theirs ${JSON.stringify(theirs[key])}`);
}

function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'score-parity-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Figures of the one case and of all cases together, which is the only way that sums are tested. */
function caseFigures(scorer: string): Record<string, Scored> {
  const expected: Record<string, Scored> = {
    all: pythonFigures(scorer, join(CASES, 'gold'), join(CASES, 'predicted')),
  };
  for (const { id } of readGold(join(CASES, 'gold')).documents) {
    expected[id] = inFolder((folder) => {
      for (const name of [`${id}.txt`, `${id}.gold.json`])
        copyFileSync(join(CASES, 'gold', name), join(folder, name));
      return pythonFigures(scorer, folder, join(CASES, 'predicted'));
    });
  }
  return expected;
}

function checkCases(scorer: string, write: boolean): boolean {
  const text = `${JSON.stringify(caseFigures(scorer), null, 1)}\n`;
  const file = join(CASES, 'expected.json');
  const same = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (!same && write) writeFileSync(file, text);
  console.log(
    same
      ? 'the kept figures are those of the scorer'
      : write
        ? `wrote ${file}`
        : `${file} differs: run with --write`,
  );
  return same || write;
}

const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;
const chance = (p: number): boolean => Math.random() < p;

const TYPES = ['person', 'organization', 'location', 'group', 'event', 'policy', 'Place', 'GPE', 'weapon'];
const STATUSES = ['asserted', 'negated', 'uncertain'] as const;
const ODD = ['the', 'He', '', 'ǅ', '\u0085', '\ufeff', '“', "'s", 'U.S.', 'İ', 'ΑΣ', '🜨', ' x '];

const noisy = (name: string): string => {
  const forms = [
    name,
    `The ${name}`,
    name.toUpperCase(),
    `${name}’s`,
    `“${name},”`,
    name.replaceAll(' ', '  '),
    name.toLowerCase(),
  ];
  return chance(0.05) ? pick(ODD) : chance(0.1) ? `${name}${pick(ODD)}` : pick(forms);
};

function randomEvidence({ text, gold }: GoldDocument, quote: string): EvidenceRecord {
  const known = text.indexOf(
    chance(0.7) || gold.relations.length === 0 ? quote : pick(gold.relations).evidence,
  );
  const start = Math.max(0, known + Math.floor((Math.random() - 0.5) * 60));
  const end = start + Math.floor(Math.random() * 120);
  const base = { document: 'd', text: text.slice(start, end), rule: 'r', confidence: 1 };
  return { ...base, start, end, source: [0, 0], target: [0, 0], trigger: [], resolved: [] };
}

/** A graph made from the gold graph with names, types, ends, statuses, order and number of edges damaged. */
function damagedGraph(document: GoldDocument): SerializedGraph {
  const { entities, relations } = document.gold;
  const nodes: SerializedNode[] = [];
  const keysOf = new Map<string, string[]>();
  const keep = Math.random();
  for (const entity of entities) {
    for (let copies = chance(keep) ? (chance(0.15) ? 2 : 1) : 0; copies > 0; copies -= 1) {
      const key = `n${nodes.length}`;
      const names = [entity.name, ...entity.aliases].filter(() => chance(0.6)).map(noisy);
      if (chance(0.15)) names.push(pick([entity.name, pick(entities).name, ...pick(entities).aliases]));
      const [label = noisy(entity.name), ...aliases] = names;
      const mentions = names
        .filter(() => chance(0.3))
        .map((text) => ({ document: 'd', start: 0, end: 1, text: noisy(text) }));
      const entity_type = chance(0.8) ? entity.type : pick(TYPES);
      nodes.push({
        key,
        attributes: { label, aliases, entity_type, mentions, mention_count: mentions.length },
      });
      keysOf.set(entity.id, [...(keysOf.get(entity.id) ?? []), key]);
    }
  }
  if (nodes.length === 0) return serialized([], []);
  nodes.sort(() => Math.random() - 0.5);
  const edges: SerializedEdge[] = [];
  const end = (id: string): string =>
    chance(0.85) ? pick(keysOf.get(id) ?? [pick(nodes).key]) : pick(nodes).key;
  for (const relation of relations) {
    for (let copies = pick([0, 1, 1, 1, 2, 3]); copies > 0; copies -= 1) {
      const type = chance(0.9) ? relation.type : pick(['attacked', 'opposes', 'met-with', 'located-in']);
      const ends = chance(0.9)
        ? [end(relation.source), end(relation.target)]
        : [end(relation.target), end(relation.source)];
      const status = chance(0.75) ? relation.status : pick(STATUSES);
      const evidence = Array.from({ length: pick([0, 1, 1, 1, 2]) }, () =>
        randomEvidence(document, relation.evidence),
      );
      edges.push({
        key: `e${edges.length}`,
        source: ends[0] as string,
        target: ends[1] as string,
        attributes: { relation: type, status, confidence: 1, weight: 1, attributed_to: [], evidence },
      });
    }
  }
  return serialized(
    nodes,
    edges.sort(() => Math.random() - 0.5),
  );
}

const serialized = (nodes: SerializedNode[], edges: SerializedEdge[]): SerializedGraph => ({
  options: { type: 'directed', multi: true, allowSelfLoops: true },
  attributes: { schema: 'extract-graph/1', generator: 'fuzz', rules: [], documents: [] },
  nodes,
  edges,
});

function fuzz(scorer: string, times: number, goldFolder: string): boolean {
  const { documents } = readGold(goldFolder);
  let compared = 0;
  for (let round = 0; round < times; round += 1) {
    const graphs: Graphs = new Map();
    for (const document of documents) if (chance(0.95)) graphs.set(document.id, damagedGraph(document));
    const found = inFolder((folder) => {
      mkdirSync(folder, { recursive: true });
      for (const [id, graph] of graphs) writeFileSync(join(folder, `${id}.json`), JSON.stringify(graph));
      const different = differences(
        scoreForm(evaluate(documents, graphs).figures),
        pythonFigures(scorer, goldFolder, folder),
      );
      if (different.length > 0) writeFileSync('score-parity-failure.json', JSON.stringify([...graphs]));
      return different;
    });
    compared += graphs.size;
    if (found.length === 0) continue;
    console.log(`round ${round} (graphs in score-parity-failure.json):\n${found.join('\n')}`);
    return false;
  }
  console.log(`${compared} graphs in ${times} sets: no difference`);
  return true;
}

const [scorer, mode, ...rest] = process.argv.slice(2);
if (scorer === undefined)
  throw new Error('usage: tsx tools/score-parity.ts SCORE_PY [--write | --fuzz N GOLD_DIR]');
const same =
  mode === '--fuzz'
    ? fuzz(scorer, Number(rest[0]), rest[1] as string)
    : checkCases(scorer, mode === '--write');
process.exitCode = same ? 0 : 1;
