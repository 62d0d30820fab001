import type { Command } from 'commander';
import type { Done, Io } from '../io.ts';
import { addRulesTestCommand } from './rules-test.ts';

/** `extract rules …`: what people who write rules need. */
export function addRulesCommand(program: Command, io: Io, done: Done): void {
  const rules = program.command('rules').description('list, show, check, try and draft rules');
  addRulesTestCommand(rules, io, done);
}
