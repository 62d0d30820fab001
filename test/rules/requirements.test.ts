import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What the rule language must have, and what users of its forerunners complain of: each with the tests that hold it. */
const ROWS: readonly (readonly [row: string, file: string, title: string])[] = [
  [
    'token and tree patterns, in one rule if wanted',
    'rules/rows/combine',
    'Token patterns and tree patterns',
  ],
  ['tree paths over one enhanced layer', 'language/enhance/enhance', 'describe('],
  ['an attachment-neutral step', 'rules/tree', 'paths'],
  ['engine-level steps, each named and switchable', 'rules/steps', 'a step of the engine'],
  ['typed arguments, a taxonomy that rules extend', 'rules/rows/types', 'Typed arguments'],
  ['object-driven exceptions', 'rules/rows/exceptions', 'Object-driven exceptions'],
  ['suppression', 'rules/rows/suppression', 'Suppression: a rule may say'],
  ['priorities and one overlap policy', 'rules/policy', 'the overlap policy'],
  ['the outcome never depends on order', 'rules/policy', 'of rules and of files plays no part'],
  [
    'entity rules in the same files',
    'rules/rows/named',
    'asks for a source with a name of its own, for the types that the relation says',
  ],
  [
    'vocabularies shared and imported',
    'rules/rows/imports',
    'Vocabularies shared and imported between files',
  ],
  ['packs with name and version', 'rules/rows/imports', 'Packs: a folder of files'],
  [
    'an unknown key: line, column, did you mean',
    'rules/load',
    'points at an unknown key and names the one meant',
  ],
  ['why did it fire, why not', 'property/explain', "explain's verdict is the engine's"],
  ['examples rot', 'cli/rules', 'tells validated, noisy, missing and wrong apart'],
  ['validation without positions', 'cli/rules', 'names place, excerpt and fix, and goes on to the next rule'],
  ['times taken for places, clauses, conjunctions', 'rules/steps', 'what is not read'],
  ['denials become facts', 'relations/status', 'describe('],
  ['nothing in a rule file runs code or stalls', 'property/rules', 'a rule file can not run code'],
  [
    'a rule takes so many steps in a sentence and no more',
    'rules/rows/steps-limit',
    'Nothing in a rule file stalls the program',
  ],
  ['slow or hostile regular expressions', 'rules/rows/expressions', 'Slow or hostile regular expressions'],
  ['cost grows with matches, not with rules', 'rules/tokens', 'cost'],
  [
    'lint: rules that can never match, never win, unused, untested',
    'cli/rules',
    'never counts: wherever it matches',
  ],
  ['lint: examples that another rule covers', 'cli/rules', 'notes an example that another rule reads too'],
];

it.each(ROWS)('%s: has its test', (_, file, title) => {
  const text = readFileSync(new URL(`../${file}.test.ts`, import.meta.url), 'utf8');
  expect(text).toContain(title);
});
