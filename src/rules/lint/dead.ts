import { listed, mentionText, tokenText } from '../explain/words.ts';
import type { CompiledRule } from '../ruleset.ts';
import type { Constraint, MentionNode, PatternNode, TokenNode } from '../tokens/syntax.ts';
import type { TreePattern } from '../tree/syntax.ts';
import { constraintsImply } from './implies.ts';

/** A pattern that can never match, and why. */
export interface Dead {
  readonly kind: 'tokens' | 'tree';
  readonly index: number;
  readonly why: string;
}

/** The patterns of a rule that can never match. */
export function deadPatterns(rule: CompiledRule): Dead[] {
  const tokens = rule.patterns.map(({ node }) => impossible(node(), rule) ?? excluded(node(), rule));
  const trees = rule.trees.map((tree) => deadTree(tree, rule));
  const all = [
    ...tokens.map((why, index) => ({ kind: 'tokens' as const, index, why })),
    ...trees.map((why, index) => ({ kind: 'tree' as const, index, why })),
  ];
  return all.flatMap(({ why, ...dead }) => (why === null ? [] : [{ ...dead, why }]));
}

function impossible(node: PatternNode, rule: CompiledRule): string | null {
  switch (node.kind) {
    case 'token':
      return impossibleToken(node);
    case 'mention':
      return impossibleMention(node, rule);
    case 'trigger':
      return impossible(node.item, rule);
    case 'repeat':
      return node.min > 0 ? impossible(node.item, rule) : null;
    case 'alternatives': {
      const reasons = node.options.map((option) => impossible(option, rule));
      return reasons.every((why) => why !== null) ? (reasons[0] ?? null) : null;
    }
    case 'sequence':
      return impossibleRow(node.items) ?? firstOf(node.items, (item) => impossible(item, rule));
    default:
      return null;
  }
}

const firstOf = <T>(items: readonly T[], why: (item: T) => string | null): string | null => {
  for (const item of items) {
    const found = why(item);
    if (found !== null) return found;
  }
  return null;
};

function impossibleRow(items: readonly PatternNode[]): string | null {
  const start = items.findIndex((item) => item.kind === 'edge' && item.at === 'start');
  if (start > 0 && items.slice(0, start).some(consumes))
    return '"<" stands behind words, where no sentence starts';
  const end = items.findLastIndex((item) => item.kind === 'edge' && item.at === 'end');
  if (end >= 0 && items.slice(end + 1).some(consumes))
    return '">" stands before words, where no sentence ends';
  return null;
}

const consumes = (node: PatternNode): boolean =>
  node.kind === 'token' ||
  node.kind === 'mention' ||
  (node.kind === 'repeat' && node.min > 0 && consumes(node.item)) ||
  (node.kind === 'trigger' && consumes(node.item)) ||
  (node.kind === 'sequence' && node.items.some(consumes)) ||
  (node.kind === 'alternatives' && node.options.every(consumes));

function impossibleToken(node: TokenNode): string | null {
  const split = node.constraints.find(
    ({ field, negated, values, expressions = [] }) =>
      !negated &&
      (field === 'word' || field === 'lemma') &&
      expressions.length === 0 &&
      [...values].every(isSeveral),
  );
  if (split) return `${tokenText(node)} asks one word to be ${listed(split.values)}, which are several words`;
  return clash(node.constraints, tokenText(node));
}

/** Words that the tokenizer always takes apart. */
const isSeveral = (word: string): boolean => /\s|\S's$|.n't$/u.test(word) || /^\p{L}+-\p{L}/u.test(word);

/** Two conditions on one field that no value meets. */
function clash(constraints: readonly Constraint[], whole: string): string | null {
  const plain = constraints.filter(({ expressions = [] }) => expressions.length === 0);
  for (const [at, a] of plain.entries()) {
    if (a.negated) continue;
    const others = plain.filter((b, index) => index !== at && b.field === a.field);
    const left = [...a.values].filter((value) => others.every((b) => b.values.has(value) !== b.negated));
    if (left.length === 0) return `no word meets all of ${whole}`;
  }
  return null;
}

function impossibleMention(node: MentionNode, rule: CompiledRule): string | null {
  const { argument, types } = node;
  if (argument && types && ![...types].some((type) => rule.types[argument].has(type)))
    return `${mentionText(node)}: relation ${rule.relation} takes only ${listed(rule.types[argument])} as its ${argument}`;
  return clash(node.constraints, mentionText(node));
}

/** A word that the pattern must have and that one of the rule's own exclusions forbids. */
function excluded(node: PatternNode, { exclude }: CompiledRule): string | null {
  const items = node.kind === 'sequence' ? node.items : [node];
  const words = items
    .map((item) => (item.kind === 'trigger' ? item.item : item))
    .filter((item) => item.kind === 'token');
  const by = exclude.find(({ node: vetoOf }) => {
    const veto = vetoOf();
    return (
      veto.kind === 'token' && words.some((word) => constraintsImply(word.constraints, veto.constraints))
    );
  });
  return by ? `its own exclude "${by.text}" takes every match away` : null;
}

function deadTree({ source, target, with: asked, unless }: TreePattern, rule: CompiledRule): string | null {
  for (const [end, { types }] of [
    ['source', source],
    ['target', target],
  ] as const) {
    if (types && ![...types].some((type) => rule.types[end].has(type)))
      return `${end} of type ${listed(types)}: relation ${rule.relation} takes only ${listed(rule.types[end])}`;
  }
  const forbidden = asked.some((condition) =>
    unless.some(
      (veto) => JSON.stringify(veto) === JSON.stringify(condition) && sameWord(veto.word, condition.word),
    ),
  );
  return forbidden ? '"with" asks for what "unless" rules out' : null;
}

const sameWord = (a: TreePattern['trigger'], b: TreePattern['trigger']): boolean => {
  const text = (set: ReadonlySet<string> | null): string => (set ? [...set].sort().join(' ') : '*');
  return text(a.lemmas) === text(b.lemmas) && text(a.words) === text(b.words) && text(a.pos) === text(b.pos);
};
