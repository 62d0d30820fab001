import { UPOS, type Tree } from '../../model/index.ts';
import { deprelCode } from './labels.ts';
import type { Words } from './words.ts';

const NOUNS = ['NOUN', 'PROPN', 'PRON'].map((tag) => UPOS.indexOf(tag as (typeof UPOS)[number]));
const VERBS = ['VERB', 'AUX'].map((tag) => UPOS.indexOf(tag as (typeof UPOS)[number]));
const CC = deprelCode('cc');
const CONJ = deprelCode('conj');
const SUBJECTS = (['nsubj', 'nsubj:pass', 'csubj', 'expl'] as const).map(deprelCode);
const [NSUBJ] = SUBJECTS;

/**
 * "Oslo has never criticized the Tide, and its leader, Ada Holm, avoided it again": where a conjunction belongs to a verb, the noun between the two is
 * that verb's subject if it has no other, and nothing that the clause before is about.
 */
export function settleSubjects(words: Words, tree: Tree): void {
  for (let and = 1; and < tree.length - 2; and++) {
    const verb = tree.head[and]!;
    if (tree.label[and] !== CC || verb <= and + 1 || tree.label[verb] !== CONJ) continue;
    if (!VERBS.includes(words.upos(verb)) || tree.head[verb]! > and) continue;
    if (hasSubject(tree, verb)) continue;
    for (let noun = and + 1; noun < verb; noun++) {
      if (!NOUNS.includes(words.upos(noun)) || tree.label[noun] !== CONJ || tree.head[noun]! >= and) continue;
      tree.head[noun] = verb;
      tree.label[noun] = NSUBJ!;
      break;
    }
  }
}

function hasSubject(tree: Tree, verb: number): boolean {
  for (let i = 0; i < tree.length; i++)
    if (tree.head[i] === verb && SUBJECTS.includes(tree.label[i]!)) return true;
  return false;
}
