import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabelledDocument, LabelledFile } from '../../bench/quality/corpora/corpus.ts';
import { readCorpora } from '../../bench/quality/corpora/read.ts';
import { headOf } from '../../bench/quality/heads.ts';
import { measure } from '../../bench/quality/measure.ts';
import { renderText } from '../../bench/quality/report.ts';
import { compileRules } from '../../src/rules/index.ts';

/** Rules of our own, so that the figures here do not move with the built-in ones. */
const RULES = compileRules([
  {
    name: 'rules.yaml',
    text: `extract: 1
relations:
  opposes: { source: [actor], target: [actor] }
  located-in: { source: [actor, event], target: [location] }
  member-of: { source: [person], target: [organization] }
rules:
  - { id: fights, relation: opposes, tokens: "@source [lemma=fight] @target" }
  - { id: comma, relation: located-in, tokens: "@source , @target" }
  - { id: sits, relation: located-in, tokens: "@source [lemma=sit] in @target" }
`,
  },
]);

type Words = readonly [words: string, type: string];

/** `labels` as `[label, source, target]`, each end by words that stand once in the text. */
function documentOf(
  text: string,
  mentions: readonly Words[],
  labels: readonly (readonly [label: string, source: string, target: string])[],
): LabelledDocument {
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const all = mentions.map(([words, type]) => ({ ...span(words), type }));
  const mention = (words: string) => {
    const { start, end } = span(words);
    return all.find((each) => each.start === start && each.end === end) ?? { start, end, type: '' };
  };
  return {
    id: 'd',
    text,
    mentions: all,
    relations: labels.map(([label, source, target]) => ({
      label,
      source: mention(source),
      target: mention(target),
      doubtful: false,
    })),
  };
}

const figuresOf = (corpus: LabelledFile['corpus'], name: string, ...documents: LabelledDocument[]) =>
  measure([{ corpus, file: 'own', documents }], RULES).find(({ task }) => task.name.startsWith(name))!;

const PLACES = documentOf(
  'Paris, France is quiet. Germany fights Poland. Berlin, Germany is not.',
  [
    ['Paris', 'Loc'],
    ['France', 'Loc'],
    ['Germany', 'Loc'],
    ['Berlin', 'Loc'],
  ],
  [
    ['Located_In', 'Paris', 'France'],
    ['OrgBased_In', 'Poland', 'France'],
  ],
);

