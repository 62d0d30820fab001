/**
 * Scores the enhanced graph against the treebanks' DEPS column: `tsx tools/train/enhance/evaluate.ts TREEBANKS [MODEL [TAGS]]`.
 * From the treebank's trees, and with MODEL from predicted ones. ELAS counts edges with their whole label, EULAS without what
 * case markers and conjunctions add (Bouma, Seddah & Zeman 2020). Edges of empty nodes are left out.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { enhance, ENHANCED_DEPREL } from '../../../src/language/enhance/index.ts';
import { DEPREL } from '../../../src/language/parse/labels.ts';
import { loadParser } from '../../../src/language/parse/model.ts';
import { scratchBytes } from '../../../src/language/parse/network.ts';
import { createParser } from '../../../src/language/parse/parse.ts';
import { StringTable, type EnhancedGraph, type Tree } from '../../../src/model/index.ts';
import { openVectors } from '../../../src/language/vectors.ts';
import { readConllu, type TreebankSentence } from '../conllu.ts';
import { lowerOf } from '../parse/lower.ts';
import { readTags, wordsOf } from '../parse/read.ts';

const goldTree = ({ head, deprel }: TreebankSentence): Tree => ({
  length: head.length,
  head: Int32Array.from(head, (value) => value - 1),
  label: Uint8Array.from(deprel, (label) => Math.max(0, codeOf(label))),
});
const codeOf = (label: string): number => {
  const exact = (DEPREL as readonly string[]).indexOf(label);
  return exact >= 0 ? exact : (DEPREL as readonly string[]).indexOf(label.split(':')[0]!);
};

/** `3>1:nmod:of`, edges as strings; `plain` drops the marker. */
function edgesOf(graph: EnhancedGraph, strings: StringTable, plain: boolean): Set<string> {
  const edges = new Set<string>();
  graph.head.forEach((head, e) => {
    const marker = graph.marker[e]! < 0 || plain ? '' : `:${strings.text(graph.marker[e]!)}`;
    edges.add(`${graph.dependent[e]! + 1}>${head + 1}:${ENHANCED_DEPREL[graph.label[e]!]!}${marker}`);
  });
  return edges;
}

const PLAIN = new Set<string>(ENHANCED_DEPREL);
function goldEdges({ deps }: TreebankSentence, plain: boolean): Set<string> {
  const edges = new Set<string>();
  deps.forEach((cell, i) => {
    for (const edge of cell.split('|')) {
      const at = edge.indexOf(':');
      const head = edge.slice(0, at);
      if (head.includes('.')) continue;
      let label = edge.slice(at + 1);
      while (plain && !PLAIN.has(label) && label.includes(':'))
        label = label.slice(0, label.lastIndexOf(':'));
      edges.add(`${i + 1}>${head}:${label}`);
    }
  });
  return edges;
}

function score(
  name: string,
  gold: readonly TreebankSentence[],
  trees: readonly Tree[],
  tags: readonly { xpos: readonly string[] }[],
): void {
  for (const plain of [false, true]) {
    let right = 0;
    let found = 0;
    let expected = 0;
    const missing = new Map<string, number>();
    const count = (edge: string, sign: string): void => {
      const label = `${sign}${edge.slice(edge.indexOf(':') + 1)}`;
      missing.set(label, (missing.get(label) ?? 0) + 1);
    };
    gold.forEach((sentence, s) => {
      const strings = new StringTable();
      const lower = sentence.form.map((form) => strings.intern(lowerOf(form)));
      const xpos = tags[s]!.xpos.map((tag) => strings.intern(tag));
      const graph = enhance({ tree: trees[s]!, strings, lower: (i) => lower[i]!, xpos: (i) => xpos[i]! });
      const system = edgesOf(graph, strings, plain);
      const truth = goldEdges(sentence, plain);
      found += system.size;
      expected += truth.size;
      for (const edge of system) {
        if (truth.has(edge)) right++;
        else count(edge, '+');
      }
      for (const edge of truth) if (!system.has(edge)) count(edge, '-');
    });
    const f1 = (200 * right) / (found + expected);
    console.log(
      `${name} ${plain ? 'EULAS' : 'ELAS'} ${f1.toFixed(2)} (precision ${((100 * right) / found).toFixed(2)}, recall ${((100 * right) / expected).toFixed(2)})`,
    );
    if (process.env['ERRORS'])
      console.log(
        [...missing]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 50)
          .map(([l, n]) => `${l} ${n}`)
          .join(', '),
      );
  }
}

function main([treebanks, model, tagFolder]: string[]): void {
  if (!treebanks) throw new Error('usage: evaluate.ts TREEBANKS [MODEL [TAGS]]');
  const parser = model ? createParser(loadParser(model, openVectors(), scratchBytes)) : undefined;
  for (const name of ['ewt-dev', 'gum-open-dev']) {
    const gold = readConllu(join(treebanks, `${name}.conllu`));
    score(`${name}, given trees:`, gold, gold.map(goldTree), gold);
    if (!parser) continue;
    const path = tagFolder && join(tagFolder, `${name}.tsv`);
    const tags = path && existsSync(path) ? readTags(path) : gold;
    score(
      `${name}, predicted trees:`,
      gold,
      gold.map((sentence, s) => parser.parse(wordsOf(sentence, tags[s]!))),
      tags,
    );
  }
}

main(process.argv.slice(2));
