import { deprelCode } from '../parse/labels.ts';
import { addEdge, type Clause, type Edges } from './clause.ts';
import { enhancedCode } from './labels.ts';
import { labelSet } from './sets.ts';

const XCOMP = deprelCode('xcomp');
const OBJECTS = labelSet('obj', 'iobj');
const NOMINAL = labelSet('nsubj', 'nsubj:pass', 'nsubj:xsubj', 'nsubj:pass:xsubj');
const SUBJECT = labelSet('nsubj', 'nsubj:pass');
const CLAUSAL = labelSet('csubj', 'csubj:pass', 'csubj:xsubj');
const XSUBJ = enhancedCode('nsubj:xsubj');
const CLAUSAL_XSUBJ = enhancedCode('csubj:xsubj');

/** Verbs whose subject, not object, is the understood subject of the infinitive: "he promised her to come". */
const SUBJECT_CONTROL = new Set(['promise', 'promises', 'promised', 'promising']);

/**
 * Control and raising: the object of the verb above an open complement is its subject ("told them to go"), else that verb's
 * subject ("vowed to fight", "seems to know").
 */
export function addControlledSubjects({ tree, strings, lower }: Clause, edges: Edges): void {
  // Complements follow their verbs, so a chain ("wants to try to go") is walked from its top.
  for (let i = 0; i < tree.length; i++) {
    const { first, next } = edges.byDependent;
    for (let e = first[i]!; e >= 0; e = next[e]!) {
      if (edges.label[e] !== XCOMP || edges.head[e]! < 0) continue;
      const verb = edges.head[e]!;
      // "saw soldiers attack": the infinitive has its own.
      if (hasSubject(tree, i)) continue;
      const byObject =
        !SUBJECT_CONTROL.has(strings.text(lower(verb))) && addFrom(edges, verb, i, OBJECTS, XSUBJ);
      if (byObject) continue;
      addFrom(edges, verb, i, NOMINAL, XSUBJ);
      addFrom(edges, verb, i, CLAUSAL, CLAUSAL_XSUBJ);
    }
  }
}

const hasSubject = ({ head, label }: Clause['tree'], verb: number): boolean => {
  for (let i = 0; i < head.length; i++) if (head[i] === verb && SUBJECT[label[i]!] === 1) return true;
  return false;
};

/** Makes what stands under `verb` with one of `labels` a subject of `complement`. */
function addFrom(edges: Edges, verb: number, complement: number, labels: Uint8Array, label: number): boolean {
  let found = false;
  for (let e = 0, end = edges.head.length; e < end; e++) {
    if (edges.head[e] !== verb || labels[edges.label[e]!] !== 1 || edges.dependent[e] === complement)
      continue;
    addEdge(edges, edges.dependent[e]!, complement, label, -1);
    found = true;
  }
  return found;
}
