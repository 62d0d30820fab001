import { UPOS, type Tree } from '../../model/index.ts';
import { deprelCode } from './labels.ts';
import type { Words } from './words.ts';

const PROPN = UPOS.indexOf('PROPN');
const NOUN = UPOS.indexOf('NOUN');
const NMOD = deprelCode('nmod');
const APPOS = deprelCode('appos');
const CONJ = deprelCode('conj');
const CC = deprelCode('cc');
const PUNCT = deprelCode('punct');

/**
 * "Hamas, Fatah and Hezbollah": what stands between a word and its conjunct, with a comma before it and none behind it, is a conjunct, too, and
 * no apposition, which commas would close ("Paris, the capital, and Rome").
 */
export function settleLists(words: Words, tree: Tree): void {
  for (let and = 2; and < tree.length - 1; and++) {
    if (tree.label[and] !== CC || tree.label[and - 1] === PUNCT) continue;
    const last = tree.head[and]!;
    const first = last < 0 ? -1 : tree.head[last]!;
    if (first < 0 || tree.label[last] !== CONJ || first >= and) continue;
    for (
      let middle = topBelow(tree, and - 1, first);
      middle > first;
      middle = topBelow(tree, leftOf(tree, middle) - 2, first)
    ) {
      const comma = leftOf(tree, middle) - 1;
      if (tree.label[middle] !== APPOS || comma <= first || words.form(comma) !== ',') break;
      tree.label[middle] = CONJ;
    }
  }
}

/**
 * "Ministers of Egypt, Cyprus and Greece": names behind a noun's complement that is a name are a list with it, and none with the noun;
 * nor are they in apposition where no comma closes them.
 */
export function settleComplements(words: Words, tree: Tree): void {
  for (let name = 2; name < tree.length; name++) {
    const noun = tree.head[name]!;
    const mixed = noun >= 0 && noun < name - 2 && words.upos(name) === PROPN && words.upos(noun) === NOUN;
    const listed = tree.label[name] === CONJ || (tree.label[name] === APPOS && isOpenList(words, tree, name));
    if (!mixed || !listed) continue;
    let first = -1;
    for (let i = noun + 1; i < name; i++)
      if (tree.head[i] === noun && tree.label[i] === NMOD && words.upos(i) === PROPN) first = i;
    if (first < 0 || !isList(words, tree, first, name)) continue;
    for (let i = name + 1; i < tree.length; i++)
      if (tree.head[i] === name && tree.label[i] === CONJ) tree.head[i] = first;
    tree.head[name] = first;
    tree.label[name] = CONJ;
  }
}

/** "A and B" with no comma behind: a name that others are joined to. */
function isOpenList(words: Words, tree: Tree, name: number): boolean {
  let last = -1;
  for (let i = name + 1; i < tree.length; i++)
    if (tree.head[i] === name && tree.label[i] === CONJ && words.upos(i) === PROPN) last = i;
  if (last < 0) return false;
  let end = last + 1;
  while (end < tree.length && isUnder(tree, end, last)) end++;
  return end < tree.length && words.form(end) !== ',';
}

/** Nothing but names, commas and "and" from one name to another, and what stands before each. */
function isList(words: Words, tree: Tree, first: number, name: number): boolean {
  for (let i = first + 1; i < name; i++) {
    const part =
      words.form(i) === ',' ||
      tree.label[i] === CC ||
      words.upos(i) === PROPN ||
      isUnder(tree, i, first) ||
      isUnder(tree, i, name);
    if (!part) return false;
  }
  return true;
}

/** The word over `word`, or itself, that hangs on `head`; -1 where there is none. */
function topBelow(tree: Tree, word: number, head: number): number {
  let top = word;
  while (top >= 0 && tree.head[top] !== head) top = tree.head[top]!;
  return top;
}

/** The first word under `word`, but marks. */
function leftOf(tree: Tree, word: number): number {
  let left = word;
  while (left > 0 && isUnder(tree, left - 1, word) && tree.label[left - 1] !== PUNCT) left--;
  return left;
}

function isUnder(tree: Tree, word: number, head: number): boolean {
  let over = word;
  while (over >= 0 && over !== head) over = tree.head[over]!;
  return over === head;
}
