import { readFileSync } from 'node:fs';
import { decodeWeights, encodeWeights, type Section } from '../../src/language/weights.ts';
import { type Clusters, encodeClusters, readClusters } from '../../src/language/clusters.ts';

/** The sections of the clusters of `tools/train/clusters.tsv`. */
export function clusterSections(path: string): Record<string, Section> {
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

export function clustersFrom(sections: Record<string, Section>): Clusters {
  return readClusters(decodeWeights(encodeWeights('clusters', 1, sections), 'clusters', 1));
}
