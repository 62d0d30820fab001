import type { StepMethod } from '../reading.ts';
import { codes, dependentOf, dependents, headOf, headOfEdge, labelOf, markerOf } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import type { PathNode, RelationTest } from './syntax.ts';

export interface TreeStep {
  readonly method: StepMethod;
  /** The word through which the step led. */
  readonly token: number;
}

/** A word that a path reached, and what the engine did on the way. */
export interface Reached {
  readonly token: number;
  readonly steps: readonly TreeStep[];
}

const ANY_SUBJECT = codes('nsubj', 'nsubj:xsubj', 'nsubj:outer', 'nsubj:pass', 'nsubj:pass:xsubj');
const PASSIVE_SIGNS = codes('aux:pass', 'obl:agent');
const PASSIVE_SUBJECT = codes('nsubj:pass', 'nsubj:pass:xsubj');
const AGENT = codes('obl:agent');
const OBL = codes('obl');
const NMOD = codes('nmod');
const POSSESSOR = codes('nmod:poss');
const OBJECT = codes('obj');
const COPULA = codes('cop');
const AUXILIARY = codes('aux', 'mark');
const ACL = codes('acl');
const ADVCL = codes('advcl');
const XCOMP = codes('xcomp');
const CONJ = codes('conj');
const XSUBJ = codes('nsubj:xsubj', 'nsubj:pass:xsubj', 'csubj:xsubj');
const PHRASES = codes('obl', 'nmod', 'acl', 'advcl');
const MAX_CLIMB = 4;

const is = (sentence: SentenceGraph, token: number, labels: ReadonlySet<number>): boolean =>
  labels.has(labelOf(sentence, token));

const has = (sentence: SentenceGraph, token: number, labels: ReadonlySet<number>): boolean =>
  sentence.below(token).some((edge) => labels.has(sentence.graph.label[edge]!));

/** What the enhanced layer did to give an edge that the tree does not have; null for an edge of the tree. */
function layerStep(sentence: SentenceGraph, edge: number): TreeStep | null {
  const dependent = dependentOf(sentence, edge);
  const head = headOfEdge(sentence, edge);
  if (sentence.graph.firstEdge[dependent - sentence.firstToken] === edge) return null;
  if (XSUBJ.has(sentence.graph.label[edge]!)) return { method: 'control', token: head };
  if (is(sentence, dependent, CONJ)) return { method: 'coordination', token: headOf(sentence, dependent) };
  if (is(sentence, head, CONJ)) return { method: 'shared-subject', token: headOf(sentence, head) };
  return { method: 'relative-clause', token: head };
}

const isNominal = (sentence: SentenceGraph, token: number): boolean =>
  ['NOUN', 'PROPN'].includes(sentence.view.pos(token));

/** Whether a verb stands in the passive: by its auxiliary or agent, or as a participle after its noun ("claimed by X"). */
export function isPassive(sentence: SentenceGraph, token: number): boolean {
  if (isNominal(sentence, token)) return false;
  if (has(sentence, token, PASSIVE_SIGNS)) return true;
  // A past tense taken for a participle has an object; a passive has none.
  if (has(sentence, token, PASSIVE_SUBJECT)) return !has(sentence, token, OBJECT);
  if (sentence.view.tag(token) !== 'VBN' || has(sentence, token, AUXILIARY)) return false;
  return is(sentence, token, ACL) || (is(sentence, token, ADVCL) && !has(sentence, token, OBJECT));
}

const edgesTo = (sentence: SentenceGraph, token: number, labels: ReadonlySet<number>): Reached[] =>
  sentence
    .below(token)
    .filter((edge) => labels.has(sentence.graph.label[edge]!))
    .map((edge) => {
      const step = layerStep(sentence, edge);
      return { token: dependentOf(sentence, edge), steps: step ? [step] : [] };
    });

const via = (found: readonly Reached[], step: TreeStep): Reached[] =>
  found.map(({ token, steps }) => ({ token, steps: [step, ...steps] }));

/** Who does what a word says: the subject, the agent of a passive, the owner of a noun ("Israel's raid", "a raid by Israel"). */
export function subjectsOf(sentence: SentenceGraph, token: number, depth = 0): Reached[] {
  if (isPassive(sentence, token)) {
    const agents = [
      ...edgesTo(sentence, token, AGENT),
      ...withMarker(sentence, edgesBelow(sentence, token, OBL), 'by'),
    ];
    return via(agents, { method: 'passive', token });
  }
  const own = edgesTo(sentence, token, ANY_SUBJECT);
  if (own.length > 0) return own;
  if (isNominal(sentence, token) && !has(sentence, token, COPULA)) {
    const owners = [
      ...edgesTo(sentence, token, POSSESSOR),
      ...withMarker(sentence, edgesBelow(sentence, token, NMOD), 'by'),
    ];
    return via(owners, { method: 'nominalization', token });
  }
  return depth < MAX_CLIMB ? inheritedSubjects(sentence, token, depth) : [];
}

