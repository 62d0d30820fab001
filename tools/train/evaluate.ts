import { join } from 'node:path';
import { findNames, findTags } from '../../src/language/annotate.ts';
import { type Language, modelPath, readLanguage } from '../../src/language/language.ts';
import { loadParser } from '../../src/language/parse/model.ts';
import { scratchBytes } from '../../src/language/parse/network.ts';
import { createParser } from '../../src/language/parse/parse.ts';
import { findTokens } from '../../src/language/tokens.ts';
import { type SentenceTable, StringTable, type TokenTable, UPOS } from '../../src/model/index.ts';
import { readVectors } from '../../src/language/vectors.ts';
import { straighten } from '../../src/language/forms.ts';
import { readConllu, readIob, type TreebankSentence } from './conllu.ts';
import { type EntitySentence, fromGum, fromIob, readConll04, retokenized } from './entities.ts';
import { attachment } from './parse/evaluate.ts';
import { plainSentences } from './parse/plain.ts';
import type { Tags } from './parse/read.ts';
import { rawText, score, type Scores, spanScore } from './rawtext.ts';

/** Tables over given sentences, as if the tokenizer had found them in their words joined by blanks. */
export function tablesOf(sentences: readonly (readonly string[])[]): {
  sentences: SentenceTable;
  tokens: TokenTable;
} {
  const strings = new StringTable();
  const length = sentences.reduce((sum, words) => sum + words.length, 0);
  const column = (): Uint32Array => new Uint32Array(length);
  const tokens = {
    length,
    start: column(),
    end: column(),
    sentence: column(),
    form: column(),
    lower: column(),
    strings,
  };
  const count = sentences.length;
  const table = {
    length: count,
    start: new Uint32Array(count),
    end: new Uint32Array(count),
    firstToken: new Uint32Array(count),
    endToken: new Uint32Array(count),
    passage: new Uint32Array(count),
  };
  let token = 0;
  let at = 0;
  sentences.forEach((words, sentence) => {
    table.firstToken[sentence] = token;
    table.start[sentence] = at;
    for (const word of words) {
      tokens.start[token] = at;
      at += word.length;
      tokens.end[token] = at++;
      tokens.sentence[token] = sentence;
      tokens.form[token] = strings.intern(word);
      tokens.lower[token] = strings.intern(straighten(word.toLowerCase()));
      token++;
    }
    table.endToken[sentence] = token;
    table.end[sentence] = at - 1;
  });
  return { sentences: table, tokens };
}

const percent = (value: number): string => (100 * value).toFixed(2);

function reportTreebank(language: Language, name: string, treebank: readonly TreebankSentence[]): void {
  const raw = rawText(treebank);
  const split = findTokens(
    raw.text,
    raw.paragraphs.map(([start, end]) => ({ start, end, kind: 'prose' as const })),
  );
  const pairs = ({
    length,
    start,
    end,
  }: {
    length: number;
    start: Uint32Array;
    end: Uint32Array;
  }): [number, number][] => Array.from({ length }, (_, i) => [start[i]!, end[i]!]);
  const sentences = spanScore(pairs(split.sentences), raw.sentences);
  const words = spanScore(pairs(split.tokens), raw.words);

  const given = tablesOf(treebank.map(({ form }) => form));
  const tags = findTags(language, given.sentences, given.tokens);
  const text = (id: number): string => given.tokens.strings.text(id);
  const counts = { upos: 0, xpos: 0, lemma: 0, lemmas: 0 };
  let token = 0;
  for (const { upos, xpos, lemma } of treebank) {
    for (let i = 0; i < upos.length; i++, token++) {
      if (UPOS[tags.upos[token]!] === upos[i]) counts.upos++;
      if (text(tags.xpos[token]!) === xpos[i]) counts.xpos++;
      if (lemma[i] === '_') continue;
      counts.lemmas++;
      if (text(tags.lemma[token]!).toLowerCase() === lemma[i]!.toLowerCase()) counts.lemma++;
    }
  }
  const line = [
    name,
    percent(sentences.f1),
    percent(words.f1),
    percent(counts.upos / token),
    percent(counts.xpos / token),
    percent(counts.lemma / counts.lemmas),
  ];
  console.log(`| ${line.join(' | ')} |`);
}

