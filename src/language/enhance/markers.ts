import { deprelCode } from '../parse/labels.ts';
import { labelSet } from './sets.ts';
import type { Children, Clause } from './clause.ts';

const MARKED = labelSet('nmod', 'obl', 'acl', 'advcl');
const MARKERS = labelSet('case', 'mark');
const CLAUSES = labelSet('acl', 'advcl');
const CONJ = deprelCode('conj');
const CC = deprelCode('cc');
const FIXED = labelSet('fixed', 'goeswith');
const ADVMOD = deprelCode('advmod');

/** Signs and their words, as the treebanks name them. */
const SPELT_OUT = new Map([
  ['&', 'and'],
  ['/', 'slash'],
  ['b/c', 'because'],
  ['cause', 'because'],
  ["'cause", 'because'],
  ["'til", 'until'],
  ['till', 'until'],
  ['vs', 'versus'],
  ['vs.', 'versus'],
  ['v.', 'versus'],
]);

/** Pairs of markers of which the second names the relation: "for us to go", "out of", "based on", "along with". */
const SECOND_NAMES = new Set([
  'for to',
  'out of',
  'based on',
  'based upon',
  'along with',
  'in order to',
  'together with',
]);

/**
 * String id of what each word's label is marked with: the preposition of `nmod` and `obl`, the marker of `acl` and `advcl`, the
 * conjunction of `conj`; -1 where there is none.
 */
export function markersOf(clause: Clause, children: Children): Int32Array {
  const { tree } = clause;
  const markers = new Int32Array(tree.length).fill(-1);
  for (let i = 0; i < tree.length; i++) {
    const label = tree.label[i]!;
    if (MARKED[label] === 1) markers[i] = markerOf(clause, children, i);
    else if (label === CONJ) markers[i] = conjunctionOf(clause, children, i);
  }
  return markers;
}

/** The marker of the phrase headed by `position`. */
export function markerOf(clause: Clause, children: Children, position: number): number {
  const { tree } = clause;
  let found = -1;
  let text = '';
  for (let child = children.first[position]!; child >= 0; child = children.next[child]!) {
    if (MARKERS[tree.label[child]!] !== 1) continue;
    const id = wordsOf(clause, children, child);
    if (found < 0) {
      found = id;
      text = clause.strings.text(id).replaceAll('_', ' ');
    } else if (SECOND_NAMES.has(`${text} ${clause.strings.text(id)}`)) return id;
  }
  if (found >= 0 || CLAUSES[tree.label[position]!] !== 1) return found;
  return questionWord(clause, children, position);
}

/** "when", "where" of an adverbial clause that has no other marker. */
function questionWord({ tree, strings, xpos, lower }: Clause, children: Children, position: number): number {
  for (let child = children.first[position]!; child >= 0 && child < position; child = children.next[child]!) {
    if (tree.label[child] === ADVMOD && strings.text(xpos(child)) === 'WRB') return lower(child);
  }
  return -1;
}

/** The conjunct's own conjunction, or that of the next conjunct which has one ("A, B and C"). */
function conjunctionOf(clause: Clause, children: Children, position: number): number {
  const { tree } = clause;
  for (let conjunct = position; conjunct >= 0; conjunct = children.next[conjunct]!) {
    if (tree.label[conjunct] !== CONJ) continue;
    for (let child = children.first[conjunct]!; child >= 0; child = children.next[child]!) {
      if (tree.label[child] === CC) return wordsOf(clause, children, child);
    }
  }
  return -1;
}

/** A function word with the rest of its fixed expression, joined by `_`: `because_of`. */
function wordsOf({ tree, strings, lower }: Clause, children: Children, position: number): number {
  let text = '';
  for (let child = children.first[position]!; child >= 0; child = children.next[child]!) {
    if (FIXED[tree.label[child]!] === 1) text += `_${strings.text(lower(child))}`;
  }
  const word = strings.text(lower(position));
  const plain = SPELT_OUT.get(word);
  return text === '' && plain === undefined ? lower(position) : strings.intern((plain ?? word) + text);
}
