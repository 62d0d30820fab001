import { hashText } from './hash.ts';
import type { Section, Weights } from './weights.ts';

/**
 * Word clusters: which of the leaves a lower-case word belongs to, and the leaf's ancestors at coarser levels. The words
 * themselves are not kept, only 16 bits of their hashes at a place given by 18 more, so one unknown word in about 10,000
 * is taken for a known one.
 */
export interface Clusters {
  /** -1 where the word is in none. */
  readonly leafOf: (lower: string) => number;
  /** `levels[k][leaf]`, from coarse to fine. */
  readonly levels: readonly Uint16Array[];
}

const NO_LEAF = 0xffff;

export function readClusters(weights: Weights): Clusters {
  const marks = weights.array('cluster.marks', 'u16');
  const leaves = weights.array('cluster.leaves', 'u16');
  return {
    leafOf: (lower) => {
      const hash = hashText(lower);
      const mask = marks.length - 1;
      const mark = hash >>> 16;
      for (let slot = slotOf(hash, mask); leaves[slot] !== NO_LEAF; slot = (slot + 1) & mask) {
        if (marks[slot] === mark) return leaves[slot]!;
      }
      return -1;
    },
    levels: [0, 1, 2].map((level) => weights.array(`cluster.level${level}`, 'u16')),
  };
}

/** Words come in order of importance: a word whose place and mark are taken is left out. */
export function encodeClusters(
  words: readonly string[],
  leafOf: readonly number[],
  levels: readonly (readonly number[])[],
): Record<string, Section> {
  const bits = Math.ceil(Math.log2(words.length * 1.25));
  const marks = new Uint16Array(1 << bits);
  const leaves = new Uint16Array(1 << bits).fill(NO_LEAF);
  const mask = marks.length - 1;
  words.forEach((word, index) => {
    const hash = hashText(word);
    let slot = slotOf(hash, mask);
    while (leaves[slot] !== NO_LEAF && marks[slot] !== hash >>> 16) slot = (slot + 1) & mask;
    if (leaves[slot] !== NO_LEAF) return;
    marks[slot] = hash >>> 16;
    leaves[slot] = leafOf[index]!;
  });
  return {
    'cluster.marks': marks,
    'cluster.leaves': leaves,
    ...Object.fromEntries(levels.map((level, index) => [`cluster.level${index}`, Uint16Array.from(level)])),
  };
}

const slotOf = (hash: number, mask: number): number => (Math.imul(hash, 0x9e3779b1) >>> 0) & mask;