export function nameScores(language: Language, gold: readonly EntitySentence[]): Map<string, Scores> {
  const counts = new Map<string, [correct: number, found: number, gold: number]>();
  const add = (type: string, column: 0 | 1 | 2): void => {
    for (const key of [type, 'all']) {
      const row = counts.get(key) ?? [0, 0, 0];
      row[column]++;
      counts.set(key, row);
    }
  };
  const byDocument = new Map<string, EntitySentence[]>();
  for (const sentence of gold)
    byDocument.set(sentence.document, [...(byDocument.get(sentence.document) ?? []), sentence]);
  for (const document of byDocument.values()) {
    const { sentences, tokens } = tablesOf(document.map(({ form }) => form));
    const found = findNames(language, sentences, tokens, findTags(language, sentences, tokens));
    const keys = new Set(found.map(({ firstToken, endToken, type }) => `${firstToken}-${endToken}-${type}`));
    for (const { type } of found) add(type, 1);
    document.forEach(({ entities }, index) => {
      for (const { first, end, type } of entities) {
        const offset = sentences.firstToken[index]!;
        add(type, 2);
        if (keys.has(`${offset + first}-${offset + end}-${type}`)) add(type, 0);
      }
    });
  }
  return new Map([...counts].map(([type, [correct, found, total]]) => [type, score(correct, found, total)]));
}

function reportNames(language: Language, name: string, gold: readonly EntitySentence[]): void {
  const scores = nameScores(language, gold);
  const cells = ['all', 'person', 'organization', 'location'].map((type) => {
    const row = scores.get(type);
    return row ? `${percent(row.f1)} (${percent(row.precision)} / ${percent(row.recall)})` : '-';
  });
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}

/** Tags of a treebank's words by the program's own reader. */
export function predictedTags(
  language: Language,
  treebank: readonly Pick<TreebankSentence, 'form'>[],
): Tags[] {
  const { sentences, tokens } = tablesOf(treebank.map(({ form }) => form));
  const tags = findTags(language, sentences, tokens);
  return treebank.map(({ form }, sentence) => {
    const first = sentences.firstToken[sentence]!;
    return {
      upos: form.map((_, i) => UPOS[tags.upos[first + i]!]!),
      xpos: form.map((_, i) => tokens.strings.text(tags.xpos[first + i]!)),
    };
  });
}

function reportTrees(
  language: Language,
  models: URL,
  banks: readonly (readonly [name: string, treebank: readonly TreebankSentence[]])[],
): void {
  const vectors = readVectors(modelPath('vectors', models));
  const parser = createParser(loadParser(modelPath('parser', models), vectors, scratchBytes));
  console.log("\n| UAS / LAS | tags from the reader | the treebank's own tags |\n|---|---|---|");
  for (const [name, treebank] of banks) {
    const scores = [predictedTags(language, treebank), treebank].map((tags) =>
      attachment(parser, treebank, tags),
    );
    const all = scores.map((one) => `${one.all.uas.toFixed(2)} / ${one.all.las.toFixed(2)}`);
    const plain = scores.map(
      ({ withoutPunctuation: one }) => `${one.uas.toFixed(2)} / ${one.full.toFixed(2)}`,
    );
    console.log(`| ${[name, ...all].join(' | ')} |`);
    console.log(`| … without punctuation, labels with subtypes | ${plain.join(' | ')} |`);
  }
  const plain = plainSentences(parser, language, predictedTags);
  console.log(`\nThe verb is the root of ${plain.toFixed(1)} % of plain sentences (parse/plain.ts)`);
}

/** Prints the evaluation tables of the models in a folder, on the dev parts of the data. */
export function report(data: string, models: URL): void {
  const language = readLanguage(models);
  const ewt = readConllu(join(data, 'treebanks/ewt-dev.conllu'));
  const gum = readConllu(join(data, 'treebanks/gum-open-dev.conllu'));
  console.log('\n| raw text | sentence F1 | word F1 | UPOS | XPOS | lemma |\n|---|---|---|---|---|---|');
  reportTreebank(language, 'EWT dev', ewt);
  reportTreebank(language, 'GUM-open dev', gum);
  console.log('\n| names, F1 (P / R) | all | person | organization | location |\n|---|---|---|---|---|');
  reportNames(language, 'UNER EWT dev', fromIob(readIob(join(data, 'ner/uner-ewt-dev.iob2'))));
  const names = fromGum(gum);
  reportNames(language, 'GUM-open dev', names);
  reportNames(language, 'CoNLL04 dev (news)', retokenized(readConll04(join(data, 'conll04/dev.jsonl'))));
  reportNames(
    language,
    'GUM-open dev news',
    names.filter(({ document }) => document.includes('_news_')),
  );
  reportTrees(language, models, [
    ['EWT dev', ewt],
    ['GUM-open dev', gum],
  ]);
}
