import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  parseDocument,
  stringify,
  visit,
} from 'yaml';
import type { Node } from 'yaml';
import type { Path } from '../faults/index.ts';
import type { FileDraft } from './draft.ts';
import type { CheckedRules } from './load.ts';
import { placeOf } from './place.ts';

/**
 * A rule as it is written, comments and all, under a comment that says where, with the vocabularies its patterns name; null where there
 * is none of that id. As YAML: what a user would copy into a file of their own.
 */
export function ruleText({ drafts }: CheckedRules, id: string): string | null {
  for (const draft of drafts) {
    const found = [...draft.rules, ...draft.suppressions, ...draft.entityRules].find(
      ({ rule }) => rule.id === id,
    );
    if (found) return `# ${placeOf(draft.yaml.at([...found.path, 'id']))}\n${written(draft, found.path)}`;
  }
  return null;
}

type Mapping = Readonly<Record<string, unknown>>;

function written({ yaml, vocabulary, source }: FileDraft, path: Path): string {
  const rule = path.reduce<unknown>((value, step) => (value as Mapping)[step as string], yaml.value);
  // A file of one rule is shown whole.
  if (path.length === 0) return source.text.replace(/\s*$/u, '\n');
  const text = JSON.stringify(rule);
  const used = [...vocabulary.keys()].filter((name) => new RegExp(`\\$${name}(?![\\w-])`, 'u').test(text));
  const lists = used.map((name) => {
    const list = blockText(source.text, ['vocabulary', name]) ?? plain({ [name]: vocabulary.get(name) });
    return list.replace(/^(?=.)/gmu, '  ');
  });
  return `${lists.length > 0 ? `vocabulary:\n${lists.join('')}` : ''}${blockText(source.text, path) ?? plain(rule)}`;
}

const plain = (value: unknown): string => stringify(value, { lineWidth: 120 });

/**
 * What stands at a path in a YAML text, flush left, with the comments above it; a value of a mapping with its key. Null where it can't be
 * copied as it stands: in flow style, or where it hangs on anchors elsewhere.
 */
function blockText(text: string, path: Path): string | null {
  const document = parseDocument(text, { logLevel: 'error' });
  const parent = document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  const value = isCollection(parent) ? parent.get(key, true) : undefined;
  if (!isNode(value) || !value.range || hangsOnOthers(value)) return null;
  const pair = isMap(parent)
    ? parent.items.find((item) => isPair(item) && keyOf(item.key) === key)
    : undefined;
  const first = pair && isNode(pair.key) ? pair.key : value;
  if (!first.range || (isCollection(value) && value.flow && !pair)) return null;
  return flushLeft(text, first.range[0], value.range[1]);
}

const keyOf = (key: unknown): unknown => (isScalar(key) ? key.value : key);

function hangsOnOthers(node: Node): boolean {
  let found = false;
  visit(node, {
    Node: (_, inner) => {
      if (isAlias(inner) || inner.anchor !== undefined) found = true;
    },
  });
  return found;
}

/** The lines from one offset to another, with the comments right above, without the indentation of the first. */
function flushLeft(text: string, start: number, end: number): string {
  const lines = text.split('\n');
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
  const last = lineOf(text.slice(start, end).trimEnd().length + start);
  let first = lineOf(start);
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  while (first > 0 && lines[first - 1]!.trimStart().startsWith('#')) first--;
  return lines
    .slice(first, last + 1)
    .map((line) =>
      (/^[\s-]*$/u.test(line.slice(0, column)) ? line.slice(column) : line.trimStart()).trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