describe('an edge held against labels', () => {
  it('is right where a label joins the same words, and too much where none does', () => {
    const { figures, errors } = figuresOf('conll04', 'located-in', PLACES);
    expect(figures).toMatchObject({ right: 1, items: 2, met: 1, asked: 2, precision: 0.5, recall: 0.5 });
    expect(errors.map(({ cause, what }) => `${cause}: ${what}`)).toEqual([
      'no rule: Poland -[OrgBased_In]-> France',
      'extra edge: Berlin -[located-in]-> Germany by comma',
    ]);
  });

  it('counts for the rule that gave it', () => {
    const { rules } = figuresOf('conll04', 'located-in', PLACES);
    expect(rules).toEqual([{ rule: 'comma', items: 2, right: 1, precision: 0.5, alone: 1 }]);
  });

  it('is not counted where the labels never join such ends', () => {
    const text = 'Angela Merkel sits in Berlin.';
    const document = documentOf(
      text,
      [
        ['Angela Merkel', 'Peop'],
        ['Berlin', 'Loc'],
      ],
      [],
    );
    expect(figuresOf('conll04', 'located-in', document).figures).toMatchObject({ items: 0, uncounted: 1 });
  });

  it('is not counted where the corpus takes both ends for one name', () => {
    const document = documentOf('Paris, France is quiet.', [['Paris, France', 'Location']], []);
    expect(figuresOf('re3d', 'located-in', document).figures).toMatchObject({ items: 0, uncounted: 1 });
  });

  it('is not counted where conll04 says that somebody lived in both places', () => {
    const words: Words[] = [
      ['Angela Merkel', 'Peop'],
      ['Paris', 'Loc'],
      ['France', 'Loc'],
    ];
    const text = 'Angela Merkel lives in Paris, France.';
    const lived = ['Paris', 'France'].map((place) => ['Live_In', 'Angela Merkel', place] as const);
    const count = (...labels: typeof lived): number =>
      figuresOf('conll04', 'located-in', documentOf(text, words, labels)).figures.items;
    expect(count(...lived)).toBe(0);
    expect(count(...lived.slice(1))).toBe(1);
  });

  it('needs the direction of the label, unless that says the same both ways', () => {
    const fight = (label: string) =>
      documentOf(
        'Germany fights Poland.',
        [
          ['Germany', 'Location'],
          ['Poland', 'Location'],
        ],
        [[label, 'Poland', 'Germany']],
      );
    const fought = figuresOf('re3d', 'opposes', fight('FightingAgainst'));
    expect(fought.figures).toMatchObject({ right: 0, items: 1, met: 0, asked: 1 });
    expect(fought.errors.map(({ cause }) => cause)).toEqual(['other way round', 'extra edge']);
    const placed = documentOf(
      'Paris, France is quiet.',
      [
        ['Paris', 'Location'],
        ['France', 'Location'],
      ],
      [['CoLocated', 'France', 'Paris']],
    );
    expect(figuresOf('re3d', 'located-in', placed).figures).toMatchObject({ right: 1, met: 1 });
  });

  it('meets a longer mention by the head of one within the other', () => {
    const text = 'The old city of Paris, France is quiet.';
    const document = documentOf(
      text,
      [
        ['The old city of Paris', 'Location'],
        ['France', 'Location'],
      ],
      [['CoLocated', 'The old city of Paris', 'France']],
    );
    expect(figuresOf('re3d', 'located-in', document).figures).toMatchObject({ right: 1, met: 1 });
  });

  it('asks once for a relation that is labelled twice with other cuts', () => {
    const [from, to] = ['the old Paris', 'France'];
    const document = documentOf(
      `In ${from}, ${to}.`,
      [
        [from, 'Location'],
        ['Paris', 'Location'],
        [to, 'Location'],
      ],
      [
        ['CoLocated', from, to],
        ['CoLocated', 'Paris', to],
      ],
    );
    expect(figuresOf('re3d', 'located-in', document).figures.asked).toBe(1);
  });

  it('neither asks for a doubtful relation nor counts an edge that meets it', () => {
    const plain = documentOf(
      'Paris, France.',
      [
        ['Paris', 'Location'],
        ['France', 'Location'],
      ],
      [['CoLocated', 'Paris', 'France']],
    );
    const relations = plain.relations.map((relation) => ({ ...relation, doubtful: true }));
    expect(figuresOf('re3d', 'located-in', { ...plain, relations }).figures).toMatchObject({
      items: 0,
      uncounted: 1,
      asked: 0,
    });
  });
});

describe('the head of a phrase', () => {
  it.each([
    ['the port city of Larkos', 'city'],
    ['Jane Doe, mayor', 'Doe'],
    ["the group's", 'group'],
    ['Larkos', 'Larkos'],
    ['of', 'of'],
  ])('%s', (phrase, head) => {
    const { start, end } = headOf(phrase, { start: 0, end: phrase.length });
    expect(phrase.slice(start, end)).toBe(head);
  });
});

describe('a folder of corpora', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'corpora-'));
    mkdirSync(join(folder, 're3d'));
    const line = { id: 'a', text: 'Germany fights Poland.', entities: [], relations: [] };
    writeFileSync(join(folder, 're3d/dev.jsonl'), `${JSON.stringify(line)}\n\n`);
    mkdirSync(join(folder, 'bad/conll04'), { recursive: true });
    writeFileSync(join(folder, 'bad/conll04/train.jsonl'), '\n{"id": 1}\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read by the names of its folders', () => {
    const files = readCorpora(folder);
    expect(files.map(({ file, documents }) => `${file}: ${documents.length}`)).toEqual(['re3d/dev.jsonl: 1']);
    expect(readCorpora(join(folder, 're3d'))).toEqual(files);
  });

  it('gives the same report twice', () => {
    const report = (): string => renderText(measure(readCorpora(folder), RULES), { errors: true });
    expect(report()).toBe(report());
    expect(report()).toContain('extra edge: Germany -[opposes]-> Poland by fights');
  });

  it('names the line that is no document', () => {
    const at = { file: join(folder, 'bad/conll04/train.jsonl'), line: 2 };
    expect(() => readCorpora(join(folder, 'bad'))).toThrow(expect.objectContaining({ at }));
  });

  it('has to hold one', () => {
    expect(() => readCorpora(join(folder, 'nothing'))).toThrow(/no labelled corpus here/u);
  });
});
