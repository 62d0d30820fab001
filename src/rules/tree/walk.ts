import { isSpent } from '../meter.ts';
import { markerOf } from './graph.ts';
import type { SentenceGraph } from './graph.ts';
import { hyphenated } from './hyphens.ts';
import { demonymsOf } from './nouns.ts';
import { objectsOf, phrasesOf } from './objects.ts';
import { along, distinct, one } from './reached.ts';
import type { Reached } from './reached.ts';
import { speakersOf } from './speaker.ts';
import { subjectsOf } from './subjects.ts';
import type { PathNode, RelationTest } from './syntax.ts';
import { placesOf } from './where.ts';
import { ENHANCED_DEPREL } from '../../language/index.ts';

export type { Reached, TreeStep } from './reached.ts';

const OBL = ENHANCED_DEPREL.indexOf('obl');

const passes = (sentence: SentenceGraph, edge: number, tests: readonly RelationTest[]): boolean =>
  tests.some(
    ({ label, marker }) =>
      (label < 0 || label === sentence.graph.label[edge]) &&
      (marker === null || marker === markerOf(sentence, edge)),
  );

/** Along relations of the graph; `obl:in` and `obl:at` also to the place that "where" stands for. */
function relationHop(
  sentence: SentenceGraph,
  { tests, up }: Extract<PathNode, { kind: 'relation' }>,
  token: number,
): Reached[] {
  const edges = (up ? sentence.above(token) : sentence.below(token)).filter((edge) =>
    passes(sentence, edge, tests),
  );
  const places = up
    ? []
    : tests.flatMap(({ label, marker }) =>
        label === OBL && marker !== null ? placesOf(sentence, token, marker) : [],
      );
  return [...along(sentence, edges, up), ...places];
}

type Hop = Exclude<PathNode, { kind: 'alternatives' | 'optional' | 'sequence' }>;

/** How many steps a hop counts for: what looks through the clause costs more than an edge. */
const COST: Readonly<Record<Hop['kind'], number>> = {
  self: 1,
  relation: 1,
  hyphen: 1,
  subject: 8,
  object: 8,
  speaker: 8,
  demonym: 8,
  preposition: 8,
};

/** Where a hop leads from a word, worked out once for each word of the sentence. */
function hop(sentence: SentenceGraph, node: Hop, token: number): readonly Reached[] {
  const { meter, known } = sentence;
  meter.steps += COST[node.kind];
  switch (node.kind) {
    case 'self':
      return one(token);
    case 'subject':
      return known('subject', token, () => subjectsOf(sentence, token));
    case 'object':
      return known('object', token, () => objectsOf(sentence, token));
    case 'speaker':
      return known('speaker', token, () => speakersOf(sentence, token));
    case 'demonym':
      return demonymsOf(sentence, token);
    case 'preposition':
      return known(`prep:${node.marker}`, token, () => phrasesOf(sentence, token, node.marker));
    case 'hyphen':
      return hyphenated(sentence, node, token);
    case 'relation':
      return relationHop(sentence, node, token);
  }
}

/**
 * Where a path leads from all of the words reached so far. The words are followed together, one way to each: the work is bounded by the
 * hops of the path times the words of the sentence, however the path nests.
 */
function follow(sentence: SentenceGraph, node: PathNode, from: readonly Reached[]): readonly Reached[] {
  if (from.length === 0 || isSpent(sentence.meter)) return [];
  switch (node.kind) {
    case 'alternatives':
      return distinct(node.options.flatMap((option) => follow(sentence, option, from)));
    case 'optional':
      return distinct([...from, ...follow(sentence, node.item, from)]);
    case 'sequence':
      return node.items.reduce((reached, item) => follow(sentence, item, reached), from);
    default:
      return distinct(
        from.flatMap(({ token, steps }) =>
          hop(sentence, node, token).map((to) => ({ token: to.token, steps: [...steps, ...to.steps] })),
        ),
      );
  }
}

/** The words that a path leads to from a token. */
export const walk = (sentence: SentenceGraph, path: PathNode, token: number): readonly Reached[] =>
  follow(sentence, path, one(token));
