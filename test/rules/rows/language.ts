import { UserErrors } from '../../../src/model/index.ts';
import { compileRules, matchRules } from '../../../src/rules/index.ts';
import type { RuleSet } from '../../../src/rules/index.ts';
import type { MatchableDocument } from '../../../src/rules/view.ts';
import { wordsOf } from '../document.ts';

/** A rule file from the value it holds, so that tests need no YAML. */
export const file = (name: string, value: Record<string, unknown>) => ({
  name,
  text: JSON.stringify({ extract: 1, ...value }),
});

/** What a file lacks is these: relations between actors and anything. */
export const RELATIONS = {
  opposes: { source: ['actor'], target: ['actor', 'event', 'policy'] },
  supports: { source: ['actor'], target: ['actor', 'event', 'policy'] },
};

/** The rules of one file. */
export const rulesOf = (value: Record<string, unknown>): RuleSet =>
  compileRules([file('f.yaml', { relations: RELATIONS, ...value })]);

/** The matches as `source relation target`, a fixed status behind it. */
export const read = (rules: RuleSet, document: MatchableDocument): string[] =>
  matchRules(rules, document).map(({ relation, status, source, target }) =>
    [
      wordsOf(document, source.mention),
      relation,
      wordsOf(document, target.mention),
      ...(status ? [`(${status})`] : []),
    ].join(' '),
  );

/** The faults of what throws, as `file:line:column message; hint`. */
export function faultsOf(load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (!(error instanceof UserErrors)) throw error;
    return error.errors.map(({ at, message, hint }) =>
      [at ? `${at.file}:${at.line}:${at.column} ` : '', message, hint ? `; ${hint}` : ''].join(''),
    );
  }
  return [];
}
