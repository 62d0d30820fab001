import { deprelCode } from '../parse/labels.ts';
import { addEdge, childLabelled, type Children, type Clause, type Edges } from './clause.ts';
import { markerOf } from './markers.ts';
import { labelSet } from './sets.ts';

const RELATIVE = labelSet('acl:relcl', 'advcl:relcl');
const SUBJECTS = labelSet('nsubj', 'nsubj:pass', 'csubj', 'csubj:pass', 'nsubj:outer', 'expl');
const NOMINAL_SUBJECT = labelSet('nsubj', 'nsubj:pass');
const OBJECTS = labelSet('obj', 'ccomp', 'xcomp', 'cop', 'aux:pass');
const OBLIQUE = labelSet('obl', 'nmod');
const ADVERB = labelSet('advmod');
const OBL = deprelCode('obl');
const OBJ = deprelCode('obj');
const NSUBJ = deprelCode('nsubj');
const UNMARKED = deprelCode('obl:unmarked');

const PRONOUN_TAGS = new Set(['WDT', 'WP', 'WP$', 'WRB']);
/** How far below the relative verb its pronoun is looked for ("the head of whose party …"). */
const DEPTH = 3;

/** Per word: the antecedent that it, a relative pronoun, points to; else -1. */
export function antecedentsOf(clause: Clause, children: Children): Int32Array {
  const { tree } = clause;
  const antecedents = new Int32Array(tree.length).fill(-1);
  for (let verb = 0; verb < tree.length; verb++) {
    if (RELATIVE[tree.label[verb]!] !== 1) continue;
    const pronoun = findPronoun(clause, children, verb, DEPTH);
    if (pronoun >= 0 && pronoun !== tree.head[verb]) antecedents[pronoun] = past(clause, tree.head[verb]!);
  }
  return antecedents;
}

const TIME =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{4}|year|month|week|decade)$/u;

/** "The vote in May, which [Name] opposed": a clause behind a date is said of what the date belongs to. Dates that are the antecedent have "when". */
function past({ tree, strings, lower }: Clause, antecedent: number): number {
  const above = tree.head[antecedent]!;
  const dated = OBLIQUE[tree.label[antecedent]!] === 1 && TIME.test(strings.text(lower(antecedent)));
  return dated && above >= 0 && tree.label[antecedent] !== OBL ? above : antecedent;
}

/**
 * Relative clauses: the antecedent takes the pronoun's place in the clause (the pronoun itself has only a `ref` edge to it). A clause
 * without a pronoun has its antecedent as object when it has a subject and no object, as subject when it has no subject.
 */
export function addAntecedents(
  clause: Clause,
  children: Children,
  antecedents: Int32Array,
  edges: Edges,
): void {
  const { tree } = clause;
  for (let verb = 0; verb < tree.length; verb++) {
    if (RELATIVE[tree.label[verb]!] !== 1) continue;
    const pronoun = findPronoun(clause, children, verb, DEPTH);
    if (pronoun < 0) addGap(clause, children, edges, verb, tree.head[verb]!);
    else if (antecedents[pronoun]! >= 0) addInPlace(clause, children, edges, pronoun, antecedents[pronoun]!);
  }
}

function findPronoun(clause: Clause, children: Children, from: number, depth: number): number {
  const { tree, strings, xpos } = clause;
  for (let child = children.first[from]!; child >= 0; child = children.next[child]!) {
    if (PRONOUN_TAGS.has(strings.text(xpos(child))) && RELATIVE[tree.label[child]!] !== 1) return child;
    if (depth > 1 && RELATIVE[tree.label[child]!] !== 1) {
      const below = findPronoun(clause, children, child, depth - 1);
      if (below >= 0) return below;
    }
  }
  return -1;
}

function addInPlace(
  clause: Clause,
  children: Children,
  edges: Edges,
  pronoun: number,
  antecedent: number,
): void {
  const { tree, strings, lower } = clause;
  let label = tree.label[pronoun]!;
  if (ADVERB[label] === 1) label = strings.text(lower(pronoun)) === 'when' ? UNMARKED : OBL;
  const marker = OBLIQUE[label] === 1 ? markerOf(clause, children, pronoun) : -1;
  addEdge(edges, antecedent, tree.head[pronoun]!, label, marker);
}

function addGap({ tree }: Clause, children: Children, edges: Edges, verb: number, antecedent: number): void {
  if (childLabelled(tree, children, verb, SUBJECTS) < 0) addEdge(edges, antecedent, verb, NSUBJ, -1);
  else if (
    childLabelled(tree, children, verb, NOMINAL_SUBJECT) >= 0 &&
    childLabelled(tree, children, verb, OBJECTS) < 0
  ) {
    addEdge(edges, antecedent, verb, OBJ, -1);
  }
}
