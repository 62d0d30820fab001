import type { Command } from 'commander';
import { didYouMean } from '../../faults/index.ts';
import { byCodeUnit, UserError } from '../../model/index.ts';
import { examplesOf, placeText, ruleText } from '../../rules/index.ts';
import { table } from '../../workbench/index.ts';
import { openBench, type OpenBench, refuseFaults } from '../bench.ts';
import { type Done, EXIT, type Io } from '../io.ts';
import { addBenchOptions, type BenchFlags, choice } from '../options.ts';
import { emit } from '../output.ts';

interface ListFlags extends BenchFlags {
  readonly format: 'text' | 'json';
  readonly output?: string;
}

interface Listed {
  readonly id: string;
  readonly kind: 'rule' | 'suppression' | 'entity-rule';
  /** The relation of a rule, the relations of a suppression, the type of an entity rule. */
  readonly states: string;
  readonly file: string;
  readonly line?: number;
  readonly examples: number;
  readonly description: string;
}

/** `extract rules list`: every loaded rule on a line. */
export function addRulesListCommand(rules: Command, io: Io, done: Done): void {
  const command = rules
    .command('list')
    .description('the rules that are loaded: id, relation, number of examples, file')
    .addOption(choice('-f, --format <format>', 'how to print them', ['text', 'json']).default('text'))
    .option('-o, --output <file>', 'file for the list');
  addBenchOptions(command).action(async (flags: ListFlags) => {
    const open = await openBench([], flags, io);
    refuseFaults(open);
    const listed = listOf(open);
    const text =
      flags.format === 'json'
        ? `${JSON.stringify(listed, null, 2)}\n`
        : table(
            listed.map(({ id, states, examples, file, line }) => [
              id,
              states,
              String(examples).padStart(3),
              placeText({ file, ...(line !== undefined && { line }) }),
            ]),
          )
            .map((row) => `${row}\n`)
            .join('');
    await emit(text, flags.output, io);
    done(EXIT.done);
  });
}

function listOf({ checked }: OpenBench): Listed[] {
  const { rules, suppressions, entityRules } = checked.rules;
  const cases = examplesOf(checked);
  const all = [
    ...rules.map((rule) => ({ rule, kind: 'rule' as const, states: rule.relation })),
    ...suppressions.map((rule) => ({
      rule,
      kind: 'suppression' as const,
      states: `not ${rule.relations ? [...rule.relations].join(', ') : 'any'}`,
    })),
    ...entityRules.map((rule) => ({ rule, kind: 'entity-rule' as const, states: rule.type })),
  ];
  return all
    .map(({ rule: { id, at, description }, kind, states }) => ({
      id,
      kind,
      states,
      file: at.file,
      ...(at.line !== undefined && { line: at.line }),
      examples: cases.filter(({ subject }) => subject.id === id).length,
      description,
    }))
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

/** `extract rules show ID`: the rule as it is written, and where. */
export function addRulesShowCommand(rules: Command, io: Io, done: Done): void {
  const command = rules
    .command('show')
    .description('a rule as it is written, with where it stands and its examples')
    .argument('<id>', 'the id of a rule')
    .option('-o, --output <file>', 'file for it');
  addBenchOptions(command).action(async (id: string, flags: ListFlags) => {
    const { checked } = await openBench([], flags, io);
    const text = ruleText(checked, id);
    if (text === null) {
      const ids = checked.drafts.flatMap((draft) =>
        [...draft.rules, ...draft.suppressions, ...draft.entityRules].map(({ rule }) => rule.id),
      );
      const hint = didYouMean(id, ids) ?? 'see extract rules list';
      throw new UserError(`there is no rule "${id}"`, { hint });
    }
    await emit(text, flags.output, io);
    done(EXIT.done);
  });
}
