import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeClusters } from '../../src/language/clusters.ts';
import { LEXICON_VERSION } from '../../src/language/language.ts';
import type { Section } from '../../src/language/weights.ts';
import { straighten } from '../../src/language/forms.ts';
import { bitOf, encodeGazetteer, type Kind } from '../../src/language/gazetteer.ts';
import { formKey } from '../../src/language/hints.ts';
import { emptySpans, tokenize } from '../../src/language/tokenize.ts';
import { type Context, here, saveModel, treebank } from './context.ts';
import { lemmaRules } from './lemmas.ts';

/** Clusters (the work folder's, else the ones checked in), gazetteer and lemma rules. */
export function makeLexicon(context: Context): void {
  const made = join(context.work, 'clusters.tsv');
  const clusters = clusterSections(existsSync(made) ? made : here('clusters.tsv'));
  const gazetteer = gazetteerSections([here('gazetteer/own.tsv'), here('gazetteer/open.tsv')]);
  const both = [...treebank(context, 'ewt-train'), ...treebank(context, 'gum-open-train')];
  saveModel(context, 'lexicon', LEXICON_VERSION, {
    ...clusters,
    ...gazetteer,
    'lemma.rules': lemmaRules(both),
  });
}

/** The sections of a table of clusters. */
function clusterSections(path: string): Record<string, Section> {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
  const lists = rows.map((row) => row[3]!.split(' ').filter((word) => word !== ''));
  const words: string[] = [];
  const leafOf: number[] = [];
  // Round by round, so that the most frequent of every cluster come first.
  const longest = Math.max(...lists.map((list) => list.length));
  for (let round = 0; round < longest; round++) {
    lists.forEach((list, leaf) => {
      const word = list[round];
      if (word === undefined) return;
      words.push(word);
      leafOf.push(leaf);
    });
  }
  const levels = [0, 1, 2].map((level) => rows.map((row) => Number(row[level])));
  return encodeClusters(words, leafOf, levels);
}

/** The sections of the gazetteer, from the tables under `tools/train/gazetteer`. */
function gazetteerSections(paths: readonly string[]): Record<string, Section> {
  const names: { words: number[]; kinds: number }[] = [];
  for (const path of paths) {
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [kind, list] = line.split('\t') as [Kind, string];
      for (const name of list.split('|')) names.push({ words: wordKeys(name), kinds: bitOf(kind) });
    }
  }
  return encodeGazetteer(names);
}

function wordKeys(name: string): number[] {
  const spans = emptySpans(8);
  tokenize(name, 0, name.length, spans);
  return Array.from({ length: spans.length }, (_, i) =>
    formKey(straighten(name.slice(spans.start[i], spans.end[i]).toLowerCase())),
  );
}
