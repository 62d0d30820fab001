import type { UserEntities } from '../entities/index.ts';
import type { Document, UserError } from '../model/index.ts';
import { analyzeArticle } from '../pipeline/index.ts';
import { readArticle } from '../read/index.ts';
import type { RuleSet } from '../rules/index.ts';

/** What the rules at hand are tried with. */
export interface Bench {
  readonly rules: RuleSet;
  readonly entities?: UserEntities | undefined;
  /** Told of rules that take too many steps in a sentence. */
  readonly warn?: ((warning: UserError) => void) | undefined;
}

/** All layers of a text given as such: an example of a rule, a sentence on the command line. It is taken for English. */
export function analyseText(text: string, { rules, entities, warn }: Bench): Document {
  const article = readArticle('-', new TextEncoder().encode(text));
  return analyzeArticle(article, { rules, assumeEnglish: true, warn, ...(entities && { entities }) });
}
