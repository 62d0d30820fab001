import { UPOS, type Tree } from '../../model/index.ts';
import { deprelCode } from './labels.ts';
import type { Words } from './words.ts';

const PUNCT_TAG = UPOS.indexOf('PUNCT');
const PUNCT = deprelCode('punct');

/** Marks inside a sentence; those that end one stay where the parser put them. */
const INNER = new Set([',', ';', ':', '-', '--', '---', '\u2013', '\u2014', '/']);
const CLOSING = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['\u201c', '\u201d'],
  ['\u2018', '\u2019'],
  ['``', "''"],
  ['"', '"'],
  ["'", "'"],
]);

/** More marks than this are never open at once but in a flood of brackets, where looking through all of them takes seconds. */
const MOST_OPEN = 64;

/**
 * Hangs commas, dashes, brackets and quotation marks where the guidelines put them, given the rest of the tree
 * (universaldependencies.org/u/dep/punct): paired marks under the head of what they enclose, others under the highest word of the
 * phrase they set off. The tree stays one: only marks without dependents move, and only under words.
 */
export function settlePunctuation(words: Words, tree: Tree): void {
  const marks: number[] = [];
  for (let i = 0; i < tree.length; i++) if (words.upos(i) === PUNCT_TAG) marks.push(i);
  if (marks.length === 0) return;
  const isMark = new Uint8Array(tree.length);
  for (const i of marks) isMark[i] = 1;
  const free = new Uint8Array(tree.length);
  for (const i of marks) free[i] = tree.label[i] === PUNCT ? 1 : 0;
  for (let i = 0; i < tree.length; i++) if (tree.head[i]! >= 0) free[tree.head[i]!] = 0;
  const paired = settlePairs(words, tree, marks, isMark, free);
  for (const i of marks) {
    if (free[i] === 0 || paired[i] === 1 || !INNER.has(words.form(i))) continue;
    const head = phraseHead(tree, isMark, i);
    if (head >= 0) tree.head[i] = head;
  }
}

function settlePairs(
  words: Words,
  tree: Tree,
  marks: readonly number[],
  isMark: Uint8Array,
  free: Uint8Array,
): Uint8Array {
  const paired = new Uint8Array(tree.length);
  const open: number[] = [];
  for (const i of marks) {
    const form = words.form(i);
    const match = open.findLastIndex((start) => CLOSING.get(words.form(start)) === form);
    if (match < 0) {
      if (!CLOSING.has(form)) continue;
      if (open.length === MOST_OPEN) open.shift();
      open.push(i);
      continue;
    }
    const start = open[match]!;
    open.length = match;
    const head = enclosedHead(tree, isMark, start, i);
    if (head < 0) continue;
    for (const mark of [start, i]) {
      if (free[mark] === 1) tree.head[mark] = head;
      paired[mark] = 1;
    }
  }
  return paired;
}

/** The one word between two positions whose head is outside; -1 when there is none or more than one. */
function enclosedHead({ head }: Tree, isMark: Uint8Array, start: number, end: number): number {
  let found = -1;
  for (let i = start + 1; i < end; i++) {
    if (isMark[i] === 1 || (head[i]! > start && head[i]! < end)) continue;
    if (found >= 0) return -1;
    found = i;
  }
  return found;
}

/**
 * The highest word on each side that is reached from the mark without crossing it; of the two, the one that depends on the
 * other. -1 when neither does.
 */
function phraseHead(tree: Tree, isMark: Uint8Array, mark: number): number {
  let left = mark - 1;
  while (left >= 0 && isMark[left] === 1) left--;
  let right = mark + 1;
  while (right < tree.length && isMark[right] === 1) right++;
  const before = left < 0 ? -1 : climb(tree, isMark, left, mark, true);
  const after = right >= tree.length ? -1 : climb(tree, isMark, right, mark, false);
  if (before < 0) return after;
  if (after < 0 || dependsOn(tree, before, after)) return before;
  return dependsOn(tree, after, before) ? after : -1;
}

function climb({ head }: Tree, isMark: Uint8Array, from: number, mark: number, before: boolean): number {
  let at = from;
  for (;;) {
    const above = head[at]!;
    if (above < 0 || isMark[above] === 1 || above < mark !== before) return at;
    at = above;
  }
}

function dependsOn({ head }: Tree, word: number, ancestor: number): boolean {
  for (let at = word; at >= 0; at = head[at]!) if (at === ancestor) return true;
  return false;
}
