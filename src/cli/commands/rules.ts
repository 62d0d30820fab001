import type { Command } from 'commander';
import type { Done, Io } from '../io.ts';
import { addRulesLintCommand } from './rules-lint.ts';
import { addRulesListCommand, addRulesShowCommand } from './rules-list.ts';
import { addRulesNewCommand } from './rules-new.ts';
import { addRulesTestCommand } from './rules-test.ts';

/** `extract rules …`: what people who write rules need. */
export function addRulesCommand(program: Command, io: Io, done: Done): void {
  const rules = program.command('rules').description('list, show, check, try and draft rules');
  addRulesListCommand(rules, io, done);
  addRulesShowCommand(rules, io, done);
  addRulesLintCommand(rules, io, done);
  addRulesTestCommand(rules, io, done);
  addRulesNewCommand(rules, io, done);
}
