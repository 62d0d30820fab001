import type { z } from 'zod';
import { UserError } from '../model/index.ts';
import { didYouMean } from './suggest.ts';
import type { Path, PositionedYaml } from './yaml.ts';

type Issue = z.core.$ZodIssue;

const kindOf = (value: unknown): string => {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
};

const EXPECTED: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

/** The issue of a union that says most: of the branch that got furthest. */
function deepest(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const branches = issue.errors.filter((branch) =>
    branch.some((inner) => inner.code !== 'invalid_type' || inner.path.length > 0),
  );
  const branch = branches[0];
  if (!branch) return [issue];
  return branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (found, step) => (found as Record<string | number, unknown> | null | undefined)?.[step],
    value,
  );

/** Turns what zod found into errors of the file. `base` is the path of the checked value in the file. */
export function schemaFaults(
  issues: readonly Issue[],
  yaml: PositionedYaml,
  base: Path,
  keysAt: (path: Path) => readonly string[],
): UserError[] {
  return issues.flatMap(deepest).flatMap((issue) => {
    const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
    const name = path.filter((step) => typeof step === 'string').at(-1) ?? 'this';
    const value = valueAt(yaml.value, path);
    const fault = (message: string, hint?: string): UserError[] => [
      new UserError(message, { at: yaml.at(path), ...(hint === undefined ? {} : { hint }) }),
    ];
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => {
          const hint = didYouMean(key, keysAt(issue.path as Path));
          return new UserError(`unknown key "${key}"`, {
            at: yaml.keyAt([...path, key]),
            ...(hint ? { hint } : {}),
          });
        });
      case 'invalid_type':
        if (value === undefined) return fault(`"${name}" is missing`);
        return fault(`"${name}" must be ${EXPECTED[issue.expected] ?? issue.expected}, not ${kindOf(value)}`);
      case 'invalid_union':
        return value === undefined
          ? fault(`"${name}" is missing`)
          : fault(
              `"${name}" can't be ${kindOf(value)}`,
              name === 'version' ? undefined : 'a pattern or a list of patterns',
            );
      case 'invalid_value':
        return value === undefined
          ? fault(`"${name}" is missing`)
          : fault(
              `"${name}" can't be ${JSON.stringify(value)}`,
              didYouMean(JSON.stringify(value).replaceAll('"', ''), issue.values.map(String)) ??
                `one of ${issue.values.join(', ')}`,
            );
      case 'invalid_key':
        return [new UserError(issue.issues[0]?.message ?? issue.message, { at: yaml.keyAt(path) })];
      case 'too_small':
        return fault(
          value === '' || (Array.isArray(value) && value.length === 0)
            ? `"${name}" is empty`
            : `"${name}" must be at least ${issue.minimum}`,
        );
      case 'too_big':
        return fault(
          typeof value === 'number'
            ? `"${name}" must be at most ${issue.maximum}`
            : `"${name}" is too long: ${issue.maximum} ${Array.isArray(value) ? 'items' : 'characters'} at most`,
        );
      default:
        return fault(issue.message);
    }
  });
}