/** The subject of a verb that has none of its own. */
function inheritedSubjects(sentence: SentenceGraph, token: number, depth: number): Reached[] {
  const head = headOf(sentence, token);
  if (head < 0) return [];
  if (is(sentence, token, ACL)) {
    const infinitive = sentence.view.tag(token) === 'VB';
    if (infinitive) return via(edgesTo(sentence, head, POSSESSOR), { method: 'purpose', token: head });
    return [{ token: head, steps: [{ method: 'participle-clause', token }] }];
  }
  if (is(sentence, token, ADVCL) && /^VB[GN]?$/u.test(sentence.view.tag(token)))
    return via(clauseSubjects(sentence, head, depth), {
      method: sentence.view.tag(token) === 'VB' ? 'purpose' : 'participle-clause',
      token,
    });
  if (is(sentence, token, XCOMP))
    return via(clauseSubjects(sentence, head, depth), { method: 'control', token });
  if (is(sentence, token, CONJ) && !isNominal(sentence, head))
    return via(clauseSubjects(sentence, head, depth), { method: 'shared-subject', token });
  return [];
}

/** The subject of the clause above, in whatever voice that stands: "was arrested, accusing …". */
const clauseSubjects = (sentence: SentenceGraph, head: number, depth: number): Reached[] => {
  const own = edgesTo(sentence, head, ANY_SUBJECT);
  return own.length > 0 ? own : subjectsOf(sentence, head, depth + 1);
};

/** What it is done to: the object, the subject of a passive, the noun before a passive participle. */
export function objectsOf(sentence: SentenceGraph, token: number): Reached[] {
  if (!isPassive(sentence, token)) return edgesTo(sentence, token, OBJECT);
  const own = edgesTo(sentence, token, ANY_SUBJECT);
  const step: TreeStep = { method: 'passive', token };
  if (own.length > 0) return via(own, step);
  const head = headOf(sentence, token);
  return head >= 0 && is(sentence, token, ACL)
    ? [{ token: head, steps: [{ method: 'participle-clause', token }] }]
    : [];
}

const edgesBelow = (sentence: SentenceGraph, token: number, labels: ReadonlySet<number>): number[] =>
  sentence.below(token).filter((edge) => labels.has(sentence.graph.label[edge]!));

const withMarker = (sentence: SentenceGraph, edges: readonly number[], marker: string): Reached[] =>
  edges
    .filter((edge) => markerOf(sentence, edge) === marker)
    .map((edge) => {
      const step = layerStep(sentence, edge);
      return { token: dependentOf(sentence, edge), steps: step ? [step] : [] };
    });

/** Prepositional phrases of a word or of its object: which of the two they hang on is what parsers err on most. */
function phrasesOf(sentence: SentenceGraph, token: number, marker: string): Reached[] {
  const hosts = [token, ...objectsOf(sentence, token).map((object) => object.token)];
  for (const object of dependents(sentence, token, OBJECT)) if (!hosts.includes(object)) hosts.push(object);
  const found = hosts.flatMap((host) => withMarker(sentence, edgesBelow(sentence, host, PHRASES), marker));
  return marker === 'by' ? [...found, ...edgesTo(sentence, token, AGENT)] : found;
}

const passes = (sentence: SentenceGraph, edge: number, tests: readonly RelationTest[]): boolean =>
  tests.some(
    ({ label, marker }) =>
      (label < 0 || label === sentence.graph.label[edge]) &&
      (marker === null || marker === markerOf(sentence, edge)),
  );

function hop(sentence: SentenceGraph, node: PathNode, token: number): Reached[] {
  switch (node.kind) {
    case 'self':
      return [{ token, steps: [] }];
    case 'subject':
      return subjectsOf(sentence, token);
    case 'object':
      return objectsOf(sentence, token);
    case 'preposition':
      return phrasesOf(sentence, token, node.marker);
    case 'relation': {
      const edges = node.up ? sentence.above(token) : sentence.below(token);
      return edges
        .filter((edge) => passes(sentence, edge, node.tests))
        .map((edge) => {
          const step = layerStep(sentence, edge);
          const next = node.up ? headOfEdge(sentence, edge) : dependentOf(sentence, edge);
          return { token: next, steps: step ? [step] : [] };
        });
    }
    case 'alternatives':
      return distinct(node.options.flatMap((option) => hop(sentence, option, token)));
    case 'optional':
      return distinct([{ token, steps: [] }, ...hop(sentence, node.item, token)]);
    case 'sequence': {
      let reached: readonly Reached[] = [{ token, steps: [] }];
      for (const item of node.items) {
        reached = distinct(
          reached.flatMap((from) =>
            hop(sentence, item, from.token).map((to) => ({
              token: to.token,
              steps: [...from.steps, ...to.steps],
            })),
          ),
        );
      }
      return [...reached];
    }
  }
}

/** One way to each word, that with the fewest steps: what bounds the work by the words of the sentence. */
function distinct(reached: readonly Reached[]): Reached[] {
  const best = new Map<number, Reached>();
  for (const found of reached) {
    const known = best.get(found.token);
    if (!known || found.steps.length < known.steps.length) best.set(found.token, found);
  }
  return [...best.values()];
}

/** The words that a path leads to from a token. */
export const walk = (sentence: SentenceGraph, path: PathNode, token: number): Reached[] =>
  distinct(hop(sentence, path, token));
