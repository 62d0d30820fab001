import { didYouMean } from '../../faults/index.ts';
import { ENHANCED_DEPREL } from '../../language/index.ts';
import type { PatternFault } from '../tokens/syntax.ts';
import { PATH_LIMITS } from './syntax.ts';
import type { PathNode, RelationTest } from './syntax.ts';

/** Relations whose label takes a marker: `nmod:for`, `acl:to`, `conj:or`. */
const MARKED = ['nmod', 'obl', 'acl', 'advcl', 'conj'];
const LABELS: readonly string[] = ENHANCED_DEPREL;
const AGENT: RelationTest = { label: LABELS.indexOf('obl:agent'), marker: null };

class PathFault extends Error {
  readonly fault: PatternFault;
  constructor(fault: PatternFault) {
    super(fault.message);
    this.fault = fault;
  }
}

const fail = (message: string, offset: number, hint: string): never => {
  throw new PathFault({ message, offset, hint });
};

/** The relations that a name in a path stands for. `obl:by` is also the agent of a passive. */
function relationTests(name: string, offset: number): readonly RelationTest[] {
  if (name === '_') return [{ label: -1, marker: null }];
  const label = LABELS.indexOf(name);
  if (label >= 0) return [{ label, marker: null }];
  const colon = name.indexOf(':');
  const base = colon < 0 ? name : name.slice(0, colon);
  const marker = colon < 0 ? '' : name.slice(colon + 1);
  if (MARKED.includes(base) && marker !== '') {
    const test = { label: LABELS.indexOf(base), marker };
    return name === 'obl:by' ? [test, AGENT] : [test];
  }
  if (marker !== '' && LABELS.includes(base))
    return fail(`relation "${base}" takes no preposition`, offset, `those that do: ${MARKED.join(', ')}`);
  return fail(
    `there is no relation "${name}"`,
    offset,
    didYouMean(base, [...LABELS, 'subject', 'object', 'speaker', 'demonym', 'prep']) ??
      'extract analyze shows the relations of a text; most paths need subject, object and prep:for alone',
  );
}

interface Cursor {
  readonly text: string;
  at: number;
  depth: number;
  hops: number;
}

function skipSpace(cursor: Cursor): void {
  while (/\s/u.test(cursor.text[cursor.at] ?? '')) cursor.at++;
}

function take(cursor: Cursor, sign: string): boolean {
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== sign) return false;
  cursor.at++;
  return true;
}

/**
 * Reads a path: hops joined by `>`, alternatives by `|`, which binds closer (`obj > nmod:for|nmod:in`), `?` after a hop that may
 * be left out, `^` before one that leads upwards, brackets around whole paths.
 */
export function parsePath(text: string): { node: PathNode | null; faults: readonly PatternFault[] } {
  const cursor: Cursor = { text, at: 0, depth: 0, hops: 0 };
  try {
    const node = readSequence(cursor);
    skipSpace(cursor);
    if (cursor.at < text.length)
      fail(`"${text[cursor.at]}" can't stand here`, cursor.at, 'hops are joined by ">", alternatives by "|"');
    return { node, faults: [] };
  } catch (error) {
    if (!(error instanceof PathFault)) throw error;
    return { node: null, faults: [error.fault] };
  }
}

function readSequence(cursor: Cursor): PathNode {
  const items: PathNode[] = [];
  do items.push(readAlternatives(cursor));
  while (take(cursor, '>'));
  return items.length === 1 ? items[0]! : { kind: 'sequence', items };
}

function readAlternatives(cursor: Cursor): PathNode {
  const options: PathNode[] = [];
  do options.push(readHop(cursor));
  while (take(cursor, '|'));
  const node: PathNode = options.length === 1 ? options[0]! : { kind: 'alternatives', options };
  return take(cursor, '?') ? { kind: 'optional', item: node } : node;
}

function readHop(cursor: Cursor): PathNode {
  skipSpace(cursor);
  const start = cursor.at;
  if (++cursor.hops > PATH_LIMITS.hops)
    fail(`a path has ${PATH_LIMITS.hops} hops at most`, start, 'write several tree patterns');
  if (take(cursor, '(')) {
    if (++cursor.depth > PATH_LIMITS.depth)
      fail(
        `brackets are nested deeper than ${PATH_LIMITS.depth}`,
        start,
        'take out brackets that group nothing',
      );
    const inner = readBracket(cursor);
    if (!take(cursor, ')'))
      fail('this bracket is never closed: ")" is missing', start, 'write ")" where it ends');
    cursor.depth--;
    return inner;
  }
  const up = take(cursor, '^');
  skipSpace(cursor);
  const offset = cursor.at;
  const name = /^[^\s()|>?^]*/u.exec(cursor.text.slice(offset))![0];
  if (name === '')
    fail('a relation is expected here', offset, 'such as subject, object, nmod:for or prep:for');
  cursor.at += name.length;
  if (name === '.' && !up) return { kind: 'self' };
  if (['subject', 'object', 'speaker', 'demonym'].includes(name) || name.startsWith('prep:')) {
    if (up) fail(`"^" can't stand before "${name}"`, start, 'it stands before a relation, such as ^obj');
    if (name === 'subject' || name === 'object') return { kind: name };
    if (name === 'speaker' || name === 'demonym') return { kind: name };
    if (name === 'prep:') fail('the preposition is missing after "prep:"', offset, 'such as prep:for');
    return { kind: 'preposition', marker: name.slice('prep:'.length) };
  }
  const hyphen = /^(?:X-([\p{Ll}\d]+)|([\p{Ll}\d]+)-X)$/u.exec(name);
  if (hyphen && !up) return { kind: 'hyphen', before: hyphen[2] ?? null, after: hyphen[1] ?? null };
  return { kind: 'relation', tests: relationTests(name, offset), up };
}

/** Inside brackets `|` stands between whole paths. */
function readBracket(cursor: Cursor): PathNode {
  const options: PathNode[] = [];
  do {
    const items: PathNode[] = [];
    do {
      const hop = readHop(cursor);
      items.push(take(cursor, '?') ? { kind: 'optional', item: hop } : hop);
    } while (take(cursor, '>'));
    options.push(items.length === 1 ? items[0]! : { kind: 'sequence', items });
  } while (take(cursor, '|'));
  return options.length === 1 ? options[0]! : { kind: 'alternatives', options };
}
