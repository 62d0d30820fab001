import { closest, distance } from 'fastest-levenshtein';
import { isMap, isNode, isPair, isScalar, type Document, type LineCounter, type ParsedNode } from 'yaml';
import type { z } from 'zod';
import { UserError, type Location } from '../model/index.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** `edges[2].status`, as a reader of the file would write it. */
const pathText = (path: Path): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'text', number: 'a number', boolean: 'true or false' }[typeof value as string] ?? 'a mapping'
  );
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a mapping',
  boolean: 'true or false',
};

/** The candidate that `word` is probably a slip of, or undefined where none is near. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const best = closest(word, [...candidates]);
  return distance(word, best) <= Math.max(2, Math.floor(word.length / 3)) ? best : undefined;
}

const meant = (word: string, candidates: readonly string[]): string | undefined => {
  const best = didYouMean(word, candidates);
  return best === undefined ? undefined : `did you mean ${best}?`;
};

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], root);

/** The issues of the branch of a union that the value came nearest to. */
function ofUnion(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const near = issue.errors.find((branch) =>
    branch.some(({ code, path }) => code !== 'invalid_type' || path.length > 0),
  );
  if (!near) return [issue];
  return near.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

interface Fault {
  readonly path: Path;
  readonly message: string;
  readonly hint?: string | undefined;
  /** The fault is a key of the mapping at `path`. */
  readonly key?: string;
}

function faultsOf(issue: Issue, root: unknown, keysAt: (path: Path) => readonly string[]): Fault[] {
  const { path } = issue;
  const name = pathText(path) || 'the file';
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(path);
    return issue.keys.map((key) => ({
      path,
      key,
      message: `unknown key ${key}${path.length > 0 ? ` in ${name}` : ''}`,
      hint: meant(key, known) ?? (known.length > 0 ? `known keys are ${known.join(', ')}` : undefined),
    }));
  }
  const value = valueAt(root, path);
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const found = typeof value === 'string' || typeof value === 'number' ? `, not ${value}` : '';
    const message =
      value === undefined ? `${name} is missing` : `${name} must be one of ${values.join(', ')}${found}`;
    return [{ path, message, hint: typeof value === 'string' ? meant(value, values) : undefined }];
  }
  if (issue.code === 'invalid_type') {
    const wanted = KINDS[issue.expected] ?? issue.expected;
    return [
      {
        path,
        message:
          value === undefined ? `${name} is missing` : `${name} must be ${wanted}, not ${kindOf(value)}`,
      },
    ];
  }
  if (issue.code === 'invalid_union') return [{ path, message: `${name} can't be ${kindOf(value)}` }];
  if (issue.code === 'too_small') return [{ path, message: `${name} must not be empty` }];
  return [{ path, message: path.length > 0 ? `${name}: ${issue.message}` : issue.message }];
}

/** A parsed YAML (or JSON) file whose nodes know where they stand. */
export interface Positioned {
  readonly file: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** Where the value at `path` begins (or key `key` of it); the nearest enclosing value where it is missing. */
export function locate({ file, document, lines }: Positioned, path: Path, key?: string): Location {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const found = document.getIn(path.slice(0, depth), true) as ParsedNode | null | undefined;
    if (!isNode(found)) continue;
    const pair = isMap(found)
      ? found.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
      : undefined;
    const range = (key !== undefined && isNode(pair?.key) ? pair.key.range : undefined) ?? found.range;
    const { line, col } = lines.linePos(range[0]);
    return { file, line, column: col };
  }
  return { file, line: 1, column: 1 };
}

/**
 * The faults that zod found, as errors for the person who wrote the file, in the order of the file.
 *
 * @param position - where the file's parts stand; without it errors name the file alone
 * @param keysAt - the keys allowed in the mapping at a path
 */
export function userErrors(
  issues: readonly Issue[],
  root: unknown,
  file: string,
  position: Positioned | undefined,
  keysAt: (path: Path) => readonly string[] = () => [],
): UserError[] {
  return issues
    .flatMap(ofUnion)
    .flatMap((issue) => faultsOf(issue, root, keysAt))
    .map(({ path, key, message, hint }) => {
      const at = position ? locate(position, path, key) : { file };
      return new UserError(message, hint === undefined ? { at } : { at, hint });
    })
    .sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
}
