/**
 * Scores the parser on treebanks with given sentences and words: `tsx tools/train/parse/evaluate.ts MODEL TREEBANKS [TAGS]`.
 * Counts as the CoNLL 2018 evaluation does (all punctuation, labels without subtypes), and also without punctuation and with
 * subtypes. TAGS is a folder of predicted tags; without it the treebank's own are taken.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEPREL } from '../../../src/language/parse/labels.ts';
import { loadParser } from '../../../src/language/parse/model.ts';
import { scratchBytes } from '../../../src/language/parse/network.ts';
import { createParser } from '../../../src/language/parse/parse.ts';
import { openVectors } from '../../../src/language/vectors.ts';
import { readConllu } from '../conllu.ts';
import { readTags, wordsOf, type Tags } from './read.ts';

const universal = (label: string): string => label.split(':')[0]!;

export function evaluateParser(modelPath: string, treebanks: string, tagFolder?: string): void {
  const begun = performance.now();
  const parser = createParser(loadParser(modelPath, openVectors(), scratchBytes));
  console.log(`load ${(performance.now() - begun).toFixed(0)} ms`);
  for (const name of ['ewt-dev', 'gum-open-dev']) {
    const gold = readConllu(join(treebanks, `${name}.conllu`));
    const path = tagFolder && join(tagFolder, `${name}.tsv`);
    const tags: readonly Tags[] = path && existsSync(path) ? readTags(path) : gold;
    const words = gold.map((sentence, s) => wordsOf(sentence, tags[s]!));
    const trees = words.map((sentence) => parser.parse(sentence));
    const all = { words: 0, heads: 0, labels: 0, full: 0 };
    const plain = { ...all };
    const wrong = new Map<string, [number, number, number]>();
    gold.forEach((sentence, s) => {
      sentence.head.forEach((head, i) => {
        const tree = trees[s]!;
        const label = DEPREL[tree.label[i]!]!;
        const expected = sentence.deprel[i]!;
        const headRight = tree.head[i] === head - 1;
        const labelRight = headRight && universal(label) === universal(expected);
        for (const count of sentence.upos[i] === 'PUNCT' ? [all] : [all, plain]) {
          count.words++;
          if (headRight) count.heads++;
          if (labelRight) count.labels++;
          if (headRight && label === expected) count.full++;
        }
        const row = wrong.get(expected) ?? [0, 0, 0];
        row[0]++;
        if (!headRight) row[1]++;
        else if (!labelRight) row[2]++;
        wrong.set(expected, row);
      });
    });
    const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(2);
    const line = (c: typeof all): string =>
      `UAS ${percent(c.heads, c.words)} LAS ${percent(c.labels, c.words)} (with subtypes ${percent(c.full, c.words)})`;
    console.log(`${name}: ${line(all)}; without punctuation ${line(plain)}`);
    if (process.env['ERRORS']) {
      const rows = [...wrong].sort((a, b) => b[1][1] + b[1][2] - a[1][1] - a[1][2]).slice(0, 30);
      for (const [label, [count, head, name]] of rows)
        console.log(`  ${label}: ${count} words, head wrong ${head}, label wrong ${name}`);
    }
    const speeds = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      for (const sentence of words) parser.parse(sentence);
      return all.words / (process.cpuUsage(start).user / 1000);
    }).sort((a, b) => a - b);
    console.log(`  ${(speeds[2]! * 1000).toFixed(0)} words per second of processor time (median of 5)`);
  }
}

const [modelPath, treebanks, tagFolder] = process.argv.slice(2);
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!modelPath || !treebanks) throw new Error('usage: evaluate.ts MODEL TREEBANKS [TAGS]');
  evaluateParser(modelPath, treebanks, tagFolder);
}
