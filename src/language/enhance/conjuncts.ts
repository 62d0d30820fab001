import { deprelCode } from '../parse/labels.ts';
import { addEdge, childLabelled, type Children, type Clause, type Edges } from './clause.ts';
import { markerOf } from './markers.ts';
import { labelSet } from './sets.ts';

const CONJ = deprelCode('conj');
const NSUBJ = deprelCode('nsubj');
const NSUBJ_PASS = deprelCode('nsubj:pass');
const SUBJECTS = labelSet('nsubj', 'nsubj:pass', 'csubj', 'csubj:pass', 'expl', 'nsubj:outer', 'csubj:outer');
const SHARED_SUBJECTS = labelSet('nsubj', 'nsubj:pass');
const PASSIVE = labelSet('aux:pass');
const TAKES_MARKER = labelSet('nmod', 'obl', 'acl', 'advcl');
/** Relations a conjunct does not take over from the first one. */
const KEPT_BACK = labelSet(
  'root',
  'ref',
  'conj',
  'parataxis',
  'punct',
  'reparandum',
  'list',
  'orphan',
  'fixed',
  'flat',
);

/** Conjuncts: each takes over the relations of the first one to what stands above it. */
export function addSharedHeads(clause: Clause, children: Children, edges: Edges): void {
  const { tree } = clause;
  for (let i = 0; i < tree.length; i++) {
    if (tree.label[i] !== CONJ) continue;
    const first = tree.head[i]!;
    const { first: start, next } = edges.byDependent;
    for (let e = start[first]!; e >= 0; e = next[e]!) {
      const label = edges.label[e]!;
      if (KEPT_BACK[label] === 1) continue;
      const own = TAKES_MARKER[label] === 1 ? markerOf(clause, children, i) : -1;
      addEdge(edges, i, edges.head[e]!, label, own >= 0 ? own : edges.marker[e]!);
    }
  }
}

/** Conjoined predicates: one without a subject of its own takes the first one's. */
export function addSharedSubjects({ tree }: Clause, children: Children, edges: Edges): void {
  for (let i = 0; i < tree.length; i++) {
    if (tree.label[i] !== CONJ || childLabelled(tree, children, i, SUBJECTS) >= 0) continue;
    const first = tree.head[i]!;
    const label = childLabelled(tree, children, i, PASSIVE) >= 0 ? NSUBJ_PASS : NSUBJ;
    const { first: start, next } = edges.byHead;
    for (let e = start[first]!; e >= 0; e = next[e]!) {
      if (SHARED_SUBJECTS[edges.label[e]!] === 1) addEdge(edges, edges.dependent[e]!, i, label, -1);
    }
  }
}
