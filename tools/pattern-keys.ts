/**
 * Part of the build: for every token pattern of the built-in rules, the words of which each match holds one, as the program keeps them
 * beside the rule files (`src/rules/pattern-keys.ts`): the running program then parses only the patterns that a text may match.
 *
 *     tsx tools/pattern-keys.ts FILE
 */
import { writeFileSync } from 'node:fs';
import { keysOf } from '../src/rules/pattern-keys.ts';
import { checkRules } from '../src/rules/load.ts';
import { placedBuiltinSources } from '../src/rules/index.ts';

const { rules, errors } = checkRules(placedBuiltinSources());
if (errors.length > 0) throw new AggregateError(errors, 'the built-in rules have faults');
writeFileSync(process.argv[2] as string, JSON.stringify(keysOf(rules)));
