import { RE2JS } from 're2js';
import { LIMITS } from './syntax.ts';
import type { WordExpression } from './syntax.ts';

const MAX_REMEMBERED = 10_000;

/**
 * Compiles a regular expression of RE2 (https://github.com/google/re2/wiki/Syntax), to match whole words.
 *
 * @returns The expression, or what is wrong with it.
 */
export function compileExpression(
  source: string,
  caseCounts: boolean,
): WordExpression | { readonly fault: string; readonly hint: string } {
  if (source === '')
    return {
      fault: 'there is nothing between these slashes',
      hint: 'write an expression, such as /.*phobia/',
    };
  if (source.length > LIMITS.expression)
    return {
      fault: `a regular expression has ${LIMITS.expression} characters at most`,
      hint: 'split it into several values joined by "|"',
    };
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(source, caseCounts ? 0 : RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    return {
      fault: `not a regular expression: ${reasonOf(error)}`,
      hint: 'mend it; it is written in the syntax of RE2, without look-around and back-references',
    };
  }
  // The words of an article are few, and each is asked for again and again.
  const known = new Map<string, boolean>();
  return {
    source,
    matches: (word) => {
      if (word.length > LIMITS.expressionWord) return false;
      let found = known.get(word);
      if (found === undefined) {
        if (known.size >= MAX_REMEMBERED) known.clear();
        known.set(word, (found = compiled.testExact(word)));
      }
      return found;
    },
  };
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) throw error;
  return error.message
    .replace(/^error parsing regexp: /u, '')
    .replace('(?i)', '')
    .replace(/`/gu, '"');
};
