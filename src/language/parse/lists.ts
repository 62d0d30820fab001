import type { Tree } from '../../model/index.ts';
import { deprelCode } from './labels.ts';
import type { Words } from './words.ts';

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
