import type { PatternCursor } from './cursor.ts';

/** A value of a condition as written. */
export interface WrittenValue {
  readonly kind: 'text' | 'vocabulary' | 'expression';
  readonly text: string;
  readonly offset: number;
}

/** A condition as written: `lemma=claim|$blame`, `word!=/un.*ed/`. */
export interface WrittenCondition {
  readonly field: string;
  readonly offset: number;
  readonly negated: boolean;
  readonly values: readonly WrittenValue[];
}

/**
 * Reads `key=a|b key!=c]`, the opening bracket taken.
 *
 * @param fields The keys that may stand here.
 * @param unknown Says what an unknown key was meant for.
 */
export function readConditions(
  cursor: PatternCursor,
  open: number,
  fields: readonly string[],
  unknown: (field: string) => string,
): readonly WrittenCondition[] {
  const written: WrittenCondition[] = [];
  for (cursor.skipSpace(); !cursor.take(']'); cursor.skipSpace()) {
    if (cursor.ended)
      cursor.fail('this bracket is never closed: "]" is missing', open, 'write "]" where it ends');
    cursor.take('&');
    cursor.skipSpace();
    const offset = cursor.at;
    const field = cursor.matched(/[a-z]*/uy)?.[0] ?? '';
    if (field === '')
      cursor.fail(
        'a condition such as lemma=claim is expected here',
        offset,
        `one of ${fields.join(', ')}, then "=" and a value`,
      );
    if (!fields.includes(field)) cursor.fail(`there is no condition "${field}"`, offset, unknown(field));
    cursor.skipSpace();
    const negated = cursor.take('!=');
    if (!negated && !cursor.take('='))
      cursor.fail(`"=" or "!=" is missing after "${field}"`, cursor.at, `such as ${field}=…`);
    written.push({ field, offset, negated, values: readValues(cursor) });
  }
  if (written.length === 0)
    cursor.fail('there is nothing between these brackets', open, 'write _ for any token');
  return written;
}

function readValues(cursor: PatternCursor): readonly WrittenValue[] {
  const values: WrittenValue[] = [];
  do {
    cursor.skipSpace();
    values.push(readValue(cursor));
    cursor.skipSpace();
  } while (cursor.take('|'));
  return values;
}

function readValue(cursor: PatternCursor): WrittenValue {
  const offset = cursor.at;
  if (cursor.char === '"') return { kind: 'text', text: cursor.quoted(), offset };
  // A slash that another closes; alone it is a sign like any other.
  const expression = cursor.matched(/\/((?:[^\\/]|\\.)+)\/(?=[\s|\]])/uy);
  if (expression)
    return { kind: 'expression', text: expression[1]!.replaceAll('\\/', '/'), offset: offset + 1 };
  const kind = cursor.take('$') ? 'vocabulary' : 'text';
  let text = cursor.bareWord();
  if (cursor.take('*')) text += '*';
  if (text === '') cursor.fail('a value is missing here', offset, 'write one, or quote it if it is a sign');
  return { kind, text, offset };
}
