import type { Location } from '../../model/index.ts';

/** What a finding is about. */
export const LINT_KINDS = {
  fault: 'A rule file is not right: no extraction runs with it',
  example: 'An example can not be met, whatever the rule says',
  dead: 'A pattern can never match',
  shadowed: 'Wherever the rule matches, another wins',
  untested: 'A rule has no examples',
  unused: 'A vocabulary is used nowhere',
  covered: 'An example is read by another rule already',
  lemma: 'A form of a word is asked for as a lemma',
} as const;
export type LintKind = keyof typeof LINT_KINDS;

export interface LintFinding {
  readonly kind: LintKind;
  /** An error stops every extraction; a warning is to be mended; a note may be meant so. */
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  /** What to do. */
  readonly hint?: string | undefined;
  readonly at: Location;
}
