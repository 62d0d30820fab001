import type { CompiledRule } from '../ruleset.ts';
import type { SentenceGraph } from '../tree/graph.ts';
import type { PathNode, TreePattern, WordTest } from '../tree/syntax.ts';
import type { Refused, TreeStop } from '../tree/trace.ts';
import { walk } from '../tree/walk.ts';
import { listed, pathText, wordTestText } from './words.ts';

/** The steps in the order in which they are taken. */
const STEPS: readonly TreeStop['step'][] = ['trigger', 'with', 'unless', 'source', 'target', 'same-entity'];

/** How far from a match a tree pattern stopped: smaller is further. */
export const treeRank = ({ step }: TreeStop): number => STEPS.length - STEPS.indexOf(step);

export interface TreeStopped {
  readonly stop: TreeStop;
  readonly refused: readonly { readonly end: 'source' | 'target'; readonly refused: Refused }[];
}

/** Why a tree pattern stopped where it did, in words. */
export function treeStopText(
  { stop, refused }: TreeStopped,
  pattern: TreePattern,
  rule: CompiledRule,
  graph: SentenceGraph,
  token: number,
): string {
  const trigger = quoted(graph, token);
  switch (stop.step) {
    case 'trigger':
      return `trigger ${trigger}: ${wordFailed(pattern.trigger, graph, token)}`;
    case 'with': {
      const { path, word } = stop.condition;
      return `with: ${reachedText(graph, path, token)}${asked(word)}`;
    }
    case 'unless':
      return `unless: ${reachedText(graph, stop.condition.path, token)}, which is ruled out`;
    case 'same-entity':
      return 'source and target are the same entity';
    default: {
      const end = stop.step;
      const own = refused.filter((each) => each.end === end).map((each) => each.refused);
      const why = own.map((each) => refusedText(each, pattern[end], rule.types[end], graph));
      return `${end}: ${reachedText(graph, pattern[end].path, token)}${why.length > 0 ? `: ${[...new Set(why)].join('; ')}` : ''}`;
    }
  }
}

const quoted = ({ view }: SentenceGraph, token: number): string => {
  const { tokens } = view.document;
  return `"${tokens.strings.text(tokens.form[token]!)}"`;
};

/** `path "object > prep:for" leads from "claimed" to "raid"`, or how far it leads. */
function reachedText(graph: SentenceGraph, path: PathNode, token: number): string {
  const from = `path "${pathText(path)}" leads from ${quoted(graph, token)}`;
  const reached = walk(graph, path, token);
  if (reached.length > 0)
    return `${from} to ${listed(
      reached.map((each) => quoted(graph, each.token)),
      ' and ',
    )}`;
  return `${from} nowhere${furthestHop(graph, path, token)}`;
}

/** How many hops of a path lead somewhere: the same walk, over the path's beginnings. */
function furthestHop(graph: SentenceGraph, path: PathNode, token: number): string {
  if (path.kind !== 'sequence') return '';
  for (let hops = path.items.length - 1; hops > 0; hops--) {
    const start: PathNode = { kind: 'sequence', items: path.items.slice(0, hops) };
    const [first] = walk(graph, start, token);
    if (first)
      return ` ("${pathText(start)}" leads to ${quoted(graph, first.token)}, which has no "${pathText(path.items[hops]!)}")`;
  }
  return ` (there is no "${pathText(path.items[0]!)}")`;
}

const asked = (word: WordTest): string => {
  const text = wordTestText(word);
  return text === '' ? '' : `; wanted is ${text}`;
};

function wordFailed(test: WordTest, { view }: SentenceGraph, token: number): string {
  if (test.pos && !test.pos.has(view.pos(token)))
    return `its part of speech is ${view.pos(token)}, not ${listed(test.pos)}`;
  if (test.words && !test.words.has(view.word(token))) return `the word is not ${listed(test.words)}`;
  return `its lemma is ${view.lemma(token)}; wanted is ${wordTestText(test)}`;
}

function refusedText(
  { why, token, mention }: Refused,
  argument: TreePattern['source'],
  allowed: ReadonlySet<string>,
  graph: SentenceGraph,
): string {
  const { document } = graph.view;
  const word = quoted(graph, token);
  const found = mention ? document.mentions[mention.mention]! : null;
  const text = found ? `"${document.article.text.slice(found.start, found.end)}"` : word;
  switch (why) {
    case 'word':
      return `${word}: ${wordFailed(argument.word, graph, token)}`;
    case 'no-mention':
      return `no entity is mentioned at ${word}`;
    case 'type':
      return `${text} is of type ${document.entities[found!.entity!]!.type}, not ${listed(argument.types ?? allowed)}`;
    case 'kind':
      return `${text} is a ${found!.kind}, not a ${listed(argument.kinds ?? [])}`;
    case 'without':
      return `${text} is reached only by a step that "without" turns off`;
  }
}
