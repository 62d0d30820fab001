import type { z } from 'zod';
import { byCodeUnit, formatUserError, UserError } from '../model/index.ts';
import { exampleIn, keysIn } from './keys.ts';
import { didYouMean } from './suggest.ts';
import type { Path, PositionedYaml } from './yaml.ts';

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue['code']> = Extract<Issue, { readonly code: Code }>;

const KINDS: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  return KINDS[Array.isArray(value) ? 'array' : typeof value] ?? 'of that kind';
}

/** Another branch got further than to find the value of the wrong kind. */
const isNear = (branch: readonly Issue[]): boolean =>
  branch.some(({ code, path }) => code !== 'invalid_type' || path.length > 0);

/** The issues of the branch of a union that the value came nearest to; the union's own where it came near none. */
function deepest(issue: Issue): readonly Issue[] {
  const near = issue.code === 'invalid_union' ? issue.errors.find(isNear) : undefined;
  if (!near) return [issue];
  return near.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step],
    root,
  );

/** The last key of a path with the indices after it, as `"aliases[2]"`. */
function nameOf(path: Path): string {
  const key = path.findLastIndex((step) => typeof step === 'string');
  if (key < 0) return 'the file';
  const indices = path.slice(key + 1).map((index) => `[${index}]`);
  return `"${path[key] ?? ''}${indices.join('')}"`;
}

const expectedOf = (issue: IssueOf<'invalid_union'>): string =>
  [
    ...new Set(
      issue.errors
        .flat()
        .flatMap((inner) => (inner.code === 'invalid_type' ? [KINDS[inner.expected] ?? inner.expected] : [])),
    ),
  ].join(' or ');

function tooSmall({ minimum }: IssueOf<'too_small'>, value: unknown): string {
  const empty = value === '' || (Array.isArray(value) && value.length === 0);
  return empty ? 'is empty' : `must be at least ${minimum}`;
}

function tooBig({ maximum }: IssueOf<'too_big'>, value: unknown): string {
  if (typeof value === 'number') return `must be at most ${maximum}`;
  return `is too long: ${maximum} ${Array.isArray(value) ? 'items' : 'characters'} at most`;
}

const EMPTY = 'write something there, or take it out';

function tooBigHint(value: unknown): string {
  if (typeof value === 'number') return 'lower it';
  return Array.isArray(value) ? 'split it' : 'shorten it';
}

/** What is wrong with the value at the issue's path, and what to do or what was meant. `such` shows a value that could stand there. */
function describe(issue: Issue, name: string, value: unknown, such: string): [message: string, hint: string] {
  switch (issue.code) {
    case 'invalid_type':
      return [`${name} must be ${KINDS[issue.expected] ?? issue.expected}, not ${kindOf(value)}`, such];
    case 'invalid_union':
      return [`${name} must be ${expectedOf(issue)}, not ${kindOf(value)}`, such];
    case 'invalid_value': {
      const values = issue.values.map(String);
      const hint = didYouMean(String(value), values) ?? `one of ${values.join(', ')}`;
      return [`${name} can't be ${JSON.stringify(value)}`, hint];
    }
    case 'too_small':
      return [`${name} ${tooSmall(issue, value)}`, typeof value === 'number' ? 'raise it' : EMPTY];
    case 'too_big':
      return [`${name} ${tooBig(issue, value)}`, tooBigHint(value)];
    case 'custom':
      return [`${name} ${issue.message}`, 'mend it, or take it out'];
    default:
      return [issue.message, 'write it so'];
  }
}

const userError = (message: string, at: UserError['at'], hint: string): UserError =>
  new UserError(message, { ...(at && { at }), hint });

/** Order of file, line and column. */
export const byPlace = (a: UserError, b: UserError): number =>
  byCodeUnit(a.at?.file ?? '', b.at?.file ?? '') ||
  (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
  (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
  byCodeUnit(formatUserError(a), formatUserError(b));

const QUOTED = 'put it in quotation marks';

/** A text that YAML reads as a number, or as true or false. */
const isUnquoted = (issue: Issue, value: unknown): boolean =>
  issue.code === 'invalid_type' &&
  issue.expected === 'string' &&
  ['number', 'boolean'].includes(typeof value);

const shown = (example: unknown): string => (typeof example === 'string' ? example : JSON.stringify(example));

/** Faults told of one file: each costs a search for its place, and nobody mends more at once. */
const MAX_FAULTS = 500;

export interface SchemaFaultOptions {
  /** Path in the file of the value that was checked; default the whole file. */
  readonly base?: Path;
  /** What the value was checked against, for "did you mean". */
  readonly schema?: z.core.$ZodType;
}

/**
 * What zod found, as errors for the person who wrote the file, in the order of the file. The message of a `refine` is a
 * predicate ("must end in .json"); that of a format is a sentence.
 */
export function schemaFaults(
  issues: readonly Issue[],
  yaml: PositionedYaml,
  { base = [], schema }: SchemaFaultOptions = {},
): UserError[] {
  const known = schema ? keysIn(schema) : () => [];
  const all = issues
    .flatMap(deepest)
    .flatMap((issue): Issue[] =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue],
    );
  const told = all
    .slice(0, MAX_FAULTS)
    .flatMap((issue) => {
      const below = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
      const path = [...base, ...below];
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) =>
          userError(
            `unknown key "${key}"`,
            yaml.keyAt([...path, key]),
            didYouMean(key, known(below)) ?? 'take it out',
          ),
        );
      }
      if (issue.code === 'invalid_key') {
        return [userError(issue.issues[0]?.message ?? issue.message, yaml.keyAt(path), 'rename it')];
      }
      const value = valueAt(yaml.value, path);
      const example = schema && exampleIn(schema, below);
      if (value === undefined)
        return [
          userError(
            `${nameOf(path)} is missing`,
            yaml.at(path),
            example === undefined ? 'add it' : `add it, such as ${shown(example)}`,
          ),
        ];
      const such = isUnquoted(issue, value)
        ? QUOTED
        : example === undefined
          ? 'write one'
          : `such as ${shown(example)}`;
      const [message, hint] = describe(issue, nameOf(path), value, such);
      return [userError(message, yaml.at(path), hint)];
    })
    .sort(byPlace);
  const more = all.length - MAX_FAULTS;
  if (more > 0)
    told.push(
      userError(`${more} more faults of this kind in this file`, told.at(-1)?.at, 'mend these first'),
    );
  return told;
}
