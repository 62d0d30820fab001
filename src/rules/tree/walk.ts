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

function hop(sentence: SentenceGraph, node: PathNode, token: number): Reached[] {
  switch (node.kind) {
    case 'self':
      return one(token);
    case 'subject':
      return subjectsOf(sentence, token);
    case 'object':
      return objectsOf(sentence, token);
    case 'speaker':
      return speakersOf(sentence, token);
    case 'demonym':
      return demonymsOf(sentence, token);
    case 'preposition':
      return phrasesOf(sentence, token, node.marker);
    case 'hyphen':
      return hyphenated(sentence, node, token);
    case 'relation':
      return relationHop(sentence, node, token);
    case 'alternatives':
      return distinct(node.options.flatMap((option) => hop(sentence, option, token)));
    case 'optional':
      return distinct([...one(token), ...hop(sentence, node.item, token)]);
    case 'sequence': {
      let reached: readonly Reached[] = one(token);
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

/** The words that a path leads to from a token. */
export const walk = (sentence: SentenceGraph, path: PathNode, token: number): Reached[] =>
  distinct(hop(sentence, path, token));
