import { shellQuoted } from '../write/index.ts';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** What every command that reads articles with rules takes. */
export interface RuleFlags {
  readonly rules?: readonly string[];
  readonly builtinRules: boolean;
  readonly entities?: readonly string[];
  readonly disableRule?: readonly string[];
  /** A file, false for `--no-config`, undefined where not given. */
  readonly config?: string | false;
  readonly assumeEnglish?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** For options that may be given several times, one value each. */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** What commands that try rules take. */
export type BenchFlags = Pick<RuleFlags, 'rules' | 'builtinRules' | 'entities' | 'config' | 'color'>;

export function addBenchOptions(command: Command): Command {
  return command
    .option('-r, --rules <file>', 'more rules to load, which are not judged (repeatable)', collect)
    .option('--no-builtin-rules', 'load no built-in rules')
    .option('--entities <file>', 'who is who, as you know it: YAML or CSV (repeatable)', collect)
    .option('--config <file>', 'settings (default: extract.config.yaml of this folder)')
    .option('--no-config', 'read no settings file')
    .option('--no-color', 'no colours');
}

export function addRuleOptions(command: Command): Command {
  return command
    .option('-r, --rules <file>', 'rules besides the built-in ones: a file or a folder (repeatable)', collect)
    .option('--no-builtin-rules', 'leave the built-in rules out')
    .option('--disable-rule <id>', 'leave a rule out (repeatable)', collect)
    .option('--entities <file>', 'who is who, as you know it: YAML or CSV (repeatable)', collect)
    .option('--config <file>', 'settings (default: extract.config.yaml of this folder)')
    .option('--no-config', 'read no settings file')
    .option('--assume-english', 'read relations whatever language the article seems to be in')
    .option('-q, --quiet', 'no warnings')
    .option('--no-color', 'no colours');
}

export const choice = (flags: string, description: string, choices: readonly string[]): Option =>
  new Option(flags, description).choices(choices);

/** Options that say how a graph is shown, not which graph it is. */
const SHOWING = new Set(['format', 'output', 'quiet', 'color', 'failOnEmpty']);

/** The options that were given and decide which graph comes out, as they could be typed again in a shell. */
export function typedOptions(command: Command): string[] {
  return command.options.flatMap((option): string[] => {
    const name = option.attributeName();
    if (SHOWING.has(name) || command.getOptionValueSource(name) !== 'cli') return [];
    const value: unknown = command.getOptionValue(name);
    const flag = option.long ?? option.flags;
    if (typeof value === 'boolean') return value !== option.negate ? [flag] : [];
    if (option.negate) return [];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.map((each) => `${flag} ${shellQuoted(String(each))}`);
  });
}

/** A share between 0 and 1. */
export function share(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1)) {
    throw new InvalidArgumentError('Give a number from 0 to 1.');
  }
  return number;
}
