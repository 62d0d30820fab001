import type { Constraint, MentionNode, TokenNode } from '../tokens/syntax.ts';
import type { PathNode, WordTest } from '../tree/syntax.ts';
import { ENHANCED_DEPREL } from '../../language/index.ts';

/** How many values of a condition are named before "…". */
const LISTED = 5;

export const listed = (values: Iterable<string>, joint = ' or '): string => {
  const all = [...values];
  const shown = all.slice(0, LISTED);
  if (all.length > LISTED) return `${shown.join(', ')} …`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')}${joint}${shown.at(-1)!}`;
};

/** The values of a condition, expressions between slashes. */
export const valuesOf = ({
  values,
  expressions = [],
}: Pick<Constraint, 'values' | 'expressions'>): string[] => [
  ...values,
  ...expressions.map(({ source }) => `/${source}/`),
];

const conditionText = (condition: Constraint): string => {
  const { field, negated } = condition;
  const all = valuesOf(condition);
  const shown = all.slice(0, LISTED).join('|');
  return `${field}${negated ? '!=' : '='}${shown}${all.length > LISTED ? '|…' : ''}`;
};

/** A token part as a pattern would write it: `[lemma=fund|finance pos=VERB]`, `"for"`, `_`. */
export function tokenText({ constraints }: TokenNode): string {
  const [only] = constraints;
  if (!only) return '_';
  if (constraints.length === 1 && only.field === 'word' && !only.negated && valuesOf(only).length === 1)
    return `"${valuesOf(only).join('')}"`;
  return `[${constraints.map(conditionText).join(' ')}]`;
}

/** `@target[type=person role=subject]`, `#location`. */
export function mentionText({ argument, types, kinds, subject, bare, constraints }: MentionNode): string {
  const conditions = [
    ...(types ? [`type=${[...types].join('|')}`] : []),
    ...(kinds ? [`kind=${[...kinds].join('|')}`] : []),
    ...(subject ? ['role=subject'] : []),
    ...(bare ? ['lead=none'] : []),
    ...constraints.map(conditionText),
  ];
  const name = argument ? `@${argument}` : '#';
  return conditions.length === 0 ? name : `${name}[${conditions.join(' ')}]`;
}

/** A path as it is written; brackets stand around a sequence inside alternatives. */
export function pathText(node: PathNode): string {
  switch (node.kind) {
    case 'subject':
    case 'object':
    case 'speaker':
    case 'demonym':
      return node.kind;
    case 'self':
      return '.';
    case 'preposition':
      return `prep:${node.marker}`;
    case 'hyphen':
      return node.after === null ? `${node.before}-X` : `X-${node.after}`;
    case 'relation': {
      const { label = -1, marker = null } = node.tests[0] ?? {};
      const name = label < 0 ? '_' : (ENHANCED_DEPREL[label] ?? '');
      return `${node.up ? '^' : ''}${name}${marker === null ? '' : `:${marker}`}`;
    }
    case 'optional':
      return `${bracketed(node.item)}?`;
    case 'alternatives':
      return node.options.map(bracketed).join('|');
    case 'sequence':
      return node.items.map(pathText).join(' > ');
  }
}

const bracketed = (node: PathNode): string =>
  node.kind === 'sequence' ? `(${pathText(node)})` : pathText(node);

/** Lemmas and phrases of lemmas that a word may be. */
export const lemmasOf = ({ lemmas, phrases }: WordTest): string[] => [
  ...(lemmas ?? []),
  ...[...phrases].flatMap(([first, rests]) => rests.map((rest) => [first, ...rest].join(' '))),
];

/** What is asked of a word in a tree: `lemma=claim|admit pos=VERB`; empty where nothing is. */
export function wordTestText(test: WordTest): string {
  const { lemmas, words, pos } = test;
  const asked: string[] = [];
  if (lemmas) asked.push(conditionText({ field: 'lemma', negated: false, values: new Set(lemmasOf(test)) }));
  if (words) asked.push(conditionText({ field: 'word', negated: false, values: words }));
  if (pos) asked.push(conditionText({ field: 'pos', negated: false, values: pos }));
  return asked.join(' ');
}
